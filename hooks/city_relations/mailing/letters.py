"""Messages about releases (RFC 5322, MIME): one release, or all of a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from markupsafe import Markup

from city_relations.dates import in_words, parse_date
from city_relations.language.typography import typeset_plain
from city_relations.language.words import Text, say
from city_relations.mailing.inline import TEXT, inlined
from city_relations.pictures.colour import for_dark
from city_relations.press.kit import Kit, credits_of, kit_of
from city_relations.rendering.edition import Edition
from city_relations.schema.press_release import PressRelease


def letter(edition: Edition, release: PressRelease, now: datetime, embargo: str) -> bytes:
    """Return a message with a release; `embargo` is the sentence at its head, if it is under one.

    As long as it is, its pictures and documents cannot be fetched: their addresses alone are told.
    """
    kit = kit_of(edition, release)
    city, links = edition.catalog.city, _links(edition, kit)
    html = edition.render(
        "mail.html",
        here="",
        kit=kit,
        body=Markup(inlined(str(kit.body + kit.beside), city.accent, pictures=not embargo)),  # noqa: S704 - cleaned, and told anew
        embargo=embargo,
        links=links,
        photos=_photos(edition, kit),
        language=kit.language,
        **_look(edition, kit.language),
    )
    text = kit.text.replace(f"{kit.lifted}\n\n", "", 1) if embargo and kit.lifted else kit.text
    told = "\n".join(f"{name}\n{url}" for name, url in links)
    parts = [embargo, text.rstrip("\n"), told, credits_of(edition, kit)]
    return _message(edition, release.title, "\n\n".join(filter(None, parts)), html, now)


def digest(edition: Edition, month: str, releases: Sequence[PressRelease], now: datetime) -> bytes:
    """Return a message with the releases of a month, `2026-10`, newest first."""
    words = edition.words
    title = words(say("Press releases: {month}", month=in_words(parse_date(month), words)))
    kits = [kit_of(edition, release) for release in releases]
    html = edition.render(
        "mail_month.html",
        here="",
        title=title,
        kits=kits,
        language=edition.language,
        **_look(edition, edition.language),
    )
    entries = ["\n".join(filter(None, (k.title, k.dateline, k.summary, k.url))) for k in kits]
    text = "\n\n".join([title, *entries, edition.plain(edition.catalog.city.publisher.name)])
    return _message(edition, title, text, html, now)


def _look(edition: Edition, language: str) -> dict[str, object]:
    """Return what each message is made of: colours, letters, who publishes and in which language.

    `language` is that of the message.
    """
    accent, first = edition.catalog.city.accent, edition.first_language
    name = edition.catalog.city.publisher.name
    publisher = name.in_(language, first), name.language(language, first) or first
    look = {"accent": accent, "accent_dark": for_dark(accent), "serif": TEXT}
    return {**look, "publisher": publisher}


def _links(edition: Edition, kit: Kit) -> list[tuple[str, str]]:
    """Return what leads to the release: its page, its PDF, everything in one file."""
    words = edition.words
    told = [(say("The release on the site"), kit.url)]
    if edition.catalog.city.pdf and not kit.unset:
        told.append((say("The release as PDF"), edition.absolute(kit.path("pdf"))))
    told.append((say("Press kit (ZIP)"), edition.absolute(kit.path("zip"))))
    return [(typeset_plain(words(name), words.language), url) for name, url in told]


def _photos(edition: Edition, kit: Kit) -> list[tuple[str, str, str, str]]:
    """Return each photo for print: what it shows and in which language, its credit, its address."""
    told = []
    for shown in kit.photos:
        words, credit = shown.photo.caption or shown.photo.alt, shown.photo.credit or ""
        language = edition.language_of(words) if words else edition.language
        told.append((edition.plain(words), language, credit, edition.absolute(shown.download)))
    return told


def _message(edition: Edition, subject: str, text: str, html: Markup, now: datetime) -> bytes:
    """Return a message from the press office to nobody yet; programs open it to be addressed."""
    city = edition.catalog.city
    office = city.press_office
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    if office.email:
        user, _, domain = office.email.partition("@")
        message["From"] = Address(edition.plain(office.office), user, domain)
    message["Date"] = now
    message["X-Unsent"] = "1"
    message.set_content(text + "\n", cte="quoted-printable")
    message.add_alternative(str(html), subtype="html", cte="quoted-printable")
    message.set_boundary("=_relations_of_the_city_=")
    return bytes(message)


def embargoed(edition: Edition, release: PressRelease) -> Text:
    """Say until when a release is under embargo, in the city's time."""
    day = parse_date(release.appears.date().isoformat())
    return say(
        "Embargo until {date}, {hour} ({city}): not to be published before.",
        date=in_words(day, edition.words),
        hour=f"{release.appears:%H:%M}",
        city=edition.catalog.city.name,
    )

"""What a press kit holds, and where each of its files lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from city_relations.dates import in_words, parse_date, when
from city_relations.language.plain_text import plain_text
from city_relations.language.typography import typeset_plain
from city_relations.language.words import Text, Words, languages_told, say, words_for, words_of
from city_relations.pictures.letters import missing_letters
from city_relations.pictures.other_fonts import fonts_for
from city_relations.press.manuscript import manuscript
from city_relations.press.passages import letters
from city_relations.rendering.context import derived_once
from city_relations.rendering.downloads import Download
from city_relations.rendering.edition import Edition
from city_relations.rendering.lately import derived_lately
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.rendering.source_names import host_of
from city_relations.schema.parts import Contact
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class KitDocument:
    """A document that goes with a release: where it lives, and what readers are told of it."""

    address: str
    offer: Download

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True)
class Kit:
    """A release or translation for the press: its words, finished, and its photos."""

    stem: str
    name: str
    language: str
    frame_language: str
    kicker: str
    issuer: str
    issuers: tuple[str, ...]
    dateline: str
    title: str
    lifted: str
    notices: tuple[str, ...]
    summary: str
    body: Markup
    contacts: tuple[str, ...]
    url: str
    date: str
    photos: tuple[PublishedPhoto, ...]
    photos_beside: tuple[PublishedPhoto, ...] = ()
    figures: tuple[Markup, ...] = ()  # of the photos beside
    documents: tuple[KitDocument, ...] = ()
    own_fonts: tuple[str, ...] = ()  # paths of the city's, for letters that ours lack

    @cached_property
    def text(self) -> str:
        """The kit as a newsroom pastes it: blocks apart by a blank line, no markup."""
        words = words_for(self.frame_language)
        parts = (
            self.kicker.upper(),
            self.issuer,
            self.dateline,
            self.lifted,
            *self.notices,
            self.title,
            self.summary,
            plain_text(str(self.body)),
            "\n".join((words(say("Press contact")), *self.contacts)) if self.contacts else "",
            self.url,
        )
        return "\n\n".join(part for part in parts if part) + "\n"

    @property
    def beside(self) -> Markup:
        """The photos that its text does not show."""
        return Markup().join(self.figures)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines around its text, in their order."""
        above = (self.kicker, self.issuer, self.dateline, self.lifted, *self.notices)
        return (*above, self.title, self.summary, *self.contacts, self.url)

    @cached_property
    def unset(self) -> str:
        """The letters of it that no font has; where there are any it has no PDF."""
        return missing_letters(self._set, self.fonts) if self._set else ""

    @cached_property
    def fonts(self) -> tuple[Path, ...]:
        """The fonts that it needs beside ours, of the city and of the machine."""
        return fonts_for(self._set, [Path(path) for path in self.own_fonts]) if self._set else ()

    @cached_property
    def _set(self) -> str:
        """All that is set of it; nothing where our fonts have every letter."""
        lines, html = "".join(self.lines), str(self.body + self.beside)
        # Most texts have every letter in their HTML already, signs that PDF leaves out among them.
        if not missing_letters(lines + html):
            return ""
        return "".join((lines, *letters(manuscript(html, {}))))

    def path(self, ending: str) -> str:
        """Return where one of its files lives: `path("pdf")`."""
        return f"{self.stem}.{ending}"


@derived_once
def kits(edition: Edition) -> tuple[Kit, ...]:
    """Return the kit of each release and translation, newest first."""
    catalog = edition.catalog
    return tuple(
        kit_of(edition, one)
        for release in catalog.releases_spoken
        for one in (release, *catalog.translations_beside(release))
    )


@derived_lately
def kit_of(edition: Edition, release: PressRelease) -> Kit:
    """Return a release's kit."""
    catalog = edition.catalog
    address = edition.addresses.release(release)
    language = edition.spoken(release)
    words = words_of(catalog.root, language)
    # A language the site is not told in keeps its own dates; what frames the text is the site's.
    frame = words if language in languages_told() else edition.words
    name = _name(release)
    date = in_words(release.date, words)
    line = say("{place}, {date}", place=release.place, date=date) if release.place else date
    speakers = catalog.issuers(release)
    notes = [groups_own(group) for group in speakers.groups]
    notes += _corrections(edition, release, words, frame)
    body = edition.prose_outside(release.body, release.file).html
    beside = edition.photos_beside(release)
    return Kit(
        stem=stem(address, release),
        name=name,
        language=language,
        frame_language=frame.language,
        kicker=frame(say("Press release")),
        issuer=edition.issuer_names(release),
        issuers=edition.issuers(release),
        dateline=typeset_plain(words(line), language),
        title=typeset_plain(release.title, language),
        lifted=_lifted(release.embargo, frame) if release.embargo else "",
        notices=tuple(typeset_plain(frame(note), language) for note in notes),
        summary=typeset_plain(release.summary or "", language),
        body=body,
        contacts=tuple(_contact(*asked, language, edition) for asked in speakers.offices),
        url=edition.absolute(address),
        date=release.date.first.isoformat(),
        photos=edition.photos(release),
        photos_beside=beside,
        figures=tuple(edition.figure(one, edition.absolute) for one in beside),
        documents=tuple(KitDocument(*one) for one in edition.documents_of(release)),
        own_fonts=tuple(str(catalog.root / name) for name in catalog.city.fonts),
    )


def stem(address: str, release: PressRelease) -> str:
    """Return how the paths of a kit's files begin, which live below its release's address."""
    return f"{address}{_name(release)}"


def _name(release: PressRelease) -> str:
    own = release.translated_into
    return f"{release.slug}-{own}" if own else release.slug


def groups_own(group: str) -> Text:
    """Say whose a text is that is not the city's."""
    return say(
        "Text of the political group “{group}”: it speaks for that group alone.", group=group
    )


def _corrections(
    edition: Edition, release: PressRelease, words: Words, frame: Words
) -> Iterator[Text]:
    """Say what was corrected, and on which days the original of a translation was."""
    for c in release.corrections:
        date, note = in_words(c.date, words), c.note.in_(words.language)
        yield say("Correction of {date}: {note}", date=date, note=note)
    for day in edition.catalog.corrected_since(release):
        yield say("The original release was corrected {date}.", date=when(day, frame))


def _lifted(embargo: datetime, words: Words) -> str:
    """Say when an embargo ended, in the city's time."""
    date = in_words(parse_date(embargo.date().isoformat()), words)
    told = say("Embargo lifted on {date} at {hour}", date=date, hour=f"{embargo:%H:%M}")
    return typeset_plain(words(told), words.language)


def _contact(whose: str, contact: Contact, language: str, edition: Edition) -> str:
    """Return an office on one line, with whose it is where several speak."""
    office = contact.office.in_(language, edition.first_language)
    told = (whose, office, contact.phone, contact.email)
    return " · ".join(filter(None, told))


def telling(edition: Edition) -> dict[str, Any]:
    """Return what a page's template needs to offer kits."""
    return {
        "groups_own": groups_own,
        "kit": lambda release: kit_of(edition, release),
        "has_pdf": lambda release: edition.catalog.city.pdf and not kit_of(edition, release).unset,
        "host_of": host_of,
    }


def credits_of(edition: Edition, kit: Kit) -> str:
    """Return what a newsroom must know of the photos: what each shows, whose it is, the terms."""
    words = words_of(edition.catalog.root, kit.frame_language)
    usual = words(say("Free for the press to use with the credit, to tell of this release."))
    lines = []
    for shown in kit.photos:
        photo = shown.photo
        told = [edition.plain(photo.caption or photo.alt), photo.credit or ""]
        told.append(edition.plain(photo.terms) or usual)
        lines.append("\n".join([shown.download.rpartition("/")[2], *filter(None, told)]))
    return "\n\n".join(lines) + "\n"

"""The feeds a reader can subscribe to: which there are, and what an entry of theirs says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from city_relations.catalog.journal import Change
from city_relations.clock import moment
from city_relations.language.typography import typeset_html
from city_relations.language.untranslated import mark_language
from city_relations.language.words import say
from city_relations.press.kit import groups_own, kit_of
from city_relations.rendering.context import derived_once
from city_relations.rendering.downloads import Download
from city_relations.rendering.edition import Edition
from city_relations.rendering.lately import derived_lately
from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

NEWEST = 50
ATOM, JSON = "application/atom+xml", "application/feed+json"


@dataclass(frozen=True)
class Feed:
    """The newest releases on a subject, told by the page at `address`, and when they last changed.

    That of what changed holds `changes` in their place.

    One whose last release was withdrawn stays, empty: whoever subscribed is told no error.
    `first_address` is the oldest address of that page: the feed is known by it.
    """

    address: str
    title: str
    releases: tuple[PressRelease, ...]
    first_address: str
    updated: datetime
    changes: tuple[Change, ...] = ()

    @property
    def atom(self) -> str:
        """Return where the Atom feed lives."""
        return f"{self.address}atom.xml"

    @property
    def json(self) -> str:
        """Return where the JSON feed lives."""
        return f"{self.address}feed.json"


@dataclass(frozen=True)
class Entry:
    """One release as a feed tells it; `content` is whole, with every link in full."""

    id: str
    url: str
    title: str
    summary: str
    content: Markup
    authors: tuple[str, ...]
    published: datetime
    updated: datetime
    subjects: tuple[str, ...]
    documents: tuple[Download, ...] = ()


@derived_once
def feeds(edition: Edition) -> tuple[Feed, ...]:
    """Return the feed of all releases, then one for each partner and theme that had news.

    A feed tells what is written in the language of its readers.
    """
    return tuple(_feeds(edition))


@derived_once
def feed_of_all(edition: Edition) -> Feed | None:
    """Return the feed of all releases, which every page tells of; the others are not looked at."""
    first = next(_feeds(edition), None)
    return first if first and first.address == edition.addresses.releases else None


def _feeds(edition: Edition) -> Iterator[Feed]:
    catalog = edition.catalog
    releases = _by_subject(catalog.releases_spoken)
    withdrawn = _by_subject(filter(catalog.speaks, catalog.withdrawn))
    for subject in _subjects(edition):
        told = releases.get(subject.of, [])
        if changed := catalog.last_updated(told or withdrawn.get(subject.of, [])):
            newest = tuple(told[:NEWEST])
            yield Feed(subject.address, subject.title, newest, subject.first_address, changed)
    if journal := journal_feed(edition):
        yield journal


@derived_once
def journal_feed(edition: Edition) -> Feed | None:
    """Return the feed of what the record learned, corrected and confirmed, if it did."""
    here, found = edition.addresses.journal, edition.catalog.changes[:NEWEST]
    if not found:
        return None
    city = edition.catalog.city.name
    title = edition.title(edition.words.gettext("{city}: what changed").format(city=city))
    return Feed(here, title, (), here, _midnight(edition, found[0]), found)


# A feed is about a partner or a theme, by its kind and name, or about all.
Of = tuple[str, str]
PARTNER, THEME, ALL = "partner", "theme", ("", "")


# A day that every time zone has: Python's calendar ends before year 1.
EARLIEST = date(2, 1, 1)


def _midnight(edition: Edition, change: Change) -> datetime:
    zone = edition.catalog.city.zone
    day = max(change.day, EARLIEST)
    return moment(datetime.combine(day, time()), zone).astimezone(zone)


@dataclass(frozen=True)
class _Subject:
    """What a feed is about, and the page that tells it."""

    address: str
    title: str
    first_address: str
    of: Of


def _by_subject(releases: Iterable[PressRelease]) -> Mapping[Of, list[PressRelease]]:
    """Return the releases that each feed holds, in their order."""
    found: dict[Of, list[PressRelease]] = {}
    for release in releases:
        partners = ((PARTNER, slug) for slug in release.partners)
        themes = ((THEME, theme) for theme in release.themes)
        for of in dict.fromkeys((ALL, *partners, *themes)):
            found.setdefault(of, []).append(release)
    return found


def _subjects(edition: Edition) -> Iterator[_Subject]:
    catalog, addresses = edition.catalog, edition.addresses
    city = catalog.city.name
    title = edition.title(edition.words.gettext("{city}: press releases").format(city=city))
    yield _Subject(addresses.releases, title, addresses.releases, ALL)
    for partner in catalog.partners:
        name = f"{city} – {edition.plain(partner.name)}"
        here, first = map(addresses.partner, (partner.slug, partner.lasting_name))
        yield _Subject(here, name, first, (PARTNER, partner.slug))
    for theme in Theme:
        name = f"{city} – {edition.words(theme.label)}"
        here = addresses.theme(theme)
        yield _Subject(here, name, here, (THEME, theme))


def entries(edition: Edition, feed: Feed) -> tuple[Entry, ...]:
    """Return the entries of a feed, newest first."""
    told = [entry_of(edition, release) for release in feed.releases]
    return (*told, *(_changed(edition, change) for change in feed.changes))


def _changed(edition: Edition, change: Change) -> Entry:
    """Return a change as an entry: what it was, of which record, and what was put right."""
    address, name = _of_record(edition, change.record)
    said = edition.words(say("{whole}: {part}", whole=name, part=change.kind.label))
    content = Markup("<p>{}</p>").format(edition.text(change.note) if change.note else said)
    day, partner = _midnight(edition, change), edition.catalog.partner
    return Entry(
        id=stable_id(edition, f"journal:{change.name}"),
        url=edition.absolute(address),
        title=edition.title(said),
        summary="",
        content=Markup(mark_language(typeset_html(content, edition.language))),  # noqa: S704 - it was HTML
        authors=(edition.plain(edition.catalog.city.publisher.name),),
        published=day,
        updated=day,
        subjects=tuple(edition.plain(partner(slug).name) for slug in change.partners),
    )


def _of_record(edition: Edition, record: Partner | PressRelease) -> tuple[str, str]:
    """Return the address of a record and what it is called."""
    if isinstance(record, PressRelease):
        return edition.addresses.release(record), record.title
    return edition.addresses.partner(record.slug), edition.plain(record.name)


@derived_lately
def entry_of(edition: Edition, release: PressRelease) -> Entry:
    """Return a release as a feed tells it."""
    catalog = edition.catalog
    partners = [edition.plain(catalog.partner(slug).name) for slug in release.partners]
    return Entry(
        id=entry_id(edition, release),
        url=edition.absolute(edition.addresses.release(release)),
        title=edition.title(release.title),
        summary=edition.title(release.summary or ""),
        content=_content(edition, release),
        authors=edition.issuers(release),
        published=catalog.published(release),
        updated=catalog.updated(release),
        subjects=(*partners, *(edition.words(theme.label) for theme in release.themes)),
        documents=tuple(one.offer for one in kit_of(edition, release).documents),
    )


def _content(edition: Edition, release: PressRelease) -> Markup:
    """Return the corrections, the summary, the text, and the photos the text does not show."""
    notes = [edition.text(c.note) for c in release.corrections]
    told = Markup().join(Markup("<p><em>{}</em></p>\n").format(note) for note in notes)
    for group in edition.catalog.issuers(release).groups[::-1]:
        told = Markup("<p><em>{}</em></p>\n").format(edition.text(groups_own(group))) + told
    if release.summary:
        told += Markup("<p><strong>{}</strong></p>\n").format(release.summary)
    body = kit_of(edition, release).body
    if 'href="#' in body:  # a reader of feeds has many texts on one page
        page = edition.addresses.release(release)
        body = edition.prose_elsewhere(release.body, release.file, page).html
    told = Markup(mark_language(typeset_html(told, edition.language)))  # noqa: S704 - it was HTML
    return told + body + kit_of(edition, release).beside


def entry_id(edition: Edition, release: PressRelease) -> str:
    """Return the identifier of a release in every feed; what translates it has another."""
    own = f".{release.translated_into}" if release.translated_into else ""
    return stable_id(edition, f"{release.lasting_name}{own}")


def stable_id(edition: Edition, name: str) -> str:
    """Return a thing's identifier for good, wherever the site may move (RFC 9562, version 5)."""
    city = edition.catalog.city
    return uuid5(NAMESPACE_URL, f"relations:{city.country}:{city.name}:{name}").urn

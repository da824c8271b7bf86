"""Rules of publication: what may be told to everybody, and what a reader and the law expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from city_relations.checks.alone import for_each_file, found_alone, nothing
from city_relations.checks.for_each import Rule, cities, for_each, releases
from city_relations.checks.places import at_value
from city_relations.content import Content
from city_relations.content.drafts import is_draft, lacking
from city_relations.content.written_pages import PAGES
from city_relations.dates import Said, parse_date
from city_relations.documents import Document
from city_relations.documents.yaml_menders import WRAPPED
from city_relations.language.words import languages_told, say, words_for
from city_relations.pictures.colour import PAPER, READABLE, VISIBLE, contrast
from city_relations.problems import Problem
from city_relations.schema.choices import Status
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

LONGEST_TITLE = 110
# What a draft holds in the place of its text, until somebody writes one.
WAITING_TEXT = say("Write the text of the release here.")


@for_each(releases)
def titles_are_short(release: PressRelease) -> Iterator[Problem]:
    """A title is one message that fits a list and a search engine."""
    if len(release.title) > LONGEST_TITLE:
        message = say(
            "the title has {n} characters: shorten it to {most} at most.",
            n=len(release.title),
            most=LONGEST_TITLE,
        )
        yield release.problem(("title",), message, remark=True)


def _wrapped(document: Document, _: None) -> Iterator[tuple[str, str, str]]:
    """Yield the names, titles, summaries and places that are quoted, each with its words alone."""
    for name in ("name", "title", "summary", "place"):
        text = document.fields.get(name)
        if isinstance(text, str) and (wrapped := WRAPPED.fullmatch(text)):
            yield name, text, wrapped["text"]


def _quoted(content: Content) -> Iterator[tuple[Partner | PressRelease, tuple[str, str, str]]]:
    return found_alone(content, content.records, _wrapped, None)


@for_each(_quoted)
def titles_stand_without_quotes(
    record: Partner | PressRelease, found: tuple[str, str, str]
) -> Iterator[Problem]:
    """A title or a name that is quoted from end to end was rather meant to be written without."""
    name, text, words = found
    message = say(
        "this text stands between quotation marks from end to end: they will be shown; "
        "delete them if they are no part of it."
    )
    yield replace(at_value(record, (name,), text, words, message), remark=True)


@for_each(releases)
def releases_have_a_summary(release: PressRelease) -> Iterator[Problem]:
    """A release says its message in two sentences, for lists, feeds and those in a hurry."""
    if not release.summary:
        message = say("the release has no summary (“summary:”): lists and feeds lack its message.")
        yield release.problem((), message, remark=True)


def _releases(content: Content) -> list[PressRelease]:
    return content.releases


@for_each_file(_releases, nothing)
def releases_say_something(document: Document, _: None) -> Iterator[Problem]:
    """A release has a text."""
    if not document.body.strip() and not document.unread:
        yield document.problem((), say("the release has no text under its fields."))


def _drafts(content: Content) -> Iterator[tuple[PressRelease, str]]:
    for release in content.releases:
        if is_draft(release.document) and not release.document.reading.incomplete:
            yield from ((release, name) for name in lacking(release.document))


@for_each(_drafts)
def drafts_may_lack_something(release: PressRelease, name: str) -> Iterator[Problem]:
    """A draft may lack what is required of a release: it is remarked until it is published."""
    message = say("this draft has no “{name}” yet: write it before you publish it.", name=name)
    yield release.problem((), message, remark=True)


def _waiting(document: Document, waiting_texts: tuple[str, ...]) -> Iterator[int]:
    body = document.body
    return (body.find(text) for text in waiting_texts if text in body)


def _with_waiting_text(content: Content) -> Iterator[tuple[PressRelease, int]]:
    waiting_texts = tuple(words_for(language)(WAITING_TEXT) for language in languages_told())
    return found_alone(content, content.releases, _waiting, waiting_texts)


@for_each(_with_waiting_text)
def texts_are_written(release: PressRelease, offset: int) -> Iterator[Problem]:
    """A release that is no draft any more has its own text, not the one a draft waits with."""
    if release.status != Status.DRAFT:
        message = say(
            "the waiting text is still here; replace “{text}” by yours.", text=WAITING_TEXT
        )
        yield release.document.body_problem(offset, message)


@for_each(releases)
def embargoes_end_after_the_date(release: PressRelease) -> Iterator[Problem]:
    """An embargo does not end before the day of its release."""
    embargo = release.embargo
    if embargo and embargo.date() < release.date.first:
        message = say(
            "{day} at {hour} is before the date of the release ({date}): "
            "check the year, or delete the line.",
            day=Said(parse_date(embargo.date().isoformat())),
            hour=f"{embargo:%H:%M}",
            date=Said(release.date),
        )
        yield release.problem(("embargo",), message, remark=True)


def _city_and_pages(content: Content) -> Iterator[tuple[City, Sequence[str]]]:
    return ((city, content.pages) for (city,) in cities(content))


@for_each(cities)
def accent_is_readable(city: City) -> Iterator[Problem]:
    """The city's accent is strong enough for links and titles on the site's paper."""
    if (ratio := contrast(city.accent, PAPER)) < READABLE:
        message = say(
            "this colour is too weak on the page: {ratio} to 1, at least 4.5 is needed; "
            "choose a darker one.",
            ratio=f"{ratio:.1f}",
        )
        yield city.problem(("accent",), message)


@for_each(releases)
def releases_wait_for_their_day(release: PressRelease, today: date) -> Iterator[Problem]:
    """A release dated in the future is not shown yet: it is told."""
    if release.status == Status.PUBLISHED and release.date.first > today:
        message = say(
            "this release is dated in the future ({date}): it appears on that day.",
            date=Said(release.date),
        )
        yield release.problem(("date",), message, remark=True)


def _releases_of_city(content: Content) -> Iterator[tuple[PressRelease, City]]:
    return ((release, city) for (city,) in cities(content) for release in content.releases)


@for_each(_releases_of_city)
def secrets_are_elsewhere(release: PressRelease, city: City, today: date) -> Iterator[Problem]:
    """A release under embargo does not stand in a folder that anybody can read."""
    if release.embargo and release.embargo.date() > today and city.public_repository:
        message = say(
            "this folder is public: the release can be read already. "
            "Keep it elsewhere until the embargo ends."
        )
        yield release.problem(("embargo",), message)


@for_each(_city_and_pages)
def city_pictures_are_there(city: City, pages: Sequence[str]) -> Iterator[Problem]:
    """The pictures that give the site its face stand below `docs/`."""
    for name in ("logo", "mark", "favicon"):
        path = getattr(city, name)
        if path and f"{PAGES}/{path}" not in pages:
            yield city.problem((name,), say("no file “{file}”.", file=f"{PAGES}/{path}"))


@for_each(cities)
def second_accent_is_seen(city: City) -> Iterator[Problem]:
    """The city's second accent can be told from the site's paper."""
    if city.second_accent and (ratio := contrast(city.second_accent, PAPER)) < VISIBLE:
        message = say(
            "this colour is too weak on the page: {ratio} to 1, at least 3 is needed; "
            "choose a darker one.",
            ratio=f"{ratio:.1f}",
        )
        yield city.problem(("second_accent",), message)


PUBLICATION_CHECKS: tuple[Rule, ...] = (
    titles_are_short,
    titles_stand_without_quotes,
    releases_have_a_summary,
    releases_say_something,
    drafts_may_lack_something,
    texts_are_written,
    embargoes_end_after_the_date,
    accent_is_readable,
    second_accent_is_seen,
    city_pictures_are_there,
)

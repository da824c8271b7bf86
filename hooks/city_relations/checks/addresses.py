"""Rules of addresses: one page, one file; names tell the date; old addresses lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from pydantic_core import PydanticCustomError

from city_relations.checks.for_each import Rule, for_each, releases
from city_relations.checks.places import expected_path
from city_relations.content import Content
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import SLUG, language_code
from city_relations.timeline.names import project_names

Address = tuple[str, ...]
Record = Partner | PressRelease


def _address(record: Record, name: str) -> Address:
    """Return the address of a record, were that its file's name."""
    if isinstance(record, PressRelease):
        return "release", str(record.year), name
    return "partner", name


def _pages(records: Iterable[Record]) -> Iterator[tuple[Address, Record]]:
    """Yield each record with its address, as far as that is known."""
    for record in records:
        with suppress(UnknownError):
            name = record.stem if isinstance(record, PressRelease) else record.slug
            yield _address(record, name), record


def _claims(content: Content) -> Iterator[tuple[Record, Record]]:
    """Yield each record with the first that has its address."""
    seen: dict[Address, Record] = {}
    records = sorted(content.records, key=_nearest_first)
    for address, record in _pages(records):
        yield record, seen.setdefault(address, record)


def _nearest_first(record: Record) -> tuple[int, str]:
    return record.file.count("/"), record.file


@for_each(_claims)
def one_page_one_file(record: Record, first: Record) -> Iterator[Problem]:
    """No two files claim one address."""
    if first is not record:
        message = say("{file} already has this page's address: rename this file.", file=first.file)
        yield record.problem((), message)


def _translations(content: Content) -> Iterator[tuple[PressRelease, Content, set[Address]]]:
    translations = [release for release in content.releases if release.translated_into]
    if translations:
        pages = _pages(release for release in content.releases if not release.translated_into)
        originals = {address for address, _ in pages}
        yield from ((release, content, originals) for release in translations)


@for_each(_translations)
def translations_have_an_original(
    release: PressRelease, content: Content, originals: set[Address]
) -> Iterator[Problem]:
    """A translation stands beside the release it translates, in another language."""
    if release.translated_into == content.master and release.file not in content.foreign:
        message = say(
            "“{language}” is the site's own language: a translation is in another.",
            language=release.translated_into,
        )
        yield release.problem((), message)
    original = release.original_file
    if _address(release, release.slug) not in originals and original not in content.files:
        message = say("this translation has no original {file}.", file=original)
        yield release.problem((), message)


@for_each(releases)
def translations_are_in_a_language(release: PressRelease) -> Iterator[Problem]:
    """What stands before the ending of a translation's name is the code of a language."""
    try:
        if release.translated_into:
            language_code(release.translated_into)
    except PydanticCustomError as error:
        yield release.problem((), (error.context or {})["fault"].text)


@for_each(releases)
def names_tell_the_date(release: PressRelease) -> Iterator[Problem]:
    """A release's file name begins with its date, so that the folder reads in order."""
    is_name = SLUG.fullmatch(release.slug)  # else it is refused already
    if is_name and not release.slug.startswith(f"{release.date.text}-"):
        message = say(
            "the file's name does not begin with the release's date, {date}.",
            date=release.date.text,
        )
        yield release.problem(("date",), message, remark=True)


@for_each(releases)
def folders_tell_the_year(release: PressRelease) -> Iterator[Problem]:
    """A release stands in the folder of its year."""
    folder = release.file.split("/")[-2]
    if (file := expected_path(release)) != release.file:
        message = say(
            "a release stands in the folder of its year: open it to edit it, "
            "then write “{folder}/” in front of its name.",
            folder=file.split("/")[-2],
        )
        yield release.problem((), message)
    elif folder != str(release.year):
        message = say(
            "this release of {year} stands in the folder “{folder}”: move it.",
            year=release.year,
            folder=folder,
        )
        yield release.problem(("date",), message, remark=True)


def _former(content: Content) -> Iterator[tuple[Record, int, str, Record]]:
    """Yield each former name, its number and the record that has it today, its own perhaps."""
    translations = {release.file for release in content.releases if release.translated_into}
    records = [record for record in content.records if record.file not in translations]
    former = [(record, i, name) for record in records for i, name in known(record.formerly)]
    taken = dict(_pages(records)) if former else {}
    for record, i, name in former:
        with suppress(UnknownError):
            yield record, i, name, taken.setdefault(_former_address(record, name), record)


def _former_address(record: Record, name: str) -> Address:
    """Return the address a record had under a former name."""
    if isinstance(record, PressRelease):
        return "release", str(record.year_of(name)), name
    return "partner", name


@for_each(_former)
def old_addresses_are_free(record: Record, i: int, name: str, first: Record) -> Iterator[Problem]:
    """A short name a page had before is nobody's name today, and moved to one page only."""
    if first is not record or name == record.slug:
        message = say("this name leads to {file} already: take it out here.", file=first.file)
        yield record.problem(("formerly", i), message)


def _elsewhere(content: Content) -> Iterator[tuple[PressRelease, int, PressRelease]]:
    """Yield each address of an old site with the release that first has it."""
    first: dict[str, PressRelease] = {}
    for release in content.releases:
        for i, address in known(release.old_addresses):
            yield release, i, first.setdefault(address, release)


@for_each(_elsewhere)
def an_old_address_leads_to_one_page(
    release: PressRelease, i: int, first: PressRelease
) -> Iterator[Problem]:
    """An address of an old site leads to one release only."""
    if first is not release:
        message = say("this address leads to {file} already: take it out here.", file=first.file)
        yield release.problem(("old_addresses", i), message)


Named = tuple[PressRelease, tuple[str, int] | tuple[()], str, PressRelease]


def _names(content: Content) -> Iterator[Named]:
    """Yield each name of a release, former ones first, with the release that first has it."""
    first: dict[str, PressRelease] = {}
    for release in content.releases:
        if not release.translated_into:
            for i, name in known(release.formerly):
                yield release, ("formerly", i), name, first.setdefault(name, release)
            yield release, (), release.slug, first.setdefault(release.slug, release)


@for_each(_names)
def one_name_one_release(
    release: PressRelease, loc: tuple[str, int] | tuple[()], name: str, first: PressRelease
) -> Iterator[Problem]:
    """No two releases share a short name, not even in different years: feeds know them by it."""
    if first is not release and first.year != release.year:  # of one year: told already
        message = say(
            "“{name}” names {file} already, and feeds would take the two for one: "
            "choose another name.",
            name=name,
            file=first.file,
        )
        yield release.problem(loc, message)


def _projects(content: Content) -> Iterator[tuple[Partner, int, str, Partner]]:
    """Yield each project's identifier with the first partner that has a project of that one."""
    first: dict[str, Partner] = {}
    for partner in content.partners:
        with suppress(UnknownError):
            for i, name in enumerate(project_names(partner)):
                yield partner, i, name, first.setdefault(name, partner)


@for_each(_projects)
def one_identifier_one_project(
    partner: Partner, i: int, name: str, first: Partner
) -> Iterator[Problem]:
    """No project is known in the open data by the identifier of another partner's project."""
    if first is not partner:
        message = say(
            "“{name}” is the identifier of a project in {file}: choose another.",
            name=name,
            file=first.file,
        )
        yield partner.problem(("projects", i, "formerly"), message)


ADDRESS_CHECKS: tuple[Rule, ...] = (
    one_page_one_file,
    translations_have_an_original,
    translations_are_in_a_language,
    names_tell_the_date,
    folders_tell_the_year,
    old_addresses_are_free,
    an_old_address_leads_to_one_page,
    one_name_one_release,
    one_identifier_one_project,
)

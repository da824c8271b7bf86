"""Rules of addresses: one page, one file; names tell the date; old addresses lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relations.content import Content
from relations.problems import Problem
from relations.schema.base import Record
from relations.words import say

Address = tuple[str, ...]


def one_page_one_file(content: Content) -> Iterator[Problem]:
    """No two files claim one address."""
    seen: dict[Address, Record] = {}
    for release in sorted(content.releases, key=_nearest_first):
        yield from _taken(seen, ("release", str(release.year), release.stem), release)
    for partner in sorted(content.partners, key=_nearest_first):
        yield from _taken(seen, ("partner", partner.slug), partner)


def _nearest_first(record: Record) -> tuple[int, str]:
    return record.file.count("/"), record.file


def _taken(seen: dict[Address, Record], address: Address, record: Record) -> Iterator[Problem]:
    first = seen.setdefault(address, record)
    if first is not record:
        message = say("{file} already has this page's address: rename this file.", file=first.file)
        yield record.problem((), message)


def translations_have_an_original(content: Content) -> Iterator[Problem]:
    """A translation stands beside the release it translates, in another language."""
    slugs = {(r.year, r.slug) for r in content.releases if not r.language}
    files = set(content.files)
    master = content.city.master if content.city else ""
    for release in content.releases:
        if release.language and (release.year, release.slug) not in slugs:
            original = release.file.replace(f".{release.language}.md", ".md")
            if original not in files:
                message = say("this translation has no original {file}.", file=original)
                yield release.problem((), message)
        if release.language == master and master:
            message = say(
                "“{language}” is the site's own language: a translation is in another.",
                language=master,
            )
            yield release.problem((), message)


def names_tell_the_date(content: Content) -> Iterator[Problem]:
    """A release's file name begins with its date, so that the folder reads in order."""
    for release in content.releases:
        if not release.slug.startswith(f"{release.date.text}-"):
            message = say(
                "the file's name does not begin with the release's date, {date}.",
                date=release.date.text,
            )
            yield release.problem(("date",), message, remark=True)


def folders_tell_the_year(content: Content) -> Iterator[Problem]:
    """A release stands in the folder of its year."""
    for release in content.releases:
        folder = release.file.split("/")[-2]
        if folder != str(release.year):
            message = say(
                "this release of {year} stands in the folder “{folder}”: move it.",
                year=release.year,
                folder=folder,
            )
            yield release.problem(("date",), message, remark=True)


def old_addresses_are_free(content: Content) -> Iterator[Problem]:
    """A short name a page had before is nobody's name today, and moved to one page only."""
    taken: dict[Address, Record] = {("partner", p.slug): p for p in content.partners}
    originals = [release for release in content.releases if not release.language]
    taken |= {("release", str(r.year), r.slug): r for r in originals}
    for partner in content.partners:
        for i, slug in enumerate(partner.formerly):
            yield from _claimed(taken, ("partner", slug), partner, i)
    for release in originals:
        for i, slug in enumerate(release.formerly):
            yield from _claimed(taken, ("release", str(release.year), slug), release, i)


def _claimed(
    taken: dict[Address, Record], address: Address, record: Record, i: int
) -> Iterator[Problem]:
    first = taken.setdefault(address, record)
    if first is not record or address[-1] == getattr(record, "slug", ""):
        message = say("this name leads to {file} already: take it out here.", file=first.file)
        yield record.problem(("formerly", i), message)


ADDRESS_CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    one_page_one_file,
    translations_have_an_original,
    names_tell_the_date,
    folders_tell_the_year,
    old_addresses_are_free,
)

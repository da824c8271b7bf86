"""Rules of old addresses: where a page moved from, nothing else may live."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relations.content import Content
from relations.problems import Problem
from relations.schema.base import Record
from relations.words import say

Address = tuple[str, ...]


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


ADDRESS_CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (old_addresses_are_free,)

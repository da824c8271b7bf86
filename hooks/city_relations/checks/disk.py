"""What the machine would not let us keep: told, as everything is done all the same."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.checks.for_each import Rule
from city_relations.content import Content
from city_relations.problems import Problem
from city_relations.store import store_of

CACHE = ".cache/relations"


def what_is_costly_can_be_kept(content: Content) -> Iterator[Problem]:
    """What is costly to draw can be kept from one build to the next, in `.cache/relations`."""
    if trouble := store_of(content.root).trouble:
        yield Problem(CACHE, 1, 1, "", trouble, remark=True)


DISK_CHECKS: tuple[Rule, ...] = (what_is_costly_can_be_kept,)

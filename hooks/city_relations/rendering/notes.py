"""Sources as numbered notes: each is numbered once in a part of a page, where it is first named."""

from __future__ import annotations

from city_relations.schema.reference import Reference
from city_relations.timeline.milestones import Milestone, Years


def numbered(years: Years) -> dict[Reference, int]:
    """Return the number of each source of a timeline, in the order in which they are read."""
    told = (milestone for milestones in years.values() for milestone in milestones)
    sources = (source for milestone in told for source in milestone.sources)
    return {source: number for number, source in enumerate(dict.fromkeys(sources), 1)}


def first_cited(years: Years) -> dict[Reference, Milestone]:
    """Return for each source of a timeline the fact that names it first."""
    found: dict[Reference, Milestone] = {}
    for milestones in years.values():
        for milestone in milestones:
            for source in milestone.sources:
                found.setdefault(source, milestone)
    return found

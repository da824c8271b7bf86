"""Content becomes a catalog: read, checked, linked and sorted, or refused with every problem."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from city_relations.catalog.catalog import Catalog
from city_relations.catalog.documents import published_documents
from city_relations.catalog.hand_written import refusals
from city_relations.catalog.shown_drafts import with_drafts
from city_relations.catalog.visibility import is_visible
from city_relations.checks import check, check_on
from city_relations.content import CONFIGURATION, Content, read_content
from city_relations.content.memory import Memory
from city_relations.content.own_modules import own_checks
from city_relations.links import destinations
from city_relations.problems import ContentError, Problem, in_order
from city_relations.progress import SILENT, Progress
from city_relations.schema.choices import Status
from city_relations.schema.city import City
from city_relations.schema.partial import UnknownError
from city_relations.schema.press_release import PressRelease
from city_relations.spool import Spool


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no circles be collected: what is read stays, and to look through it takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def read_catalog(
    root: Path,
    now: datetime,
    settings: str = CONFIGURATION,
    progress: Progress = SILENT,
    memory: Memory | Spool | None = None,
) -> Catalog:
    """Read, check and link everything below `root` as it stands at `now` (with a time zone).

    `settings` is the name of the configuration in `root`; `progress` is told step by step;
    `memory` is as in `read_content`.

    Raises ContentError with every problem when anything is unfit to be published.
    """
    content = read_content(root, settings, progress, memory)
    today = local(content, now)
    found = (*check(content, progress), *check_on(today, content))
    own = [*found, *own_checks(content.modules, content)]
    problems = in_order([*content.problems, *own])
    faults = [problem for problem in problems if not problem.remark]
    if faults or content.city is None:
        raise ContentError(problems)
    told = content if content.memory is None else with_drafts(content, today)
    catalog = link(told, content.city, now, problems)
    if refused := [*refusals(content, catalog.page_addresses)]:
        raise ContentError([*problems, *refused])
    return catalog


def local(content: Content, now: datetime) -> date:
    """Return the day where the city is, as far as it says where that is."""
    with suppress(UnknownError):
        return (now.astimezone(content.city.zone) if content.city else now).date()
    return now.date()


def link(content: Content, city: City, now: datetime, remarks: tuple[Problem, ...]) -> Catalog:
    """Make the catalog of content that is known to be sound."""
    now = now.astimezone(city.zone)
    visible = [release for release in content.releases if is_visible(release, city.zone, now)]
    originals = sorted(
        (r for r in visible if not r.translated_into), key=lambda r: r.order, reverse=True
    )
    published = tuple(r for r in originals if r.status is Status.PUBLISHED)
    told = {r.slug for r in published}
    visible = [r for r in visible if not r.translated_into or r.slug in told]
    translations: dict[str, list[PressRelease]] = {}
    others = (r for r in visible if r.translated_into)
    for release in sorted(others, key=lambda r: r.translated_into):
        translations.setdefault(release.slug, []).append(release)
    there = destinations(content, city, visible)
    read = [r for r in visible if r.slug in told]
    return Catalog(
        city=city,
        now=now,
        partners=tuple(sorted(content.published_partners, key=lambda p: p.slug)),
        releases=published,
        originals=published,
        withdrawn=tuple(r for r in originals if r.slug not in told),
        translations={slug: tuple(found) for slug, found in translations.items()},
        destinations=there,
        documents=published_documents(content, read, there),
        written=tuple(content.written),
        remarks=remarks,
        root=content.root,
        modules=tuple(content.modules),
    )

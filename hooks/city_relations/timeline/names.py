"""The identifier of each fact: made of what lasts, never of a title, and nobody else's.

A partner gives its oldest short name, a tie its key, an act its kind and number, an event its kind
and the day it was first told for, a project its first day. Where two would have one name, the
second is numbered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from slugify import slugify

from city_relations.dates import EdtfDate, Precision
from city_relations.schema.identity import DATE, numbered
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.project import Project
from city_relations.schema.tie import Act, Tie
from city_relations.ties import Standing
from city_relations.ties.moments import acts_in_order


def name_of(*parts: str) -> str:
    """Join what a name is made of; apostrophes part words, as in addresses."""
    joined = "-".join(filter(None, map(str, parts)))
    return slugify(joined.replace("’", "-").replace("'", "-"))


def tie_name(partner: Partner, standing: Standing) -> str:
    """Name a tie by its partner's lasting name and its key among that partner's ties."""
    return name_of(partner.lasting_name, standing.key)


def acts_with_names(tie: Tie, name: str) -> Iterator[tuple[str, EdtfDate, Act]]:
    """Yield the acts of a tie in order, each with its name: numbered among those of its kind."""
    counts: Counter[str] = Counter()
    for when, act in acts_in_order(tie):
        counts[act.act] += 1
        yield name_of(name, act.act, str(counts[act.act])), when, act


def event_name(event: Event, partners: Iterable[str]) -> str:
    """Name an event by its partners' lasting names, its kind and the day it was first told for."""
    first = _first(event.formerly, event.date)
    return first or name_of(*sorted(partners), event.kind, _day(event.formerly, event.date))


def project_names(partner: Partner) -> tuple[str, ...]:
    """Name the projects of a partner by their first days, in the order written."""
    return tuple(numbered(_project_name(partner, project) for project in partner.projects))


def _project_name(partner: Partner, project: Project) -> str:
    named = _first(project.formerly, project.period)
    day = _day(project.formerly, project.period)
    return named or name_of(partner.lasting_name, "project", day)


def _first(formerly: Sequence[str], _: EdtfDate | None) -> str:
    """Return the identifier that is told outright, if one is."""
    return next((one for one in formerly[:1] if not DATE.fullmatch(str(one))), "")


def _day(formerly: Sequence[str], when: EdtfDate | None) -> str:
    """Return the first day a fact was told for: of a period its beginning."""
    if formerly:
        return str(formerly[0])
    if when and when.precision is Precision.INTERVAL:
        when = when.start or when.end
    return when.text if when else ""

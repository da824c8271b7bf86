"""Rules for facts told twice: in one tie, or in two files that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations, product

from city_relations.checks.for_each import Rule, acts, for_each, ties
from city_relations.checks.places import place_of
from city_relations.content import Content
from city_relations.dates import EdtfDate, Said
from city_relations.documents.reading import Loc
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Act

CIRCLE = 3  # from so many parties on, one signature stands in several profiles


Numbered = tuple[int, Act]


def _pairs(content: Content) -> Iterator[tuple[Partner, int, Numbered, Numbered]]:
    for partner, i, tie in ties(content):
        for one, other in combinations(known(tie.acts), 2):
            yield partner, i, one, other


@for_each(_pairs)
def one_act_once(partner: Partner, i: int, one: Numbered, other: Numbered) -> Iterator[Problem]:
    """One act is written once; two signatures of a tie, or dates that may be one, are remarks."""
    (j, first), (k, second) = one, other
    if first.act == second.act:
        place = place_of(partner, ("ties", i, "acts", j))
        yield from _twice(partner, ("ties", i, "acts", k), (first, second), place)


def _twice(partner: Partner, loc: Loc, acts: tuple[Act, Act], place: str) -> Iterator[Problem]:
    """Judge two acts of one kind of one tie; the second stands at `loc`, the first at `place`."""
    one, other = acts
    if (one.date, one.planned, one.place) == (other.date, other.planned, other.place):
        text = say(
            "this act ({act}) is already told ({place}): keep one of the two.",
            act=other.act.label,
            place=place,
        )
        yield partner.problem(loc, text)
    elif one.date and other.date and _may_be_one(one.date, other.date):
        text = say(
            "this act ({act}) and an earlier entry ({place}) may be the same: "
            "keep the more exact date, or say in a note what tells them apart.",
            act=other.act.label,
            place=place,
        )
        yield partner.problem(loc, text, remark=True)
    elif one.act.founds and one.done and other.done:
        text = say(
            "a second signature of one tie (the first: {place}): "
            "write “act: renewal” if it renews it.",
            place=place,
        )
        yield partner.problem(loc, text, remark=True)


def _may_be_one(one: EdtfDate, other: EdtfDate) -> bool:
    """Return whether two dates, not both days, may name the same day."""
    fuzzy = not (one.is_day and other.is_day)
    return fuzzy and one.first <= other.last and other.first <= one.last


DatedFact = tuple[EdtfDate, Record, Loc]


def _facts(content: Content) -> Iterator[tuple[DatedFact, DatedFact]]:
    """Yield each fact that more than one file may tell, and where it is told first."""
    first: dict[object, DatedFact] = {}
    for name, told in (*_signatures(content), *_events(content)):
        with suppress(UnknownError):
            if told[0]:
                yield told, first.setdefault(name, told)


@for_each(_facts)
def one_date_one_fact(told: DatedFact, first: DatedFact) -> Iterator[Problem]:
    """Two files that tell one event, or one signature of a circle, agree on its date."""
    (when, record, loc), (date, other, there) = told, first
    if date != when:
        text = say(
            "another date ({date}) is given for the same fact elsewhere ({place}): put one right.",
            date=Said(date),
            place=place_of(other, there),
        )
        yield record.problem(loc, text, remark=True)


def _signatures(content: Content) -> Iterator[tuple[object, DatedFact]]:
    """List the signatures that several profiles tell, named by their circle of parties."""
    for partner, i, tie, j, act in acts(content):
        with suppress(UnknownError):
            circle = frozenset(act.parties or tie.parties)
            if act.date and act.act.founds and len(circle) >= CIRCLE:
                told = (act.date, partner, ("ties", i, "acts", j, "date"))
                yield (tie.kind, circle, act.place), told


def _events(content: Content) -> Iterator[tuple[object, DatedFact]]:
    """List the events of profiles and releases, named by partner and title."""
    for record in content.records:
        named = (record.slug,) if isinstance(record, Partner) else record.partners
        slugs = [slug for _, slug in known(named)]
        for (j, event), slug in product(known(record.events), slugs):
            with suppress(UnknownError):
                name = slug, event.title.in_("").casefold()
                yield name, (event.date, record, ("events", j, "date"))


TWICE_CHECKS: tuple[Rule, ...] = (
    one_act_once,
    one_date_one_fact,
)

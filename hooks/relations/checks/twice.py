"""Rules for facts told twice: in one tie, or in two files that must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from relations.checks.places import place_of
from relations.content import Content
from relations.dates import EdtfDate, Said
from relations.documents.reading import Loc
from relations.problems import Problem
from relations.schema.base import Record
from relations.schema.choices import ActKind
from relations.schema.partner import Partner
from relations.schema.parts import Event
from relations.schema.tie import Act
from relations.words import say

CIRCLE = 3  # from so many parties on, one signature stands in several profiles


def one_act_once(content: Content) -> Iterator[Problem]:
    """One act is written once; two signatures of a tie, or dates that may be one, are remarks."""
    for partner in content.partners:
        for i, tie in enumerate(partner.ties):
            for (j, one), (k, other) in combinations(enumerate(tie.acts), 2):
                if one.act is other.act:
                    place = place_of(partner, ("ties", i, "acts", j))
                    yield from _twice(partner, ("ties", i, "acts", k), (one, other), place)


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
    elif one.act is ActKind.SIGNATURE and one.done and other.done:
        text = say(
            "a second signature of one tie (the first: {place}): "
            "write “act: renewal” if it renews it.",
            place=place,
        )
        yield partner.problem(loc, text, remark=True)


def _may_be_one(one: EdtfDate, other: EdtfDate) -> bool:
    """Tell whether two dates, not both days, may name the same day."""
    fuzzy = not (one.is_day and other.is_day)
    return fuzzy and one.first <= other.last and other.first <= one.last


def one_date_one_fact(content: Content) -> Iterator[Problem]:
    """Two files that tell one event, or one signature of a circle, agree on its date."""
    first: dict[object, tuple[EdtfDate, Record, Loc]] = {}
    for name, when, record, loc in (*_signatures(content), *_events(content)):
        date, other, there = first.setdefault(name, (when, record, loc))
        if date != when:
            text = say(
                "another date ({date}) is given for the same fact elsewhere ({place}): "
                "put one right.",
                date=Said(date),
                place=place_of(other, there),
            )
            yield record.problem(loc, text, remark=True)


Told = tuple[object, EdtfDate, Record, Loc]


def _signatures(content: Content) -> Iterator[Told]:
    """List the signatures that several profiles tell, named by their circle of parties."""
    for partner in content.partners:
        for i, tie in enumerate(partner.ties):
            for j, act in enumerate(tie.acts):
                circle = frozenset(act.parties or tie.parties)
                if act.date and act.act is ActKind.SIGNATURE and len(circle) >= CIRCLE:
                    name = (tie.kind, circle, act.place)
                    yield name, act.date, partner, ("ties", i, "acts", j, "date")


def _events(content: Content) -> Iterator[Told]:
    """List the events of profiles and releases, named by partner and title."""
    for partner in content.partners:
        for j, event in enumerate(partner.events):
            yield _name(partner.slug, event), event.date, partner, ("events", j, "date")
    for release in content.releases:
        for j, event in enumerate(release.events):
            for slug in dict.fromkeys(release.partners):
                yield _name(slug, event), event.date, release, ("events", j, "date")


def _name(slug: str, event: Event) -> object:
    return slug, event.title.in_("").casefold()


TWICE_CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    one_act_once,
    one_date_one_fact,
)

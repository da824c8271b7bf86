"""What a timeline tells: dated facts between the city and its partners, each once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from city_relations.dates import EdtfDate, Hours, Precision, Recurrence, Said
from city_relations.language.words import Text, say, say_in
from city_relations.schema.choice import Choice
from city_relations.schema.choices import ActKind, EventKind, Theme, TieKind
from city_relations.schema.identity import Natural, natural
from city_relations.schema.localized import Localized
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease
from city_relations.schema.reference import Reference

MOST = 300  # facts on one page; beyond, a page gets too heavy for a phone


@dataclass(frozen=True)
class Sort:
    """What is true of a kind of milestone.

    `rank` is its place among others of one date; a kind that `shows_life` says that a tie is not
    asleep, one that `comes` belongs to the coming months, one `in_calendar` to the calendars;
    `dot` is how lanes mark it, as an act or an event, empty where they do not; one that `happens`
    is an event or another time of one, one that `ends` a term that ran out.
    """

    rank: int
    shows_life: bool = False
    comes: bool = True
    in_calendar: bool = False
    dot: str = ""
    happens: bool = False
    ends: bool = False


class MilestoneKind(Choice):
    """Where a milestone comes from."""

    rank: int
    shows_life: bool
    comes: bool
    in_calendar: bool
    dot: str
    happens: bool
    ends: bool

    ACT = (
        "act",
        say_in("milestone", "act"),
        "",
        Sort(rank=0, shows_life=True, in_calendar=True, dot="act"),
    )
    EVENT = (
        "event",
        say_in("milestone", "event"),
        "",
        Sort(rank=1, shows_life=True, in_calendar=True, dot="event", happens=True),
    )
    OCCURRENCE = (
        "occurrence",
        say_in("milestone", "recurring event"),
        "",
        Sort(rank=1, shows_life=True, dot="event", happens=True),
    )
    PROJECT = (
        "project",
        say_in("milestone", "project"),
        "",
        Sort(rank=2, shows_life=True, comes=False),
    )
    RELEASE = (
        "release",
        say_in("milestone", "press release"),
        "",
        Sort(rank=3, shows_life=True, dot="event"),
    )
    TERM = (
        "term",
        say_in("milestone", "end of term"),
        "",
        Sort(rank=4, in_calendar=True, dot="act", ends=True),
    )
    ANNIVERSARY = (
        "anniversary",
        say_in("milestone", "anniversary"),
        "",
        Sort(rank=5, in_calendar=True, dot="event"),
    )
    ELSEWHERE = "elsewhere", say_in("milestone", "tie of the partner elsewhere"), "", Sort(rank=6)


@dataclass(frozen=True)
class Progress:
    """What is true of a status: whether what has it is still to come, or to end."""

    open: bool


class Status(Choice):
    """Whether a milestone took place."""

    open: bool

    DONE = "done", say_in("milestone status", "done"), "", Progress(open=False)
    COMING = "coming", say_in("milestone status", "to come"), "", Progress(open=True)
    UNDER_WAY = "under_way", say_in("milestone status", "under way"), "", Progress(open=True)
    ANNOUNCED = "announced", say_in("milestone status", "announced"), "", Progress(open=False)


@dataclass(frozen=True)
class Milestone:
    """A dated fact; it sorts by date, then by kind.

    Acts of one date stand as they were written, news by its hour, else names as numbers count.

    `partners` are short names, `tie` the kind of tie it belongs to; `releases` tell it, `sources`
    prove it, `planned` is when it was announced for, `changes` say who joined or left, or how often
    it comes back, which is its `recurrence`, the last time by `until`; a `binding` one changes the
    tie itself; `tie_key` names that tie among its partner's, `number` is
    the place of an act in the order of its tie; `key` names it for good, whatever its date;
    `event` and `act` say which it is, `attending` is the event that says how to be there.
    """

    date: EdtfDate
    kind: MilestoneKind
    title: Text | Localized | str
    partners: tuple[str, ...]
    key: str
    status: Status = Status.DONE
    planned: EdtfDate | None = None
    tie: TieKind | None = None
    themes: frozenset[Theme] = frozenset()
    place: str = ""
    note: Localized | None = None
    sources: tuple[Reference, ...] = ()
    releases: tuple[PressRelease, ...] = ()
    changed: dt.date | None = None
    parties: tuple[str, ...] = ()
    changes: tuple[Text, ...] = ()
    recurrence: Recurrence | None = None
    until: EdtfDate | None = None
    binding: bool = False
    tie_key: str = ""
    number: int = 0
    event: EventKind | None = None
    act: ActKind | None = None
    attending: Event | None = None

    @property
    def label(self) -> Text:
        """Return the words for what it is: an event says which."""
        return (self.event or self.kind).label

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Return the first day and the day after the last, as calendars hold them; None in doubt.

        Calendars hold what is dated to the day, of the kinds that belong there.
        """
        when = self.date
        sides = (when.start, when.end) if when.precision is Precision.INTERVAL else (when, when)
        first, last = sides
        if not (self.kind.in_calendar and first and last and first.is_day and last.is_day):
            return None
        return first.first, last.last + dt.timedelta(days=1)

    @property
    def hours(self) -> Hours | None:
        """Return the hours on the city's clocks, where they are known."""
        return self.attending.time if self.attending else None

    @property
    def anchor(self) -> dt.date:
        """Return the day it stands at: the first it may mean, or the end of what has no beginning.

        What has no date at all stands after all else.
        """
        return self.date.lower or self.date.last

    @property
    def year(self) -> int | None:
        """Return the year it stands under; None for what is known less closely."""
        if not self.date.lower or self.date.is_wide:
            return None
        return self.anchor.year

    @property
    def decade(self) -> int | None:
        """Return the first year of its decade; None for what is known less closely."""
        if not self.date.lower or self.date.precision is Precision.CENTURY:
            return None
        return self.anchor.year // 10 * 10

    @property
    def order(self) -> tuple[dt.date, EdtfDate, int, str, str, int, dt.datetime, Natural]:
        """Return the place among others, whatever order they came in; news has that of its list."""
        tie = self.partners[0] if self.number else ""
        place = dt.datetime.combine(self.anchor, dt.time()), natural(self.key)
        if self.kind is MilestoneKind.RELEASE:
            place = self.releases[0].order
        return self.anchor, self.date, self.kind.rank, tie, self.tie_key, self.number, *place

    @property
    def exactness(self) -> Text | None:
        """Say what is not known of the date, where its words do not."""
        if self.date.precision is not Precision.YEAR or self.date.approximate:
            return None
        if self.kind is MilestoneKind.ANNIVERSARY:
            return say("some time in the year")
        return say("day and month not known")

    @property
    def announcement(self) -> Text | None:
        """Say what was announced, where it differs from what was done."""
        missed = self.status is Status.ANNOUNCED
        late = not self.status.open and self.planned != self.date
        if self.planned and (missed or late):
            return say("announced for {date}", date=Said(self.planned, "noun"))
        return None


def status_on(when: EdtfDate, today: dt.date) -> Status:
    """Return whether a stretch is past, begun or to come; of an unknown one, that it was."""
    if when.last < today or when.is_unknown:
        return Status.DONE
    return Status.COMING if when.first > today else Status.UNDER_WAY


Years = dict[int | None, tuple[Milestone, ...]]


def by_year(milestones: tuple[Milestone, ...]) -> Years:
    """Group sorted milestones under their years; None, the last, holds those of no known year."""
    years: dict[int | None, list[Milestone]] = {}
    for milestone in milestones:
        years.setdefault(milestone.year, []).append(milestone)
    return {year: tuple(found) for year, found in _known_first(years)}


def by_decade(milestones: tuple[Milestone, ...]) -> dict[int | None, Years]:
    """Group sorted milestones under decades, then years; None, the last, where it is not known."""
    decades: dict[int | None, list[Milestone]] = {}
    for milestone in milestones:
        decades.setdefault(milestone.decade, []).append(milestone)
    return {decade: by_year(tuple(found)) for decade, found in _known_first(decades)}


# A page of so many dates is not folded; of a longer one, the first groups that hold so few are
# open.
SHORT, OPEN = 40, 30
Group = TypeVar("Group")


def first_few(sizes: Mapping[Group, int]) -> frozenset[Group]:
    """Return which groups stand open: all of a short page, else the first while they are few."""
    if sum(sizes.values()) <= SHORT:
        return frozenset(sizes)
    counted = zip(sizes, accumulate(sizes.values()), strict=True)
    return frozenset(group for group, count in counted if count <= OPEN)


def unfolded(decades: dict[int | None, Years]) -> frozenset[int | None]:
    """Return the decades that stand open: all of a short page, else the last while they are few."""
    last_first = sorted(decades, key=lambda decade: (decade is None, -(decade or 0)))
    return first_few({one: sum(map(len, decades[one].values())) for one in last_first})


def _known_first(
    groups: dict[int | None, list[Milestone]],
) -> list[tuple[int | None, list[Milestone]]]:
    return sorted(groups.items(), key=lambda item: item[0] is None)


def in_calendars(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return the milestones that calendars hold: without one there is no calendar (RFC 5545)."""
    return tuple(milestone for milestone in milestones if milestone.days)


def brief(milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Return milestones as one page can hold them: beyond MOST, news has pages of its own."""
    if len(milestones) <= MOST:
        return milestones
    return tuple(m for m in milestones if m.kind is not MilestoneKind.RELEASE)


def news_left_out(milestones: tuple[Milestone, ...]) -> dict[int, int]:
    """Count, for each year, the releases that `brief` leaves out."""
    kept = brief(milestones)
    left = Counter(m.year for m in milestones) - Counter(m.year for m in kept)
    return {year: count for year, count in left.items() if year is not None}

"""The overview above a timeline as plain geometry: each tie's spans, one lane a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from city_relations.dates import EdtfDate
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.ties import Standing, TieNow
from city_relations.ties.intervals import interval_on
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status
from city_relations.timeline.scales import WIDTH, Scale, scale_of

# So many marks stand side by side on a lane: each is wide enough for a finger on a phone.
MARKS = 12


@dataclass(frozen=True)
class Span:
    """A stretch of time on a row of a lane, from 0 to WIDTH; `style` names how it is drawn.

    One that `is_earlier` began before the axis does.
    """

    row: int
    start: float
    end: float
    style: str
    kind: str = ""
    is_earlier: bool = False


@dataclass(frozen=True)
class Dot:
    """A moment on a row of a lane; filled when it bound the parties; `key` is its milestone's."""

    row: int
    at: float
    style: str
    kind: str = ""
    filled: bool = False
    key: str = ""


@dataclass(frozen=True)
class Mark:
    """A stretch of a lane that shows what it holds: where it is, from 0 to WIDTH, and its facts."""

    start: float
    end: float
    facts: tuple[Milestone, ...]


@dataclass(frozen=True)
class Lane:
    """What is drawn for one partner, and the same in words: its ties and their lives.

    `earlier` are the rows of ties that began before the axis.
    """

    partner: Partner
    ties: tuple[TieNow, ...]
    spans: tuple[Span, ...]
    dots: tuple[Dot, ...]
    rows: int
    earlier: frozenset[int] = frozenset()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Overview:
    """All lanes on one scale."""

    scale: Scale
    today: float
    lanes: tuple[Lane, ...]

    @property
    def styles(self) -> frozenset[str]:
        """Name the ways of drawing that occur, for the key."""
        dots = {
            ("act" if d.filled else "step") if d.style == "act" else "event" for d in self._dots
        }
        earlier = {"earlier" for lane in self.lanes if lane.earlier}
        return frozenset(
            dots | earlier | {span.style for lane in self.lanes for span in lane.spans}
        )

    @property
    def _dots(self) -> tuple[Dot, ...]:
        return tuple(dot for lane in self.lanes for dot in lane.dots)


def overview(
    partners: Iterable[tuple[Partner, tuple[TieNow, ...]]],
    milestones: Sequence[Milestone],
    month: date,
) -> Overview | None:
    """Draw the lanes of partners through the decades; nothing where nothing is told.

    Each partner comes with its ties as they stand today. They are drawn up to the first day of the
    `month`: a drawing that changed every day would date every archive.
    """
    own = [m for m in milestones if m.kind is not MilestoneKind.ELSEWHERE]
    if not own:
        return None
    last = max(*(m.date.upper or month for m in own), month)
    first = min((m.decade for m in own if m.decade is not None), default=month.year)
    scale = scale_of(first, last.year, month.year)
    lanes = [_lane(partner, ties, own, scale, month) for partner, ties in partners]
    lanes.sort(key=_lane_order)
    return Overview(scale, scale.at(month), tuple(lanes))


def _lane_order(lane: Lane) -> tuple[date, str]:
    """Return the place of a lane: by the first tie that bound, those of unknown date last."""
    begun = [s.begun.lower or s.begun.last for _, s in lane.ties if s.begun]
    return min(begun, default=date.max), lane.partner.slug


def _lane(
    partner: Partner,
    ties: tuple[TieNow, ...],
    milestones: Sequence[Milestone],
    scale: Scale,
    month: date,
) -> Lane:
    own = [m for m in milestones if partner.slug in m.partners]
    spans = [s for row, (tie, st) in enumerate(ties) for s in _tie(row, tie, st, scale, month)]
    found = [(dot, milestone) for milestone in own if (dot := _dot(milestone, ties, scale))]
    dots = [dot for dot, _ in found]
    dots.sort(key=lambda dot: (dot.style == "act", dot.filled))  # the weightier on top
    rows = len(ties)
    projects = [m for m in own if m.kind is MilestoneKind.PROJECT and not m.date.is_unknown]
    spans += [_project(rows, project, scale, month) for project in projects]
    earlier = frozenset(span.row for span in spans if span.is_earlier and span.row < rows)
    rows += bool(projects)
    return Lane(partner, ties, tuple(spans), tuple(dots), rows, earlier, tuple(_marks(found)))


def _marks(found: Sequence[tuple[Dot, Milestone]]) -> Iterator[Mark]:
    """Gather what is near on a lane under one mark, so that no two are closer than a finger."""
    wide = WIDTH / MARKS
    for n in range(MARKS):
        here = [m for dot, m in found if min(int(dot.at / wide), MARKS - 1) == n]
        if here:
            facts = tuple(sorted(here, key=lambda m: m.order))
            yield Mark(round(n * wide, 1), round((n + 1) * wide, 1), facts)


def _tie(row: int, tie: Tie, standing: Standing, scale: Scale, month: date) -> Iterator[Span]:
    """Draw the stretches of a tie's life, each as its state is drawn, gaps left out."""
    kind, begun = str(tie.kind), standing.begun
    may_begin_on_it = begun is not None and begun.last >= scale.start  # a year of 19XX, say
    for one in standing.stretches:
        if one.state.drawn and min(one.last, month) >= scale.start:
            end = scale.at(min(_day_after(one.last), month))
            earlier = date.min < one.first < scale.start and not may_begin_on_it
            start = min(scale.at(one.first), end)
            yield Span(row, start, end, one.state.drawn, kind, earlier)
    until, now = standing.until, scale.at(month)
    if standing.state.lives and until and scale.at(until.last) > now:
        yield Span(row, now, scale.at(until.last), "ahead", kind)


def _day_after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _project(row: int, project: Milestone, scale: Scale, month: date) -> Span:
    end = project.date.upper or month
    return Span(row, scale.at(project.date.first), scale.at(end), "project")


def _dot(milestone: Milestone, ties: Sequence[TieNow], scale: Scale) -> Dot | None:
    """Mark an act on the row of its tie, any other moment on the tie that lived then.

    What is before the axis, or known to no year, has no place on it.
    """
    when = milestone.date
    if not milestone.kind.dot or not ties or when.is_wide or when.last < scale.start:
        return None
    row = _row(milestone, ties)
    filled = milestone.binding and milestone.status is Status.DONE
    at, kind = scale.at(_middle(when)), str(ties[row][0].kind)
    return Dot(row, at, milestone.kind.dot, kind, filled, milestone.key)


def _row(milestone: Milestone, ties: Sequence[TieNow]) -> int:
    own = [i for i, (_, one) in enumerate(ties) if one.key == milestone.tie_key]
    lives = [interval_on(standing.life, milestone.anchor).state.lives for _, standing in ties]
    return next(iter([*own, *(i for i, living in enumerate(lives) if living)]), 0)


def _middle(when: EdtfDate) -> date:
    """Return the middle of what a date may mean, its known side when open."""
    if when.lower and when.upper:
        return when.lower + (when.upper - when.lower) / 2
    return when.lower or when.upper or date.max

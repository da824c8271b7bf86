"""The overview above a timeline as plain geometry: each tie's spans, one lane a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from city_relations.dates import EdtfDate
from city_relations.schema.choices import State
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.ties import Standing, TieNow
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status

WIDTH = 1000
MOST_DECADES = 13


@dataclass(frozen=True)
class Span:
    """A stretch of time on a row of a lane, from 0 to WIDTH; `style` names how it is drawn."""

    row: int
    start: float
    end: float
    style: str
    kind: str = ""


@dataclass(frozen=True)
class Dot:
    """A moment on a row of a lane; filled when it bound the parties."""

    row: int
    at: float
    style: str
    kind: str = ""
    filled: bool = False


@dataclass(frozen=True)
class Lane:
    """What is drawn for one partner, and the same in words: its ties and where they stand."""

    partner: Partner
    ties: tuple[TieNow, ...]
    spans: tuple[Span, ...]
    dots: tuple[Dot, ...]
    rows: int


@dataclass(frozen=True)
class Overview:
    """All lanes on one scale of decades; `clipped` when time before the first is left out."""

    decades: tuple[int, ...]
    today: float
    lanes: tuple[Lane, ...]
    clipped: bool = False

    @property
    def styles(self) -> frozenset[str]:
        """Name the ways of drawing that occur, for the key."""
        dots = {
            ("act" if d.filled else "step") if d.style == "act" else "event" for d in self._dots
        }
        return frozenset(dots | {span.style for lane in self.lanes for span in lane.spans})

    @property
    def _dots(self) -> tuple[Dot, ...]:
        return tuple(dot for lane in self.lanes for dot in lane.dots)


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int

    def at(self, day: date) -> float:
        """Give where a day stands, the edges for days outside."""
        years = day.year + (day.timetuple().tm_yday - 1) / 366 - self.first
        return round(min(max(WIDTH * years / (self.last - self.first), 0), WIDTH), 1)


def overview(
    partners: Iterable[tuple[Partner, tuple[TieNow, ...]]],
    milestones: Sequence[Milestone],
    today: date,
) -> Overview | None:
    """Draw the lanes of partners through the decades; nothing when no tie is dated.

    Each partner comes with its ties as they stand today.
    """
    own = [m for m in milestones if m.kind is not MilestoneKind.ELSEWHERE]
    if not own:
        return None
    month = today.replace(day=1)  # a drawing that changed every day would date every archive
    end = max(*(m.date.upper or month for m in own), month).year // 10 * 10 + 10
    start = min(m.decade for m in own)
    first = max(start, end - 10 * MOST_DECADES)
    scale = _Scale(first, end)
    lanes = [_lane(partner, ties, own, scale, month) for partner, ties in partners]
    lanes.sort(key=_lane_order)
    return Overview(tuple(range(first, end, 10)), scale.at(month), tuple(lanes), start < first)


def _lane_order(lane: Lane) -> tuple[date, str]:
    founded = [s.founded.first for _, s in lane.ties if s.founded]
    return min(founded, default=date.max), lane.partner.slug


def _lane(
    partner: Partner,
    ties: tuple[TieNow, ...],
    milestones: Sequence[Milestone],
    scale: _Scale,
    month: date,
) -> Lane:
    own = [m for m in milestones if partner.slug in m.partners]
    spans = [s for row, (tie, st) in enumerate(ties) for s in _tie(row, tie, st, scale, month)]
    dots = [dot for milestone in own if (dot := _dot(milestone, ties, scale))]
    dots.sort(key=lambda dot: (dot.style == "act", dot.filled))  # the weightier on top
    rows = len(ties)
    projects = [m for m in own if m.kind is MilestoneKind.PROJECT]
    spans += [_project(rows, project, scale, month) for project in projects]
    return Lane(partner, ties, tuple(spans), tuple(dots), rows + bool(projects))


def _tie(row: int, tie: Tie, standing: Standing, scale: _Scale, month: date) -> Iterator[Span]:
    """Draw the life of a tie: thin while prospective, dashed while suspended, outlined ahead."""
    kind = str(tie.kind)
    begun = standing.founded or standing.since
    if not begun:
        return
    start, now = scale.at(begun.first), scale.at(month)
    prepared = min((a.date for a in tie.acts if a.date), default=begun)
    if standing.state.prospective:
        yield Span(row, start, now, "prospective", kind)
        return
    if prepared < begun:
        yield Span(row, scale.at(prepared.first), start, "prospective", kind)
    stop = now
    if standing.state.past and standing.until:
        stop = min(scale.at(standing.until.last), now)
    held = scale.at(standing.since.first) if _is_held(standing) and standing.since else stop
    yield Span(row, start, held, "lived", kind)
    if held < stop:
        yield Span(row, held, stop, "suspended", kind)
    if standing.state.lives and standing.until and scale.at(standing.until.last) > stop:
        yield Span(row, stop, scale.at(standing.until.last), "ahead", kind)


def _is_held(standing: Standing) -> bool:
    return standing.state is State.SUSPENDED


def _project(row: int, project: Milestone, scale: _Scale, month: date) -> Span:
    end = project.date.upper or month
    return Span(row, scale.at(project.date.first), scale.at(end), "project")


def _dot(milestone: Milestone, ties: Sequence[TieNow], scale: _Scale) -> Dot | None:
    """Mark an act on the row of its tie, any other moment on the tie that lived then."""
    if not milestone.kind.dot or not ties:
        return None
    row = _row(milestone, ties)
    filled = milestone.binding and milestone.status is Status.DONE
    at, kind = scale.at(_middle(milestone.date)), str(ties[row][0].kind)
    return Dot(row, at, milestone.kind.dot, kind, filled)


def _row(milestone: Milestone, ties: Sequence[TieNow]) -> int:
    own = [i for i, (tie, _) in enumerate(ties) if tie.kind == milestone.tie]
    when = milestone.anchor
    living = [
        i
        for i, (_, standing) in enumerate(ties)
        if standing.founded
        and standing.founded.first <= when
        and not (standing.state.past and standing.until and standing.until.last < when)
    ]
    return next(iter([*own, *living]), 0)


def _middle(when: EdtfDate) -> date:
    """Give the middle of what a date may mean, its known side when open."""
    if when.lower and when.upper:
        return when.lower + (when.upper - when.lower) / 2
    return when.lower or when.upper or date.max

"""A tie's life up to a day as lines draw it and words tell it: what held, what was held, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from city_relations.dates import EdtfDate, Said, parse_date
from city_relations.language.words import Text, say
from city_relations.schema.choices import State
from city_relations.ties.intervals import Interval


@dataclass(frozen=True)
class Stretch:
    """Neighbouring intervals told alike, from `first` to `last`, bounded by `start` and `end`.

    The last of a life goes on for as long as nothing more is done.

    `state` is the state of the first of them; of a gap between two, its `state` is past.
    """

    state: State
    first: date
    last: date
    start: EdtfDate | None
    end: EdtfDate | None

    @property
    def words(self) -> Text:
        """Say what held, and from when to when."""
        return replace(self.state.spell, values=(("period", _period(self.start, self.end)),))


def stretches(lived: Iterable[Interval]) -> tuple[Stretch, ...]:
    """Return the stretches of a life so far; before all acts there is none."""
    found: list[Stretch] = []
    for one in lived:
        if one.state.prospective and not one.since:
            continue
        told = Stretch(one.state, one.first, one.last, one.start, one.end)
        if found and found[-1].state.drawn == told.state.drawn and found[-1].end == told.start:
            told = replace(found.pop(), last=told.last, end=told.end)
        found.append(told)
    return tuple(found)


def story(told: Sequence[Stretch], now: Text) -> tuple[Text, ...]:
    """Say a life in words, stretch by stretch, the last as the tie stands now.

    After a suspension the tie is in force since it was resumed; alone, since it was founded.
    """
    earlier = tuple(stretch.words for stretch in _earlier(told))
    if earlier and told[-1].state.lives and told[-1].start:
        now = _since(now, told[-1].start)
    return (*earlier, now)


def _since(text: Text, start: EdtfDate) -> Text:
    """Say a sentence of another beginning."""
    values = tuple(
        (name, _since(v, start) if isinstance(v, Text) else Said(start, "since"))
        if name in ("since", "sentence")
        else (name, v)
        for name, v in text.values
    )
    return replace(text, values=values)


def _earlier(told: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield what was before the present stretch; what nobody knows is told by what follows it."""
    yield from (one for one in told[:-1] if one.state is not State.UNKNOWN)


def _period(start: EdtfDate | None, end: EdtfDate | None) -> Text | Said | str:
    """Say from when to when, as exactly as it is known."""
    if start and start == end:
        return Said(start, "when")
    sides = [side for side in (start, end) if side]
    if len(sides) == 2 and not any(side.is_wide or side.start for side in sides):  # noqa: PLR2004
        return _whole(*sides)
    if start and end:
        return say("{since}, {until}", since=Said(start, "since"), until=Said(end, "until"))
    return Said(start, "since") if start else Said(end, "until") if end else ""


def _whole(start: EdtfDate, end: EdtfDate) -> Text | Said:
    if start.first <= end.last:
        return Said(parse_date(f"{start}/{end}"))
    return say("{since}, {until}", since=Said(start, "since"), until=Said(end, "until"))

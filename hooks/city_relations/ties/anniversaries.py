"""The round numbers of years that ties reach, derived from their founding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from city_relations.dates import EdtfDate, add_months, shifted
from city_relations.schema.tie import Tie
from city_relations.ties import Standing, TieNow


@dataclass(frozen=True)
class Anniversary:
    """A round number of years of a tie, on the date it was founded."""

    tie: Tie
    standing: Standing
    years: int
    date: EdtfDate


def anniversaries(ties: Iterable[TieNow], day: date, months: int = 12) -> tuple[Anniversary, ...]:
    """List the round anniversaries of a partner's living ties, for so many months from a day.

    The ties are as they stand on it.
    """
    found = [a for tie, standing in ties for a in _of(tie, standing, day, months)]
    return tuple(sorted(found, key=lambda a: (a.date, a.years, a.standing.key)))


def _of(tie: Tie, standing: Standing, day: date, months: int) -> Iterator[Anniversary]:
    founded = standing.founded
    if not (founded and founded.year and standing.state.lives):
        return
    limit = add_months(day, months)
    for years in range(max(day.year - founded.first.year, 1), limit.year - founded.first.year + 1):
        when = shifted(founded, 12 * years)
        if is_round(years) and when.last >= day and when.first < limit:
            yield Anniversary(tie, standing, years, when)


def is_round(years: int) -> bool:
    """Return whether so many years are celebrated: ten, twenty, then every fifth year."""
    return years == 10 or (years >= 20 and years % 5 == 0)  # noqa: PLR2004

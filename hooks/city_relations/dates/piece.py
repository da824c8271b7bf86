"""One point in time as people write it in any language: a day, a month, a season, a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from city_relations.dates import errors
from city_relations.dates.french import NORTHERN, SOUTHERN
from city_relations.dates.points import SHORT, check_weekday, check_year


@dataclass(frozen=True)
class Piece:
    """What was said of a point, some of it perhaps left to the other side of a period.

    `edtf` is a point already whole; `mark` its doubt, `weekday` counted from Monday, -1 for none.
    """

    year: str = ""
    following: str = ""
    month: int = 0
    day: int = 0
    season: int = 0
    edtf: str = ""
    mark: str = ""
    weekday: int = -1

    @property
    def is_bare(self) -> bool:
        """Return whether it is a number alone, which no date is."""
        return not (self.year or self.month or self.season or self.edtf)

    def completed(self, other: Piece, *, earlier: bool) -> Piece:
        """Return it with the month and year that the other side of a period says for both."""
        if self.edtf:
            return self
        month = self.month or (other.month if self.day else 0)
        made = replace(self, month=month)
        if self.year or not other.year:
            return made
        over = self.month > other.month if earlier else self.month < other.month
        shift = 0
        if over and self.month and other.month:  # « from 28 December to 3 January 2026 »
            shift = -1 if earlier else 1
        return replace(made, year=f"{int(other.year) + shift:0{len(other.year)}}")

    def written(self, given: str, *, southern: bool) -> str:
        """Return it as EDTF; a DateError says what is missing or wrong."""
        if self.edtf:
            return self.edtf + self.mark
        if not self.year:
            raise errors.no_year(given)
        if self.season:
            return self._season(given, southern=southern) + self.mark
        rest = [f"{part:02}" for part in (self.month, self.day) if part]
        check_year(self.year, rest, given)
        point = "-".join([self.year, *rest])
        if self.weekday >= 0:
            check_weekday(self.weekday, point, given)
        return point + self.mark

    def _season(self, given: str, *, southern: bool) -> str:
        """Name the season; the one that spans two years is named by both."""
        number = (SOUTHERN if southern else NORTHERN) + self.season - 1
        if len(self.year) == SHORT:
            raise errors.short_year(given, f"20{self.year}-{number}")
        spans = number in {NORTHERN + 3, SOUTHERN + 1}
        if spans and not self.following:
            raise errors.which_season(given, int(self.year), number, southern=southern)
        return f"{self.year}-{number}"

"""How far apart the clocks of two places are, whatever the day it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

# Years whose rules are those that hold from now on, as far as the table of zones knows. There are
# several, for where clocks follow the month of Ramadan, which moves; a day of each week is asked.
FIRST, WEEKS = datetime(2028, 1, 1, 12, tzinfo=UTC), 520
RARE = 0.03  # of the weeks: what holds in fewer is not worth a word
NORTHERN_WINTER, NORTHERN_SUMMER = frozenset((12, 1, 2)), frozenset((6, 7, 8))


@dataclass(frozen=True)
class Difference:
    """By how many minutes the clocks there are ahead, in winter and in summer here.

    `others` are the differences that hold at other times alone: between two changes of clocks.
    """

    winter: int
    summer: int
    others: tuple[int, ...] = ()


def difference(there: str, here: str, *, southern: bool = False) -> Difference:
    """Return how the clocks of a zone differ from those here; both by their names of the IANA.

    Seasons are those here, which is in the `southern` hemisphere or not.
    """
    days = [FIRST + timedelta(weeks=week) for week in range(WEEKS)]
    told = [(day.month, _ahead(day, ZoneInfo(there), ZoneInfo(here))) for day in days]
    winter, summer = (NORTHERN_WINTER, NORTHERN_SUMMER)[:: -1 if southern else 1]
    cold, warm = (_usual(m for month, m in told if month in one) for one in (winter, summer))
    counts = Counter(minutes for _, minutes in told)
    others = sorted(m for m, n in counts.items() if n >= RARE * WEEKS and m not in (cold, warm))
    return Difference(cold, warm, tuple(others))


def _ahead(day: datetime, there: ZoneInfo, here: ZoneInfo) -> int:
    """Return the minutes the clocks there are ahead on a day."""
    offsets = [day.astimezone(zone).utcoffset() or timedelta() for zone in (there, here)]
    return round((offsets[0] - offsets[1]).total_seconds() / 60)


def _usual(minutes: Iterable[int]) -> int:
    return Counter(minutes).most_common(1)[0][0]

"""The one clock: what time it is, or is said to be, and when an hour of the city comes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from city_relations.language.words import Text, say

EPOCH = "SOURCE_DATE_EPOCH"
LAST = int(datetime(3000, 1, 1, tzinfo=UTC).timestamp())


class ClockError(Exception):
    """The time that the environment says is none; carries the sentence that says so."""

    def __init__(self, epoch: str) -> None:
        super().__init__(epoch)
        self.text: Text = say(
            "{name} is “{epoch}”: write seconds since 1970, in digits, or unset it.",
            name=EPOCH,
            epoch=epoch.encode("unicode_escape").decode(),
        )


def read_clock(environ: Mapping[str, str]) -> datetime:
    """Return the time of a build, in UTC: SOURCE_DATE_EPOCH where it is set, so that builds repeat.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises ClockError where it is set
    to what is no number of seconds between 1970 and the year 3000.
    """
    epoch = environ.get(EPOCH, "").strip()
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch(r"[0-9]{1,11}", epoch) or int(epoch) >= LAST:
        raise ClockError(epoch)
    return datetime.fromtimestamp(int(epoch), UTC)


def moment(hour: datetime, zone: ZoneInfo) -> datetime:
    """Return when a time zone's clocks show an hour, in UTC.

    An hour that comes twice in autumn, or is skipped in spring, means the later moment: what must
    wait for it is never early. Hours from the year 2 on: Python's calendar ends before year 1.
    """
    return max(hour.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))

"""The one clock: what time it is, or is said to be, and when an hour of the city comes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def read_clock(environ: Mapping[str, str]) -> datetime:
    """Give the time of a build, in UTC: SOURCE_DATE_EPOCH where it is set, so that builds repeat.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def moment(hour: datetime, zone: ZoneInfo) -> datetime:
    """Give when a time zone's clocks show an hour, in UTC.

    An hour that comes twice in autumn, or is skipped in spring, means the later moment: what must
    wait for it is never early.
    """
    return max(hour.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))

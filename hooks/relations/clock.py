"""The one clock: what time it is, or is said to be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime


def read_clock(environ: Mapping[str, str]) -> datetime:
    """Give the time of a build, in UTC: SOURCE_DATE_EPOCH where it is set, so that builds repeat.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)

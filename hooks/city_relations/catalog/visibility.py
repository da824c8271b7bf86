"""When a release may be read: its day, its embargo, and that it is no draft."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from city_relations.clock import moment
from city_relations.schema.choices import Status
from city_relations.schema.press_release import PressRelease


def is_visible(release: PressRelease, zone: ZoneInfo, now: datetime) -> bool:
    """Return whether a release may be seen at `now`: no draft, not before day or embargo."""
    waits = release.status is Status.DRAFT
    return not waits and visible_from(release, zone) <= now.astimezone(UTC)


def visible_from(release: PressRelease, zone: ZoneInfo) -> datetime:
    """Return when a release may first be read, in UTC."""
    day = moment(datetime.combine(release.date.first, time()), zone)
    return max(day, moment(release.embargo, zone)) if release.embargo else day

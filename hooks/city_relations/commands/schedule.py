"""The schedule of a forge, which ends embargoes: GitHub stops it where nobody changes anything."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from city_relations.language.words import Text, say_n

WORKFLOWS = ".github/workflows"
SECONDS_A_DAY = 24 * 3600
# GitHub stops the schedules of a public repository after 60 days: told a fortnight before.
QUIET_DAYS = 45


def schedule_stopping(root: Path, now: datetime) -> Text | None:
    """Say that the schedule of a repository has stopped, or soon will; else nothing."""
    if not _has_schedule(root) or (saved := _last_saved(root)) is None:
        return None
    days = int((now.timestamp() - saved) // SECONDS_A_DAY)
    if days < QUIET_DAYS:
        return None
    return say_n(
        "nothing has been saved here for {n} day: GitHub stops the schedules of a public "
        "repository after 60, and no embargo ends any more. Save a change, or turn the schedule on "
        "again under “Actions”.",
        "nothing has been saved here for {n} days: GitHub stops the schedules of a public "
        "repository after 60, and no embargo ends any more. Save a change, or turn the schedule on "
        "again under “Actions”.",
        days,
    )


def _has_schedule(root: Path) -> bool:
    files = (root / WORKFLOWS).glob("*.y*ml")
    return any("schedule:" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def _last_saved(root: Path) -> float | None:
    """Return the second of the last commit; nothing where Git knows of none."""
    git = shutil.which("git")
    if git is None:
        return None
    asked = [git, "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    return float(told.stdout) if told.stdout.strip().isdecimal() else None

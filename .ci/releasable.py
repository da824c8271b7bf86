"""Says what keeps the version of pyproject.toml from being released, a line each."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

HEADING = re.compile(r"(?m)^## (\S+) – (.+)$")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults(root: Path) -> Iterator[str]:
    """Yield what is missing: the version described in CHANGELOG.md, with its day."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    newest = HEADING.search((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if newest is None:
        yield "CHANGELOG.md: no version"
    elif newest[1] != version:
        yield f"CHANGELOG.md: the newest version is {newest[1]}, not {version}"
    elif not DAY.fullmatch(newest[2]):
        yield "CHANGELOG.md: the newest version is not dated"


if __name__ == "__main__":
    if found := [*faults(Path(__file__).resolve().parent.parent)]:
        sys.exit("\n".join(found))

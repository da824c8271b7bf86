"""Times the check of ten thousand releases beside a bare reading of the same YAML.

A part of `make bench`; alone, from the root: `.venv/bin/python benchmarks/check.py`. Ends with 1
when the check takes more than 4 seconds of the processor or more than 5 times the bare reading.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import yaml
from corpus import write_city

from city_relations.catalog import read_catalog

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MOST_SECONDS, MOST_TIMES = 4.0, 5.0


def bare(root: Path) -> float:
    """Return the seconds of loading every front matter with the C loader, and nothing else."""
    started = time.process_time()
    for path in (root / "press_releases").rglob("*.md"):
        yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.CSafeLoader)
    return time.process_time() - started


def ours(root: Path) -> float:
    """Return the seconds of the whole check."""
    started = time.process_time()
    read_catalog(root, NOW)
    return time.process_time() - started


def main() -> int:
    """Measure both three times in turn and judge the best of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=10_000)
    releases = parser.parse_args().releases
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_city(root, releases, 40)
        runs = [(bare(root), ours(root)) for _ in range(3)]
    reading, checking = min(run[0] for run in runs), min(run[1] for run in runs)
    print(f"{releases} releases: bare reading {reading:.2f} s, check {checking:.2f} s of CPU")
    print(f"ratio {checking / reading:.2f} (at most {MOST_TIMES}, at most {MOST_SECONDS} s)")
    return int(checking > MOST_SECONDS or checking / reading > MOST_TIMES)


if __name__ == "__main__":
    sys.exit(main())

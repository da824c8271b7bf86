"""What a big city costs: 1,000 releases and 40 partners beside the same texts in plain Material.

Run it from the root: `make bench`. A first build makes what is kept from one build to the next (a
card and a PDF for each page, what Markdown made of each text) and is told apart. Then both sites
are built in turn, five times each, each in a process of its own; told are the medians of the
processor's seconds and of their ratios, pair by pair, and the highest peak of memory. Then the
city grows to 4,000 releases. All stands in memory where the system has a disk there: what the
kernel spends on a busy disk changes from one second to the next. The command ends with 1 when a
budget is exceeded.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus import write_city, write_plain

RATIO = 1.5  # of processor's seconds, ours to plain Material's
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795348800"}
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds of processor, and the peak of memory in MB."""

    seconds: float
    memory: float


def build(project: Path) -> Cost:
    """Build a site from nothing in a process of its own; give what it cost."""
    shutil.rmtree(project / "site", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["-f", str(project / "mkdocs.yml")]
    with (project / "log").open("wb") as log:
        output = [(os.POSIX_SPAWN_DUP2, log.fileno(), stream) for stream in (1, 2)]
        child = os.posix_spawn(sys.executable, command, ENVIRONMENT, file_actions=output)
        _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit((project / "log").read_text(encoding="utf-8")[-3000:])
    unit = 1024 if sys.platform == "linux" else 1024**2
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def median(costs: list[Cost]) -> Cost:
    """Return the middle of the seconds and the highest of the peaks."""
    return Cost(statistics.median(c.seconds for c in costs), max(c.memory for c in costs))


def told(name: str, cost: Cost) -> None:
    """Print one line of the table."""
    print(f"{name:<42}{cost.seconds:>8.2f} s{cost.memory:>8.0f} MB", flush=True)


def main() -> int:
    """Measure, print and judge; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--partners", type=int, default=40)
    parser.add_argument("--growth", type=int, default=4000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    where = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
        return compare(Path(folder), options)


def compare(folder: Path, options: argparse.Namespace) -> int:
    """Build both sites in turn, then the grown one."""
    size = (options.releases, options.partners)
    sites = {
        "ours": write_city(folder / "ours", *size),
        "plain": write_plain(folder / "plain", *size),
    }
    told("the first build, which makes every card and PDF", build(sites["ours"]))
    costs: dict[str, list[Cost]] = {"ours": [], "plain": []}
    for _ in range(options.runs):
        for name, project in sites.items():
            costs[name].append(build(project))
    ours, plain = median(costs["ours"]), median(costs["plain"])
    told(f"{size[0]} releases, {size[1]} partners", ours)
    told("the same texts in plain Material", plain)
    grown_city = write_city(folder / "grown", options.growth, options.partners)
    build(grown_city)
    grown = build(grown_city)
    told(f"{options.growth} releases, {options.partners} partners", grown)
    pairs = zip(costs["ours"], costs["plain"], strict=True)
    ratio = statistics.median(one.seconds / other.seconds for one, other in pairs)
    growth, linear = grown.seconds / ours.seconds, options.growth / options.releases
    print(f"processor: {ratio:.2f} times plain Material's (at most {RATIO})")
    print(f"memory: {ours.memory / plain.memory:.2f} times plain Material's")
    print(f"growth: {growth:.2f} times the processor for {linear:.2f} times the releases")
    return int(ratio > RATIO or growth > linear)


if __name__ == "__main__":
    sys.exit(main())

"""What publishing costs, as one table: ours cold, warm and with one change, beside others.

Run it from the root: `make bench`. At each size a city of press releases is built with all its
cards and PDF, from nothing kept (cold), with nothing changed (warm), and with one summary changed,
on two processors and on one; the same texts are built by plain Material and by Hugo in the same
run, each in a process of its own. Told are seconds of the processor, seconds by the clock and the
peak of memory, summed over all processes, a page they share counted once. All stands in memory
where the system has a disk there: what the kernel spends on a busy disk changes from one second to
the next. Then a preview is begun twice and a text saved. The command ends with 1 when an aim is
missed; `--sizes 300` is enough for a first look, and `--languages fr en` measures a city of two.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import press
from corpus import write_city, write_hugo, write_plain
from memory import Peak
from preview import seconds_of_preview

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795348800"}
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict")
# Begins a command on so many processors.
PIN = """
import os, sys
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[1])])
os.execv(sys.argv[2], sys.argv[2:])
"""
NO_CODE = (
    "Python is told to keep no compiled code here (PYTHONDONTWRITEBYTECODE, or -B): each build \
would begin seconds later than a city's does. Take that word away, and measure again."
)
HUGO = Path(sys.prefix) / "hugo" / "bin"  # where `make bench` puts it
Aim = tuple[str, float, float]  # its name, the figure, and the most it may be
MANY = 5000  # releases: from here on a city has more partners


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds of processor and of the clock, and the peak of memory in MB."""

    seconds: float
    wall: float
    memory: float


def run(project: Path, command: tuple[str, ...], processors: int = 0) -> Cost:
    """Run a command in a project, in a process of its own; give what it cost."""
    shutil.rmtree(project / "site", ignore_errors=True)
    pinned = (sys.executable, "-c", PIN, str(processors)) if processors else ()
    whole = [*pinned, *command]
    start = time.monotonic()
    with (project / "log").open("wb") as log:
        output = [(os.POSIX_SPAWN_DUP2, log.fileno(), stream) for stream in (1, 2)]
        child = os.posix_spawn(whole[0], whole, ENVIRONMENT, file_actions=output)
        with Peak(child) as peak:
            _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit((project / "log").read_text(encoding="utf-8")[-3000:])
    unit = 1024 if sys.platform == "linux" else 1024**2
    memory = peak.megabytes or usage.ru_maxrss / unit
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory)


def build(project: Path, processors: int = 0) -> Cost:
    """Build a site of MkDocs from an empty `site/`."""
    return run(project, (*MKDOCS, "-f", str(project / "mkdocs.yml")), processors)


def change(project: Path) -> None:
    """Change the summary of one release, in the middle of the years."""
    found = sorted((project / "press_releases").rglob("*.md"))
    path = found[len(found) // 2]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('summary: "', 'summary: "Corrigé. ', 1), encoding="utf-8")


def told(releases: int, name: str, once: Callable[[], Cost], runs: int) -> Cost:
    """Measure, and print one line of the table; errors tell what is being measured meanwhile."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{releases:>9,}  {name} …\r")
    cost = middle(once, runs)
    figures = f"{cost.seconds:>10.2f}{cost.wall:>9.2f}{cost.memory:>9.0f}"
    print(f"{releases:>9,}  {name:<42}{figures}", flush=True)
    return cost


def measure(folder: Path, releases: int, runs: int, languages: tuple[str, ...]) -> list[Aim]:
    """Measure one size and print its lines; give its aims, which are those of two processors."""
    size = (releases, 100 if releases > MANY else 40)
    ours = write_city(folder / "ours", *size, languages)
    found, *_ = [measure_ours(ours, releases, runs, some) for some in all_and_one()]
    without = (sys.executable, "-m", "city_relations.builder", str(ours / "mkdocs.yml"))
    run(ours, without)  # pages are framed for each generator, and kept for each
    told(releases, "ours, all kept, without MkDocs", lambda: run(ours, without), runs)
    shutil.rmtree(ours)  # what is measured next needs the room
    plain = write_plain(folder / "plain", *size)
    other = told(releases, "plain Material", lambda: build(plain), runs)
    cold, warm, one = found
    aims = [
        ("nothing kept, times plain Material's processor", cold.seconds / other.seconds, 4.0),
        ("all kept, times plain Material's processor", warm.seconds / other.seconds, 1.0),
        ("nothing kept, peak of memory in MB", cold.memory, 300.0),
        ("all kept, peak of memory in MB", warm.memory, 300.0),
        ("one change, peak of memory in MB", one.memory, 300.0),
    ]
    if hugo := shutil.which("hugo", path=f"{HUGO}:{os.environ['PATH']}"):
        site = write_hugo(folder / "hugo", *size)
        command = (hugo, "--source", str(site), "--destination", str(site / "site"))
        beside = told(releases, "Hugo", lambda: run(site, command), runs)
        if releases > MANY:  # few texts are sooner read than any Python begins
            times = one.wall / beside.wall
            aims.append(("one change, times the clock of Hugo's whole build", times, 2.0))
    return aims


def all_and_one() -> tuple[int, ...]:
    """Return how many processors to measure with: two and one where the system lets us choose."""
    if not hasattr(os, "sched_setaffinity"):
        return (0,)
    return (2, 1) if len(os.sched_getaffinity(0)) > 1 else (1,)


def measure_ours(city: Path, releases: int, runs: int, processors: int) -> tuple[Cost, Cost, Cost]:
    """Build a city with nothing kept, all kept, and one summary changed, on so many processors."""
    shutil.rmtree(city / ".cache", ignore_errors=True)
    on = {0: "", 1: ", 1 processor"}.get(processors, f", {processors} processors")

    def one_changed() -> Cost:
        change(city)
        return build(city, processors)

    return (
        told(releases, f"ours, nothing kept{on}", lambda: build(city, processors), 1),
        told(releases, f"ours, all kept{on}", lambda: build(city, processors), runs),
        told(releases, f"ours, one summary changed{on}", one_changed, runs),
    )


def middle(once: Callable[[], Cost], runs: int) -> Cost:
    """Measure several times; return the middle of the seconds and the highest of the peaks."""
    costs = [once() for _ in range(runs)]
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.memory for cost in costs),
    )


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--sizes", type=int, nargs="+", default=[300, 1000, 8000])
    made.add_argument("--runs", type=int, default=3)
    made.add_argument("--languages", nargs="+", default=["fr"], help="of our city; others have one")
    made.add_argument("--preview", type=int, default=1000, help="releases of the preview; 0: none")
    return made


def main() -> int:
    """Measure, print and judge; give the exit status."""
    options = parser().parse_args()
    if sys.dont_write_bytecode:
        sys.exit(NO_CODE)
    where = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
    aims = []
    print(f"{'releases':>9}  {'seconds':<42}{'processor':>10}{'clock':>9}{'MB':>9}")
    for releases in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
            found = measure(Path(folder), releases, options.runs, tuple(options.languages))
            aims += [(releases, *aim) for aim in found]
    for name, work in (("a card", press.card), ("a PDF", press.pdf)):
        work(0)  # opens fonts once, as a build does
        print(f"{name}: {press.milliseconds(work, 1, 20):.1f} ms of the processor")
    if options.preview:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
            city = write_city(Path(folder) / "city", options.preview, 40)
            for name, figure, most in seconds_of_preview(city):
                aims.append((options.preview, name, figure, most))
    for releases, name, figure, most in aims:
        verdict = "reached" if figure <= most else "MISSED"
        print(f"{releases:>9,}  {name}: {figure:.2f}, at most {most:g}: {verdict}")
    return int(any(figure > most for _, _, figure, most in aims))


if __name__ == "__main__":
    sys.exit(main())

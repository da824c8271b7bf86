"""What a further language costs: processor of a build in one, two and five, over its pages.

Run it from the root: `.venv/bin/python benchmarks/languages.py`. The same city is built with
nothing kept in one language, in two and in five, in one run, each in a process of its own, the
middle of three. A language that is added may cost its share: a page of it no more than a page cost
in one language. The command ends with 1 when one costs more.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from build import NO_CODE, SHARED_MEMORY, Cost, build, middle
from corpus import write_city

LANGUAGES = ("fr", "en", "it", "de", "ar")
COUNTS = (1, 2, 5)
RELEASES, PARTNERS, RUNS = 60, 40, 3


def measure(folder: Path, languages: int) -> tuple[float, int]:
    """Build a city in so many languages from nothing; give seconds of processor, and pages."""
    city = write_city(folder / f"in-{languages}", RELEASES, PARTNERS, LANGUAGES[:languages])

    def cold() -> Cost:
        shutil.rmtree(city / ".cache", ignore_errors=True)
        return build(city)

    seconds = middle(cold, RUNS).seconds
    return seconds, sum(1 for _ in (city / "site").rglob("*.html"))


def main() -> int:
    """Measure, print and judge; give the exit status."""
    if sys.dont_write_bytecode:
        sys.exit(NO_CODE)
    where = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
        costs = [measure(Path(folder), count) for count in COUNTS]
    first, pages = costs[0]
    print(
        f"{'languages':>9}{'pages':>8}{'seconds':>9}{'ms a page':>11}{'an added page, times':>22}"
    )
    shares = []
    for count, (seconds, all_pages) in zip(COUNTS, costs, strict=True):
        share = (seconds - first) / (all_pages - pages) / (first / pages) if count > 1 else 1.0
        shares.append(share)
        told = f"{count:>9}{all_pages:>8}{seconds:>9.2f}"
        print(f"{told}{seconds / all_pages * 1000:>11.1f}{share:>22.2f}")
    return int(max(shares) > 1)


if __name__ == "__main__":
    sys.exit(main())

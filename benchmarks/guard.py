"""Times the check of one hand-written page of 200 kB, beside the check of the city without it.

Alone, from the root: `.venv/bin/python benchmarks/guard.py`. The texts are those that once took
long: digits in every dress, addresses, links and HTML that never ends. Ends with 1 when one takes
more than 2 seconds of the processor over the idle check.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from corpus import write_city

from city_relations.catalog import read_catalog
from city_relations.problems import ContentError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIZE, MOST_SECONDS = 199_000, 2.0
TEXTS = [
    *("06 83 12 34 56, ", "04 79 60 23 05\n", "06/07/2019\n", "0 ", "0<b>6</b>", "12 34 56 78 "),
    *("+3", "a.b@c.d ", "a@b?", "<http://", "a://b ", "ChambÃ©ry ", "![a](", "[a](b ", "[a]: b\n"),
    *("www.", "www.a.b/", "<pre>", "<div title='"),
    *('<a href="', "<b>", "[x](#nulle) ", "![x](a.png)\n", "&#8238; ", "{#a", "<!--"),
]


def seconds(root: Path) -> float:
    """Return the seconds of the whole check, whatever it tells."""
    started = time.process_time()
    with suppress(ContentError):
        read_catalog(root, NOW)
    return time.process_time() - started


def main() -> int:
    """Print the seconds of each text, as a page and as a release; give 1 when one is slow."""
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_city(root, releases=1, partners=12)
        (root / "docs").mkdir(exist_ok=True)
        idle = min(seconds(root) for _ in range(3))
        for text in TEXTS:
            body = text * (SIZE // len(text.encode()))
            head = "title: X\ndate: 2024-05-20\n"
            for file in ("docs/autre.md", "press_releases/2024/2024-05-20-autre.md"):
                path = root / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"---\n{head}---\n{body}\n", encoding="utf-8")
                took = seconds(root) - idle
                path.unlink()
                slowest = max(slowest, took)
                sys.stdout.write(f"{took:5.2f} s  {path.parent.name:8} {text!r}\n")
    sys.stdout.write(f"slowest {slowest:.2f} s over an idle check of {idle:.2f} s\n")
    return int(slowest > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

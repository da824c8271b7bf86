"""What the search costs: seconds and memory of its index, bytes of a first and a further search.

Run it from the root: `.venv/bin/python benchmarks/search.py [RELEASES ...]`, by default 300, 1,000
and 8,000. The words are drawn from 12,000 that follow Zipf's law, with the endings of French, so
that a text repeats itself as texts do. Bytes are those a server sends, as gzip, page and letters
apart. The command ends with 1 when a first search is over 250 kB, a further one over 60 kB, one
changed release costs half a second more than none, or the index adds more than 300 MB.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

sys.path[:0] = ["hooks", "tests"]

WORDS, TEXT = 12_000, 350
ENDINGS = ("", "", "s", "e", "es", "er", "ement", "ation", "ations", "é", "és")
FIRST, FURTHER, CHANGED, MEMORY = 250_000, 60_000, 0.5, 300
# Syllables begin and sound as French ones do, so that words part by their first letters as theirs.
ONSETS = [
    "",
    "b",
    "bl",
    "br",
    "c",
    "ch",
    "cl",
    "cr",
    "d",
    "dr",
    "f",
    "fl",
    "fr",
    "g",
    "gr",
    "h",
    "j",
    "l",
    "m",
    "n",
    "p",
    "ph",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sc",
    "sp",
    "st",
    "t",
    "tr",
    "v",
]
NUCLEI = [
    "a",
    "ai",
    "an",
    "au",
    "e",
    "eau",
    "em",
    "en",
    "er",
    "es",
    "eu",
    "i",
    "in",
    "io",
    "o",
    "oi",
    "on",
    "ou",
    "u",
    "ui",
]
SYLLABLES = [onset + nucleus for onset in ONSETS for nucleus in NUCLEI]


def vocabulary(draw: random.Random) -> list[str]:
    """Make words that look like words: stems of two to four syllables, each with some endings."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        stem = "".join(draw.choices(SYLLABLES, k=draw.randint(1, 4)))
        found.update(dict.fromkeys(stem + e for e in draw.sample(ENDINGS, 3)))
    return list(found)[:WORDS]


class Writer:
    """Writes texts of words by Zipf's law: the n-th word comes 1/n as often as the first."""

    def __init__(self) -> None:
        self.draw = random.Random(17)  # noqa: S311 - the same texts at each run
        self.words = vocabulary(self.draw)
        self.sums = list(accumulate(1 / (n + 2) for n in range(WORDS)))

    def text(self, length: int) -> str:
        """Write so many words."""
        last = self.sums[-1]
        at = (bisect_right(self.sums, self.draw.random() * last) for _ in range(length))
        return " ".join(self.words[min(n, WORDS - 1)] for n in at)


def entries(count: int) -> Iterator[object]:
    """Yield so many releases of 27 years about 100 partners, each as the search knows it."""
    from city_relations.search.entries import Entry

    writer = Writer()
    for i in range(count):
        year, day = 2000 + i * 27 // count, i % 336
        told = f"{year}-{day // 28 + 1:02}-{day % 28 + 1:02}"
        yield Entry(
            address=f"communiques/{year}/{told}-{i}/",
            title=f"Chambéry {writer.text(9)}",
            names=(),
            kind="Communiqué de presse",
            language="fr",
            summary=f"La ville de Chambéry {writer.text(25)}.",
            text=f"La ville de Chambéry {writer.text(TEXT)}, {year}, partenaire {i % 100}.",
            day=told,
            told=told,
            partners=(f"p{i % 100}",),
            themes=("culture",),
        )


def build(found: list[object], edition: object) -> dict[str, bytes]:
    """Return the files of an index, as `search/index.py` makes them."""
    from city_relations.search.entries import Documents
    from city_relations.search.index import assets
    from city_relations.store import key_of

    partners = tuple(f"p{n}" for n in range(100))
    whole = {one.address: one for one in found}
    facts = [replace(one, summary="", text="") for one in found]
    told = Documents(facts, lambda one: whole[one.address], lambda at: key_of(whole[at]))
    return {one.path: one.content for one in assets(edition, told, dict.fromkeys(partners, "P"))}


def fetched(files: dict[str, bytes], words: list[str], seen: set[str]) -> int:
    """Return the bytes a browser asks for to find some words, and ten of what holds them."""
    from city_relations.publish.weight import compressed
    from city_relations.search.words import fold

    folder = next(iter(files)).split("/")[0]
    index = json.loads(files[f"{folder}/index.json"])
    starts = index["pieces"][::3]
    wanted = [f"{folder}/{name}.json" for name in ("index", "names")]
    sheets: list[int] = []
    for word in map(fold, words):
        at = bisect_right(starts, word) - 1
        wanted.append(f"{folder}/words/{at}.json")
        entry = next(e for e in json.loads(files[wanted[-1]]) if e[0] == word)
        documents = list(accumulate(gap // 32 for gap in entry[2]))
        sheets += documents[:: max(1, len(documents) // 10)][:10]
    wanted += [f"{folder}/sheets/{doc // index['sheet']}.json" for doc in sheets[-10:]]
    new = set(wanted) - seen
    seen |= new
    return sum(compressed(files[path]) for path in new)


def measure(count: int) -> bool:
    """Measure one size, print it, and tell whether it is within the budget."""
    from small_city import catalog_of, edition_of

    found = list(entries(count))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as root:
        edition = edition_of(catalog_of(Path(root)))
        start = time.process_time()
        files = build(found, edition)
        cold = time.process_time() - start
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        start = time.process_time()
        again = build(found, edition)
        warm = time.process_time() - start
        changed = [*found]
        changed[count // 2] = next(entries(1))
        start = time.process_time()
        build(changed, edition)
        one = time.process_time() - start - warm
    writer, seen = Writer(), set()
    first = fetched(files, ["chambery", writer.words[40]], seen)
    further = [fetched(files, [writer.words[n], writer.words[n * 7]], seen) for n in (3, 60, 200)]
    print(
        f"{count} releases: index in {cold:.1f} s and {memory:.0f} MB, {len(files)} files,"
        f" {sum(map(len, files.values())) / 1e6:.1f} MB; kept {warm:.2f} s,"
        f" and {one:.2f} s more when one release changed;"
        f" first search {first / 1000:.0f} kB, further {[round(n / 1000) for n in further]} kB;"
        f" equal bytes: {again == files}"
    )
    fits = first <= FIRST and max(further) <= FURTHER and one <= CHANGED and memory <= MEMORY
    return fits and again == files


if __name__ == "__main__":
    sizes = [int(told) for told in sys.argv[1:]] or [300, 1000, 8000]
    raise SystemExit(0 if all(list(map(measure, sizes))) else 1)

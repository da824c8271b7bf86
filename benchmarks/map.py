"""How long the maps of sixty partners take to build, and what they weigh.

Run it from the root: `.venv/bin/python benchmarks/map.py`. Times are seconds of processor of one
cold process; the ratio compares the page of the map with that of a city without any partner.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from city_relations.rendering.edition import Edition

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

BUDGET = 0.5  # seconds for sixty partners
PARTNERS = 60
LEAST = 0.001  # what takes an empty city less is no measure of anything


def profiles() -> dict[str, str]:
    """Write sixty profiles: two thirds in and round Europe, the others over the world."""
    from geography_cities import CITIES

    return {
        f"partners/city-{i:02}.yml": (
            f"name: {name}\ncountry: FR\ncoordinates: {{lat: {lat}, lon: {lon}}}\n"
            "ties: [{kind: twinning, acts: [{act: signature, date: 1990}], themes: [water]}]\n"
        )
        for i, (name, lon, lat) in enumerate(CITIES[:PARTNERS])
    }


def measure(count: int) -> dict[str, float]:
    """Draw the maps of a city with so many partners; give seconds and bytes by name."""
    from city_relations.geography.atlas import load
    from city_relations.maps.locators import locate
    from city_relations.maps.pictures import pictures
    from small_city import read_city, write_city

    with tempfile.TemporaryDirectory() as folder:
        files = dict(list(profiles().items())[:count])
        edition = read_city(write_city(Path(folder), files, base=False)).edition
        # reading the city has drawn them once
        shutil.rmtree(edition.store.folder)
        for cached in (pictures, load, locate):
            cached.cache_clear()
        return figures(edition)


def figures(edition: Edition) -> dict[str, float]:
    """Draw the maps of an edition of which nothing is drawn yet; give seconds and bytes by name."""
    from city_relations.maps.locators import locator
    from city_relations.maps.maps import home_map, maps
    from city_relations.outputs import map_page

    drawn, _ = timed(lambda: maps(edition))
    told, (page, sheet) = timed(lambda: tuple(map_page.outputs(edition)))
    at_home, home = timed(lambda: home_map(edition, ""))
    partners = edition.catalog.partners
    located, _ = timed(lambda: [locator(edition, partner, "p/") for partner in partners])
    theme = ROOT / "hooks" / "city_relations" / "theme" / "assets" / "relations"
    css, js = (weight((theme / name).read_bytes()) for name in ("map.css", "map.js"))
    placed = weight(sheet.content)
    return {
        "pictures": drawn,
        "page of the map, all": drawn + told,
        "map of the home page": at_home,
        "maps of all partner pages": located,
        "bytes of the page": weight(str(page.body).encode()) + placed + css + js,
        "bytes of the home page's map": weight(str(home).encode()) + placed + css,
    }


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Do some work; give the seconds of processor it took, and what it gave."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def weight(content: bytes) -> int:
    """Return the bytes that travel."""
    return len(gzip.compress(content, mtime=0))


def main() -> None:
    """Print the figures of both cities, each from a process of its own, and the ratio."""
    if len(sys.argv) > 1:
        for name, value in measure(int(sys.argv[1])).items():
            print(f"{name}\t{value}")
        return
    found = {}
    for count in (0, PARTNERS):
        run = [sys.executable, __file__, str(count)]
        told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
        found[count] = {k: float(v) for k, v in (line.split("\t") for line in told.splitlines())}
    for name, value in found[PARTNERS].items():
        empty = found[0][name]
        ratio = f"{value / empty:6.1f} times an empty city's" if empty > LEAST else ""
        figure = f"{value:9.0f}  " if name.startswith("bytes") else f"{value:9.3f} s"
        print(f"{name:32} {figure} {ratio}")
    within = found[PARTNERS]["page of the map, all"] < BUDGET
    print(f"budget of {BUDGET} s for the page of the map: {'kept' if within else 'EXCEEDED'}")


if __name__ == "__main__":
    main()

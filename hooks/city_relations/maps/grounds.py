"""The ground of each map, drawn once: kept by its view, the atlas and the code that draws."""

from __future__ import annotations

import json
from dataclasses import astuple
from functools import cache
from pathlib import Path

from city_relations import geography
from city_relations.geography.atlas import load
from city_relations.geography.borders import Borders
from city_relations.geography.ground import Ground, draw
from city_relations.geography.views import View
from city_relations.store import Store, key_of, recipe_of


def ground(
    store: Store, view: View, resolution: str, borders: Borders, detail: tuple[float, float]
) -> Ground:
    """Draw what a view shows; `detail` is the tolerance and the least area, in its units."""
    key = key_of(_recipe(), view, resolution, borders, detail, ending=".json")

    def make() -> bytes:
        return json.dumps(astuple(draw(view, load(resolution), borders, *detail))).encode()

    return Ground(*json.loads(store.get_or_make(key, make)))


@cache
def _recipe() -> str:
    """Return a digest of the atlas and the code that draws."""
    folder = Path(str(geography.__file__)).parent
    files = sorted(folder.glob("*.py")) + sorted(folder.glob("data/*.json"))
    return recipe_of(files)

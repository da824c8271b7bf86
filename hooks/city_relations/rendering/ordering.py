"""Names in the order of a language, found once for the same names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import TypeVar

from city_relations.language.collation import TAILORED, sort_keys
from city_relations.language.words import base_language
from city_relations.store import Store, key_of

T = TypeVar("T")


def in_order(things: Iterable[T], name: Callable[[T], str], language: str, store: Store) -> list[T]:
    """Return things by their names, in the order of a language; of one name, as they came."""
    given = list(things)
    names = [name(thing) for thing in given]
    if len(set(names)) < 2:  # noqa: PLR2004 - what has no order
        return given
    tailored = TAILORED.get(base_language(language), "")
    key = key_of("order", version("pyuca"), language, tailored, names)

    def ordered() -> bytes:
        keys = sort_keys(names, language)
        return json.dumps(sorted(range(len(names)), key=lambda at: (keys[at], at))).encode()

    return [given[at] for at in json.loads(store.get_or_make(key, ordered))]

"""The menu as mkdocs.yml writes it: `nav:`."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.builder.configuration import LIST, Configuration


@dataclass(frozen=True)
class Way:
    """An entry of `nav:`: a file below `docs/` or another site's URL, or a section of entries."""

    title: str | None
    target: str
    ways: tuple[Way, ...] = ()


def read_ways(told: Configuration) -> tuple[Way, ...] | None:
    """Return the entries of the menu, or nothing where none is written."""
    found = told.value(told.at("nav"))
    if not found:
        return None
    if isinstance(found, list) and (ways := [_way(one) for one in found]) and None not in ways:
        return tuple(way for way in ways if way)
    told.wrong(told.at("nav"), "nav", LIST)
    return None


def _way(told: object) -> Way | None:
    """Return an entry: a target, or a title with its target or with a list of entries."""
    if isinstance(told, str):
        return Way(None, told)
    pairs = list(told.items()) if isinstance(told, dict) else []
    title, below = pairs[0] if len(pairs) == 1 else (None, None)
    if isinstance(below, str):
        return Way(str(title), below)
    ways = [_way(one) for one in below] if isinstance(below, list) else [None]
    whole = tuple(way for way in ways if way)
    return Way(str(title), "", whole) if len(whole) == len(ways) else None

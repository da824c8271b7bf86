"""Files at their old addresses: feeds, calendars and kits, which no page can lead on from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from city_relations.published import Asset, Copy, Output
from city_relations.rendering.edition import Edition
from city_relations.rendering.moves import moves


def moved_files(edition: Edition, outputs: Sequence[Output]) -> Iterator[Asset | Copy]:
    """Yield a copy, at its old path, of each file below a page that had another address."""
    files = [output for output in outputs if isinstance(output, Asset | Copy)]
    for move in moves(edition):
        for file in files:
            if file.path.startswith(move.new):
                yield replace(file, path=move.former_path(file.path))

"""Files at their old addresses: feeds, calendars and kits, which no page can lead on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from city_relations.publish.held import HeldFiles
from city_relations.published import Asset, Copy, Later, Output, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.moves import Move, moves
from city_relations.spool import Span

Files = HeldFiles[Asset, Span] | HeldFiles[Copy, str]


def moved_files(
    edition: Edition, files: Iterable[Files], outputs: Sequence[Output]
) -> Iterator[Asset | Copy | Later]:
    """Yield a copy, at its old path, of each file below a page that had another address.

    `outputs` may hold files that are made later.
    """
    later = [output for output in outputs if isinstance(output, Later) and not output.kind]
    for move in moves(edition):
        for held in files:
            for at, path in enumerate(held.paths):
                if path.startswith(move.new):
                    yield replace(held[at], path=move.former_path(path))
        for one in later:
            if one.paths[0].startswith(move.new):
                yield Later(tuple(map(move.former_path, one.paths)), partial(_moved, one, move))


def _moved(later: Later, move: Move) -> tuple[Asset | Copy, ...]:
    files = (file for file in later.make() if not isinstance(file, Page))
    return tuple(replace(file, path=move.former_path(file.path)) for file in files)

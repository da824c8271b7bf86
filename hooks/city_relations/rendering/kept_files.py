"""Files kept from build to build: some by their bytes, others by where they lie in the store."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVarTuple, Unpack

from city_relations.published import Asset, Copy
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.keeping import Form, Made
from city_relations.store import Store

A = TypeVarTuple("A")


def kept_files(
    make: Callable[[Edition, str, Unpack[A]], Files],
) -> Callable[[Edition, str, Unpack[A]], Files]:
    """Let a function make the files of an address anew only when they would be others.

    It may ask the edition anything, and must need nothing else than what it is handed. What it
    copies lies in the store.
    """

    @wraps(make)
    def kept(edition: Edition, address: str, *of: *A) -> Files:
        name = _name(make.__module__, address)
        form = Form(_written(edition.store), _read(edition.store))
        return edition.keeper.get_or_make(name, of, lambda: make(edition, address, *of), form)

    return kept


def is_kept(edition: Edition, make: Callable[..., Files], address: str) -> bool:
    """Return whether something is kept of what a function makes of an address, fit or not."""
    return edition.keeper.claims(_name(make.__module__, address))


def _name(module: str, address: str) -> tuple[str, str, str]:
    return ("files", module, address)


def _written(store: Store) -> Callable[[Files], Made]:
    def write(files: Files) -> Made:
        facts = [
            [file.path, len(file.content)]
            if isinstance(file, Asset)
            else [file.path, file.file.relative_to(store.folder).as_posix()]
            for file in files
        ]
        return Made(facts, b"".join(file.content for file in files if isinstance(file, Asset)))

    return write


def _read(store: Store) -> Callable[[Made], Files | None]:
    def read(made: Made) -> Files | None:
        found: list[Asset | Copy] = []
        begin = 0
        for path, what in made.facts:
            if isinstance(what, int):
                found.append(Asset(path, made.content[begin : begin + what]))
                begin += what
            elif file := store.proved(what):
                found.append(Copy(path, file))
            else:
                return None
        return tuple(found)

    return read

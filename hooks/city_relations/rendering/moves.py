"""Old addresses: where each leads, for pages, files and servers alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from city_relations.rendering.context import Context, derived_once
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class Move:
    """A page that had another name: its old and new addresses, its old and new short names.

    Files stand below the page's address, and the names of some begin with its short name.
    """

    old: str
    new: str
    name: str
    new_name: str

    def former_path(self, path: str) -> str:
        """Return the path a file below the new address had below the old one."""
        folder, _, name = path.removeprefix(self.new).rpartition("/")
        if name.startswith(self.new_name):
            name = self.name + name.removeprefix(self.new_name)
        return f"{self.old}{folder}/{name}" if folder else f"{self.old}{name}"


@derived_once
def moves(context: Context) -> tuple[Move, ...]:
    """Return every old address of a partner or release, translations left to their originals."""
    catalog = context.catalog
    told: tuple[Partner | PressRelease, ...] = (
        *catalog.partners,
        *catalog.releases,
        *catalog.withdrawn,
    )
    return tuple(move for record in told for move in _of(context, record))


def _of(context: Context, record: Partner | PressRelease) -> Iterator[Move]:
    addresses = context.addresses
    for name in dict.fromkeys(record.formerly):
        if isinstance(record, Partner):
            old, new = addresses.partner(name), addresses.partner(record.slug)
        else:
            old = f"{addresses.year(record.year_of(name))}{name}/"
            new = addresses.release(record)
        yield Move(old, new, name, record.slug)


@derived_once
def moved_pages(context: Context) -> tuple[tuple[str, str], ...]:
    """Return each old address of a page with the one it leads to, translations among them."""
    catalog, addresses = context.catalog, context.addresses
    languages = {
        addresses.release(release): [other.language for other in catalog.translations_of(release)]
        for release in catalog.releases
    }
    return tuple(
        (f"{move.old}{below}", f"{move.new}{below}")
        for move in moves(context)
        for below in ("", *(f"{language}/" for language in languages.get(move.new, ())))
    )

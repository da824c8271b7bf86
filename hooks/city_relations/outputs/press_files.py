"""Each press release for a newsroom: its text, its PDF, and everything in one ZIP."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.press.kit import kit_of
from city_relations.press.package import package
from city_relations.press.pdf import pdf_of
from city_relations.progress import KITS
from city_relations.published import Asset, Copy
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_files import kept_files
from city_relations.schema.press_release import PressRelease


def outputs(edition: Edition) -> Iterator[Asset | Copy]:
    """Yield the files of every release and translation, newest first."""
    catalog = edition.catalog
    told = tuple(filter(catalog.speaks, catalog.releases))
    for release in edition.progress.over(KITS, told):
        for one in (release, *catalog.translations_beside(release)):
            yield from _files(edition, edition.addresses.release(one), one)


@kept_files
def _files(edition: Edition, _address: str, release: PressRelease) -> tuple[Asset | Copy, ...]:
    kit = kit_of(edition, release)
    pdf = pdf_of(edition, kit)
    return (
        Asset(kit.path("txt"), kit.text.encode()),
        *([Copy(kit.path("pdf"), pdf)] if pdf else ()),
        Copy(kit.path("zip"), package(edition, kit, pdf)),
    )

"""Each press release for a newsroom: its text, its PDF, and everything in one ZIP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from city_relations.press.kit import kit_of, stem
from city_relations.press.package import package
from city_relations.press.pdf import begin_pdf, pdf_of
from city_relations.progress import KITS
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_files import is_kept, kept_files
from city_relations.rendering.lately import let_go
from city_relations.schema.press_release import PressRelease
from city_relations.workers import prepared

BATCH = 64


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield the files of every release and translation, newest first."""
    catalog = edition.catalog
    told = catalog.releases_spoken
    steps = edition.progress.over(KITS, told)
    begun = told if edition.postpones else prepared(told, BATCH, partial(_begin, edition), steps)
    for release in begun:
        for one in (release, *catalog.translations_beside(release)):
            here = edition.addresses.release(one)
            paths = tuple(f"{stem(here, one)}.{ending}" for ending in ("txt", "pdf", "zip"))
            yield from edition.files_in_time(paths, partial(_files, edition, here, one))
            let_go(edition, kit_of, one)


def _begin(edition: Edition, releases: Sequence[PressRelease]) -> None:
    """Let workers set the PDF of releases of which nothing is kept."""
    new = (one for one in releases if not is_kept(edition, _files, edition.addresses.release(one)))
    begin_pdf(edition, [kit_of(edition, one) for one in new])


@kept_files
def _files(edition: Edition, _address: str, release: PressRelease) -> tuple[Asset | Copy, ...]:
    kit = kit_of(edition, release)
    pdf = pdf_of(edition, kit)
    return (
        Asset(kit.path("txt"), kit.text.encode()),
        *([Copy(kit.path("pdf"), pdf)] if pdf else ()),
        Copy(kit.path("zip"), package(edition, kit, pdf)),
    )

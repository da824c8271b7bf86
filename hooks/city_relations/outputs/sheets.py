"""The sheets of partners as PDF, where the city wants them public."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.reports.sheet import fitted
from city_relations.schema.partner import Partner


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield the sheet of every partner; none unless the city says so."""
    for partner in edition.partners if edition.catalog.city.sheets else ():
        path = edition.addresses.sheet(partner.slug)
        yield from edition.files_in_time((path,), partial(_files, edition, path, partner))


@kept_files
def _files(edition: Edition, path: str, partner: Partner) -> Files:
    pdf = fitted(edition, partner).pdf()
    return (Copy(path, pdf),) if pdf else ()

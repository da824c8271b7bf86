"""The partners as points (GeoJSON, RFC 7946): [longitude, latitude] in degrees, WGS 84.

A partner whose place is not known is there without one (`geometry` null, RFC 7946, 3.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from city_relations.open_data.tables import Row, partner_table, table_paths
from city_relations.published import Asset, Copy, Later, json_asset
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.ties import Standing

LAT, LON = "coordinates_lat", "coordinates_lon"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield every partner with its ties."""
    paths = table_paths(edition, "geojson")[:1]  # partners come first
    yield from edition.files_in_time(paths, lambda: _files(edition, paths[0]))


@kept_files
def _files(edition: Edition, path: str) -> Files:
    table = partner_table(edition)
    pairs = zip(edition.catalog.partners, table.rows, strict=True)
    features = [_feature(edition, one, row) for one, row in pairs]
    told = {"type": "FeatureCollection", "features": features}
    return (json_asset(path, told),)


def _feature(edition: Edition, partner: Partner, row: Row) -> dict[str, Any]:
    told = {k: v for k, v in row.items() if v not in (None, []) and k not in (LAT, LON)}
    bonds = edition.catalog.ties_with_standing(partner.slug)
    told["ties"] = [_tie(tie, stand) for tie, stand in bonds]
    place = None if row[LAT] is None else {"type": "Point", "coordinates": [row[LON], row[LAT]]}
    return {"type": "Feature", "id": row["id"], "geometry": place, "properties": told}


def _tie(tie: Tie, standing: Standing) -> dict[str, str]:
    """Tell what a tie is, where it stands, since and until when, and what comes next."""
    dates = {
        "since": standing.founded,
        "until": standing.until,
        "next": standing.next and standing.next.date,
    }
    known = {name: str(day) for name, day in dates.items() if day}
    return {"kind": str(tie.kind), "state": str(standing.state), **known}

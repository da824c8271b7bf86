"""The partners as points (GeoJSON, RFC 7946): [longitude, latitude] in degrees, WGS 84."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from city_relations.open_data.tables import partner_table
from city_relations.published import Asset, json_asset
from city_relations.rendering.edition import Edition
from city_relations.schema.partner import Partner

LAT, LON = "coordinates_lat", "coordinates_lon"


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield every partner whose place is known, with its ties."""
    table = partner_table(edition)
    pairs = zip(edition.catalog.partners, table.rows, strict=True)
    features = [_feature(edition, one, row) for one, row in pairs if row[LAT] is not None]
    told = {"type": "FeatureCollection", "features": features}
    yield json_asset(table.file("geojson"), told)


def _feature(edition: Edition, partner: Partner, row: dict[str, Any]) -> dict[str, Any]:
    told = {k: v for k, v in row.items() if v not in (None, []) and k not in (LAT, LON)}
    bonds = edition.catalog.ties_with_standing(partner.slug)
    told["ties"] = [{"kind": str(tie.kind), "state": str(stand.state)} for tie, stand in bonds]
    point = {"type": "Point", "coordinates": [row[LON], row[LAT]]}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": told}

"""The partners as points (GeoJSON, RFC 7946): [longitude, latitude] in degrees, WGS 84."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from relations.open_data import rows
from relations.open_data.tables import tables
from relations.published import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relations.edition import Edition

LAT, LON = "coordinates_lat", "coordinates_lon"


def outputs(edition: Edition) -> Iterator[Asset]:
    """Give every partner whose place is known, with its ties."""
    table = tables(edition)[0]
    features = [_feature(edition, row) for row in table.rows if row[LAT] is not None]
    told = {"type": "FeatureCollection", "features": features}
    content = json.dumps(told, ensure_ascii=False, indent=1)
    yield Asset(table.file("geojson"), f"{content}\n".encode())


def _feature(edition: Edition, row: dict[str, Any]) -> dict[str, Any]:
    told = {k: v for k, v in row.items() if v not in (None, []) and k not in (LAT, LON)}
    ties = [tie for tie in rows.ties(edition.catalog) if tie.partner.slug == row["id"]]
    told["ties"] = [{"kind": str(t.tie.kind), "state": str(t.standing.state)} for t in ties]
    point = {"type": "Point", "coordinates": [row[LON], row[LAT]]}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": told}

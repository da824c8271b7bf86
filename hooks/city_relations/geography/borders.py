"""Which borders a map may draw, and by whose leave: `none`, `france` or `un`.

State of the table: 2026-11-22. Whoever switches borders on answers for them: the city approves the
choice before it is published, and this table is reviewed when diplomacy moves.

- `none`: the coast alone. The default, and the only choice that needs nobody's leave.
- `un`: the atlas as it stands, which its maker says to be near the views of the United Nations. It
  still parts Western Sahara from Morocco, northern from southern Cyprus, Somaliland from Somalia.
- `france`: nearer the maps of the French ministry of foreign affairs; below, line by line.

Numbers are the atlas' (ISO 3166-1 numeric; negative numbers and KAS are its own).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Borders(StrEnum):
    """Whose borders are drawn."""

    NONE = "none"
    FRANCE = "france"
    UN = "un"


@dataclass(frozen=True)
class Doctrine:
    """Territories drawn as one with another, and borders drawn broken because they are disputed."""

    merged: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dashed: frozenset[frozenset[str]] = frozenset()


UN = Doctrine()
FRANCE = Doctrine(
    merged=MappingProxyType(
        {
            "732": "504",  # Western Sahara: no line is drawn between it and Morocco
            "-1": "196",  # northern Cyprus: the Republic of Cyprus is the whole island
            "-3": "706",  # Somaliland: not recognised, one Somalia
            "KAS": "356",  # Siachen glacier: within the line of the Indian claim, dashed below
        },
    ),
    dashed=frozenset(
        {
            frozenset({"376", "760"}),  # Israel and Syria: the Golan
            frozenset({"275", "376"}),  # Palestine and Israel: the line of 1949
            frozenset({"356", "586"}),  # India and Pakistan: Kashmir
            frozenset({"356", "156"}),  # India and China: Aksai Chin, Arunachal Pradesh
        },
    ),
)
DOCTRINES: Mapping[Borders, Doctrine] = MappingProxyType(
    {Borders.FRANCE: FRANCE, Borders.UN: UN},
)

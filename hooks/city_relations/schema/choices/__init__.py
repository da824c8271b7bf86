"""The closed lists of the trade: each value with its words, and with all that is true of it."""

from city_relations.schema.choices.records import (
    Borders,
    EventKind,
    Forge,
    IssuerKind,
    OperatorKind,
    PartnerKind,
    People,
    Point,
    ProfileStatus,
    Qualifier,
    Status,
)
from city_relations.schema.choices.states import State
from city_relations.schema.choices.taking_part import WayKind
from city_relations.schema.choices.themes import Theme
from city_relations.schema.choices.ties import ActKind, TieKind

__all__ = [
    "ActKind",
    "Borders",
    "EventKind",
    "Forge",
    "IssuerKind",
    "OperatorKind",
    "PartnerKind",
    "People",
    "Point",
    "ProfileStatus",
    "Qualifier",
    "State",
    "Status",
    "Theme",
    "TieKind",
    "WayKind",
]

"""What a site may say of its accessibility, by the share of criteria its audit found met."""

from __future__ import annotations

from city_relations.language.words import Text, say_in

FULL = 100  # percent of criteria met


def compliance(rate: float, partial_from: float) -> Text:
    """Say how far a site complies, by the percentage of criteria met; 0 without an audit."""
    if rate < partial_from or rate <= 0:
        return say_in("accessibility", "not compliant")
    if rate < FULL:
        return say_in("accessibility", "partially compliant")
    return say_in("accessibility", "fully compliant")

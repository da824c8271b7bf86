"""What the reading of any record has to know of the city."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CityFacts:
    """What is true of the city: whether its seasons are those of the south, its first language."""

    southern: bool = False
    master: str = ""

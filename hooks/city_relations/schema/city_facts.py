"""What the reading of any record has to know of the city."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CityFacts:
    """What is true of the city: whether its seasons are those of the south, its languages, money.

    `master` is its first language; `languages` name that as it is spoken in its country (BCP 47),
    for dates in digits differ by it; `currency` is what is paid with there (ISO 4217).
    """

    southern: bool = False
    master: str = ""
    languages: tuple[str, ...] = ("fr",)
    currency: str = "EUR"

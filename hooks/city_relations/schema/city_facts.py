"""What the reading of any record has to know of the city."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationInfo


@dataclass(frozen=True)
class CityFacts:
    """What is true of the city: whether its seasons are those of the south, its languages, money.

    `master` is its first language; `languages` name that as it is spoken in its country (BCP 47),
    for dates in digits differ by it; `currency` is what is paid with there (ISO 4217). `own` is the
    language of the text that is read, where that is another than the first.
    """

    southern: bool = False
    master: str = ""
    languages: tuple[str, ...] = ("fr",)
    currency: str = "EUR"
    own: str = ""

    @property
    def spoken(self) -> str:
        """Return the language of what names none."""
        return self.own or self.master


def city_of(info: ValidationInfo) -> CityFacts:
    """Return what is known of the city in which a value is read."""
    return info.context if isinstance(info.context, CityFacts) else CityFacts()

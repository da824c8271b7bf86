"""What is known of any catalog: who and what it holds, and the day it is seen from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date

from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


class Seen(ABC):
    """A catalog as each part of it knows the whole; `Catalog` says what this is."""

    partners: tuple[Partner, ...]
    releases: tuple[PressRelease, ...]
    originals: tuple[PressRelease, ...]

    @property
    @abstractmethod
    def today(self) -> date:
        """Return the day it is seen from: another each day, where a question below may do."""

    @property
    def this_month(self) -> date:
        """Return the first day of the month it is seen from."""
        return self.today.replace(day=1)

    @property
    def this_year(self) -> int:
        """Return the year it is seen from."""
        return self.today.year

    def has_come(self, day: date) -> bool:
        """Return whether a day is the one it is seen from, or past."""
        return day <= self.today

    def is_over(self, day: date) -> bool:
        """Return whether a day is past."""
        return day < self.today

    @abstractmethod
    def original(self, release: PressRelease) -> PressRelease:
        """Return what a translation translates; an original is its own."""

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
        """Return the day it is seen from."""

    @abstractmethod
    def original(self, release: PressRelease) -> PressRelease:
        """Return what a translation translates; an original is its own."""

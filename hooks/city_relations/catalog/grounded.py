"""What the answers of a catalog follow from: who keeps what was made of them proves that alone.

All hangs on the city as well, and on the language of the readers, which are proved otherwise.
"""

from __future__ import annotations

from abc import abstractmethod

from city_relations.catalog.seen import Seen
from city_relations.schema.press_release import PressRelease

# What a catalog answers of a release that follows from its `grounds_of` the release, on any day.
OF_RELEASE = frozenset(
    (
        *("corrected_since", "in_each_language", "issuers", "original", "published", "speaks"),
        *("translations_beside", "translations_of", "updated"),
    )
)
# What a catalog answers of the day it is seen from that follows from its `grounds`.
OF_DAY = frozenset(
    (
        *("coming", "main_tie", "milestones", "partner", "partners", "partners_now", "review"),
        *("this_month", "this_year", "ties_main_first", "ties_with_standing", "today"),
    )
)


class Grounded(Seen):
    """A catalog whose answers have grounds; `Catalog` says what each of its parts is."""

    @abstractmethod
    def translations_of(self, release: PressRelease) -> tuple[PressRelease, ...]:
        """Return the translations of a release, or of the original of a translation."""

    def grounds_of(self, release: PressRelease) -> tuple[PressRelease, ...]:
        """Return the release, its original and the translations: all that `OF_RELEASE` tells."""
        return release, self.original(release), *self.translations_of(release)

    @property
    def grounds(self) -> tuple[object, ...]:
        """Return the day, and what was written of it by then: all that `OF_DAY` tells.

        Of releases that are not told of it, their corrections alone count.
        """
        corrected = tuple(one for one in self.originals if one.corrections)
        return self.today, self.partners, self.releases, corrected

"""What the record learned, corrected and confirmed, and when: from dated fields alone."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from city_relations.catalog.seen import Seen
from city_relations.dates import EdtfDate, parse_date
from city_relations.language.words import say_in
from city_relations.schema.choice import Choice
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

# A release as readers are told it, the original of it, and the day it could first be read.
Published = tuple[PressRelease, PressRelease, date]


class ChangeKind(Choice):
    """What became of the record, in the order in which a day is told."""

    LEARNED = "learned", say_in("change", "press release")
    CORRECTED = "corrected", say_in("change", "put right")
    CONFIRMED = "confirmed", say_in("change", "read over")


@dataclass(frozen=True)
class Change:
    """One change: its day, what it was, and the record that says so.

    `number` counts the corrections of a record from 1, in the order written.
    """

    day: date
    kind: ChangeKind
    record: Partner | PressRelease
    number: int = 1

    @property
    def partners(self) -> tuple[str, ...]:
        """Return the short names of the partners concerned."""
        return (self.record.slug,) if isinstance(self.record, Partner) else self.record.partners

    @property
    def of_release(self) -> bool:
        """Return whether it is a release that says so, and no profile."""
        return isinstance(self.record, PressRelease)

    @property
    def note(self) -> Localized | None:
        """Return what was put right; nothing of another change."""
        is_corrected = self.kind is ChangeKind.CORRECTED
        return self.record.corrections[self.number - 1].note if is_corrected else None

    @property
    def on(self) -> EdtfDate:
        """Return the day as dates are told."""
        return parse_date(self.day.isoformat())

    @property
    def name(self) -> str:
        """Return what identifies it for good among the changes of a site."""
        return f"{self.kind}:{self.record.lasting_name}:{self.day}:{self.number}"


def changes(
    partners: Iterable[Partner], releases: Iterable[Published], today: date
) -> tuple[Change, ...]:
    """Return what had changed by a day, newest first."""
    told = [*_of_releases(releases), *(one for partner in partners for one in _of(partner))]
    order = list(ChangeKind)
    past = sorted((one for one in told if one.day <= today), key=lambda one: one.name)
    past.sort(key=lambda one: (-one.day.toordinal(), order.index(one.kind)))
    return tuple(past)


def _of_releases(releases: Iterable[Published]) -> Iterator[Change]:
    for told, original, day in releases:
        yield Change(day, ChangeKind.LEARNED, told)
        yield from _corrected(original)


def _of(partner: Partner) -> Iterator[Change]:
    yield from _corrected(partner)
    if partner.checked:
        yield Change(partner.checked.date.first, ChangeKind.CONFIRMED, partner)


def _corrected(record: Partner | PressRelease) -> Iterator[Change]:
    for number, correction in enumerate(record.corrections, 1):
        yield Change(correction.date.first, ChangeKind.CORRECTED, record, number)


class Changed(Seen):
    """A catalog whose record changes; `Catalog` says what each of its parts is."""

    @abstractmethod
    def published(self, release: PressRelease) -> datetime:
        """Return when a release could first be read."""

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return what the record learned, corrected and confirmed, newest first."""
        told = [(one, self.original(one), self.published(one).date()) for one in self.releases]
        return changes(self.partners, told, self.today)

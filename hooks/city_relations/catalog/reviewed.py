"""What a catalog knows of its years: which have a report, and what was in its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from functools import cached_property

from city_relations.catalog.yearly import Record, Review, review
from city_relations.catalog.years import REPORTED, years_told
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.timeline import PartnerNow
from city_relations.timeline.milestones import Milestone


class Reviewed(ABC):
    """A catalog seen year by year; `Catalog` says what each of its parts is."""

    partners: tuple[Partner, ...]
    releases: tuple[PressRelease, ...]
    originals: tuple[PressRelease, ...]

    @property
    @abstractmethod
    def today(self) -> date:
        """Return the day it is seen from."""

    @property
    @abstractmethod
    def partners_now(self) -> tuple[PartnerNow, ...]:
        """Return every partner with its ties as they stand on that day."""

    @cached_property
    @abstractmethod
    def milestones(self) -> tuple[Milestone, ...]:
        """Return every milestone as it stands on that day, oldest first."""

    @cached_property
    @abstractmethod
    def coming(self) -> tuple[Milestone, ...]:
        """Return what comes in the twelve months after that day, soonest first."""

    @cached_property
    def years_told(self) -> tuple[int, ...]:
        """Return the years up to today's of which a report can be made, the newest first."""
        return years_told(self.partners, self.releases, self.today)

    @property
    def years_reported(self) -> tuple[int, ...]:
        """Return the years whose report the site has, the newest first."""
        return self.years_told[:REPORTED]

    @cached_property
    def review(self) -> Review:
        """Return the year of today as far as it is seen."""
        now = (self.partners_now, self.milestones, self.coming)
        record = Record(*now, self.releases, self.originals, self.today)
        return review(record, self.today.year)

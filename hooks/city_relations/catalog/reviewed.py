"""What a catalog knows of its years: which have a report, and what was in its own."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property

from city_relations.catalog.seen import Seen
from city_relations.catalog.yearly import Record, Review, review
from city_relations.catalog.years import REPORTED, years_told
from city_relations.timeline import PartnerNow
from city_relations.timeline.milestones import Milestone


class Reviewed(Seen):
    """A catalog seen year by year; `Catalog` says what each of its parts is."""

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

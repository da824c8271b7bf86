"""The catalog itself: read-only; outputs look things up in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path

from city_relations.attachments.files import Attachment
from city_relations.catalog import years
from city_relations.catalog.decades import Decade, decades, oldest_living
from city_relations.catalog.grounded import Grounded
from city_relations.catalog.journal import Changed
from city_relations.catalog.multilingual import Multilingual
from city_relations.catalog.photographed import Photographed
from city_relations.catalog.release_lists import ReleaseList, release_lists
from city_relations.catalog.reviewed import Reviewed
from city_relations.catalog.speakers import Speakers, speakers
from city_relations.catalog.themes import themes_of
from city_relations.catalog.visibility import visible_from
from city_relations.clock import moment
from city_relations.content.own_modules import OwnModule
from city_relations.content.written_pages import WrittenPage
from city_relations.dates import EdtfDate
from city_relations.geography.projections import distance_km
from city_relations.links import Destinations
from city_relations.problems import Problem
from city_relations.schema.choices import Theme, TieKind
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Contact
from city_relations.schema.press_release import PressRelease
from city_relations.ties import TieNow, main_tie, ties_with_standing
from city_relations.timeline import by_partner, coming, milestones
from city_relations.timeline.milestones import Milestone, MilestoneKind


@dataclass(frozen=True)
class Catalog(Reviewed, Photographed, Multilingual, Changed, Grounded):
    """All that may be told on a day, and nothing that may not.

    `now` is in the city's time zone; `originals` are the releases a reader may see as they were
    first written, newest first (see `PressRelease.order`), withdrawn ones left out; `translations`
    maps the slug of an original to its translations; `documents` are what these name, by their
    addresses.

    `language` is that of its readers, "" the site's first; in another, `releases` holds in the
    place of an original its translation where there is one (see `told_in`).
    """

    city: City
    now: datetime
    partners: tuple[Partner, ...]
    releases: tuple[PressRelease, ...]
    originals: tuple[PressRelease, ...]
    withdrawn: tuple[PressRelease, ...]
    translations: Mapping[str, tuple[PressRelease, ...]]
    destinations: Destinations
    documents: Mapping[str, Attachment]
    written: tuple[WrittenPage, ...]
    remarks: tuple[Problem, ...]
    root: Path
    modules: tuple[OwnModule, ...] = ()
    language: str = ""

    def told_in(self, language: str) -> Catalog:
        """Return the catalog for readers of a language of the site: their releases in it.

        What nobody translated stays in its own language, to be named and not told.
        """
        if len(self.addresses) == 1:
            return self
        found = ((self.in_each_language(one).get(language, one), one) for one in self.releases)
        told = tuple(own if own is one else own.standing_for(one) for own, one in found)
        return replace(self, language=language, releases=told)

    @property
    def today(self) -> date:
        """Return the day, where the city is."""
        return self.now.date()

    @cached_property
    def _by_slug(self) -> dict[str, Partner]:
        return {partner.slug: partner for partner in self.partners}

    def partner(self, slug: str) -> Partner:
        """Return the partner of a short name; every release's partners are known to exist."""
        return self._by_slug[slug]

    @cached_property
    def _releases_of(self) -> dict[str, tuple[PressRelease, ...]]:
        return by_partner(self.releases)

    def releases_of(self, slug: str) -> tuple[PressRelease, ...]:
        """Return a partner's releases, newest first."""
        return self._releases_of.get(slug, ())

    def corrected_since(self, release: PressRelease) -> tuple[EdtfDate, ...]:
        """Return the days on which the original of a translation was corrected, and it was not."""
        own = {correction.date for correction in release.corrections}
        days = dict.fromkeys(c.date for c in self.original(release).corrections)
        return tuple(day for day in days if day not in own)

    @cached_property
    def records(self) -> tuple[Partner | PressRelease, ...]:
        """Return every record that has a page of its own, translations among them."""
        translations = (other for found in self.translations.values() for other in found)
        return (*self.partners, *self.originals, *translations)

    @cached_property
    def _by_file(self) -> dict[str, Partner | PressRelease]:
        return {record.file: record for record in self.records}

    def record(self, file: str) -> Partner | PressRelease | None:
        """Return the record of a content file, where it has a page."""
        return self._by_file.get(file)

    def published(self, release: PressRelease) -> datetime:
        """Return when a release could first be read: its day, or the later end of its embargo.

        A translation is published with its original, or later where it says so.
        """
        return self._moments[release.file][0]

    def updated(self, release: PressRelease) -> datetime:
        """Return when a release last changed: its publication, or its last correction.

        A correction of the original changes its translations as well.
        """
        return self._moments[release.file][1]

    @cached_property
    def _moments(self) -> dict[str, tuple[datetime, datetime]]:
        """Map the file of each release to when it was published, and when it last changed."""
        translations = (one for found in self.translations.values() for one in found)
        told = (*self.originals, *self.withdrawn, *translations)
        return {release.file: self._moments_of(release) for release in told}

    def _moments_of(self, release: PressRelease) -> tuple[datetime, datetime]:
        zone, original = self.city.zone, self.original(release)
        told = (original, release) if release.translated_into else (release,)
        published = max(visible_from(one, zone) for one in told).astimezone(zone)
        days = (c.date.first for one in told for c in one.corrections)
        changes = [moment(datetime.combine(day, time()), zone).astimezone(zone) for day in days]
        return published, max([published, *changes])

    def last_updated(self, releases: Iterable[PressRelease]) -> datetime | None:
        """Return when the last of some releases changed; None where there is none."""
        return max(map(self.updated, releases), default=None)

    @cached_property
    def written_at(self) -> dict[str, WrittenPage]:
        """Map the address of each hand-written page to the page."""
        return {self.destinations.addresses[page.path]: page for page in self.written}

    def document(self, address: str) -> Attachment | None:
        """Return the document published at an address."""
        return self.documents.get(address)

    def issuers(self, release: PressRelease) -> Speakers:
        """Return who speaks in a release: whom it or its original names, else the publisher."""
        return speakers(release, self.original(release), self.city)

    def distance(self, partner: Partner) -> float | None:
        """Return the km along the great circle from the city; None without a point."""
        here, there = self.city.coordinates, partner.coordinates
        return distance_km((here.lon, here.lat), (there.lon, there.lat)) if there else None

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """Return every milestone of every partner, oldest first, each fact once."""
        return milestones(self.partners_now, self.releases, self.today)

    def milestones_of(self, slug: str) -> tuple[Milestone, ...]:
        """Return a partner's milestones, oldest first."""
        return self._milestones_of.get(slug, ())

    @cached_property
    def _milestones_of(self) -> dict[str, tuple[Milestone, ...]]:
        return by_partner(self.milestones)

    def milestones_on(self, theme: Theme) -> tuple[Milestone, ...]:
        """Return the milestones about a theme, oldest first."""
        return tuple(m for m in self.milestones if theme in m.themes)

    @cached_property
    def coming(self) -> tuple[Milestone, ...]:
        """Return what comes in the next twelve months, soonest first."""
        return coming(self.milestones, self.today)

    @cached_property
    def coming_by_choice(self) -> tuple[Milestone, ...]:
        """Return what comes because somebody decided it: no anniversary, which is arithmetic."""
        return tuple(m for m in self.coming if m.kind is not MilestoneKind.ANNIVERSARY)

    def coming_of(self, slug: str) -> tuple[Milestone, ...]:
        """Return what comes with a partner in the next twelve months, soonest first."""
        return tuple(m for m in self.coming if slug in m.partners)

    @cached_property
    def inviting(self) -> tuple[Milestone, ...]:
        """Return what comes and says how to be there, soonest first."""
        return tuple(milestone for milestone in self.coming if milestone.attending)

    def offices_of(self, slug: str) -> tuple[Contact, ...]:
        """Return whom to write to about a partner: its offices, else the city's."""
        return self.partner(slug).contacts or (self.residents_office,)

    @property
    def residents_office(self) -> Contact:
        """Return the office of the city that answers residents."""
        return self.city.residents_office or self.city.press_office

    @cached_property
    def _ties(self) -> dict[str, tuple[TieNow, ...]]:
        return {p.slug: ties_with_standing(p.ties, self.today) for p in self.partners}

    def ties_with_standing(self, slug: str) -> tuple[TieNow, ...]:
        """Return a partner's ties, each with where it stands today, in the order written."""
        return self._ties[slug]

    @property
    def partners_now(self) -> tuple[tuple[Partner, tuple[TieNow, ...]], ...]:
        """Return every partner with its ties as they stand today."""
        return tuple((partner, self._ties[partner.slug]) for partner in self.partners)

    def main_tie(self, slug: str) -> TieNow:
        """Return the tie of a partner that is told first, wherever one or the first is told."""
        return main_tie(self._ties[slug])

    def ties_main_first(self, slug: str) -> tuple[TieNow, ...]:
        """Return a partner's ties with the main one first, the others in the order written."""
        main = self.main_tie(slug)
        return (main, *(pair for pair in self._ties[slug] if pair is not main))

    @cached_property
    def kinds(self) -> tuple[TieKind, ...]:
        """Return the kinds of tie that some partner has, in the order of the list."""
        told = {tie.kind for _, ties in self.partners_now for tie, _ in ties}
        return tuple(kind for kind in TieKind if kind in told)

    @cached_property
    def oldest_living(self) -> EdtfDate | None:
        """Return when the oldest tie that still lives was founded."""
        return oldest_living(self.partners_now)

    @cached_property
    def decades(self) -> tuple[Decade, ...]:
        """Return each decade from the first milestone to today's, with the ties begun in it."""
        return tuple(decades(self.milestones, self.partners_now, self.today))

    @cached_property
    def years(self) -> dict[int, tuple[PressRelease, ...]]:
        """Return the releases of each year, newest year first."""
        found: dict[int, list[PressRelease]] = {}
        for release in self.releases:
            found.setdefault(release.year, []).append(release)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    @cached_property
    def release_lists(self) -> tuple[ReleaseList, ...]:
        """Return the lists of releases: of each year, partner and theme that has any."""
        return tuple(release_lists(self.years, self.releases))

    @property
    def listed_years(self) -> tuple[int, ...]:
        """Return the years that have releases, newest first."""
        return tuple(self.years)

    def lists_year(self, year: int) -> bool:
        """Return whether a year has releases, whatever they say."""
        return year in self.years

    def seen_from(self, year: int) -> Catalog:
        """Return the catalog as it stood at the end of a year; in the year of today as it is."""
        if year >= self.today.year:
            return self
        told = tuple(one for one in self.releases if years.is_told_of(one, year))
        return replace(self, now=years.evening(year, self.city.zone), releases=told)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Return the themes that somebody speaks of, in the order of the list."""
        told = {t for r in self.releases for t in r.themes}
        told |= {t for p in self.partners for t in themes_of(p)}
        return tuple(theme for theme in Theme if theme in told)

    def partners_on(self, theme: Theme) -> tuple[Partner, ...]:
        """Return the partners one of whose ties or projects is about a theme."""
        return tuple(p for p in self.partners if theme in themes_of(p))

    def releases_on(self, theme: Theme) -> tuple[PressRelease, ...]:
        """Return the releases about a theme, newest first."""
        return tuple(r for r in self.releases if theme in r.themes)

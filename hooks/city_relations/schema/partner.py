"""What a partner profile may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import Field
from pydantic.functional_validators import BeforeValidator

from city_relations.language.words import N_
from city_relations.schema.base import Base, Record
from city_relations.schema.choices import (
    PartnerKind,
    Point,
    ProfileStatus,
    Qualifier,
    TieKind,
)
from city_relations.schema.coordinates import Coordinates
from city_relations.schema.foreign_fields import OF_A_PROFILE, Foreigners
from city_relations.schema.lists import OR_TEXT, ListOfWords, ListOrOne
from city_relations.schema.localized import LocalizedProse, LocalizedText
from city_relations.schema.numbers import People
from city_relations.schema.parts import Contact, Event, Photo
from city_relations.schema.press_release import Correction
from city_relations.schema.project import Project
from city_relations.schema.reference import ReferenceOrText, Sources
from city_relations.schema.taking_part import Ways
from city_relations.schema.tie import Tie
from city_relations.schema.time_zone import TimeZone
from city_relations.schema.values import (
    CountryCode,
    Date,
    Day,
    LanguageCode,
    Line,
    Period,
    Slug,
    Url,
)


class Region(Base):
    """A part of a country that matters for the partner's name."""

    code: Line | None = Field(
        default=None, title=N_("Code"), description=N_("ISO 3166-2 code, such as CA-QC.")
    )
    name: LocalizedText | None = Field(
        default=None, title=N_("Name"), description=N_("The region's name as it is written.")
    )


def _region(value: Any) -> Any:
    """Read `region: CA-QC` as its code and `region: Hebei` as its name."""
    if not isinstance(value, str):
        return value
    return {"code": value} if value[2:3] == "-" and value[:2].isupper() else {"name": value}


class Population(Base):
    """How many people live there, when, and who says so."""

    value: People | None = Field(
        default=None, title=N_("Value"), description=N_("The number of inhabitants.")
    )
    minimum: People | None = Field(
        default=None, title=N_("Minimum"), description=N_("The least, where it varies.")
    )
    maximum: People | None = Field(
        default=None, title=N_("Maximum"), description=N_("The most, where it varies.")
    )
    qualifier: Qualifier | None = Field(
        default=None, title=N_("Qualifier"), description=N_("How exact the figure is.")
    )
    as_of: Date | None = Field(
        default=None, title=N_("As of"), description=N_("The year or day of the count.")
    )
    source: ReferenceOrText | None = Field(
        default=None, title=N_("Source"), description=N_("Who says so.")
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What the figure covers.")
    )


FIGURE = re.compile(
    r"(?P<about>(?:environ|env\.|about|ca\.?|près de|~|≈)\s*)?(?P<value>\d[\d\s.,'’\u00a0\u202f]*?)"
    r"\s*(?:habitants|hab\.|inhabitants)?\s*(?:\((?P<as_of>\d{4})\)|en\s+(?P<en>\d{4}))?",
    re.IGNORECASE,
)


def _population(value: Any) -> Any:
    """Read `population: 75 994` as its value, and `75 994 (2011)` with its year."""
    if not isinstance(value, str):
        return value
    found = FIGURE.fullmatch(value)
    if not found:
        return {"value": value}
    told = {
        "value": found["value"],
        "as_of": found["as_of"] or found["en"],
        "qualifier": "about" if found["about"] else None,
    }
    return {name: said for name, said in told.items() if said}


class Elsewhere(Base):
    """A tie of the partner with somebody else."""

    with_: Line = Field(
        alias="with", title=N_("With"), description=N_("The name of the other place.")
    )
    country: CountryCode = Field(
        title=N_("Country"), description=N_("Its country, by name or as a code.")
    )
    kind: TieKind | None = Field(default=None, title=N_("Kind"), description=N_("What bond it is."))
    period: Period | None = Field(
        default=None, title=N_("Period"), description=N_("From when to when: 1994/2014.")
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )


class Checked(Base):
    """When the office last read the profile over, and when it will again."""

    # A key “on” is read as “yes” by tools of YAML 1.1.
    old_names: ClassVar[Mapping[str, str]] = {"on": "date"}

    date: Day = Field(title=N_("On"), description=N_("The day somebody read the profile over."))
    next: Date | None = Field(
        default=None, title=N_("Next"), description=N_("When it should be read over again.")
    )


class Partner(Record):
    """The other city, district or region of a tie. The file's name is its short name."""

    instead: ClassVar[Foreigners] = OF_A_PROFILE
    guide_page: ClassVar[str] = "partner.md"

    name: LocalizedText = Field(title=N_("Name"), description=N_("The partner's usual name."))
    country: CountryCode = Field(
        default="",
        title=N_("Country"),
        description=N_("Its country, by name or as an ISO 3166-1 code of two letters, such as IT."),
    )
    region: Annotated[Region, BeforeValidator(_region), OR_TEXT] | None = Field(
        default=None,
        title=N_("Region"),
        description=N_("Code such as CA-QC, or the region's name."),
    )
    coordinates: Annotated[Coordinates, OR_TEXT] | None = Field(
        default=None,
        title=N_("Coordinates"),
        description=N_("Where it stands: {lat: 45.07, lon: 7.69}."),
    )
    ties: tuple[Tie, ...] = Field(
        min_length=1, title=N_("Ties"), description=N_("The bonds with the city.")
    )
    kind: PartnerKind = Field(
        default=PartnerKind.CITY, title=N_("Kind"), description=N_("What the partner is.")
    )
    local_name: dict[LanguageCode, Line] = Field(
        default_factory=dict,
        title=N_("Local name"),
        description=N_("Its own name, by language: {it: Torino}."),
    )
    also_known_as: ListOrOne[Line] = Field(
        default=(), title=N_("Also known as"), description=N_("Other spellings people look for.")
    )
    formerly: ListOfWords[Slug] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_(
            "Short names this page had before, the oldest first: the old addresses lead here."
        ),
    )
    point: Point = Field(
        default=Point.CENTRE,
        title=N_("Point"),
        description=N_("What the point marks: the centre, or a district's seat."),
    )
    seat_name: Line | None = Field(
        default=None, title=N_("Seat"), description=N_("The name of the district's capital.")
    )
    population: Annotated[Population, BeforeValidator(_population), OR_TEXT] | None = Field(
        default=None, title=N_("Population"), description=N_("Inhabitants, with year and source.")
    )
    languages: ListOfWords[LanguageCode] = Field(
        default=(),
        title=N_("Languages"),
        description=N_("The languages of its people, by name or as codes."),
    )
    time_zone: TimeZone | None = Field(
        default=None,
        title=N_("Time zone"),
        description=N_("By its clocks, as the IANA names them: Europe/Brussels."),
    )
    greeting: dict[LanguageCode, Line] = Field(
        default_factory=dict,
        title=N_("Greeting"),
        description=N_("A word of greeting in its languages: {it: Buongiorno}."),
    )
    website: Url | None = Field(
        default=None, title=N_("Website"), description=N_("Its official site, with https://.")
    )
    wikidata: Line | None = Field(
        default=None,
        pattern=r"^Q[1-9]\d*$",
        title=N_("Wikidata"),
        description=N_("Its Wikidata number, such as Q495."),
    )
    about: LocalizedProse | None = Field(
        default=None, title=N_("About"), description=N_("Who they are, in Markdown.")
    )
    easy: LocalizedProse | None = Field(
        default=None,
        title=N_("Easy language"),
        description=N_(
            "The same in easy language (FALC, Leichte Sprache, Easy Read), in Markdown, one "
            "sentence a line: it has a page of its own. No software writes it."
        ),
    )
    events: tuple[Event, ...] = Field(
        default=(), title=N_("Events"), description=N_("Visits, festivals, anniversaries.")
    )
    projects: tuple[Project, ...] = Field(
        default=(), title=N_("Projects"), description=N_("Works done together, with their money.")
    )
    elsewhere: tuple[Elsewhere, ...] = Field(
        default=(), title=N_("Elsewhere"), description=N_("The partner's ties with others.")
    )
    contacts: tuple[Contact, ...] = Field(
        default=(), title=N_("Contacts"), description=N_("Offices, never persons.")
    )
    take_part: Ways = Field(
        default=(),
        title=N_("Take part"),
        description=N_("How a resident can join: a text in Markdown, or a list of ways."),
    )
    photos: tuple[Photo, ...] = Field(
        default=(), title=N_("Photos"), description=N_("Pictures, with alt text and credit.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the facts can be checked.")
    )
    checked: Checked | None = Field(
        default=None, title=N_("Checked"), description=N_("When the profile was read over.")
    )
    corrections: tuple[Correction, ...] = Field(
        default=(), title=N_("Corrections"), description=N_("What was put right, openly.")
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    status: ProfileStatus = Field(
        default=ProfileStatus.PUBLISHED,
        title=N_("Status"),
        description=N_("draft: only the preview shows it."),
    )

    @cached_property
    def slug(self) -> str:
        """Return the short name, which is the file's name."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".yml")

    @property
    def is_draft(self) -> bool:
        """Return whether the profile is kept from readers."""
        return self.status is ProfileStatus.DRAFT

    @cached_property
    def lasting_name(self) -> str:
        """Return the oldest short name, of which identifiers are made: a rename changes none."""
        return next(iter(self.formerly), self.slug)

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name the partner goes by, those in its own languages too."""
        return (*self.name.values(), *self.also_known_as, *self.local_name.values())

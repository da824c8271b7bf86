"""What a partner profile may say."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic.functional_validators import AfterValidator, BeforeValidator

from relations.dates import EdtfDate
from relations.schema.base import Base, LocalizedText, N_, Record
from relations.schema.choices import (
    ActKind,
    OperatorKind,
    PartnerKind,
    Point,
    Qualifier,
    Theme,
    TieKind,
)
from relations.schema.faults import fault
from relations.schema.parts import Contact, Event, Photo, Sdgs, Sources
from relations.schema.values import (
    CountryCode,
    Date,
    Day,
    Integer,
    LanguageCode,
    Line,
    Number,
    Slug,
    Source,
    Truth,
    Url,
)
from relations.words import say


def _within(limit: int) -> AfterValidator:
    def check(value: float) -> float:
        if abs(value) > limit:
            message = say("{value} is out of range: between -{limit} and {limit}.", value=value, limit=limit)
            raise fault(message)
        return value

    return AfterValidator(check)


class Coordinates(Base):
    """A point on Earth, in degrees (WGS 84)."""

    lat: Annotated[Number, _within(90)] = Field(
        title=N_("Latitude"), description=N_("Degrees north, negative in the south.")
    )
    lon: Annotated[Number, _within(180)] = Field(
        title=N_("Longitude"), description=N_("Degrees east, negative in the west.")
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


class Act(Base):
    """What founds or changes a tie; announced is not done."""

    act: ActKind = Field(title=N_("Act"), description=N_("What was, or will be, done."))
    planned: Date | None = Field(
        default=None,
        title=N_("Planned for"),
        description=N_("When it was announced for; it stays when the act is done."),
    )
    date: Date | None = Field(
        default=None, title=N_("Date"), description=N_("When it was done; absent until then.")
    )
    place: Line | None = Field(default=None, title=N_("Place"), description=N_("Where."))
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    parties: tuple[Line, ...] = Field(
        default=(),
        title=N_("Parties"),
        description=N_("Who signed this act, where it differs from the tie."),
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )

    @property
    def when(self) -> EdtfDate | None:
        """Give the day it was done, else the day it was announced for."""
        return self.date or self.planned

    @property
    def done(self) -> bool:
        """Tell whether the act took place."""
        return self.date is not None


class Term(Base):
    """How long a tie runs from its last signature or renewal."""

    years: Integer | None = Field(
        default=None, title=N_("Years"), description=N_("How many years it runs.")
    )
    months: Integer | None = Field(
        default=None, title=N_("Months"), description=N_("How many months it runs.")
    )
    renewable: Truth = Field(
        default=False, title=N_("Renewable"), description=N_("oui when it may be renewed.")
    )
    tacit: Truth = Field(
        default=False,
        title=N_("Tacit renewal"),
        description=N_("oui when it goes on by itself unless somebody ends it."),
    )

    @model_validator(mode="after")
    def _some_length(self) -> Self:
        if self.length < 1:
            raise fault(say("a term lasts at least a month: write “years: 3” or “months: 18”."))
        return self

    @property
    def length(self) -> int:
        """Give the term in months."""
        return 12 * (self.years or 0) + (self.months or 0)


class Operator(Base):
    """Who makes the tie live: an association, a twinning committee."""

    name: Line = Field(title=N_("Name"), description=N_("The operator's name."))
    kind: OperatorKind = Field(
        default=OperatorKind.ASSOCIATION, title=N_("Kind"), description=N_("What it is.")
    )
    country: CountryCode | None = Field(
        default=None, title=N_("Country"), description=N_("Where it works, as a code.")
    )
    since: Date | None = Field(
        default=None, title=N_("Since"), description=N_("Since when it exists.")
    )
    website: Url | None = Field(
        default=None, title=N_("Website"), description=N_("Its site, with https://.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )


class Tie(Base):
    """A lasting bond between the city and a partner."""

    kind: TieKind = Field(title=N_("Kind"), description=N_("What bond it is."))
    name: LocalizedText | None = Field(
        default=None, title=N_("Name"), description=N_("The tie's own title, where it has one.")
    )
    since: Date | None = Field(
        default=None,
        title=N_("Since"),
        description=N_("Since when it lives, when no founding act is dated."),
    )
    acts: tuple[Act, ...] = Field(
        default=(), title=N_("Acts"), description=N_("What founded and changed it, in order.")
    )
    term: Term | None = Field(
        default=None, title=N_("Term"), description=N_("How long it runs, where it has an end.")
    )
    themes: tuple[Theme, ...] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )
    parties: tuple[Line, ...] = Field(
        default=(), title=N_("Parties"), description=N_("Who is bound by it.")
    )
    partner_label: LocalizedText | None = Field(
        default=None,
        title=N_("The partner's words"),
        description=N_("What the partner itself calls the tie."),
    )
    sdgs: Sdgs = Field(
        default_factory=dict,
        title=N_("Development goals"),
        description=N_("Sustainable development goals: 2 for a main one, 1 for a secondary one."),
    )
    operators: tuple[Operator, ...] = Field(
        default=(), title=N_("Operators"), description=N_("Who makes it live.")
    )
    supersedes: TieKind | None = Field(
        default=None,
        title=N_("Supersedes"),
        description=N_("The kind of the earlier tie that this one replaced."),
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the facts can be checked.")
    )


class Funding(Base):
    """Money given to a project, forecast or paid."""

    funder: Line = Field(title=N_("Funder"), description=N_("Who gives."))
    scheme: Line | None = Field(
        default=None, title=N_("Scheme"), description=N_("The programme it comes from.")
    )
    amount: Number | None = Field(
        default=None, title=N_("Amount"), description=N_("How much, in digits.")
    )
    currency: Line = Field(
        default="EUR",
        pattern="^[A-Z]{3}$",
        title=N_("Currency"),
        description=N_("ISO 4217 code, such as EUR."),
    )
    source: Source | None = Field(
        default=None, title=N_("Source"), description=N_("Where the figure can be checked.")
    )


class Project(Base):
    """A work done together, limited in theme and time."""

    title: LocalizedText = Field(title=N_("Title"), description=N_("The project's name."))
    period: Date | None = Field(
        default=None, title=N_("Period"), description=N_("From when to when: 2023/2026.")
    )
    funding: tuple[Funding, ...] = Field(
        default=(), title=N_("Funding"), description=N_("Who pays, and how much.")
    )
    parties: tuple[Line, ...] = Field(
        default=(), title=N_("Parties"), description=N_("Who works on it.")
    )
    themes: tuple[Theme, ...] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )
    sdgs: Sdgs = Field(
        default_factory=dict,
        title=N_("Development goals"),
        description=N_("Sustainable development goals: 2 for a main one, 1 for a secondary one."),
    )
    about: LocalizedText | None = Field(
        default=None, title=N_("About"), description=N_("What is done, in Markdown.")
    )
    website: Url | None = Field(
        default=None, title=N_("Website"), description=N_("Its page, with https://.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the facts can be checked.")
    )


class Population(Base):
    """How many people live there, when, and who says so."""

    value: Integer | None = Field(
        default=None, title=N_("Value"), description=N_("The number of inhabitants.")
    )
    minimum: Integer | None = Field(
        default=None, title=N_("Minimum"), description=N_("The least, where it varies.")
    )
    maximum: Integer | None = Field(
        default=None, title=N_("Maximum"), description=N_("The most, where it varies.")
    )
    qualifier: Qualifier | None = Field(
        default=None, title=N_("Qualifier"), description=N_("How exact the figure is.")
    )
    as_of: Date | None = Field(
        default=None, title=N_("As of"), description=N_("The year or day of the count.")
    )
    source: Source | None = Field(
        default=None, title=N_("Source"), description=N_("Who says so.")
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What the figure covers.")
    )


class Elsewhere(Base):
    """A tie of the partner with somebody else."""

    with_: Line = Field(
        alias="with", title=N_("With"), description=N_("The name of the other place.")
    )
    country: CountryCode = Field(title=N_("Country"), description=N_("Its country, as a code."))
    kind: TieKind | None = Field(
        default=None, title=N_("Kind"), description=N_("What bond it is.")
    )
    period: Date | None = Field(
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

    on: Day = Field(title=N_("On"), description=N_("The day somebody read the profile over."))
    next: Date | None = Field(
        default=None, title=N_("Next"), description=N_("When it should be read over again.")
    )


class Partner(Record):
    """The other city, district or region of a tie. The file's name is its short name."""

    name: LocalizedText = Field(title=N_("Name"), description=N_("The partner's usual name."))
    country: CountryCode = Field(
        title=N_("Country"), description=N_("ISO 3166-1 code of two letters, such as IT.")
    )
    region: Annotated[Region, BeforeValidator(_region)] | None = Field(
        default=None, title=N_("Region"), description=N_("Code such as CA-QC, or the region's name.")
    )
    coordinates: Coordinates | None = Field(
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
    also_known_as: tuple[Line, ...] = Field(
        default=(), title=N_("Also known as"), description=N_("Other spellings people look for.")
    )
    formerly: tuple[Slug, ...] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_("Short names this page had before: the old addresses lead here."),
    )
    point: Point = Field(
        default=Point.CENTRE,
        title=N_("Point"),
        description=N_("What the point marks: the centre, or a district's seat."),
    )
    seat_name: Line | None = Field(
        default=None, title=N_("Seat"), description=N_("The name of the district's capital.")
    )
    population: Population | None = Field(
        default=None, title=N_("Population"), description=N_("Inhabitants, with year and source.")
    )
    languages: tuple[LanguageCode, ...] = Field(
        default=(), title=N_("Languages"), description=N_("The languages of its people, as codes.")
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
    about: LocalizedText | None = Field(
        default=None, title=N_("About"), description=N_("Who they are, in Markdown.")
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
    take_part: LocalizedText | None = Field(
        default=None, title=N_("Take part"), description=N_("How a resident can join, in Markdown.")
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
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )

    @property
    def slug(self) -> str:
        """Give the short name, which is the file's name."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".yml")

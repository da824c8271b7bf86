"""What a profile may say of a tie: its acts, its term, those who make it live."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic.functional_validators import AfterValidator

from city_relations.dates import EdtfDate
from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.choice import read_choice
from city_relations.schema.choices import ActKind, OperatorKind, Theme, TieKind
from city_relations.schema.foreign_fields import OF_A_TIE, OF_AN_ACT, Foreigners
from city_relations.schema.goals import Sdgs
from city_relations.schema.lengths import unit_of
from city_relations.schema.lists import OR_TEXT, ListOfTexts, ListOfWords, ListOrOne
from city_relations.schema.localized import LocalizedText
from city_relations.schema.numbers import Months, Years
from city_relations.schema.parts import (
    DOCUMENT_SAID,
    DOCUMENT_TITLE,
    DocumentName,
)
from city_relations.schema.reference import Sources
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import CountryCode, Line, Moment, Truth, Url

LONGEST_TERM = 2400  # months


class Act(Base):
    """What founds or changes a tie; announced is not done."""

    instead: ClassVar[Foreigners] = OF_AN_ACT

    act: ActKind = Field(title=N_("Act"), description=N_("What was, or will be, done."))
    planned: Moment | None = Field(
        default=None,
        title=N_("Planned for"),
        description=N_("When it was announced for; it stays when the act is done."),
    )
    date: Moment | None = Field(
        default=None,
        title=N_("Date"),
        description=N_(
            "When it was done; absent until then. Where no more is known: 198X (the 1980s), "
            "..2012 (2012 at the latest) or unknown."
        ),
    )
    place: Line | None = Field(default=None, title=N_("Place"), description=N_("Where."))
    number: Line | None = Field(
        default=None,
        title=N_("Number"),
        description=N_("The number it has in the council's acts, such as DCM 2025-114."),
    )
    country_then: Line | None = Field(
        default=None,
        title=N_("Country at the time"),
        description=N_("The country's name at the time, where it has changed: Upper Volta."),
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    parties: ListOrOne[Line] = Field(
        default=(),
        title=N_("Parties"),
        description=N_("Who signed this act, where it differs from the tie."),
    )
    document: ListOfTexts[DocumentName] = Field(
        default=(), title=DOCUMENT_TITLE, description=DOCUMENT_SAID
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )

    @property
    def when(self) -> EdtfDate | None:
        """Return the day it was done, else the day it was announced for."""
        return self.date or self.planned

    @property
    def done(self) -> bool:
        """Return whether the act took place."""
        return self.date is not None


class Term(Base):
    """How long a tie runs from its last signature or renewal."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """Read a length with its unit; refuse a bare number in favour of a field."""
        if not isinstance(value, str):
            return value
        if value.strip().isdecimal():
            message = say("a term is written as “years:” or “months:”, between braces.")
            raise fault("term-without-unit", message, f"{{years: {value.strip()}}}")
        unit = unit_of(value)
        return {unit: value} if unit else value

    years: Years | None = Field(
        default=None, title=N_("Years"), description=N_("How many years it runs.")
    )
    months: Months | None = Field(
        default=None, title=N_("Months"), description=N_("How many months it runs.")
    )
    renewable: Truth = Field(
        default=False, title=N_("Renewable"), description=N_("yes when it may be renewed.")
    )
    tacit: Truth = Field(
        default=False,
        title=N_("Tacit renewal"),
        description=N_("yes when it goes on by itself unless somebody ends it."),
    )

    @model_validator(mode="after")
    def _some_length(self) -> Self:
        if self.length < 1:
            raise fault(
                "term-too-short",
                say("a term lasts at least a month: write “years: 3” or “months: 18”."),
            )
        if self.length > LONGEST_TERM:
            raise fault(
                "term-too-long",
                say("no term lasts more than two hundred years: check the number."),
            )
        return self

    @property
    def length(self) -> int:
        """Return the term in months."""
        return 12 * (self.years or 0) + (self.months or 0)


class Operator(Base):
    """Who makes the tie live: an association, a twinning committee."""

    name: Line = Field(title=N_("Name"), description=N_("The operator's name."))
    kind: OperatorKind = Field(
        default=OperatorKind.ASSOCIATION, title=N_("Kind"), description=N_("What it is.")
    )
    country: CountryCode | None = Field(
        default=None,
        title=N_("Country"),
        description=N_("Where it works: a country, by name or as a code."),
    )
    since: Moment | None = Field(
        default=None, title=N_("Since"), description=N_("Since when it exists.")
    )
    website: Url | None = Field(
        default=None, title=N_("Website"), description=N_("Its site, with https://.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )


def _kind_or_name(value: str) -> str:
    """Read a kind of tie in any of its words; all else is a tie's own name."""
    kind = read_choice(value, TieKind)
    return str(kind) if kind else value


class Tie(Base):
    """A lasting bond between the city and a partner."""

    instead: ClassVar[Foreigners] = OF_A_TIE

    kind: TieKind = Field(title=N_("Kind"), description=N_("What bond it is."))
    name: LocalizedText | None = Field(
        default=None, title=N_("Name"), description=N_("The tie's own title, where it has one.")
    )
    formerly: ListOrOne[Line] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_(
            "Names it had before, the oldest first, or its identifier in the open data: "
            "renamed, it keeps its identifiers."
        ),
    )
    since: Moment | None = Field(
        default=None,
        title=N_("Since"),
        description=N_(
            "Since when it lives, when no founding act is dated; where no more is known: "
            "198X (the 1980s), ..2012 (2012 at the latest) or unknown."
        ),
    )
    country_then: Line | None = Field(
        default=None,
        title=N_("Country at the time"),
        description=N_("The country's name at the time, where it has changed: Upper Volta."),
    )
    acts: tuple[Act, ...] = Field(
        default=(), title=N_("Acts"), description=N_("What founded and changed it, in order.")
    )
    term: Annotated[Term, OR_TEXT] | None = Field(
        default=None,
        title=N_("Term"),
        description=N_("How long it runs, where it has an end: {years: 3}."),
    )
    themes: ListOfWords[Theme] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )
    parties: ListOrOne[Line] = Field(
        default=(), title=N_("Parties"), description=N_("Who is bound by it.")
    )
    partner_label: LocalizedText | None = Field(
        default=None,
        title=N_("The partner's words"),
        description=N_("What the partner itself calls the tie."),
    )
    signatory: LocalizedText | None = Field(
        default=None,
        title=N_("Signatory"),
        description=N_(
            "Who signs for the partner: an office, such as “the mayor of Ghent”, never a name."
        ),
    )
    sdgs: Sdgs = Field(
        default_factory=dict,
        title=N_("Development goals"),
        description=N_("Sustainable development goals: 2 for a main one, 1 for a secondary one."),
    )
    operators: tuple[Operator, ...] = Field(
        default=(), title=N_("Operators"), description=N_("Who makes it live.")
    )
    supersedes: Annotated[Line, AfterValidator(_kind_or_name)] | None = Field(
        default=None,
        title=N_("Supersedes"),
        description=N_("The earlier tie that this one replaced: its name, or its kind."),
    )
    document: ListOfTexts[DocumentName] = Field(
        default=(), title=DOCUMENT_TITLE, description=DOCUMENT_SAID
    )
    note: LocalizedText | None = Field(
        default=None, title=N_("Note"), description=N_("What a reader should know, in one line.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the facts can be checked.")
    )

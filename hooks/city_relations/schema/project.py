"""What a profile may say of a project, its money included."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator

from city_relations.language.words import N_
from city_relations.schema.base import Base
from city_relations.schema.choices import Theme
from city_relations.schema.city_facts import city_of
from city_relations.schema.goals import Sdgs
from city_relations.schema.identity import Identifier
from city_relations.schema.lists import ListOfWords, ListOrOne
from city_relations.schema.localized import LocalizedProse, LocalizedText
from city_relations.schema.numbers import Amount
from city_relations.schema.reference import ReferenceOrText, Sources
from city_relations.schema.values import Line, Period, Url


class Funding(Base):
    """Money given to a project, forecast or paid."""

    funder: Line = Field(title=N_("Funder"), description=N_("Who gives."))
    scheme: Line | None = Field(
        default=None, title=N_("Scheme"), description=N_("The programme it comes from.")
    )
    amount: Amount | None = Field(
        default=None, title=N_("Amount"), description=N_("How much, in digits.")
    )
    currency: Line = Field(
        default="",
        validate_default=True,
        pattern="^[A-Z]{3}$",
        title=N_("Currency"),
        description=N_("ISO 4217 code, such as EUR."),
    )
    source: ReferenceOrText | None = Field(
        default=None, title=N_("Source"), description=N_("Where the figure can be checked.")
    )

    @field_validator("currency", mode="before")
    @classmethod
    def _or_the_citys(cls, value: object, info: ValidationInfo) -> object:
        """Take what is paid with in the city's country where no currency is named."""
        return value or city_of(info).currency


class Project(Base):
    """A work done together, limited in theme and time."""

    title: LocalizedText = Field(title=N_("Title"), description=N_("The project's name."))
    period: Period | None = Field(
        default=None, title=N_("Period"), description=N_("From when to when: 2023/2026.")
    )
    funding: tuple[Funding, ...] = Field(
        default=(), title=N_("Funding"), description=N_("Who pays, and how much.")
    )
    parties: ListOrOne[Line] = Field(
        default=(), title=N_("Parties"), description=N_("Who works on it.")
    )
    themes: ListOfWords[Theme] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )
    sdgs: Sdgs = Field(
        default_factory=dict,
        title=N_("Development goals"),
        description=N_("Sustainable development goals: 2 for a main one, 1 for a secondary one."),
    )
    about: LocalizedProse | None = Field(
        default=None, title=N_("About"), description=N_("What is done, in Markdown.")
    )
    website: Url | None = Field(
        default=None, title=N_("Website"), description=N_("Its page, with https://.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the facts can be checked.")
    )
    formerly: ListOfWords[Identifier] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_(
            "The dates it had before, the oldest first, or its identifier in the open data: "
            "calendars then move it, and add none."
        ),
    )

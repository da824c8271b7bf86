"""What a city says of itself for the law and for its readers, part by part."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic.functional_validators import AfterValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.localized import LocalizedText
from city_relations.schema.numbers import Number
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Day, Line, Url


def _share(value: float) -> float:
    if not 0 <= value <= 100:  # noqa: PLR2004 - a percentage
        raise fault(
            "percentage", say("{value} is not a percentage: between 0 and 100.", value=f"{value:g}")
        )
    return value


class Publisher(Base):
    """Who publishes the site, and by what right."""

    name: LocalizedText = Field(title=N_("Name"), description=N_("The authority that publishes."))
    address: LocalizedText = Field(title=N_("Address"), description=N_("Its postal address."))
    phone: Line | None = Field(
        default=None, title=N_("Telephone"), description=N_("Its switchboard.")
    )
    email: Line | None = Field(
        default=None, title=N_("E-mail"), description=N_("Its shared address.")
    )
    registration: LocalizedText | None = Field(
        default=None, title=N_("Registration"), description=N_("Its legal number, such as a SIRET.")
    )


class Legal(Base):
    """What the law asks every site to say."""

    director: LocalizedText = Field(
        title=N_("Publication director"), description=N_("By office: “Le maire de …”.")
    )
    host: LocalizedText = Field(
        title=N_("Host"), description=N_("Who hosts the site, with its address.")
    )
    data_protection: LocalizedText = Field(
        title=N_("Data protection contact"), description=N_("Where to write about one's data.")
    )


class Audit(Base):
    """The last accessibility audit, as its report says."""

    date: Day = Field(title=N_("Date"), description=N_("The day of the report."))
    auditor: LocalizedText = Field(title=N_("Auditor"), description=N_("Who made the audit."))
    standard: Line | None = Field(
        default=None,
        title=N_("Standard"),
        description=N_("What it was judged by; else the standard of the country’s law."),
    )
    rate: Annotated[Number, AfterValidator(_share)] = Field(
        title=N_("Rate"), description=N_("Share of criteria met, in percent.")
    )
    report: Url | None = Field(
        default=None, title=N_("Report"), description=N_("Where the report can be read.")
    )


class Accessibility(Base):
    """What is known of the site's accessibility."""

    contact: LocalizedText = Field(
        title=N_("Contact"), description=N_("Where a reader who meets an obstacle can write.")
    )
    audit: Audit | None = Field(
        default=None,
        title=N_("Audit"),
        description=N_("The last audit; without one the site says what the law makes of it."),
    )


class OwnLink(Base):
    """A way to a page of the city's own elsewhere."""

    title: LocalizedText = Field(title=N_("Title"), description=N_("What a reader clicks."))
    url: Url = Field(title=N_("Address"), description=N_("Where it leads."))

"""What the law asks of a public site, duty by duty: a country's own file, or a city's override."""

from __future__ import annotations

import re
from html import unescape
from typing import Annotated, Any

from pydantic import Field, field_validator, model_validator
from pydantic.functional_validators import AfterValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.localized import LocalizedProse
from city_relations.schema.nearest import closest, is_blank
from city_relations.schema.numbers import Integer, Number, within
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import CountryCode, Day, LanguageCode, Line, Truth, Url

MARKS = re.compile(r"(?s)<!--.*?(?:-->|$)|<[^>]*>")
OWN = N_("What it asks, as this site says it; in place of the words of the country’s law.")


# What a legal notice tells: the fields of the city that a law may ask for.
TOLD_BY_THE_NOTICE = (
    *("publisher.name", "publisher.address", "publisher.phone", "publisher.email"),
    *("publisher.registration", "legal.director", "legal.host", "legal.data_protection"),
)
# How a source was read: the words themselves as their authority publishes them, whether there or
# in a stored copy of that page; the same words where somebody else has them; or what somebody says
# of them, which alone carries no duty.
OFFICIAL, COPY, ACCOUNT = "official", "copy", "account"


def _told_by_the_notice(name: str) -> str:
    """Refuse the name of what no legal notice tells."""
    return _one_of(name, TOLD_BY_THE_NOTICE, "legal-fact-unknown")


def _way_of_reading(name: str) -> str:
    """Refuse any other word for how a source was read."""
    return _one_of(name, (OFFICIAL, COPY, ACCOUNT), "value-unknown")


def _one_of(name: str, options: tuple[str, ...], rule: str) -> str:
    if name not in options:
        message = say(
            "“{value}” is not a known value; write {options}.",
            value=name,
            options=", ".join(options),
        )
        raise fault(rule, message, closest(name, options))
    return name


def _texts(value: object) -> tuple[str, ...]:
    """Return a text, or the text of each language; nothing for what is no text."""
    told = tuple(value.values()) if isinstance(value, dict) else (value,)
    return tuple(text for text in told if isinstance(text, str))


def _shows_nothing(text: str) -> bool:
    """Return whether a page would show no letter and no digit of a text in Markdown."""
    shown = MARKS.sub("", unescape(text))
    return is_blank(shown) or not any(sign.isalnum() for sign in shown)


class Duty(Base):
    """One duty; `says` is what readers are told of it, in Markdown."""

    says: LocalizedProse | None = Field(default=None, title=N_("Says"), description=OWN)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: Any) -> Any:
        """Keep what is left empty: it is told by the rule below."""
        return fields

    @field_validator("*", mode="before")
    @classmethod
    def _is_something(cls, value: Any) -> Any:
        if value is None or value in ([], ()) or any(map(_shows_nothing, _texts(value))):
            message = say(
                "what is empty takes no duty away: write what holds here, or delete the line, and "
                "the country’s law is told."
            )
            raise fault("duty-emptied", message)
        return value


class AccessibilityDuty(Duty):
    """What a site says of its accessibility, and where its readers complain."""

    standard: Line | None = Field(
        default=None,
        title=N_("Standard"),
        description=N_("By which an audit judges, unless the audit names another."),
    )
    not_compliant_below: Annotated[Number, within(0, 100)] | None = Field(
        default=None,
        title=N_("Not compliant below"),
        description=N_("Percentage of criteria under which a site is “not compliant”."),
    )
    not_compliant_without_audit: Truth = Field(
        default=False,
        title=N_("Not compliant without an audit"),
        description=N_("yes where a site nobody has audited counts as “not compliant”."),
    )
    without_audit: LocalizedProse | None = Field(
        default=None,
        title=N_("Without an audit"),
        description=N_("What is said until an audit is recorded."),
    )
    complaint: LocalizedProse | None = Field(
        default=None,
        title=N_("Complaint"),
        description=N_("Whom a reader may turn to whom the city did not answer."),
    )


class ImprintDuty(Duty):
    """What the legal notice has to name."""

    names: tuple[Annotated[Line, AfterValidator(_told_by_the_notice)], ...] = Field(
        default=(),
        title=N_("Names"),
        description=N_("Fields of the city that must be filled in, such as publisher.email."),
    )


class LanguagesDuty(Duty):
    """In which languages a public site speaks."""

    official: tuple[LanguageCode, ...] = Field(
        default=(),
        title=N_("Official languages"),
        description=N_("One of them is the master language."),
    )
    translations: Integer | None = Field(
        default=None,
        title=N_("Translations"),
        description=N_("How many languages a translated site is translated into, at least."),
    )
    too_few: LocalizedProse | None = Field(
        default=None,
        title=N_("Too few"),
        description=N_("What the staff is told where there are fewer."),
    )


class DataProtectionDuty(Duty):
    """What readers are told of their data."""

    complaint: LocalizedProse | None = Field(
        default=None,
        title=N_("Complaint"),
        description=N_("Whom a reader may turn to whom the city did not answer."),
    )


class Law(Base):
    """What the law asks of a public site; a duty that is not there asks nothing."""

    accessibility: AccessibilityDuty = Field(
        default_factory=AccessibilityDuty,
        title=N_("Accessibility"),
        description=N_("What is said on the page on accessibility."),
    )
    imprint: ImprintDuty = Field(
        default_factory=ImprintDuty,
        title=N_("Legal notice"),
        description=N_("What the legal notice names and says."),
    )
    languages: LanguagesDuty = Field(
        default_factory=LanguagesDuty,
        title=N_("Languages"),
        description=N_("In which languages the site speaks."),
    )
    archive: Duty = Field(
        default_factory=Duty,
        title=N_("Archive"),
        description=N_("Who keeps the site for good; said in robots.txt."),
    )
    data_protection: DataProtectionDuty = Field(
        default_factory=DataProtectionDuty,
        title=N_("Data protection"),
        description=N_("What is said on the page on personal data."),
    )
    images: Duty = Field(
        default_factory=Duty,
        title=N_("Images"),
        description=N_("What is said there of people who can be recognised on photos."),
    )
    eco_design: Duty = Field(
        default_factory=Duty,
        title=N_("Eco-design"),
        description=N_("What is said of a statement on eco-design that was not drawn up."),
    )


class Licence(Base):
    """On what terms data may be reused."""

    name: Line = Field(title=N_("Name"), description=N_("The licence's name."))
    url: Url = Field(title=N_("Address"), description=N_("Where its text can be read."))
    code: Line | None = Field(
        default=None,
        title=N_("Code"),
        description=N_("Its SPDX identifier, such as etalab-2.0."),
    )


class LawSource(Base):
    """Where a duty is written: what stands there, and the day on which it was read."""

    title: Line
    url: Url
    text: Annotated[Line, AfterValidator(_way_of_reading)]
    read: Day


class LawSources(Base):
    """Where each duty of a file is written, and its licences."""

    accessibility: tuple[LawSource, ...] = ()
    imprint: tuple[LawSource, ...] = ()
    languages: tuple[LawSource, ...] = ()
    archive: tuple[LawSource, ...] = ()
    data_protection: tuple[LawSource, ...] = ()
    images: tuple[LawSource, ...] = ()
    eco_design: tuple[LawSource, ...] = ()
    licences: tuple[LawSource, ...] = ()


class LawFile(Law):
    """A file of the room `law`: the duties of a country, and where each is written.

    `members` are the countries a common law is for, `licences` those that the country has made for
    the data of its authorities: a city may choose one, none is given in its name. `terms` are the
    words that only this law uses.
    """

    members: tuple[CountryCode, ...] = ()
    licences: tuple[Licence, ...] = ()
    sources: LawSources = Field(default_factory=LawSources)
    terms: tuple[Line, ...] = ()

"""Parts that several records share: photos, events, contacts."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field
from pydantic.functional_validators import AfterValidator

from city_relations.attachments.forms import NAMES, form_of
from city_relations.dates import EdtfDate
from city_relations.language.words import N_, say
from city_relations.schema.asked import Asked, By
from city_relations.schema.attending import HoursOfDay, PriceOrText, RegistrationOrText
from city_relations.schema.base import Base
from city_relations.schema.choices import EventKind, People
from city_relations.schema.focus import Focus
from city_relations.schema.foreign_fields import OF_A_PHOTO, OF_AN_EVENT, Foreigners
from city_relations.schema.identity import Identifier
from city_relations.schema.lists import ListOfWords
from city_relations.schema.localized import LocalizedText
from city_relations.schema.recurring import Every
from city_relations.schema.reference import Sources
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import (
    Date,
    Email,
    Line,
    Period,
    Phone,
    Truth,
    Url,
    safe_url,
)

WEB = re.compile(r"[a-zA-Z][\w+.-]*:")


def _document(value: str) -> str:
    """Accept a document: an address of the web, or a file of a form that is published."""
    if WEB.match(value):
        return safe_url(value)
    if form_of(value) is None:
        message = say(
            "“{value}” is no document: write the name of a file ({forms}), or a web address.",
            value=value,
            forms=NAMES,
        )
        raise fault("document-form", message)
    return value


DocumentName = Annotated[Line, AfterValidator(_document), Asked(By.DOCUMENT)]
DOCUMENT_TITLE = N_("Document")
DOCUMENT_SAID = N_(
    "Its text: the name of a file beside this one or in docs/documents/, or a web address; "
    "several as a list."
)


class Photo(Base):
    """A picture with what the law and a reader who cannot see it need."""

    instead: ClassVar[Foreigners] = OF_A_PHOTO

    file: Annotated[Line, Asked(By.PICTURE)] = Field(
        title=N_("File"), description=N_("The picture's file name, beside this file.")
    )
    alt: Annotated[LocalizedText | None, Asked(needed=True)] = Field(
        default=None,
        title=N_("Text alternative"),
        description=N_("What the picture shows, for those who cannot see it."),
    )
    caption: LocalizedText | None = Field(
        default=None, title=N_("Caption"), description=N_("The text under the picture.")
    )
    credit: Annotated[Line | None, Asked(needed=True)] = Field(
        default=None, title=N_("Credit"), description=N_("Who took the picture, and for whom.")
    )
    focus: Focus | None = Field(
        default=None,
        title=N_("Focus"),
        description=N_(
            "What must stay in sight where the picture is cut to fit, such as {x: 0.5, y: 0.3}; "
            "where nothing is said, the middle, and of an upright picture a third from the top."
        ),
    )
    decorative: Truth = Field(
        default=False,
        title=N_("Decorative"),
        description=N_("yes when the picture says nothing that the text does not."),
    )
    people: People = Field(
        default=People.NONE,
        title=N_("People"),
        description=N_("Who can be recognised: nobody, a crowd, adults or minors."),
    )
    consent: Line | None = Field(
        default=None,
        title=N_("Consent"),
        description=N_("Where the written consent of the people shown is filed."),
    )
    consent_until: Date | None = Field(
        default=None,
        title=N_("End of consent"),
        description=N_("Until when the consent allows the picture to be shown."),
    )
    terms: LocalizedText | None = Field(
        default=None,
        title=N_("Terms"),
        description=N_("What the press may do with the picture."),
    )


class Video(Base):
    """A film elsewhere on the web, loaded only when a reader asks for it."""

    url: Url = Field(title=N_("Address"), description=N_("The film's address, with https://."))
    title: LocalizedText = Field(title=N_("Title"), description=N_("What the film shows."))


class Contact(Base):
    """An office one can write to: never a person by name."""

    office: LocalizedText = Field(title=N_("Office"), description=N_("The name of the office."))
    email: Email | None = Field(
        default=None, title=N_("E-mail"), description=N_("The office's shared address.")
    )
    phone: Phone | None = Field(
        default=None, title=N_("Telephone"), description=N_("The office's number, with +33.")
    )
    address: LocalizedText | None = Field(
        default=None, title=N_("Postal address"), description=N_("Where letters arrive.")
    )


class Event(Base):
    """A visit, a festival, an anniversary: something that happens on given days."""

    instead: ClassVar[Foreigners] = OF_AN_EVENT

    date: Period = Field(
        title=N_("Date"),
        description=N_(
            "A day, a period or a season, even to come: 2023-03-10, 2023-03-04/2023-03-10, 2027-21."
        ),
    )
    every: Every | None = Field(
        default=None,
        title=N_("Every"),
        description=N_(
            "How often it comes back, from the date above on: year, 2 years, month, week, "
            "or “first saturday of december”."
        ),
    )
    until: Date | None = Field(
        default=None,
        title=N_("Until"),
        description=N_("When it comes back for the last time, where it does not go on."),
    )
    title: LocalizedText = Field(title=N_("Title"), description=N_("What happens, in one line."))
    time: HoursOfDay | None = Field(
        default=None,
        title=N_("Time"),
        description=N_(
            "The hour it begins, on the city's clocks, and its end: 18:30, 18:30/20:00."
        ),
    )
    place: Line | None = Field(default=None, title=N_("Place"), description=N_("Where it happens."))
    address: LocalizedText | None = Field(
        default=None,
        title=N_("Address"),
        description=N_("Where to go: the building, the street and its number."),
    )
    price: PriceOrText | None = Field(
        default=None,
        title=N_("Price"),
        description=N_(
            "What it costs to be there: free, or a sum and its currency, such as 5 EUR."
        ),
    )
    registration: RegistrationOrText | None = Field(
        default=None,
        title=N_("Where to register"),
        description=N_("A web address, an e-mail address or a number."),
    )
    audience: LocalizedText | None = Field(
        default=None,
        title=N_("Audience"),
        description=N_("Who may come: everybody, pupils, members of the association."),
    )
    kind: EventKind = Field(
        default=EventKind.OTHER, title=N_("Kind"), description=N_("What kind of event it is.")
    )
    sources: Sources = Field(
        default=(), title=N_("Sources"), description=N_("Where the fact can be checked.")
    )
    formerly: ListOfWords[Identifier] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_(
            "The dates it had before, the oldest first, or its identifier in the open data: "
            "calendars then move it, and add none."
        ),
    )

    @property
    def when(self) -> EdtfDate:
        """Return the date under the name all dated facts share."""
        return self.date

    @property
    def invites(self) -> bool:
        """Return whether it says how to be there: the hour, the way, the price, for whom."""
        said = (self.time, self.address, self.price, self.registration, self.audience)
        return any(one is not None for one in said)

"""What a press release may say."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, time
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import Field, WithJsonSchema, model_validator
from pydantic.functional_validators import AfterValidator, PlainValidator

from city_relations.dates import DateError, EdtfDate, parse_date
from city_relations.language.words import N_, say
from city_relations.schema.asked import Asked, By
from city_relations.schema.base import Base, Record
from city_relations.schema.choices import IssuerKind, Status, Theme
from city_relations.schema.foreign_fields import OF_A_RELEASE, Foreigners
from city_relations.schema.identity import Natural, natural
from city_relations.schema.lists import OR_TEXT, ListOfNames, ListOfTexts, ListOfWords, OneOrSeveral
from city_relations.schema.localized import LocalizedText
from city_relations.schema.numbers import single
from city_relations.schema.old_address import OldAddress
from city_relations.schema.one_form import OneForm
from city_relations.schema.partial import UnknownError
from city_relations.schema.parts import Contact, Event, Photo, Video
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Day, LanguageCode, Line, Slug

NAME = re.compile(
    r"(?P<slug>[a-z0-9][a-z0-9-]{0,63})(?:\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]{2,4})?))?"
)

DATED = re.compile(r"\d{4}-")


FIRST_YEAR = 1800  # no city announced anything to the press before


def _not_before_the_press(day: EdtfDate) -> EdtfDate:
    if day.first.year < FIRST_YEAR:
        message = say("{year} is no year of a press release.", year=day.first.year)
        raise fault("year-of-a-release", message)
    return day


ReleaseDay = Annotated[Day, AfterValidator(_not_before_the_press)]


def _moment(value: object) -> datetime:
    """Read a day and an hour in the city's time zone."""
    written = re.sub(r"(?<=\d) (?=\d\d:)", "T", single(value).strip())
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", written):
        with suppress(ValueError):
            hour = datetime.fromisoformat(written)
            if hour.year >= FIRST_YEAR:
                return hour
    message = say("“{value}” is not a day and an hour: write 2023-03-10T11:00.", value=value)
    raise fault("day-and-hour", message, _spoken_moment(written))


def _spoken_moment(written: str) -> str:
    """Read « 29 février 2024 à 11 h 30 », to propose what to write."""
    found = re.fullmatch(
        r"(?P<day>.+?)(?:T| à |, | )(?P<hour>\d{1,2}) ?[hH:] ?(?P<minute>\d\d)?", written
    )
    try:
        day = parse_date(found["day"].replace("T", " ")) if found else None
    except DateError:
        return ""
    if not found or not day or not day.is_day or day.first.year < FIRST_YEAR:
        return ""
    if int(found["hour"]) > LAST_HOUR:
        return ""
    return f"{day.text}T{int(found['hour']):02}:{found['minute'] or '00'}"


LAST_HOUR = 23


Moment = Annotated[
    datetime,
    PlainValidator(_moment),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$",
        }
    ),
    OneForm(lambda value, _: f"{_moment(value):%Y-%m-%dT%H:%M}"),
]


class Issuer(Base):
    """Who speaks in the release."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """Take a text for the issuer's name."""
        return {"name": value} if isinstance(value, str) else value

    name: Line = Field(title=N_("Name"), description=N_("The issuer's name."))
    kind: IssuerKind = Field(
        default=IssuerKind.CITY, title=N_("Kind"), description=N_("What the issuer is.")
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        title=N_("Contacts"),
        description=N_("The issuer's own offices for the press, where several speak."),
    )


class Correction(Base):
    """What was put right after publication, said openly."""

    date: ReleaseDay = Field(title=N_("Date"), description=N_("The day of the correction."))
    note: LocalizedText = Field(
        title=N_("Note"), description=N_("What was wrong and is right now.")
    )


class PressRelease(Record):
    """What the city announces, on one day, on one subject."""

    instead: ClassVar[Foreigners] = OF_A_RELEASE
    guide_page: ClassVar[str] = "release.md"

    title: Line = Field(title=N_("Title"), description=N_("One message, at most 110 characters."))
    date: ReleaseDay = Field(title=N_("Date"), description=N_("The day of publication."))
    place: Line | None = Field(
        default=None, title=N_("Place"), description=N_("Where the release is dated from.")
    )
    partners: ListOfNames[Annotated[Line, Asked(By.PARTNER)]] = Field(
        default=(),
        title=N_("Partners"),
        description=N_("The partners concerned, by name or by the names of their files."),
    )
    summary: Annotated[Line, Asked(By.LINES)] | None = Field(
        default=None, title=N_("Summary"), description=N_("The message in two or three sentences.")
    )
    issuer: OneOrSeveral[Annotated[Issuer, OR_TEXT]] = Field(
        default=(),
        title=N_("Issuer"),
        description=N_("Who speaks, by default the city; of a joint release each, as a list."),
    )
    themes: ListOfWords[Theme] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )
    events: tuple[Event, ...] = Field(
        default=(),
        title=N_("Events"),
        description=N_("What happens on given days, said once here."),
    )
    photos: tuple[Photo, ...] = Field(
        default=(), title=N_("Photos"), description=N_("Pictures, with alt text and credit.")
    )
    videos: tuple[Video, ...] = Field(
        default=(), title=N_("Films"), description=N_("Films elsewhere on the web.")
    )
    contacts: tuple[Contact, ...] = Field(
        default=(),
        title=N_("Contacts"),
        description=N_("Offices for the press; by default the city's press office."),
    )
    embargo: Moment | None = Field(
        default=None,
        title=N_("Embargo"),
        description=N_("Not before this hour, in the city's time zone: 2023-03-10T11:00."),
    )
    corrections: tuple[Correction, ...] = Field(
        default=(), title=N_("Corrections"), description=N_("What was put right, openly.")
    )
    language: LanguageCode | None = Field(
        default=None,
        title=N_("Language"),
        description=N_(
            "Of a release written in another language of the site alone: de. A translation has it "
            "in its name."
        ),
    )
    translates: Line | None = Field(
        default=None,
        title=N_("Translates"),
        description=N_(
            "Of a translation: the print of the words it was made from, which “relations new "
            "translation” writes."
        ),
    )
    status: Status = Field(
        default=Status.PUBLISHED,
        title=N_("Status"),
        description=N_("draft, published or withdrawn."),
    )
    formerly: ListOfWords[Slug] = Field(
        default=(),
        title=N_("Formerly"),
        description=N_(
            "Short names this page had before, the oldest first: the old addresses lead here."
        ),
    )

    old_addresses: ListOfTexts[OldAddress] = Field(
        default=(),
        title=N_("Old addresses"),
        description=N_(
            "Where the release stood on another site before this one, from the first “/” on: "
            "these addresses lead here."
        ),
    )

    @property
    def lasting_name(self) -> str:
        """Return the oldest short name, of which identifiers are made: a rename changes none."""
        return next(iter(self.formerly), self.slug)

    @cached_property
    def appears(self) -> datetime:
        """Return when it appears on the city's clocks: its day, or the later end of its embargo."""
        day = datetime.combine(self.date.first, time())
        return max(day, self.embargo) if self.embargo else day

    @property
    def order(self) -> tuple[datetime, Natural]:
        """Return its place among releases, oldest first: by the moment, then in natural order."""
        return self.appears, natural(self.slug)

    @cached_property
    def stem(self) -> str:
        """Return the file's name without `.md`, language included."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".md")

    @cached_property
    def slug(self) -> str:
        """Return the file's name without language: a release and its translations share it."""
        return self.stem.split(".")[0]

    @cached_property
    def translated_into(self) -> str:
        """Return the language of a translation, as its file's name says it; "" for an original."""
        return self.stem.partition(".")[2]

    @property
    def original_file(self) -> str:
        """Return the file of what a translation translates; an original's is its own."""
        return self.file.replace(f".{self.translated_into}.md", ".md")

    @property
    def own_language(self) -> str:
        """Return the language it is written in; "" for the site's first, or one nobody can read."""
        with suppress(UnknownError):
            return self.translated_into or self.language or ""
        return ""

    def standing_for(self, original: PressRelease) -> PressRelease:
        """Return a translation as lists tell it: with the facts that its original alone says."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        fields |= {"formerly": original.formerly, "events": self.events or original.events}
        return type(self).model_construct(**fields).from_document(self.document)

    @property
    def year(self) -> int:
        """Return the year of publication."""
        return self.date.first.year

    def year_of(self, former: str) -> int:
        """Return the year a former name stood under: that of the date it begins with, if any."""
        return int(former[:4]) if DATED.match(former) else self.year

    @property
    def body(self) -> str:
        """Return the text, in Markdown."""
        return self.document.body

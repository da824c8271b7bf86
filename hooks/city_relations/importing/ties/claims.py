"""A row of a table as a claim: what it says of a tie, and each cell that was not taken, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from city_relations.dates import DateError, EdtfDate, parse_in_city
from city_relations.importing.ties.headers import Held
from city_relations.importing.ties.tables import SEVERAL, Row
from city_relations.language.words import Text, say
from city_relations.schema.choice import read_choice
from city_relations.schema.choices import State, TieKind
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.coordinates import Coordinates
from city_relations.schema.countries import country_called, successors
from city_relations.schema.nearest import folded
from city_relations.schema.values import safe_url

WKT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]([\d:.]+)(?:Z|[+-][\d:]+)?")
MIDNIGHT = re.compile(r"[0:.]+")
# What a spreadsheet keeps of a day: of 1911 and later; four digits beyond our time are no year.
BARE_NUMBER = re.compile(r"(\d{5,6}|[3-9]\d{3})(?:[.,]\d+)?")
FIRST_DAY = date(1899, 12, 30)  # before the days that spreadsheets count, but for old ones of Apple
# How exact Wikidata's dates are, by its own numbers: how many signs of an ISO day are known.
PRECISIONS = {"9": 4, "10": 7, "11": 10}

UNKNOWN_COUNTRY = say("no country is called so")
GONE = say("a country that is no more: write today's")
UNKNOWN_KIND = say("no kind of tie is called so: it is to be confirmed")
NO_POINT = say("no degrees: the latitude from -90 to 90, the longitude from -180 to 180")
NO_ADDRESS = say("no address of the web")
NO_ITEM = say("no number of Wikidata, such as Q495")
NO_STATE = say("no state of a tie is called so")
NOT_HELD = say("nobody said what this column holds")
UNCERTAIN = say("the source does not say how exact this date is: only the year was taken")


@dataclass(frozen=True)
class Unread:
    """A cell that was not taken: its row, its header, its words, and why."""

    row: int
    header: str
    words: str
    why: Text


@dataclass(frozen=True)
class Claim:
    """What a row says of a tie; `point` is (longitude, latitude) in degrees, WGS 84.

    `taken` are the headers whose cells were read, `unread` the other cells that say something.
    """

    row: int
    name: str
    country: str = ""
    point: tuple[float, float] | None = None
    kind: TieKind = TieKind.TO_CONFIRM
    since: EdtfDate | None = None
    end: EdtfDate | None = None
    state: State | None = None
    wikidata: str = ""
    website: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    taken: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def partner_key(self) -> str | tuple[str, str]:
        """Return what rows of one partner share: its Wikidata number, else name and country."""
        return self.wikidata or (folded(self.name), self.country)

    @property
    def key(self) -> tuple[object, ...]:
        """Return what rows of one tie share."""
        return (self.partner_key, self.kind, str(self.since), str(self.end), self.state)

    @property
    def said(self) -> Claim:
        """Return what it says, wherever it stands."""
        return replace(self, row=0, taken=(), unread=())

    def ends_by(self, day: date) -> bool | None:
        """Return whether the tie was over by a day; None where nothing is said of it."""
        if self.state:
            return self.state.past
        return self.end.last < day if self.end else None


def claim_of(row: Row, columns: Mapping[str, Held], facts: CityFacts) -> Claim:
    """Read a row; `columns` says what each header holds, `facts` how dates are written."""
    reading = _Reading(row, columns, facts)
    told = {
        "name": reading.text(Held.NAME),
        "country": reading.country(),
        "point": reading.point(),
        "kind": reading.kind(),
        "since": reading.date(Held.DATE, Held.DATE_PRECISION),
        "end": reading.date(Held.END, Held.END_PRECISION),
        "state": reading.state(),
        "wikidata": reading.item(),
        "website": reading.address(Held.WEBSITE),
        "sources": tuple(filter(None, reading.text(Held.SOURCE).split(SEVERAL))),
        "note": reading.text(Held.NOTE),
    }
    for header in row.cells:
        if header not in columns:
            reading.leave(header, NOT_HELD)
    taken = tuple(dict.fromkeys(reading.taken))
    return Claim(row.number, **told, taken=taken, unread=tuple(reading.unread))  # type: ignore[arg-type]


def _day_number(number: int) -> Text:
    """Say which day a spreadsheet means by a number, if it means one."""
    return say(
        "a spreadsheet's number for a day, or none ({day} where days count from 1900): format the "
        "column as dates",
        day=(FIRST_DAY + timedelta(days=number)).isoformat(),
    )


@dataclass
class _Reading:
    """Reads the cells of a row, and notes which were taken and which not."""

    row: Row
    columns: Mapping[str, Held]
    facts: CityFacts
    taken: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def leave(self, header: str, why: Text) -> None:
        self.taken = [one for one in self.taken if one != header]
        self.unread.append(Unread(self.row.number, header, self.row.cells[header], why))

    def _find(self, held: Held) -> tuple[str, str]:
        """Return the header of what is held, and its cell, which counts as taken."""
        header = next((one for one, what in self.columns.items() if what is held), "")
        if header in self.row.cells:
            self.taken.append(header)
        return header, self.row.cells.get(header, "")

    def text(self, held: Held) -> str:
        return self._find(held)[1]

    def country(self) -> str:
        header, written = self._find(Held.COUNTRY)
        code = country_called(written) if written else ""
        if written and not code:
            self.leave(header, GONE if successors(written) else UNKNOWN_COUNTRY)
        return code

    def kind(self) -> TieKind:
        header, written = self._find(Held.KIND)
        kind = read_choice(written, TieKind) if written else TieKind.TO_CONFIRM
        if kind is None:
            self.leave(header, UNKNOWN_KIND)
        return kind or TieKind.TO_CONFIRM

    def state(self) -> State | None:
        header, written = self._find(Held.STATE)
        state = read_choice(written, State) if written else None
        if written and state is None:
            self.leave(header, NO_STATE)
        return state

    def item(self) -> str:
        header, written = self._find(Held.WIKIDATA)
        found = ITEM.fullmatch(written)
        if written and not found:
            self.leave(header, NO_ITEM)
        return found[1] if found else ""

    def address(self, held: Held) -> str:
        header, written = self._find(held)
        try:
            return safe_url(written) if written else ""
        except PydanticCustomError:
            self.leave(header, NO_ADDRESS)
            return ""

    def point(self) -> tuple[float, float] | None:
        header, written = self._find(Held.POINT)
        (lat_header, lat), (lon_header, lon) = self._find(Held.LAT), self._find(Held.LON)
        found = WKT.fullmatch(written)
        told: object = {"lat": found[2], "lon": found[1]} if found else written
        if not written and (lat or lon):
            told = {"lat": lat.replace(",", "."), "lon": lon.replace(",", ".")}
        if not told:
            return None
        try:
            point = Coordinates.model_validate(told)
        except ValidationError:
            for one in {header, lat_header, lon_header} & set(self.row.cells):
                self.leave(one, NO_POINT)
            return None
        return point.lon, point.lat

    def date(self, held: Held, precision: Held) -> EdtfDate | None:
        header, written = self._find(held)
        exact = self.text(precision)
        if moment := MOMENT.fullmatch(written):
            at_midnight = bool(MIDNIGHT.fullmatch(moment[2]))
            written = self._known(header, moment[1], exact) if at_midnight else moment[1]
        if not written:
            return None
        if number := BARE_NUMBER.fullmatch(written):
            self.leave(header, _day_number(int(number[1])))
            return None
        try:
            return parse_in_city(
                written, southern=self.facts.southern, languages=self.facts.languages
            )
        except DateError as error:
            self.leave(header, error.text)
            return None

    def _known(self, header: str, day: str, exact: str) -> str:
        """Return as much of a day as is known: a first of January may be a whole year."""
        if exact:
            return day[: PRECISIONS.get(exact, 4)]
        if not day.endswith("-01-01"):
            return day
        self.unread.append(Unread(self.row.number, header, day, UNCERTAIN))
        return day[:4]

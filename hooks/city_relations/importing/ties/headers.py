"""What the columns of a table hold, by what their headers say in any language of the catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from city_relations.language.words import Text, say, say_in
from city_relations.schema.choice import Choice, read_choice
from city_relations.schema.suggestions import meant_choices


class Held(Choice):
    """What a column holds."""

    NAME = (
        "name",
        say_in("column", "name"),
        say_in(
            "column, also", "partner, city, town, place, partnerLabel, partner city, sister city"
        ),
    )
    COUNTRY = (
        "country",
        say_in("column", "country"),
        say_in("column, also", "countryLabel, state of the partner"),
    )
    LAT = "lat", say_in("column", "latitude"), say_in("column, also", "coordinates_lat, y")
    LON = "lon", say_in("column", "longitude"), say_in("column, also", "lng, coordinates_lon, x")
    POINT = "coordinates", say_in("column", "coordinates"), say_in("column, also", "coord, point")
    KIND = (
        "kind",
        say_in("column", "kind"),
        say_in("column, also", "type, kind of tie, type of tie, form"),
    )
    DATE = (
        "date",
        say_in("column", "date"),
        say_in("column, also", "since, start, begin, signed, signed on, year, founded, beginning"),
    )
    DATE_PRECISION = "date_precision", say_in("column", "precision of the date"), "datePrecision"
    END = "end", say_in("column", "end"), say_in("column, also", "until, ended, endDate")
    END_PRECISION = "end_precision", say_in("column", "precision of the end"), "endPrecision"
    STATE = "state", say_in("column", "state of the tie"), say_in("column, also", "status")
    WIKIDATA = "wikidata", say_in("column", "Wikidata"), say_in("column, also", "item, qid")
    WEBSITE = "website", say_in("column", "website"), say_in("column, also", "web, homepage")
    SOURCE = (
        "source",
        say_in("column", "source"),
        say_in("column, also", "sources, reference, url, link"),
    )
    NOTE = "note", say_in("column", "note"), say_in("column, also", "remark, comment, notes")


# Of our own open data, in which `name` is that of the tie and every word is a column of ours.
OURS: Mapping[str, Held] = {
    "partner": Held.NAME,
    "kind": Held.KIND,
    "founded": Held.DATE,
    "until": Held.END,
    "state": Held.STATE,
    "note": Held.NOTE,
    "sources": Held.SOURCE,
}


def held_by(headers: Iterable[str]) -> dict[str, Held]:
    """Return what each column holds, as far as its header says it; of two alike the first."""
    written = list(headers)
    if set(OURS) <= set(written):
        return {header: OURS[header] for header in written if header in OURS}
    found: dict[str, Held] = {}
    for header in written:
        held = read_choice(header, Held)
        if held and held not in found.values():
            found[header] = held
    return found


def meant_column(written: str) -> Held | None:
    """Return the one thing that a word for a column means, misspelt or not."""
    meant = meant_choices(written, Held)
    return meant[0] if len(meant) == 1 else None


NO_NAME: Text = say(
    "no column says how the partners are called: name it “name”, or say with “--columns” what "
    "each column holds."
)

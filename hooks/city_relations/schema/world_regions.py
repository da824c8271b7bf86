"""Which part of the world a country belongs to, so that lists of partners read like an atlas."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


@dataclass(frozen=True)
class Extent:
    """Which countries a region holds, by ISO 3166-1 alpha-2 codes between blanks."""

    countries: str


class WorldRegion(Choice):
    """The five regions of the United Nations' standard M49, in the order they are told.

    As of 2024; Taiwan and Kosovo, which it leaves out, stand with their neighbours.
    """

    countries: str

    EUROPE = (
        "europe",
        say_in("world region", "Europe"),
        "",
        Extent(
            "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT "
            "JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
        ),
    )
    AFRICA = (
        "africa",
        say_in("world region", "Africa"),
        "",
        Extent(
            "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR "
            "LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN "
            "TZ UG YT ZA ZM ZW"
        ),
    )
    AMERICAS = (
        "americas",
        say_in("world region", "Americas"),
        "",
        Extent(
            "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP "
            "GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC "
            "VE VG VI"
        ),
    )
    ASIA = (
        "asia",
        say_in("world region", "Asia"),
        "",
        Extent(""),  # all that no other region holds
    )
    OCEANIA = (
        "oceania",
        say_in("world region", "Oceania"),
        "",
        Extent(
            "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
        ),
    )
    WORLD = "world", say_in("world region", "Across the world"), "", Extent("")  # without a country


def region_of(country: str) -> WorldRegion:
    """Return the region of a country by its ISO 3166-1 alpha-2 code; Asia holds all the rest.

    A network, which has no country, stands across the world.
    """
    if not country:
        return WorldRegion.WORLD
    found = (region for region in WorldRegion if country in region.countries.split())
    return next(found, WorldRegion.ASIA)

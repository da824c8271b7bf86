"""Which part of the world a country belongs to, so that lists of partners read like an atlas."""

from __future__ import annotations

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


class WorldRegion(Choice):
    """The five regions of the United Nations' standard M49, in the order they are told."""

    EUROPE = "europe", say_in("world region", "Europe")
    AFRICA = "africa", say_in("world region", "Africa")
    AMERICAS = "americas", say_in("world region", "Americas")
    ASIA = "asia", say_in("world region", "Asia")
    OCEANIA = "oceania", say_in("world region", "Oceania")


# M49 as of 2024; Taiwan and Kosovo, which it leaves out, stand with their neighbours.
COUNTRIES: dict[WorldRegion, str] = {
    WorldRegion.EUROPE: (
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT "
        "LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
    ),
    WorldRegion.AFRICA: (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA "
        "MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW"
    ),
    WorldRegion.AMERICAS: (
        "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY "
        "HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI"
    ),
    WorldRegion.OCEANIA: (
        "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
    ),
}


def region_of(country: str) -> WorldRegion:
    """Give the region of a country by its ISO 3166-1 alpha-2 code; Asia holds all the rest."""
    found = (region for region, codes in COUNTRIES.items() if country in codes.split())
    return next(found, WorldRegion.ASIA)

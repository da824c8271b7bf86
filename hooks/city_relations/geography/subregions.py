"""Which sub-region of the world a country lies in, so that crowded partners are told together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# The sub-regions of the United Nations' standard M49 by their codes there, which CLDR names in
# every language; sub-Saharan Africa and Latin America by their intermediate regions. As of 2024;
# Taiwan and Kosovo, which it leaves out, stand with their neighbours.
SUBREGIONS: Mapping[str, str] = MappingProxyType(
    {
        "155": "AT BE CH DE FR LI LU MC NL",
        "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
        "151": "BG BY CZ HU MD PL RO RU SK UA",
        "015": "DZ EG EH LY MA SD TN",
        "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
        "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
        "017": "AO CD CF CG CM GA GQ ST TD",
        "018": "BW LS NA SZ ZA",
        "021": "BM CA GL PM US",
        "013": "BZ CR GT HN MX NI PA SV",
        "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG "
        "VI",
        "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
        "143": "KG KZ TJ TM UZ",
        "030": "CN HK JP KP KR MN MO TW",
        "034": "AF BD BT IN IR LK MV NP PK",
        "035": "BN ID KH LA MM MY PH SG TH TL VN",
        "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
        "053": "AU CC CX HM NF NZ",
        "054": "FJ NC PG SB VU",
        "057": "FM GU KI MH MP NR PW UM",
        "061": "AS CK NU PF PN TK TO TV WF WS",
    }
)


def subregion(country: str) -> str:
    """Return the M49 code of a country's sub-region, by its ISO 3166-1 alpha-2 code.

    "" for a country that no sub-region holds, as Antarctica, or for none.
    """
    found = (code for code, held in SUBREGIONS.items() if country and country in held.split())
    return next(found, "")

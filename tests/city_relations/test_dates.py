"""Dates: what staff write, what it means, and how it is told again."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from city_relations.dates import (
    DateError,
    Said,
    as_moment,
    in_html,
    in_words,
    noun,
    parse_date,
    parse_in_city,
    shifted,
    when,
)
from city_relations.language.words import words_for

if TYPE_CHECKING:
    import time

FR, EN = words_for("fr"), words_for("en")

WRITTEN = {
    "2023-03-10": "2023-03-10",
    " 2023-03-10 ": "2023-03-10",
    "2023-3-1": "2023-03-01",
    "10/03/2023": "2023-03-10",
    "10.03.2023": "2023-03-10",
    "10-03-2023": "2023-03-10",
    "2023/03/10": "2023-03-10",
    "10 mars 2023": "2023-03-10",
    "10 MARS 2023": "2023-03-10",
    "10\u00a0mars\u00a02023": "2023-03-10",
    "le 10 mars 2023": "2023-03-10",
    "jeudi 9 mars 2023": "2023-03-09",
    "1er mars 2023": "2023-03-01",
    "1ᵉʳ mars 2023": "2023-03-01",
    "mars 2023": "2023-03",
    "sept. 2023": "2023-09",
    "fe\u0301vrier 2024": "2024-02",
    "03/2023": "2023-03",
    "automne 2023": "2023-23",
    "à l’automne 2023": "2023-23",
    "été 2023": "2023-22",
    "hiver 2023-2024": "2023-24",
    "hiver 2023/2024": "2023-24",
    "2023": "2023",
    "du 4 au 10 mars 2023": "2023-03-04/2023-03-10",
    "du 1er au 3 mai 2024": "2024-05-01/2024-05-03",
    "du 28 mars au 2 avril 2023": "2023-03-28/2023-04-02",
    "du 28 décembre 2022 au 3 janvier 2023": "2022-12-28/2023-01-03",
    "04/03/2023 - 10/03/2023": "2023-03-04/2023-03-10",
    "04/03/2023 – 10/03/2023": "2023-03-04/2023-03-10",
    "d’août à octobre 2023": "2023-08/2023-10",
    "de l'été à l'automne 2023": "2023-22/2023-23",
    "de l’automne 2023 au printemps 2024": "2023-23/2024-21",
    "de 1994 à 2014": "1994/2014",
    "1994-2014": "1994/2014",
    "1994/2014": "1994/2014",
    "depuis 2019": "2019/..",
    "2019/..": "2019/..",
    "jusqu'en 2014": "../2014",
    "../2014": "../2014",
    "vers 1994": "1994~",
    "vers avril 2024": "2024-04~",
    "2024-04~": "2024-04~",
    "1992?": "1992?",
    "1992 (date incertaine)": "1992?",
    "1992~?": "1992%",
    "1994~/2014": "1994~/2014",
    "2023-03-10/2023-03-10": "2023-03-10",
    "inconnue": "XXXX",
    "Date inconnue": "XXXX",
    "unknown": "XXXX",
    "..": "XXXX",
    "XXXX": "XXXX",
    "au plus tard en 2012": "[..2012]",
    "2012 au plus tard": "[..2012]",
    "au plus tard le 3 mars 2012": "[..2012-03-03]",
    "au plus tard à l’été 2012": "[..2012-08]",
    "au plus tard vers 2012": "[..2012]",
    "..2012": "[..2012]",
    "[..2012]": "[..2012]",
    "avant 1990": "[..1989]",
    "avant mars 2012": "[..2012-02]",
    "avant janvier 2012": "[..2011-12]",
    "avant le 1er mars 2012": "[..2012-02-29]",
    "avant l’été 2012": "[..2012-05]",
    "avant les années 1980": "[..1979]",
    "198X": "198X",
    "198x": "198X",
    "1980s": "198X",
    "années 1980": "198X",
    "dans les années 1980": "198X",
    "vers les années 1980": "198X~",
    "19XX": "19XX",
    "entre 1900 et 1999": "19XX",
    "au XIXe siècle": "18XX",
    "XXᵉ siècle": "19XX",
    "198X/1992": "198X/1992",
    "<1990": "[..1989]",
    "2024-40": "2024-40",
    "[2025-06-01..2025-06-10]": "[2025-06-01..2025-06-10]",
}


# G8, and neighbours of each.
WRITTEN |= {
    "14 et 15 juin 2025": "2025-06-14/2025-06-15",
    "les 14 et 15 juin 2025": "2025-06-14/2025-06-15",
    "14, 15 et 16 juin 2025": "2025-06-14/2025-06-16",
    "14-15 juin 2025": "2025-06-14/2025-06-15",
    "14 – 15 juin 2025": "2025-06-14/2025-06-15",
    "14/15 juin 2025": "2025-06-14/2025-06-15",
    "14-15/06/2025": "2025-06-14/2025-06-15",
    "14 au 15 juin 2025": "2025-06-14/2025-06-15",
    "du samedi 14 au dimanche 15 juin 2025": "2025-06-14/2025-06-15",
    "30 juin-2 juillet 2025": "2025-06-30/2025-07-02",
    "du 30 juin au 2 juillet 2025": "2025-06-30/2025-07-02",
    "30 juin 2025-2 juillet 2025": "2025-06-30/2025-07-02",
    "du 28 décembre au 3 janvier 2023": "2022-12-28/2023-01-03",
    "décembre-janvier 2026": "2025-12/2026-01",
    "juin-juillet 2025": "2025-06/2025-07",
    "juin à juillet 2025": "2025-06/2025-07",
    "sept.-oct. 2025": "2025-09/2025-10",
    "2025-06-12 au 2025-06-14": "2025-06-12/2025-06-14",
    "12/06/2025 au 14/06/2025": "2025-06-12/2025-06-14",
    "le 12 juin 2025 au 14 juin 2025": "2025-06-12/2025-06-14",
    "fin 2024": "2024-39",
    "à la fin de l’année 2024": "2024-39",
    "début 2024": "2024-37",
    "mi-2024": "2024-38",
    "milieu 2024": "2024-38",
    "1er semestre 2024": "2024-40",
    "au second semestre de 2024": "2024-41",
    "S2 2024": "2024-41",
    "premier trimestre 2024": "2024-33",
    "4ᵉ trimestre 2024": "2024-36",
    "dernier trimestre 2024": "2024-36",
    "T3 2024": "2024-35",
    "début juin 2025": "[2025-06-01..2025-06-10]",
    "mi-juin 2025": "[2025-06-11..2025-06-20]",
    "fin février 2024": "[2024-02-21..2024-02-29]",
    "fin d’août 2024": "[2024-08-21..2024-08-31]",
    "entre le 3 et le 9 juin 2025": "[2025-06-03..2025-06-09]",
    "depuis fin 2024": "2024-39/..",
    "de début 2024 à fin 2025": "2024-37/2025-39",
    "depuis mi-juin 2025": "2025-06/..",
    "avant fin juin 2025": "[..2025-06-20]",
    "au plus tard fin juin 2025": "[..2025-06-30]",
    "vers fin 2024": "2024-39~",
}


@pytest.mark.parametrize(("written", "edtf"), WRITTEN.items())
def test_what_staff_write_becomes_edtf(written, edtf):
    """French dates and EDTF itself are read into canonical EDTF."""
    assert parse_date(written).text == edtf


REFUSED = {
    "": ("la date est vide ; écrivez par exemple 2023-03-10, 2023-03 ou 2023.", ""),
    "2023-02-30": (
        ("« 2023-02-30 » n’existe pas : ce mois-là compte 28 jours ; écrivez un jour de 01 à 28."),
        "",
    ),
    "31 avril 2023": (
        (
            "« 31 avril 2023 » n’existe pas : ce mois-là compte 30 jours ; écrivez un jour "
            "de 01 à 30."
        ),
        "",
    ),
    "20223": ("une année a quatre chiffres, et non 5 (« 20223 ») ; écrivez-la comme 2023.", ""),
    "203": ("une année a quatre chiffres, et non 3 (« 203 ») ; écrivez-la comme 2023.", ""),
    "10 mars 20223": (
        ("une année a quatre chiffres, et non 5 (« 10 mars 20223 ») ; écrivez-la comme 2023."),
        "",
    ),
    "10/03/23": (
        "« 10/03/23 » donne l’année en deux chiffres ; écrivez les quatre : 2023-03-10.",
        "2023-03-10",
    ),
    "19/05/57": (
        "« 19/05/57 » donne l’année en deux chiffres ; écrivez les quatre : 2057-05-19.",
        "2057-05-19",
    ),
    "20230310": ("il manque les traits d’union à « 20230310 » ; écrivez 2023-03-10.", "2023-03-10"),
    "2023/03": (
        (
            "« 2023/03 » : la barre oblique veut dire une période, un mois se met après un "
            "trait d’union ; écrivez 2023-03."
        ),
        "2023-03",
    ),
    "2023-03-10/2023-03-04": (
        (
            "« 2023-03-10/2023-03-04 » finit avant de commencer ; écrivez d’abord la date la "
            "plus ancienne : 2023-03-04/2023-03-10."
        ),
        "2023-03-04/2023-03-10",
    ),
    "2023-25": (
        (
            "« 2023-25 » : 25 n’est ni un mois ni une saison ; écrivez un mois de 01 à 12, "
            "ou 21 pour le printemps, 22 pour l’été, 23 pour l’automne, 24 pour l’hiver."
        ),
        "",
    ),
    "2023-13-45": ("« 2023-13-45 » : il n’y a pas de mois 13 ; écrivez un mois de 01 à 12.", ""),
    "03/25/2023": (
        "« 03/25/2023 » met le mois et le jour à l’envers ; écrivez 2023-03-25.",
        "2023-03-25",
    ),
    "2023-03-10T11:00": (
        (
            "« 2023-03-10T11:00 » donne une heure, et c’est une date qu’il faut ; écrivez "
            "2023-03-10."
        ),
        "2023-03-10",
    ),
    "hiver 2023": (
        ("« hiver 2023 » peut être deux hivers ; écrivez hiver 2022-2023 ou hiver 2023-2024."),
        "2023-24",
    ),
    "lundi 9 mars 2023": (
        (
            "« lundi 9 mars 2023 » ne tombe pas ce jour de la semaine ; vérifiez, puis "
            "écrivez 2023-03-09."
        ),
        "2023-03-09",
    ),
    "2019/": (
        (
            "« 2019/ » laisse vide un côté de la période ; pour une période encore ouverte, "
            "écrivez « 2019/.. »."
        ),
        "2019/..",
    ),
    "../..": ("« ../.. » n’a ni début ni fin ; écrivez l’un des deux, comme dans « 2019/.. ».", ""),
    "9999": (
        (
            "« 9999 » sort des années 0001 à 2999 ; écrivez l’année voulue, ou « 2019/.. » "
            "pour une période sans fin."
        ),
        "",
    ),
    "10 mars": ("il manque l’année à « 10 mars » ; ajoutez-la : 10 mars 2023.", ""),
    "14 et 20 juin 2025": (
        (
            "« 14 et 20 juin 2025 » nomme des jours qui ne se suivent pas ; écrivez une entrée "
            "pour chaque jour."
        ),
        "",
    ),
    "3e semestre 2024": (
        (
            "« 3e semestre 2024 » n’est pas une date lisible ; écrivez 10 mars 2023, mars 2023, "
            "2023, automne 2023 ou du 4 au 10 mars 2023."
        ),
        "",
    ),
    "à confirmer": (
        (
            "« à confirmer » n’est pas une date lisible ; écrivez 10 mars 2023, mars 2023, 2023, "
            "automne 2023 ou du 4 au 10 mars 2023."
        ),
        "",
    ),
}


@pytest.mark.parametrize(("written", "told"), REFUSED.items())
def test_a_refused_date_says_what_to_write(written, told):
    """Each way of going wrong has a sentence of its own and, where known, the right date."""
    with pytest.raises(DateError) as refused:
        parse_date(written)
    assert (FR(refused.value.text), refused.value.suggestion) == told
    assert refused.value.suggestion == "" or parse_date(refused.value.suggestion)


TOLD = {
    "2023-03-10": ("10 mars 2023", "le 10 mars 2023", "10 March 2023"),
    "2023-01-01": ("1er janvier 2023", "le 1er janvier 2023", "1 January 2023"),
    "2023-03": ("mars 2023", "en mars 2023", "March 2023"),
    "2023": ("2023", "en 2023", "2023"),
    "2023-21": ("printemps 2023", "au printemps 2023", "spring 2023"),
    "2023-22": ("été 2023", "à l’été 2023", "summer 2023"),
    "2023-23": ("automne 2023", "à l’automne 2023", "autumn 2023"),
    "2023-24": ("hiver 2023-2024", "à l’hiver 2023-2024", "winter 2023–2024"),
    "2023-03-04/2023-03-10": (
        "du 4 au 10 mars 2023",
        "du 4 au 10 mars 2023",
        "from 4 to 10 March 2023",
    ),
    "2024-05-01/2024-05-03": (
        "du 1er au 3 mai 2024",
        "du 1er au 3 mai 2024",
        "from 1 to 3 May 2024",
    ),
    "2023-03-28/2023-04-02": (
        "du 28 mars au 2 avril 2023",
        "du 28 mars au 2 avril 2023",
        "from 28 March to 2 April 2023",
    ),
    "1994/2014": ("de 1994 à 2014", "de 1994 à 2014", "from 1994 to 2014"),
    "2023/..": ("depuis 2023", "depuis 2023", "since 2023"),
    "../2014": ("jusqu’en 2014", "jusqu’en 2014", "until 2014"),
    "../2014-03-04": ("jusqu’au 4 mars 2014", "jusqu’au 4 mars 2014", "until 4 March 2014"),
    "../2014-22": ("jusqu’à l’été 2014", "jusqu’à l’été 2014", "until summer 2014"),
    "1994~": ("vers 1994", "vers 1994", "about 1994"),
    "1994~/2014": ("d’environ 1994 à 2014", "d’environ 1994 à 2014", "from about 1994 to 2014"),
    "1992?": ("1992 (date incertaine)", "en 1992 (date incertaine)", "1992 (date uncertain)"),
    "2023-08/2023-10": (
        "d’août à octobre 2023",
        "d’août à octobre 2023",
        "from August to October 2023",
    ),
    "2022-10/2023-04": (
        "d’octobre 2022 à avril 2023",
        "d’octobre 2022 à avril 2023",
        "from October 2022 to April 2023",
    ),
    "2023-23/2024-21": (
        "de l’automne 2023 au printemps 2024",
        "de l’automne 2023 au printemps 2024",
        "from autumn 2023 to spring 2024",
    ),
    "XXXX": ("date inconnue", "à une date inconnue", "date unknown"),
    "[..2012]": ("au plus tard en 2012", "au plus tard en 2012", "at the latest in 2012"),
    "[..2012-03-03]": (
        "au plus tard le 3 mars 2012",
        "au plus tard le 3 mars 2012",
        "at the latest on 3 March 2012",
    ),
    "avant 1990": ("avant 1990", "avant 1990", "before 1990"),
    "avant le 1er mars 2012": ("avant le 1er mars 2012",) * 2 + ("before 1 March 2012",),
    "avant l’été 2012": ("avant l’été 2012", "avant l’été 2012", "before summer 2012"),
    "avant les années 1980": ("avant les années 1980",) * 2 + ("before the 1980s",),
    "2024-40": ("1er semestre 2024", "au 1er semestre 2024", "first half of 2024"),
    "2024-36": ("4e trimestre 2024", "au 4e trimestre 2024", "fourth quarter of 2024"),
    "2024-39": ("fin 2024", "fin 2024", "late 2024"),
    "2024-38": ("mi-2024", "mi-2024", "mid-2024"),
    "2024-37/2025-39": ("de début 2024 à fin 2025",) * 2 + ("from early 2024 to late 2025",),
    "2024-40/2024-41": ("du 1er semestre 2024 au 2e semestre 2024",) * 2
    + ("from the first half of 2024 to the second half of 2024",),
    "début juin 2025": ("début juin 2025", "début juin 2025", "early June 2025"),
    "mi-août 2025": ("mi-août 2025", "mi-août 2025", "mid-August 2025"),
    "entre le 3 et le 9 juin 2025": ("entre le 3 et le 9 juin 2025",) * 2
    + ("between 3 and 9 June 2025",),
    "2026-30": ("été 2026-2027", "à l’été 2026-2027", "summer 2026–2027"),
    "2026-32": ("hiver 2026", "à l’hiver 2026", "winter 2026"),
    "198X": ("années 1980", "dans les années 1980", "1980s"),
    "19XX": ("entre 1900 et 1999", "entre 1900 et 1999", "between 1900 and 1999"),
    "198X/1992": (
        "des années 1980 à 1992",
        "des années 1980 à 1992",
        "from the 1980s to 1992",
    ),
    "2023-23/2023-24": (
        "de l’automne 2023 à l’hiver 2023-2024",
        "de l’automne 2023 à l’hiver 2023-2024",
        "from autumn 2023 to winter 2023–2024",
    ),
}


@pytest.mark.parametrize(("edtf", "told"), TOLD.items())
def test_dates_are_told_in_words(edtf, told):
    """A date is told alone and as an adverb in French, and in English."""
    found = parse_date(edtf)
    assert (in_words(found, FR), when(found, FR), in_words(found, EN)) == told


@pytest.mark.parametrize(
    ("edtf", "since", "until"),
    [
        ("XXXX", "depuis une date inconnue", "jusqu’à une date inconnue"),
        ("[..2012]", "depuis 2012 au plus tard", "jusqu’en 2012 au plus tard"),
        ("198X", "depuis les années 1980", "jusqu’aux années 1980"),
        ("avant 1990", "depuis avant 1990", "jusqu’à une date antérieure à 1990"),
        (
            "avant le 1er mars 2012",
            "depuis avant le 1er mars 2012",
            "jusqu’à une date antérieure au 1er mars 2012",
        ),
        ("fin 2024", "depuis fin 2024", "jusqu’à fin 2024"),
        ("1er semestre 2024", "depuis le 1er semestre 2024", "jusqu’au 1er semestre 2024"),
        ("début juin 2025", "depuis début juin 2025", "jusqu’à début juin 2025"),
    ],
)
def test_d1_a_wide_date_bounds_a_period(edtf, since, until):
    """D1: since and until a date of no known year are said in whole words."""
    told = [Said(parse_date(edtf), form).translate(FR) for form in ("since", "until")]
    assert told == [since, until]


# What is written on one side of the Earth, what it is, and its bounds.
SEASONS = {
    "été 2026-2027": ("2026-30", date(2026, 12, 1), date(2027, 2, 28)),
    "l’été 2026/2027": ("2026-30", date(2026, 12, 1), date(2027, 2, 28)),
    "hiver 2026": ("2026-32", date(2026, 6, 1), date(2026, 8, 31)),
    "printemps 2026": ("2026-29", date(2026, 9, 1), date(2026, 11, 30)),
    "à l’automne 2026": ("2026-31", date(2026, 3, 1), date(2026, 5, 31)),
    "2026-22": ("2026-30", date(2026, 12, 1), date(2027, 2, 28)),
    "2026-30": ("2026-30", date(2026, 12, 1), date(2027, 2, 28)),
    "2026-31/2026-24": ("2026-31/2026-32", date(2026, 3, 1), date(2026, 8, 31)),
    "de l’automne à l’hiver 2026": ("2026-31/2026-32", date(2026, 3, 1), date(2026, 8, 31)),
    "2026-02-22": ("2026-02-22", date(2026, 2, 22), date(2026, 2, 22)),
}


@pytest.mark.parametrize(("written", "meant"), SEASONS.items())
def test_g6_seasons_are_those_of_the_south(written, meant):
    """G6: south of the equator a summer spans two years and a winter has one."""
    found = parse_in_city(written, southern=True)
    assert (found.text, found.lower, found.upper) == meant
    assert "/" in found.text or parse_edtf(found.text)


@pytest.mark.parametrize(
    ("written", "southern", "told"),
    [
        (
            "été 2026",
            True,
            "« été 2026 » peut être deux étés ; écrivez été 2025-2026 ou été 2026-2027.",
        ),
        (
            "2026-30",
            False,
            (
                "« 2026-30 » est une saison de l’autre hémisphère ; écrivez-en les mois : "
                "2026-12/2027-02."
            ),
        ),
        (
            "hiver austral 2026",
            False,
            (
                "« hiver austral 2026 » est une saison de l’autre hémisphère ; "
                "écrivez-en les mois : 2026-06/2026-08."
            ),
        ),
        (
            "été boréal 2026",
            True,
            (
                "« été boréal 2026 » est une saison de l’autre hémisphère ; écrivez-en les mois : "
                "2026-06/2026-08."
            ),
        ),
    ],
)
def test_g6_a_season_nobody_here_would_understand_is_refused(written, southern, told):
    """G6: a season of two readings, or of the other half of the Earth, says what to write."""
    with pytest.raises(DateError) as refused:
        parse_in_city(written, southern=southern)
    assert FR(refused.value.text) == told
    assert parse_in_city(refused.value.suggestion, southern=southern)


@pytest.mark.parametrize(
    ("written", "months", "moved"),
    [
        ("2026-30", 12, "2027-30"),
        ("2026-30", 3, "2027-31"),
        ("2026-31", -3, "2025-30"),
        ("2024-40", 24, "2026-40"),
        ("2024-40", 6, "2024-07/2024-12"),
        ("début juin 2025", 12, "2026-06"),
        ("avant 1990", 36, "[..1992]"),
    ],
)
def test_parts_of_a_year_move_with_a_term(written, months, moved):
    """A term moves a southern season, a half-year and what was before a date."""
    assert shifted(parse_date(written), months).text == moved


def test_what_was_before_a_date_is_told_so_wherever_it_moves():
    """« avant 1990 » is no « au plus tard en 1989 », though its data are the same."""
    before, latest = parse_date("avant 1990"), parse_date("..1989")
    assert (before.text, before.upper) == (latest.text, latest.upper)
    assert in_words(before, FR) != in_words(latest, FR)
    assert in_words(shifted(before, 36), FR) == "avant 1993"
    assert '<time datetime="1990">' in in_html(before, FR)


@pytest.mark.parametrize(
    ("edtf", "lower", "upper", "year"),
    [
        ("XXXX", None, None, None),
        ("[..2012]", None, date(2012, 12, 31), None),
        ("198X", date(1980, 1, 1), date(1989, 12, 31), None),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), None),
        ("2012", date(2012, 1, 1), date(2012, 12, 31), 2012),
    ],
)
def test_d1_a_wide_date_has_bounds_and_no_year(edtf, lower, upper, year):
    """D1: bounds are as wide as what is known."""
    found = parse_date(edtf)
    assert (found.lower, found.upper, found.year) == (lower, upper, year)
    assert found.is_wide is (year is None)


@pytest.mark.parametrize(
    ("edtf", "moved"),
    [("XXXX", "XXXX"), ("[..2012]", "[..2015]"), ("198X", "1983/1992"), ("198X~", "1983~/1992~")],
)
def test_d1_a_term_from_a_wide_date_is_as_wide(edtf, moved):
    """D1: three years later, nobody knows more."""
    assert str(shifted(parse_date(edtf), 36)) == moved


def test_d1_a_period_open_to_the_past_is_a_moment_at_the_latest():
    """D1: where a moment is asked, `../2012` is 2012 at the latest and `2012/..` is 2012."""
    told = [str(as_moment(parse_date(text))) for text in ("../2012", "2012/..", "1994/2014")]
    assert told == ["[..2012]", "2012", "1994/2014"]


def test_a_date_follows_a_preposition():
    """After « pour », « depuis » or « avant » a date takes its article."""
    told = [noun(parse_date(text), FR) for text in ("2023-23", "2023-03-01", "2023-03", "2023")]
    assert told == ["l’automne 2023", "le 1er mars 2023", "mars 2023", "2023"]


def test_time_elements_hold_only_what_html_allows():
    """A period gets two <time>, a season none, and the small words stay outside."""
    assert in_html(parse_date("2023-03-04/2023-03-10"), FR) == (
        'du <time datetime="2023-03-04">4</time> au <time datetime="2023-03-10">10 mars 2023</time>'
    )
    assert in_html(parse_date("2023-08/2023-10"), FR).startswith('d’<time datetime="2023-08">août<')
    assert in_html(parse_date("2023-23"), FR) == "automne 2023"
    assert in_html(parse_date("2023-08~"), FR) == 'vers <time datetime="2023-08">août 2023</time>'
    assert (
        in_html(parse_date("2023-23/2024"), FR)
        == 'de l’automne 2023 à <time datetime="2024">2024</time>'
    )


YEARS = st.integers(1000, 2999).map("{:04}".format)
POINTS = st.one_of(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{}".format, YEARS, st.integers(21, 24)),
    YEARS,
)
MARKED = st.builds("{}{}".format, POINTS, st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def intervals(draw):
    """Draw a period, closed or open."""
    sides = sorted(parse_date(text) for text in (draw(MARKED), draw(MARKED)))
    opened = draw(st.sampled_from(["", "", "start", "end"]))
    first = ".." if opened == "start" else sides[0].text
    last = ".." if opened == "end" else sides[1].text
    return f"{first}/{last}"


WIDE = st.one_of(
    st.integers(100, 299).map("{}X".format),
    st.integers(10, 29).map("{}XX".format),
    YEARS.map("[..{}]".format),
    st.just("XXXX"),
)
DATES = st.one_of(MARKED, intervals(), WIDE).map(parse_date)


# The edtf package reads no doubt on a season; a doubt moves no bound.
MARKED_SEASON = re.compile(r"(\d{4}-2[1-4])[~?%]")


def _day(moment: time.struct_time | float) -> date | None:
    return None if isinstance(moment, float) else date(*moment[:3])


@given(DATES)
def test_bounds_agree_with_the_edtf_library(found):
    """The bounds are those of the edtf package, but for winter, which it cuts at 31 December."""
    if found.is_unknown or found.text.startswith("["):
        return  # the package gives bounds of its own to what has none
    oracle = parse_edtf(MARKED_SEASON.sub(r"\1", found.text))
    assert found.lower == _day(oracle.lower_strict())
    if (found.end or found).text[5:7] == "24" and found.upper:
        assert found.upper.month == 2
        assert (found.upper + timedelta(1)).day == 1
    else:
        assert found.upper == _day(oracle.upper_strict())


@given(DATES)
def test_canonical_text_reads_back(found):
    """The canonical text gives the same date again, bounds in order."""
    again = parse_date(found.text)
    assert again == found
    assert hash(again) == hash(found)
    assert found.first <= found.last


PARTS = st.builds("{}-{}".format, YEARS, st.integers(33, 41)).map(parse_date)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
AMONG = (
    st.tuples(DAYS, st.integers(1, 200))
    .map(lambda told: (told[0], min(told[0] + timedelta(told[1]), date(told[0].year, 12, 31))))
    .filter(lambda days: days[0] < days[1])
    .map(lambda days: parse_date(f"[{days[0]}..{days[1]}]"))
)
BEFORE = MARKED.map(lambda text: parse_date(f"avant {text.rstrip('~?%')}"))


@given(st.one_of(DATES, PARTS, AMONG, BEFORE))
def test_what_we_say_we_can_read(found):
    """The French words of a date are read back as that date, unless doubts were gathered."""
    if not (found.start and found.uncertain) and not (found.end and found.uncertain):
        assert parse_date(in_words(found, FR)) == found


@given(st.lists(DATES, max_size=8), st.randoms())
def test_order_is_total_and_knows_no_input_order(dates, random):
    """Sorting gives one order whatever came first; the wider stands before the narrower."""
    shuffled = list(dates)
    random.shuffle(shuffled)
    ordered = sorted(dates)
    assert ordered == sorted(shuffled)
    for before, after in pairwise(ordered):
        assert before.first <= after.first
        assert before.first != after.first or before.last >= after.last


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_sentence(text):
    """No text whatever brings anything but a date or a DateError with words."""
    try:
        told = in_words(parse_date(text), FR)
    except DateError as refused:
        told = FR(refused.text)
    assert told


def test_a_year_stands_before_its_days():
    """2023, spring, March and 1 March stand in that order; the open beginning before all."""
    ordered = ["../2014", "2023", "2023-21", "2023-03", "2023-03-01", "2023-03-02"]
    assert [d.text for d in sorted(parse_date(text) for text in reversed(ordered))] == ordered

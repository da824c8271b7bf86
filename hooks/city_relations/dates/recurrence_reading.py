"""How often something comes back, read from words: « chaque année », « premier samedi de mai »."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from city_relations.dates.french import MONTHS, WEEKDAYS
from city_relations.dates.recurrence import LAST, Recurrence, Unit
from city_relations.dates.recurrence_wordings import MONTHS as MONTH_NAMES
from city_relations.dates.recurrence_wordings import NTH as ORDINALS
from city_relations.dates.recurrence_wordings import WEEKDAYS as DAYS
from city_relations.dates.recurrence_wordings import plainly

LEAP_YEAR = 2024  # one in which every month has all its days
_UNITS = {
    Unit.WEEK: "week weeks weekly semaine semaines hebdomadaire woche wochen wochentlich",
    Unit.MONTH: "month months monthly mois mensuel mensuelle monat monate monatlich",
    Unit.YEAR: "year years yearly annual an ans annee annees annuel annuelle jahr jahre jahrlich",
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_LATIN = {
    **dict.fromkeys(("biennal", "biennale", "biennial", "bisannuel"), (Unit.YEAR, 2)),
    **dict.fromkeys(("triennal", "triennale", "triennial"), (Unit.YEAR, 3)),
    **dict.fromkeys(("trimestriel", "trimestrielle", "quarterly"), (Unit.MONTH, 3)),
    **dict.fromkeys(("semestriel", "semestrielle"), (Unit.MONTH, 6)),
}
_NUMBERS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "two": 2, "three": 3, "four": 4, "five": 5,
    "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "other": 2,
}  # fmt: skip
_NTH = {
    **dict.fromkeys(("first", "premier", "1er", "1", "1st", "erster", "ersten"), 1),
    **dict.fromkeys(("second", "deuxieme", "2e", "2", "2nd", "zweiter", "zweiten"), 2),
    **dict.fromkeys(("third", "troisieme", "3e", "3", "3rd", "dritter", "dritten"), 3),
    **dict.fromkeys(("fourth", "quatrieme", "4e", "4", "4th", "vierter", "vierten"), 4),
    **dict.fromkeys(("last", "dernier", "letzter", "letzten"), LAST),
}
_GERMAN_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_GERMAN_MONTHS = (
    "januar", "februar", "marz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
_DAY = {name: n for days in (DAYS, WEEKDAYS, _GERMAN_DAYS) for n, name in enumerate(days)}
_MONTH = {
    name: n for names in (MONTH_NAMES, MONTHS, _GERMAN_MONTHS) for n, name in enumerate(names, 1)
}
_SMALL = frozenset(
    {
        *("every", "each", "all", "the", "of", "in", "on", "once", "per"),
        *("chaque", "tous", "toutes", "tout", "le", "la", "les", "l", "de", "d", "du", "des", "en"),
        *("au", "a", "par", "une", "fois"),
        *("jede", "jeden", "jedes", "jeder", "alle", "am", "im", "der", "den", "einmal"),
    }
)


def read_recurrence(given: str) -> Recurrence | None:
    """Return how often something comes back, or nothing where the words do not say."""
    if found := _read(given):
        return found
    return _read(plain) if (plain := plainly(given)) else None


def _read(given: str) -> Recurrence | None:
    """Read what is written in French, English or German, and the plain form."""
    words = [word for word in _words(given) if word not in _SMALL]
    if len(words) == 1 and words[0] in _LATIN:
        return _every(*_LATIN[words[0]])
    if found := _regular(words):
        return found
    return _on_a_weekday(words)


def _words(given: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", given).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", plain)


def _regular(words: list[str]) -> Recurrence | None:
    """Read « chaque année », « 2 ans », and a day of the year or the week that the date says."""
    number = _number(words[0]) if words else 0
    if len(words) == 1 and words[0] in _UNIT:
        return _every(_UNIT[words[0]], 1)
    if len(words) == 2 and words[1] in _UNIT and 0 < number <= 10:  # noqa: PLR2004 - « deux ans »
        return _every(_UNIT[words[1]], number)
    return _on_a_day(words, number)


def _on_a_day(words: list[str], number: int) -> Recurrence | None:
    """Read « chaque samedi » and « 14 juillet »."""
    if len(words) == 1 and words[0].rstrip("s") in _DAY:
        weekday = _DAY[words[0].rstrip("s")]
        return Recurrence(DAYS[weekday], Unit.WEEK, weekday=weekday)
    month = _MONTH.get(words[1], 0) if len(words) == 2 else 0  # noqa: PLR2004 - « 14 juillet »
    if month and 0 < number <= monthrange(LEAP_YEAR, month)[1]:
        text = f"{number} {MONTH_NAMES[month - 1]}"
        return Recurrence(text, Unit.YEAR, month=month, day=number)
    return None


def _number(word: str) -> int:
    digits = re.sub(r"(?:er|st|nd|rd|th)$", "", word)
    return int(digits) if digits.isdecimal() else _NUMBERS.get(word, 0)


def _every(unit: Unit, interval: int) -> Recurrence:
    text = str(unit) if interval == 1 else f"{interval} {unit}s"
    return Recurrence(text, unit, interval)


def _on_a_weekday(words: list[str]) -> Recurrence | None:
    """Read « premier samedi de décembre », « dernier dimanche du mois »."""
    if len(words) != 3:  # noqa: PLR2004 - which, day, month
        return None
    nth = _NTH.get(words[0]) or _NTH.get(words[0].removesuffix("s"))
    day = _DAY.get(words[1].rstrip("s"))
    if nth is None or day is None:
        return None
    name = f"{ORDINALS[nth]} {DAYS[day]}"
    if month := _MONTH.get(words[2]):
        text = f"{name} of {MONTH_NAMES[month - 1]}"
        return Recurrence(text, Unit.YEAR, nth=nth, weekday=day, month=month)
    if _UNIT.get(words[2]) is Unit.MONTH:
        return Recurrence(f"{name} of each month", Unit.MONTH, nth=nth, weekday=day)
    return None

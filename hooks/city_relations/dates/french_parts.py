"""Parts of a year and of a month as French staff name them, turned into EDTF text (level 2)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from city_relations.dates import errors

Point = Callable[[str], str]

# EDTF numbers the parts of a year: quarters from 33, thirds from 37, halves from 40.
QUARTER, THIRD, HALF = 33, 37, 40
_NUMBERS = {
    "1": 1, "premier": 1, "2": 2, "deuxieme": 2, "second": 2, "3": 3, "troisieme": 3,
    "4": 4, "quatrieme": 4,
}  # fmt: skip
_N = rf"(?P<n>{'|'.join(_NUMBERS)}|dernier)(?:er|nd|eme|e|re)?"
_OF_YEAR = r"(?: de l'annee| de l'an| de| d')? (?P<year>\d{4})"
_QUARTER = re.compile(_N + " trimestre" + _OF_YEAR)
_HALF = re.compile(_N + " semestre" + _OF_YEAR)
_SHORT = re.compile(r"(?P<kind>[tqs])(?P<n>[1-4])[ -]?(?P<year>\d{4})")
_THIRDS = {"debut": 1, "mi": 2, "milieu": 2, "fin": 3}
_THIRD = re.compile(
    r"(?:a )?(?:la |le )?(debut|mi|milieu|fin)(?:[ -]| de l'annee | de l'an | de )(\d{4})"
)
_MONTH_THIRD = re.compile(
    r"(?:a )?(?:la |le )?(debut|mi|milieu|fin)(?:[ -]| de | d')([a-z]+\.? \d{4})"
)
_BETWEEN = re.compile(r"entre (?:le )?(.+) et (?:le )?(.+)")
_DAYS = re.compile(r"(?:les? )?((?:\d{1,2}, ?)*\d{1,2}) et (?:le )?(\d{1,2})( .+)")
_SET = re.compile(r"\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]")


def part_of_year(plain: str) -> str:
    """Read « 1er semestre 2024 », « T2 2024 », « fin 2024 »; empty when it is none."""
    if short := _SHORT.fullmatch(plain):
        first, most = (HALF, 2) if short["kind"] == "s" else (QUARTER, 4)
        n = int(short["n"])
        return f"{short['year']}-{first + n - 1}" if n <= most else ""
    if third := _THIRD.fullmatch(plain):
        return f"{third[2]}-{THIRD + _THIRDS[third[1]] - 1}"
    for pattern, first, most in ((_QUARTER, QUARTER, 4), (_HALF, HALF, 2)):
        if found := pattern.fullmatch(plain):
            n = _NUMBERS.get(found["n"], most if found["n"] == "dernier" else 0)
            return f"{found['year']}-{first + n - 1}" if 0 < n <= most else ""
    return ""


def part_of_month(plain: str, point: Point) -> str:
    """Read « début juin 2025 », « mi-juin 2025 », « fin juin 2025 » as one of ten days or so."""
    found = _MONTH_THIRD.fullmatch(plain)
    month = point(found[2]) if found else ""
    if not found or not re.fullmatch(r"\d{4}-\d\d", month):
        return ""
    first, last = third_of_month(int(month[:4]), int(month[5:]), _THIRDS[found[1]])
    return f"[{month}-{first:02}..{month}-{last:02}]"


def third_of_month(year: int, month: int, n: int) -> tuple[int, int]:
    """Return the first and last day of a third of a month."""
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 30  # noqa: PLR2004
    return ((1, 10), (11, 20), (21, last))[n - 1]


def among_days(plain: str, point: Point, given: str) -> str:
    """Read one day among several: « entre le 3 et le 9 juin 2025 », `[2025-06-03..2025-06-09]`.

    Days that follow each other are a period: « 14 et 15 juin 2025 ».
    """
    if _SET.fullmatch(plain):
        return plain
    if days := _DAYS.fullmatch(plain):
        return _in_a_row(days, point, given)
    if not (found := _BETWEEN.fullmatch(plain)):
        return ""
    last = point(found[2])
    lent = [" ".join([found[1], *found[2].split()[-n:]]) for n in (0, 1, 2)]
    first = next((p for text in lent if (p := point(text)) and len(p) == len(last)), "")
    days_of_one_year = re.fullmatch(r"\d{4}-\d\d-\d\d", last) and first[:4] == last[:4]
    return f"[{first}..{last}]" if days_of_one_year and first < last else ""


def _in_a_row(days: re.Match[str], point: Point, given: str) -> str:
    """Read days that follow each other as the period they are; days apart are refused."""
    numbers = [int(n) for n in re.findall(r"\d+", days[1])] + [int(days[2])]
    first, last = (point(f"{n}{days[3]}") for n in (numbers[0], numbers[-1]))
    if not (first and last):
        return ""
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise errors.days_apart(given)
    return f"{first}/{last}"

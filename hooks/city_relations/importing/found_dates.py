"""Dates in running text, as people write them in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

from babel import Locale

LOCALES = (
    "fr",
    "de",
    "de_AT",
    "en",
    "it",
    "es",
    "pt",
    "sq",
    "ar",
    "ar_MA",
    "ar_LB",
    "ar_DZ",
    "ar_TN",
)
SHORTEST = 3  # letters of a month's name
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True)
class FoundDate:
    """A day in a text, and where it is written; `is_doubtful` where day and month may be one."""

    day: date
    start: int
    end: int
    is_doubtful: bool = False


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for code in LOCALES:
        months = Locale.parse(code).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, told in months[context][width].items():
                    name = told.lower().rstrip(".")
                    if len(name) >= SHORTEST:
                        found.setdefault(name, number)
                        found.setdefault(_bare(name), number)
    return found


def _bare(text: str) -> str:
    kept = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in kept if not unicodedata.combining(sign))


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?P<{0}>[0-3]?\d)(?:er|st|nd|rd|th|[º°.])?"
    return re.compile(
        r"(?<!\d)(?:"
        r"(?P<y0>\d{4})-(?P<m0>\d\d)-(?P<d0>\d\d)(?!\d)"
        r"|(?P<d1>[0-3]?\d)\s?[./]\s?(?P<m1>[01]?\d)\s?[./]\s?(?P<y1>\d{4})(?!\d)"
        rf"|{day.format('d2')}\s+(?:de\s+|of\s+|d')?(?P<m2>{names})\.?,?\s+(?:de\s+)?(?P<y2>\d{{4}})(?!\d)"
        rf"|(?<!\w)(?P<m3>{names})\.?\s+{day.format('d3')},?\s+(?P<y3>\d{{4}})(?!\d)"
        r"|(?P<y4>\d{4})年(?P<m4>\d{1,2})月(?P<d4>\d{1,2})日"
        r")",
        re.IGNORECASE,
    )


def day_of_message(written: str) -> str:
    """Return the day of a date as mail and RSS write it (RFC 5322), as ISO; "" for any other."""
    with suppress(TypeError, ValueError, IndexError):
        return parsedate_to_datetime(written).date().isoformat()
    return ""


def dates_in(text: str) -> Iterator[FoundDate]:
    """Yield each whole day that a text names, a day in figures read with the day first."""
    for found in _pattern().finditer(text.translate(DIGITS)):
        n = next(n for n in range(5) if found[f"y{n}"])
        month = found[f"m{n}"]
        number = int(month) if month.isdecimal() else _months()[month.lower()]
        try:
            day = date(int(found[f"y{n}"]), number, int(found[f"d{n}"]))
        except ValueError:
            continue
        doubtful = n == 1 and day.day <= 12 and day.day != day.month  # noqa: PLR2004 - months
        yield FoundDate(day, found.start(), found.end(), doubtful)

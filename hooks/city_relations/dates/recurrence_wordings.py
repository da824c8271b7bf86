"""How often something comes back, by the wordings each language tells it with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from city_relations.dates.grammar import compiled
from city_relations.dates.lexicon import Lexicon, folded, lexicon_of
from city_relations.dates.recurrence import LAST, Unit
from city_relations.language.words import Words, languages_told, words_for

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}


def every_unit(words: Words) -> dict[Unit, str]:
    """Return how it is told that something comes back each week, month or year."""
    return {
        Unit.WEEK: words.pgettext("recurrence", "every week"),
        Unit.MONTH: words.pgettext("recurrence", "every month"),
        Unit.YEAR: words.pgettext("recurrence", "every year"),
    }


def every_so_many(words: Words) -> dict[Unit, str]:
    """Return how it is told that it comes back every `{n}` weeks, months or years."""
    return {
        Unit.WEEK: words.pgettext("recurrence", "every {n} weeks"),
        Unit.MONTH: words.pgettext("recurrence", "every {n} months"),
        Unit.YEAR: words.pgettext("recurrence", "every {n} years"),
    }


def on_nth_weekday(words: Words) -> dict[int, str]:
    """Return how a `{weekday}` of a month is told, by its number or LAST."""
    return {
        1: words.pgettext("recurrence", "on the first {weekday}"),
        2: words.pgettext("recurrence", "on the second {weekday}"),
        3: words.pgettext("recurrence", "on the third {weekday}"),
        4: words.pgettext("recurrence", "on the fourth {weekday}"),
        LAST: words.pgettext("recurrence", "on the last {weekday}"),
    }


def plainly(given: str) -> str:
    """Return how often in the plain form that any reader has, `2 years`; nothing where unread."""
    return next(filter(None, (_plainly(given, language) for language in languages_told())), "")


def _plainly(given: str, language: str) -> str:
    lexicon = lexicon_of(language)
    for pattern, told in _patterns(language):
        if found := pattern.fullmatch(_shaped(given, told, lexicon)):
            values = found.groupdict()
            weekday = lexicon.weekdays.get(values.get("weekday") or "", 0)
            month = lexicon.months.get(values.get("month") or "", 1)
            return told.format(
                n=values.get("n"), weekday=WEEKDAYS[weekday], month=MONTHS[month - 1]
            )
    return ""


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what a language tells a recurrence with, each beside its plain form."""
    lexicon = lexicon_of(language)
    found = {_shaped(told, plain, lexicon): plain for told, plain in _wordings(language)}
    return tuple((compiled(lexicon, shape), plain) for shape, plain in found.items())


def _shaped(text: str, plain: str, lexicon: Lexicon) -> str:
    """Fold a text as the wording of a recurrence is: small words only go around a weekday."""
    return lexicon.plain(text) if "{weekday}" in plain else folded(text)


def _wordings(language: str) -> Iterator[tuple[str, str]]:
    words = words_for(language)
    every, on_nth = every_unit(words), on_nth_weekday(words)
    yield from ((told, unit) for unit, told in every.items())
    yield from ((told, f"{{n}} {unit}s") for unit, told in every_so_many(words).items())
    comma = words.pgettext("recurrence", ", ")
    for nth, day in on_nth.items():
        of_month = words.pgettext("recurrence", "{on_day} of {month}").replace("{on_day}", day)
        plain = f"{NTH[nth]} {{weekday}}"
        yield of_month, f"{plain} of {{month}}"
        yield f"{every[Unit.YEAR]}{comma}{of_month}", f"{plain} of {{month}}"
        yield f"{every[Unit.MONTH]}{comma}{day}", f"{plain} of each month"

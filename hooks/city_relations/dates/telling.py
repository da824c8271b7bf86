"""Dates in the words people say, in any language of the interface."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel.dates import get_month_names
from markupsafe import Markup, escape

from city_relations.dates.model import EdtfDate, Precision
from city_relations.dates.telling_parts import (
    is_third,
    part_of_month,
    part_of_year,
    season,
    the_season,
    wide,
)
from city_relations.dates.wordings import Place
from city_relations.language.joining import MARK, join_small_words
from city_relations.language.locale import locale_of
from city_relations.language.untranslated import as_english, filled
from city_relations.language.words import Tellable, Words

Form = Literal["bare", "noun", "when", "during", "since", "until"]

# What <time> may hold is marked with two private characters until the sentence is whole, because
# a language joins its small words across that border (« de » + « août » gives « d’août »).
OPEN, CLOSE = MARK, "\ue001"


@dataclass(frozen=True)
class Said(Tellable):
    """A date inside a sentence: `say("expires {date}", date=Said(end, "when"))`."""

    date: EdtfDate
    form: Form = "bare"

    def translate(self, words: Words) -> str:
        """Return the date in the language of these words."""
        return _clean(_told(self.date, words, self.form))


def in_words(date: EdtfDate, words: Words) -> str:
    """Tell a date on its own: « 10 mars 2023 », « automne 2023 », « du 4 au 10 mars 2023 »."""
    return _clean(_told(date, words, "bare"))


def noun(date: EdtfDate, words: Words) -> str:
    """Tell a date after a preposition: « le 10 mars 2023 », « l’automne 2023 », « mars 2023 »."""
    return _clean(_told(date, words, "noun"))


def when(date: EdtfDate, words: Words) -> str:
    """Tell a date as an adverb: « le 10 mars 2023 », « à l’automne 2023 », « en mars 2023 »."""
    return _clean(_told(date, words, "when"))


def in_html(date: EdtfDate, words: Words, form: Form = "bare") -> Markup:
    """Tell a date with <time> around each part the standard lets it hold."""
    text = str(escape(_told(date, words, form)))
    told = (date.start, date.end) if date.start or date.end else (date,)
    for part in (date.before,) if date.before else told:
        if part and (value := datetime_attr(part)):
            text = text.replace(OPEN, f'<time datetime="{value}">', 1).replace(CLOSE, "</time>", 1)
    return Markup(text)  # noqa: S704 - escaped above; only <time> was added


def datetime_attr(date: EdtfDate) -> str | None:
    """Return what <time datetime> may hold: a day, a month or a year; None for the rest (HTML)."""
    if date.is_wide or date.precision in {Precision.SEASON, Precision.INTERVAL, Precision.AMONG}:
        return None
    return date.text.rstrip("~?%")


def _clean(text: str) -> str:
    return as_english(text, text.replace(OPEN, "").replace(CLOSE, ""))


@cache  # a date is told on every page that names it
def _told(date: EdtfDate, words: Words, form: Form) -> str:
    if date.precision is Precision.INTERVAL:
        text = _interval(date, words, form)
    elif date.before:
        text = _before(date.before, words, form)
    elif date.precision is Precision.LATEST and date.end:
        text = _latest(date.end, words, form)
    elif date.precision is Precision.AMONG and not is_third(date):
        text = _among(date, words, form)
    else:
        text = _about(date, words, form)
    if date.uncertain:
        text = _doubted(date, words).format(date=text)
    return join_small_words(text, words.language)


def _doubted(date: EdtfDate, words: Words) -> str:
    if date.precision is Precision.INTERVAL:
        return words.pgettext("date", "{date} (dates uncertain)")
    return words.pgettext("date", "{date} (date uncertain)")


def _about(date: EdtfDate, words: Words, form: Form) -> str:
    if form == "since":
        return words.pgettext("date", "since {date}").format(date=_side(date, words, ""))
    if form == "until":
        return words.pgettext("date", "until {date}").format(date=_side(date, words, ""))
    if date.approximate:
        return words.pgettext("date", "about {date}").format(date=_noun(date, words))
    return {"bare": _bare, "noun": _noun, "when": _when, "during": _during}[form](date, words)


def _latest(end: EdtfDate, words: Words, form: Form) -> str:
    """Tell a date of which only the end is known: « au plus tard en 2012 »."""
    told = words.pgettext("date", "{date} at the latest").format(date=_noun(end, words))
    if form == "since":
        return words.pgettext("date", "since {date}").format(date=told)
    if form == "until":
        return words.pgettext("date", "until {date}").format(date=told)
    if form == "noun":
        return told
    return words.pgettext("date", "at the latest {when}").format(when=_when(end, words))


def _before(date: EdtfDate, words: Words, form: Form) -> str:
    """Tell a date that was before another: « avant 1990 »."""
    pattern = {
        "since": words.pgettext("date", "since before {date}"),
        "until": words.pgettext("date", "until some time before {date}"),
    }.get(form) or words.pgettext("date", "before {date}")
    return pattern.format(date=_noun(date, words))


def _among(date: EdtfDate, words: Words, form: Form) -> str:
    """Tell one day of several: « entre le 3 et le 9 juin 2025 »."""
    if not (date.start and date.end):
        return ""
    first = _side(date.start, words, _shared(date.start, date.end, words))
    pattern = words.pgettext("date", "between {start} and {end}")
    told = pattern.format(start=first, end=_side(date.end, words, ""))
    if form in ("noun", "since", "until"):
        told = words.pgettext("date", "a day {between}").format(between=told)
    if form == "since":
        return words.pgettext("date", "since {date}").format(date=told)
    return words.pgettext("date", "until {date}").format(date=told) if form == "until" else told


def _interval(date: EdtfDate, words: Words, form: Form) -> str:
    start, end = date.start, date.end
    if start and end and form == "during":
        pattern = words.pgettext("date", "between {start} and {end}")
        return pattern.format(start=_side(start, words, ""), end=_side(end, words, ""))
    if start and end:
        first = _side(start, words, "" if _is_year_first(words) else _shared(start, end, words))
        pattern = words.pgettext("date", "from {start} to {end}")
        return pattern.format(start=first, end=_side(end, words, ""))
    if start:
        return words.pgettext("date", "since {date}").format(date=_side(start, words, ""))
    if end:
        return words.pgettext("date", "until {date}").format(date=_side(end, words, ""))
    return ""


def _side(date: EdtfDate, words: Words, shared: str) -> str:
    text = _noun(date, words, shared)
    if date.approximate:
        return words.pgettext("date in a period", "about {date}").format(date=text)
    return text


def _shared(start: EdtfDate, end: EdtfDate, words: Words) -> str:
    """Return what the beginning of a period need not repeat: its month, its year or nothing."""
    doubtful = start.approximate or end.approximate
    if doubtful or start.precision is not end.precision or start.text[:4] != end.text[:4]:
        return ""
    if start.precision is Precision.DAY and start.text[:7] == end.text[:7]:
        return "month"
    whole = any(
        side.is_over_two_years or part_of_year(side, words, "bare") for side in (start, end)
    )
    return "" if whole or start.precision is Precision.YEAR else "year"


def _is_year_first(words: Words) -> bool:
    """Return whether a date begins with its year: the beginning of a period then keeps it."""
    return words.pgettext("date with article", "{day} {month} {year}").startswith("{year}")


def _bare(date: EdtfDate, words: Words) -> str:
    """Tell a point without article."""
    if told := _in_whole(date, words, "bare"):
        return told
    if date.precision is Precision.DAY:
        pattern = words.pgettext("date", "{day} {month} {year}")
    elif date.precision is Precision.MONTH:
        pattern = words.pgettext("date", "{month} {year}")
    elif date.precision is Precision.SEASON:
        pattern = words.pgettext("date", "{season} {year}")
    else:
        pattern = words.pgettext("date", "{year}")
    return _filled(pattern, date, words, season(date, words))


def _noun(date: EdtfDate, words: Words, shared: str = "") -> str:
    """Tell a point with its article, without the month or year it shares with what follows."""
    if told := _in_whole(date, words, "noun"):
        return told
    pattern = _noun_pattern(date, words, shared)
    return _filled(pattern, date, words, the_season(date, words))


def _in_whole(date: EdtfDate, words: Words, place: Place) -> str:
    """Tell a date of no known year, a part of a year or of a month; nothing for any other."""
    if date.is_wide:
        return wide(date, words, place)
    if date.precision is Precision.AMONG:
        return part_of_month(date, words, place, _month(date, words))
    return part_of_year(date, words, place)


def _noun_pattern(date: EdtfDate, words: Words, shared: str) -> str:
    if date.precision is Precision.DAY:
        return {
            "": words.pgettext("date with article", "{day} {month} {year}"),
            "year": words.pgettext("date with article", "{day} {month}"),
            "month": words.pgettext("date with article", "{day}"),
        }[shared]
    if date.precision is Precision.MONTH:
        return "{month}" if shared else words.pgettext("date", "{month} {year}")
    if date.precision is Precision.SEASON:
        return "{season}" if shared else words.pgettext("date", "{season} {year}")
    return words.pgettext("date", "{year}")


def _when(date: EdtfDate, words: Words) -> str:
    """Tell a point as an adverb."""
    if told := _in_whole(date, words, "when"):
        return told
    if date.precision is Precision.DAY:
        pattern = words.pgettext("day", "on {date}")
    elif date.precision is Precision.SEASON:
        pattern = words.pgettext("season", "in {date}")
    else:
        pattern = words.pgettext("month or year", "in {date}")
    return pattern.format(date=_noun(date, words))


def _during(date: EdtfDate, words: Words) -> str:
    """Tell a point as a time within which something happens: « courant 2027 »."""
    if date.is_wide or date.precision in {Precision.DAY, Precision.SEASON, Precision.AMONG}:
        return _when(date, words)
    return words.pgettext("date", "in the course of {date}").format(date=_noun(date, words))


def _filled(pattern: str, date: EdtfDate, words: Words, season: str) -> str:
    """Fill a pattern, marking where <time> may open and close."""
    first = re.match(r"[^{]*", pattern)
    opening = len(first[0]) if first else 0
    last = re.match(r".*\}\S*", pattern)
    closing = last.end() if last else 0
    if datetime_attr(date):
        marked = pattern[opening:closing]
        pattern = f"{pattern[:opening]}{OPEN}{marked}{CLOSE}{pattern[closing:]}"
    values = {"day": _day(date, words), "month": _month(date, words), "year": _year(date, words)}
    return filled(pattern, values | {"season": season})


def _day(date: EdtfDate, words: Words) -> str:
    day = date.first.day
    return words.pgettext("first day of a month", "1") if day == 1 else str(day)


def _month(date: EdtfDate, words: Words) -> str:
    """Return the month as it stands after a day, or by itself (languages differ)."""
    context: Literal["format", "stand-alone"] = "format" if date.text[7:8] == "-" else "stand-alone"
    names = get_month_names("wide", context, locale_of(words.language))
    return str(names[date.first.month])


def _year(date: EdtfDate, words: Words) -> str:
    year = date.first.year
    if date.is_over_two_years:
        return words.pgettext("winter", "{year}–{next}").format(year=year, next=year + 1)
    return str(year)

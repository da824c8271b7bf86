"""What else people write for the words of a date, by language: catalogues fill it in, `|` between.

What we tell ourselves is read by the wordings it is told with (`telling.py`); these come beside.
"""

from __future__ import annotations

from city_relations.language.words import Words

# Words that are read as another, or as nothing: `written=read`, with spaces between.
SMALL = "small"
POINT, UNKNOWN, PERIOD, DAYS, SINCE, UNTIL = "point", "unknown", "period", "days", "since", "until"
LATEST, BEFORE, ABOUT, DOUBTED, CENTURY = "latest", "before", "about", "doubted", "century"


def small_words(words: Words) -> dict[str, str]:
    """Return the small words of a language, each with what it is read as."""
    pairs = words.pgettext("date, small words", "the= of= on= in= fall=autumn").split()
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def other_ways(words: Words) -> dict[str, list[str]]:
    """Return what else people write for each part of a date."""
    told = {
        POINT: words.pgettext("date, also", "{month} {day} {year}"),
        UNKNOWN: words.pgettext("date, also", "unknown|not known|undated"),
        PERIOD: words.pgettext("date, also", "{start} to {end}|{start} until {end}"),
        DAYS: words.pgettext("date, also", "{start} and {end}"),
        SINCE: words.pgettext("date, also", "from {date}|as of {date}"),
        UNTIL: words.pgettext("date, also", "till {date}|up to {date}"),
        LATEST: words.pgettext("date, also", "by {date}|no later than {date}"),
        BEFORE: words.pgettext("date, also", "prior to {date}|earlier than {date}"),
        ABOUT: words.pgettext("date, also", "around {date}|circa {date}|ca. {date}|c. {date}"),
        DOUBTED: words.pgettext("date, also", "{date} (uncertain)|probably {date}"),
        CENTURY: words.pgettext("date, also", "{century} century"),
    }
    return {name: text.split("|") for name, text in told.items()}

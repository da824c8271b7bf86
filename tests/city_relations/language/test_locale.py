"""What CLDR knows of languages stays each language's own."""

from __future__ import annotations

from babel.dates import get_day_names, get_month_names

from city_relations.language.locale import locale_of


def test_a_language_keeps_its_months_whatever_was_asked_before():
    """Babel fills in shared tables: months by themselves are those of the language all the same."""
    told = {}
    for language in ("ja", "it", "fr", "ar", "de"):
        locale = locale_of(language)
        months = get_month_names("abbreviated", "stand-alone", locale)
        days = get_day_names("wide", "stand-alone", locale)
        told[language] = (months[10], days[0])
    assert told == {
        "ja": ("10月", "月曜日"),
        "it": ("ott", "lunedì"),
        "fr": ("oct.", "lundi"),
        "ar": ("أكتوبر", "الاثنين"),
        "de": ("Okt", "Montag"),
    }

"""How often something comes back, in the words people say, in any language of the interface."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import get_day_names, get_month_names

from city_relations.dates.model import EdtfDate
from city_relations.dates.recurrence import Recurrence
from city_relations.dates.recurrence_wordings import every_so_many, every_unit, on_nth_weekday
from city_relations.dates.telling import Said
from city_relations.language.joining import join_small_words
from city_relations.language.locale import locale_of
from city_relations.language.words import Tellable, Words


@dataclass(frozen=True)
class Recurring(Tellable):
    """How often something comes back inside a sentence: « chaque année, depuis 2015 »."""

    recurrence: Recurrence
    since: EdtfDate | None = None
    until: EdtfDate | None = None

    def translate(self, words: Words) -> str:
        """Return it in the language of these words."""
        told = [_often(self.recurrence, words)]
        if self.recurrence.nth:
            told.append(_weekday(self.recurrence, words))
        told += [Said(self.since, "since").translate(words)] if self.since else []
        told += [Said(self.until, "until").translate(words)] if self.until else []
        return words.pgettext("recurrence", ", ").join(told)


def _often(of: Recurrence, words: Words) -> str:
    if of.interval == 1:
        return every_unit(words)[of.unit]
    return every_so_many(words)[of.unit].format(n=of.interval)


def _weekday(of: Recurrence, words: Words) -> str:
    """Tell a weekday of a month: « le premier samedi de décembre »."""
    locale = locale_of(words.language)
    pattern = on_nth_weekday(words)[of.nth]
    told = pattern.format(weekday=get_day_names("wide", "format", locale)[of.weekday])
    if of.month:
        month = get_month_names("wide", "stand-alone", locale)[of.month]
        whole = words.pgettext("recurrence", "{on_day} of {month}")
        told = whole.format(on_day=told, month=month)
    return join_small_words(told, words.language)

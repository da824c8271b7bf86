"""Numbers, money, distances and names of languages, as people say them in a language."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal

from city_relations.geography.time_differences import difference
from city_relations.language.locale import locale_of
from city_relations.language.words import Text, Words, say
from city_relations.published import KILO, kilo
from city_relations.schema.city import City
from city_relations.schema.partner import Partner, Population

CLOSE_KM = 100  # below, a distance is told to the kilometre; above, to the nearest ten


def number(value: float, language: str) -> str:
    """Return a number with the separators of a language: `80 000` in French."""
    return str(format_decimal(value, locale=locale_of(language)))


def money(amount: float, currency: str, language: str) -> str:
    """Return an amount in a currency, without cents where it has none: `24 000 €`."""
    pattern = locale_of(language).currency_formats["standard"].pattern
    if float(amount).is_integer():
        pattern = pattern.replace(".00", "")
    return str(
        format_currency(amount, currency, pattern, locale_of(language), currency_digits=False)
    )


def people(population: Population, language: str) -> Text | None:
    """Say how many people live somewhere: « plus de 80 000 », « de 68 000 à 75 000 »."""
    value, low, high = population.value, population.minimum, population.maximum
    if value is not None:
        said = number(value, language)
        if population.qualifier:
            return say("{qualifier} {number}", qualifier=population.qualifier.label, number=said)
        return say("{number}", number=said)
    if low is not None and high is not None:
        return say("{low} to {high}", low=number(low, language), high=number(high, language))
    return None


def kilometres(km: float, language: str) -> str:
    """Return a distance as exactly as it is told: `12`, `1 230`."""
    return number(round(km) if km < CLOSE_KM else round(km, -1), language)


def away(km: float, language: str) -> Text:
    """Say how far apart two places are, as the crow flies."""
    return say("{km} km away", km=kilometres(km, language))


def clocks(partner: Partner, city: City) -> Text | None:
    """Say how far the clocks of a partner are ahead: « + 1 h en hiver, + 2 h en été ».

    Nothing is said of one whose zone nobody tells; the day it is asked changes nothing.
    """
    if not partner.time_zone:
        return None
    southern = city.coordinates.lat < 0
    told = difference(partner.time_zone, city.time_zone, southern=southern)
    winter, summer = _ahead(told.winter), _ahead(told.summer)
    said = say("{winter} in winter, {summer} in summer", winter=winter, summer=summer)
    if told.winter == told.summer:
        said = say("{difference} all year round", difference=winter)
    if told.others:
        other = _ahead(told.others[0])
        return say("{usually} ({other} for some weeks)", usually=said, other=other)
    return said


def _ahead(minutes: int) -> Text:
    """Say by how much clocks are ahead or behind."""
    if not minutes:
        return say("same time")
    sign = "+" if minutes > 0 else "−"
    hours, rest = divmod(abs(minutes), 60)
    if not rest:
        return say("{sign} {hours} h", sign=sign, hours=hours)
    return say("{sign} {hours} h {minutes} min", sign=sign, hours=hours, minutes=rest)


def languages(codes: Iterable[str], language: str) -> list[str]:
    """Name languages in a language; one without a name keeps its code."""
    names = locale_of(language).languages
    return [str(names.get(code.replace("-", "_"), code)) for code in codes]


def own_name(code: str, language: str) -> str:
    """Name a language as its readers do, with a capital: « العربية »; else in `language`."""
    try:
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError:
        return languages([code], language)[0]
    name = str(locale.languages.get(str(locale)) or locale.languages.get(locale.language) or code)
    return name[:1].upper() + name[1:]


def weight(size: int, words: Words) -> str:
    """Return a size in bytes as people say it: « 212 ko », « 1,2 Mo »."""
    if kilo(size) < KILO:
        return words(say("{n} kB", n=kilo(size)))
    return words(say("{n} MB", n=number(round(size / 1_000_000, 1), words.language)))

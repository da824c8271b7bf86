"""The kinds of value a field may hold, each with the sentence that says what to write."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from pydantic import Field, ValidationInfo, WithJsonSchema
from pydantic.functional_validators import AfterValidator, BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from city_relations.dates import DateError, EdtfDate, as_moment, parse_in_city
from city_relations.language.latin import slug_of
from city_relations.language.words import languages_told, say
from city_relations.schema.answers import yes_and_no, yes_or_no
from city_relations.schema.asked import (
    MAIL_ADDRESS,
    SHORT_NAME,
    TELEPHONE,
    WEB_ADDRESS,
    Asked,
    By,
)
from city_relations.schema.city_facts import CityFacts, city_of
from city_relations.schema.countries import by_name, country_called, successors
from city_relations.schema.nearest import NEARER, closest, folded
from city_relations.schema.numbers import single
from city_relations.schema.one_form import OneForm
from city_relations.schema.one_line import one_line
from city_relations.schema.validation_errors import fault

LONGEST_CODE = 3
# Letters of every script, and none of the signs that would add a copy or a text to a message.
E_MAIL = re.compile(r"[\w!#$*+./=^`{|}~-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


def _line(value: object) -> object:
    """Accept one line of text, as its author meant it."""
    return one_line(value) if isinstance(value, str) else value


def _truth(value: object) -> bool:
    said = yes_or_no(single(value))
    if said is None:
        raise fault("yes-or-no", say("“{value}” is neither yes nor no.", value=value))
    return said


def _period(value: object, info: ValidationInfo) -> EdtfDate:
    """Read when something was: a date, a period, or that nobody knows."""
    return _in_city(value, city_of(info))


def _in_city(value: object, city: CityFacts) -> EdtfDate:
    try:
        return parse_in_city(single(value), southern=city.southern, languages=city.languages)
    except DateError as error:
        raise fault(error.rule, error.text, error.suggestion) from None


def _edtf(value: object, city: CityFacts) -> str:
    """Write a date as EDTF."""
    return _in_city(value, city).text


def _edtf_moment(value: object, city: CityFacts) -> str:
    return as_moment(_in_city(value, city)).text


def _moment(value: object, info: ValidationInfo) -> EdtfDate:
    """Read when something was done or began: `../2012` is 2012 at the latest."""
    return as_moment(_period(value, info))


def _date(value: object, info: ValidationInfo) -> EdtfDate:
    """Read a date that must be known, such as the end of a consent."""
    date = _period(value, info)
    if date.is_unknown:
        message = say("a date that is known is expected here: write it, or leave the line out.")
        raise fault("date-known", message)
    return date


def _day(value: object, info: ValidationInfo) -> EdtfDate:
    date = _date(value, info)
    if not date.is_day:
        raise fault("whole-day", say("a whole day is expected here, such as 2023-03-10."))
    return date


def safe_url(url: str) -> str:
    """Return an address of the web, without control characters; anything else is refused."""
    cleaned = re.sub(r"[\x00-\x20\x7f-\xa0]", "", url)
    try:
        parts = urlsplit(cleaned)
        host = parts.hostname
    except ValueError:
        host = None
    if host and "@" in parts.netloc:
        message = say(
            "“{url}” leads to {host}, and not to what stands before “@”: write the site you mean.",
            url=url,
            host=host,
        )
        raise fault("web-address-in-disguise", message)
    if host and parts.scheme in ("http", "https"):
        return cleaned
    bare = re.sub(r"^(?:\[[^\]]*\]\((.*)\)|<(.*)>)$", r"\1\2", cleaned)
    replacement = f"https://{bare}" if DOMAIN.fullmatch(bare) else ""
    replacement = bare if bare != cleaned and bare.startswith("http") else replacement
    message = say("“{url}” is not a web address: it begins with https://.", url=url)
    raise fault("web-address", message, replacement)


def _source(value: str) -> str:
    """Accept a source: an address of the web, or the name of a document."""
    return safe_url(value) if re.match(r"[a-zA-Z][\w+.-]*:(?!\s)", value) else value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        message = say("“{value}” is not a short name: use a-z, 0-9 and hyphens.", value=value)
        raise fault("short-name", message, short_name(value))
    return value


def short_name(text: str, language: str = "") -> str:
    """Return a text as part of an address, `a-z0-9-`; nothing for a text in another script.

    `language` is the one it is written in, where that is known: see `slug_of`.
    """
    letters = [sign for sign in text if sign.isalpha()]
    latin = [sign for sign in letters if "LATIN" in unicodedata.name(sign, "")]
    name = slug_of(re.sub("['’°]", "-", text), language, 64)
    return name if 2 * len(latin) > len(letters) and SLUG.fullmatch(name) else ""


def _email(value: str) -> str:
    if not E_MAIL.fullmatch(value):
        message = say("“{value}” is not an e-mail address.", value=value)
        # Whoever wrote a point for the sign meant it behind the name of the box.
        meant = value.replace(".", "@", 1)
        raise fault("e-mail-address", message, meant if E_MAIL.fullmatch(meant) else "")
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[\d\s\u00a0\u202f().-]{6,24}", value):
        raise fault("telephone-number", say("“{value}” is not a telephone number.", value=value))
    return value


@cache
def _languages() -> dict[str, str]:
    """Map the names of languages, in every language told, to their codes."""
    found: dict[str, str] = {}
    for language in languages_told():
        names = Locale.parse(language).languages
        found |= {folded(name): code.replace("_", "-") for code, name in names.items()}
    return found


def _country(value: str) -> str:
    """Accept a country by its code or by its name."""
    if code := country_called(value):
        return code
    if codes := successors(value):
        raise _dissolved(value, codes)
    names = by_name()
    code = names.get(closest(value, names, NEARER) if len(value) > LONGEST_CODE else "", "")
    if code:
        message = say("“{value}” is no country we know; write {code}.", value=value, code=code)
    else:
        message = say(
            "“{value}” is no country we know: write its name or its code, such as IT.", value=value
        )
    raise fault("country", message, code)


def _dissolved(value: str, codes: tuple[str, ...]) -> PydanticCustomError:
    """Propose what a state that is no more is called today."""
    message = say(
        "“{value}” is no country any more: write where the city stands today, {codes}; the name "
        "it had goes under “country_then:”, with the tie or the act.",
        value=value,
        codes=", ".join(codes),
    )
    return fault("country-of-today", message, codes[0] if len(codes) == 1 else "")


def language_code(value: str) -> str:
    """Accept the code of a language, such as `ar` or `zh`, or its name."""
    if code := _languages().get(folded(value)):
        return code
    value = value.lower() if len(value) <= LONGEST_CODE else value
    try:
        Locale.parse(value.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        if value not in get_global("likely_subtags"):
            raise _no_language(value) from None
    return value


def _no_language(value: str) -> PydanticCustomError:
    names = _languages()
    code = names.get(closest(value, names, NEARER) if len(value) > LONGEST_CODE else "", "")
    if code:
        message = say("“{value}” is no language we know; write {code}.", value=value, code=code)
    else:
        message = say(
            "“{value}” is no language we know: write its name or its code, such as ar.", value=value
        )
    return fault("language", message, code)


class _YesAndNo:
    """Proposes the words for yes and no to editors; only then are all catalogues read."""

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, object]:
        return {"enum": [True, False, *yes_and_no()]}


Line = Annotated[str, BeforeValidator(_line), Field(min_length=1)]
Truth = Annotated[
    bool,
    PlainValidator(_truth),
    _YesAndNo(),
    OneForm(lambda value, _: str(_truth(value)).lower()),
]
_AS_DATE = WithJsonSchema({"type": ["string", "integer"]})
Date = Annotated[EdtfDate, PlainValidator(_date), _AS_DATE, OneForm(_edtf)]
Period = Annotated[EdtfDate, PlainValidator(_period), _AS_DATE, OneForm(_edtf)]
Moment = Annotated[EdtfDate, PlainValidator(_moment), _AS_DATE, OneForm(_edtf_moment)]
Day = Annotated[
    EdtfDate,
    PlainValidator(_day),
    WithJsonSchema({"type": "string"}),
    OneForm(_edtf),
    Asked(By.DAY),
]
Url = Annotated[
    str,
    BeforeValidator(_line),
    AfterValidator(safe_url),
    WEB_ADDRESS,
]
Source = Annotated[Line, AfterValidator(_source)]
Slug = Annotated[
    Line,
    AfterValidator(_slug),
    SHORT_NAME,
]
Email = Annotated[
    Line,
    AfterValidator(_email),
    MAIL_ADDRESS,
]
Phone = Annotated[
    Line,
    AfterValidator(_phone),
    TELEPHONE,
]
CountryCode = Annotated[
    Line,
    AfterValidator(_country),
    WithJsonSchema({"type": "string", "minLength": 2}),
    OneForm(lambda value, _: _country(value.strip())),
    Asked(By.COUNTRY),
]
LanguageCode = Annotated[
    Line,
    AfterValidator(language_code),
    OneForm(lambda value, _: language_code(value.strip())),
    Asked(By.LANGUAGE),
]

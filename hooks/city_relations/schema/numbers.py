"""Numbers as people write them, each with the sentence that says what to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from math import isfinite
from typing import Annotated

from pydantic import WithJsonSchema
from pydantic.functional_validators import AfterValidator, PlainValidator

from city_relations.language.words import say
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.lengths import MONTHS, YEARS, in_digits
from city_relations.schema.one_form import OneForm
from city_relations.schema.validation_errors import fault

SPACES = re.compile(r"[\s\u00a0\u202f'’]")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)")
DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
# « 12,000 » and « 12.000 »: a thousand times as much in one country as in the next.
TWO_WAYS = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")
BOTH_SIGNS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+")


def single(value: object) -> str:
    """Accept a single value; a list or fields in its place are refused."""
    if value is None or isinstance(value, (dict, list)):
        raise fault("single-value", say("a single value is expected here, not a list."))
    return str(value)


def _number(value: object) -> float:
    """Read a number as French staff write it: `80 000`, `45,56`."""
    written = SPACES.sub("", single(value)).replace(",", ".")
    with suppress(ValueError):
        if isfinite(number := float(written)):
            return number
    message = say("“{value}” is not a number: write digits, such as 80000 or 45.57.", value=value)
    raise fault("number", message)


def _integer(value: object) -> int:
    """Read a whole number, its thousands parted as people do: `75 994`, `75,994`, `75.994`."""
    written = SPACES.sub("", single(value))
    digits = re.sub("[.,]", "", written) if THOUSANDS.fullmatch(written) else written
    with suppress(ValueError, OverflowError):
        if (number := float(digits.replace(",", "."))) == int(number):
            return int(number)
    message = say(
        "“{value}” is not a whole number: write it in digits, without decimals, such as 75500.",
        value=value,
    )
    raise fault("whole-number", message)


def _amount(value: object) -> float:
    """Read a sum of money: `18 500`, `12,50`, `1.250.000`, `1.234,56`; never one of two sums."""
    written = SPACES.sub("", single(value))
    if found := TWO_WAYS.fullmatch(written):
        whole, part = f"{found[1]}{found[2]}", f"{float(f'{found[1]}.{found[2]}'):.15g}"
        message = say(
            "“{value}” may mean {whole} or {part}: write the one that is meant, with no sign "
            "between thousands.",
            value=value,
            whole=whole,
            part=part,
        )
        raise fault("number-in-two-ways", message, whole)
    if BOTH_SIGNS.fullmatch(written):
        whole, part = re.split(r"[.,](?=\d+$)", written)
        return _number(f"{re.sub('[.,]', '', whole)}.{part}")
    return _number(re.sub("[.,]", "", written) if THOUSANDS.fullmatch(written) else value)


def _sum(value: object, _: CityFacts) -> object:
    """Write a sum in digits, with a point that nobody takes for a sign between thousands."""
    if DIGITS.fullmatch(str(value)):
        return value
    digits = repr(_amount(value))
    return f"{digits}0" if TWO_WAYS.fullmatch(digits) else digits


def _digits(value: object, _: CityFacts) -> object:
    """Write a number in digits, with a point."""
    return value if DIGITS.fullmatch(str(value)) else repr(_number(value))


def _whole_digits(value: object, _: CityFacts) -> str:
    return str(_integer(value))


def within(low: int, high: int) -> AfterValidator:
    """Refuse a number outside two bounds."""

    def check(value: float) -> float:
        if value < 0 == low:
            told = f"{value:.15g}"
            message = say(
                "{value} is less than nothing: write the number without its minus sign.", value=told
            )
            raise fault("below-nothing", message, told.removeprefix("-"))
        if not low <= value <= high:
            message = say(
                "{value} is out of range: between {low} and {high}.",
                value=f"{value:.15g}",
                low=low,
                high=high,
            )
            raise fault("out-of-range", message)
        return value

    return AfterValidator(check)


def _lasting(unit: str) -> Callable[[object], int]:
    """Read a number of years or months."""
    return lambda value: _integer(in_digits(single(value), unit))


def _length(read: Callable[[object], int]) -> OneForm:
    return OneForm(lambda value, _: str(read(value)))


Number = Annotated[
    float,
    PlainValidator(_number),
    WithJsonSchema({"type": ["number", "string"]}),
    OneForm(_digits),
]
_WHOLE = WithJsonSchema({"type": ["integer", "string"]})
Integer = Annotated[int, PlainValidator(_integer), _WHOLE, OneForm(_whole_digits)]
# More people than the Earth has, more money than any budget: what stands beyond is a slip.
People = Annotated[Integer, within(0, 10**10)]
Amount = Annotated[
    float,
    PlainValidator(_amount),
    WithJsonSchema({"type": ["number", "string"]}),
    within(0, 10**12),
    OneForm(_sum),
]
_YEARS, _MONTHS = _lasting(YEARS), _lasting(MONTHS)
Years = Annotated[int, PlainValidator(_YEARS), _WHOLE, _length(_YEARS)]
Months = Annotated[int, PlainValidator(_MONTHS), _WHOLE, _length(_MONTHS)]

"""Mobile numbers in a text, of any country, whatever stands between their digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product

import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc

# What people, Markdown and HTML put between the digits of a number; a break of the line too.
GAP = r"(?:[\s.,()/*_~`\\…‐‑‒–·-]|&(?:nbsp|thinsp|#160|#8239);|</?\w{1,6}>){1,12}"
LONGEST = 15  # digits of a number with its country's code (ITU-T E.164)
SHORTEST = 8
# Both begin with a sign, and look behind it then: so all other signs are passed over in one look.
CANDIDATE = re.compile(
    rf"[+\d](?<![\d+][+\d])(?:(?<=\+)(?:{GAP})?\d|(?<=\d))(?:(?:{GAP})?\+?\d){{7,47}}"
)
GROUP = re.compile(r"\+?\d+")
# A blank that parts the groups of one number, of a SIRET, an IBAN or a sum: no number ends here.
WITHIN = re.compile(r"[ .\u00a0\u202f-]")
# A day in figures: a list of days is no number to call.
DAY = re.compile(r"\d(?<![\d./-]\d)(?:(?<=[0-3])\d)?([./-])[01]?\d\1(?:1[89]|20)\d\d(?![./-]?\d)")
HYPHENS = re.compile(r"0\d{1,3}-\d{3,4}-\d{3,4}")


@dataclass(frozen=True)
class Found:
    """A mobile number in a text: as written, where it begins, and with its country's code."""

    written: str
    start: int
    number: str


def mobile_numbers(text: str, countries: Iterable[str]) -> Iterator[Found]:
    """Find the mobile numbers in a text, without overlap.

    A number without its country's code is read as one of `countries` (ISO 3166-1 alpha-2), whose
    first is the city's own; in the way of `090-1234-5678` it is read as one of any country.
    """
    homes = tuple(countries)
    text = DAY.sub(lambda day: "#" * len(day[0]), text)
    for candidate in CANDIDATE.finditer(text):
        yield from _within(candidate[0], candidate.start(), homes)


def canonical(written: str, countries: Iterable[str]) -> str:
    """Return a number with its country's code, or its digits where it is nobody's mobile."""
    found = next(mobile_numbers(written, countries), None)
    return found.number if found else re.sub(r"\D", "", written)


def _within(candidate: str, offset: int, homes: tuple[str, ...]) -> Iterator[Found]:
    groups = list(GROUP.finditer(candidate))
    first_signs = _first_signs(homes)
    after = 0
    for i, group in enumerate(groups):
        if i < after or group[0][0] not in first_signs or not _may_begin(candidate, groups, i):
            continue
        for j, digits in _endings(candidate, groups, i):
            written = candidate[group.start() : groups[j].end()]
            if number := _mobile(digits, written, homes):
                yield Found(written, offset + group.start(), number)
                after = j + 1
                break


def _first_signs(homes: tuple[str, ...]) -> str:
    """Return the signs a number may begin with: any digit, where the city's own has no prefix."""
    own = _metadata(homes[0]) if homes else None
    return "+0٠۰０" if own is None or own.national_prefix else "+0123456789"


def _may_begin(candidate: str, groups: list[re.Match[str]], i: int) -> bool:
    """Return whether a number may begin with a group: not in the middle of another figure."""
    before = candidate[groups[i - 1].end() : groups[i].start()] if i else ""
    return groups[i][0].startswith("+") or not WITHIN.fullmatch(before)


def _endings(candidate: str, groups: list[re.Match[str]], i: int) -> Iterator[tuple[int, str]]:
    """Yield the digits from a group on, with the number of each group they may end with."""
    for j, digits in enumerate(accumulate(group[0] for group in groups[i:]), i):
        if len(digits) > LONGEST + 3 or "+" in digits[1:]:
            return
        after = candidate[groups[j].end() : groups[j + 1].start()] if j + 1 < len(groups) else ""
        goes_on = WITHIN.fullmatch(after) and not groups[j + 1][0].startswith("+")
        if len(digits) >= SHORTEST and not goes_on:
            yield j, digits


def _mobile(digits: str, written: str, homes: tuple[str, ...]) -> str:
    """Return a mobile number with its country's code; nothing for any other number."""
    if not digits.isascii():
        digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in digits)
    if digits.startswith(("+", "00")):
        return _international(digits.lstrip("+0"))
    for at, country in enumerate(homes):
        national = _national(digits, country, is_own=at == 0)
        if national and (number := _of(country, national)):
            return number
        if national and _is_landline(country, national):
            return ""
    if HYPHENS.fullmatch(written):
        found = (_of(country, digits[1:]) for country in _with_zero())
        return next(filter(None, found), "")
    return ""


def _national(digits: str, country: str, *, is_own: bool) -> str:
    """Return the digits behind a country's prefix; without one, of the city's country alone."""
    found = _metadata(country)
    prefix = (found.national_prefix or "") if found else ""
    if prefix:
        return digits.removeprefix(prefix) if digits.startswith(prefix) else ""
    return digits if found and is_own else ""


def _international(digits: str) -> str:
    if len(digits) < SHORTEST:
        return ""
    for length in (1, 2, 3):
        for country in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length] or 0), ()):
            found, national = _metadata(country), digits[length:]
            prefix = (found.national_prefix or "") if found else ""
            inside = national.removeprefix(prefix)  # as in +33 (0)6
            if number := _of(country, national) or _of(country, inside):
                return number
    return ""


def _of(country: str, national: str) -> str:
    """Return a number with its country's code when it can only be a mobile one."""
    found = _metadata(country)
    if found is None or len(national) not in _lengths(found):
        return ""
    is_mobile = (national[:2], len(national)) in _mobile_ranges(country) or (
        _matches(found.mobile, national) and not _matches(found.fixed_line, national)
    )
    return f"+{found.country_code}{national}" if is_mobile else ""


@cache
def _mobile_ranges(country: str) -> frozenset[tuple[str, int]]:
    """Return the first two digits, with the length, of numbers that are mobile and never fixed.

    So ranges kept for films are found as well, such as +44 7700 900: they look like somebody's.
    """
    found = _metadata(country)
    ranges = product((f"{n:02}" for n in range(100)), _lengths(found) if found else ())
    return frozenset(one for one in ranges if found and _is_mobile_range(found, *one))


def _lengths(found: PhoneMetadata) -> tuple[int, ...]:
    return found.general_desc.possible_length if found.general_desc else ()


def _is_mobile_range(found: PhoneMetadata, first: str, length: int) -> bool:
    alike = [first + digit * (length - len(first)) for digit in "0123456789"]
    is_mobile = any(_matches(found.mobile, one) for one in alike)
    return is_mobile and not any(_matches(found.fixed_line, one) for one in alike)


def _is_landline(country: str, national: str) -> bool:
    found = _metadata(country)
    return found is not None and _matches(found.fixed_line, national)


def _matches(what: PhoneNumberDesc | None, national: str) -> bool:
    pattern = what.national_number_pattern if what else None
    return bool(pattern and _pattern(pattern).fullmatch(national))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _metadata(country: str) -> PhoneMetadata | None:
    found: PhoneMetadata | None = PhoneMetadata.metadata_for_region(country, None)
    return found


@cache
def _with_zero() -> tuple[str, ...]:
    """List the countries whose numbers begin with 0 at home."""
    every = sorted(phonenumbers.SUPPORTED_REGIONS)
    return tuple(c for c in every if (found := _metadata(c)) and found.national_prefix == "0")

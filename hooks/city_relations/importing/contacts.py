"""Contacts at the head and the foot of a release: offices are kept, persons are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import phonenumbers

from city_relations.checks.exposure import E_MAIL
from city_relations.importing.found_dates import dates_in
from city_relations.importing.wordings import CITY, CONTACT, FROM, OFFICE, PERSON

PARTED = re.compile(r"\s*[\n,،;|•·/()]\s*|\s+[–—-]\s+|\s*:\s+")
BESIDE = re.compile(
    r"(?i)(?:^|(?<=[\s,–—|-]))(?:tél(?:éphone)?|telefon[o]?|tel|phone|fax|courriel|e-?mail|mail|mél"
    r"|numéro|電話(?:番号)?|ファ(?:ッ)?クス|メール"
    r"|هاتف|الهاتف|البريد(?: الإلكتروني)?)\.?\s*:?\s*(?=$|[\s,–—|-])"
)
SHORTEST = 8  # digits of a number
WEB = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True)
class FoundContact:
    """An office, its mailbox and its number; `said` is the passage it was read in."""

    office: str
    email: str
    phone: str
    said: str


def has_details(text: str, countries: Sequence[str]) -> bool:
    """Return whether a text gives a mailbox or a telephone number."""
    return bool(E_MAIL.search(text)) or any(True for _ in _phones(text, countries))


def contact_in(text: str, countries: Sequence[str]) -> FoundContact | None:
    """Return the office in a passage with its mailbox and number; None where there is neither.

    Persons' own were taken out before. A passage that names no office is known by its label, such
    as “Press contact”.
    """
    email = E_MAIL.search(text)
    phone = next(_phones(text, countries), None)
    if not email and not phone:
        return None
    written = phone.raw_string if phone else ""
    rest = text.replace(email[0] if email else "\0", "\n").replace(written or "\0", "\n")
    label = next((one[0].strip(" :–—-") for one in [CONTACT.search(rest)] if one), "")
    offices = [*_offices(rest), label]
    office = next((one for one in offices if one and not CITY.match(f"{one} ")), offices[0])
    number = (
        phonenumbers.format_number(phone.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        if phone
        else ""
    )
    return FoundContact(office[:1].upper() + office[1:], email[0] if email else "", number, text)


def _offices(text: str) -> Iterator[str]:
    """Yield the parts of a passage that name an office."""
    for written in WEB.sub("", text).split("\n"):
        line = FROM.sub("", written.strip())
        if CONTACT.fullmatch(line):
            continue
        for part in PARTED.split(CONTACT.sub("", line, count=1) if CONTACT.match(line) else line):
            told = BESIDE.sub("", part).strip(" .:،–—-*_")
            if OFFICE.search(told) and not PERSON.search(told) and len(told) <= 90:  # noqa: PLR2004 - longer is a sentence
                yield told


def _phones(text: str, countries: Sequence[str]) -> Iterator[phonenumbers.PhoneNumberMatch]:
    for day in dates_in(text):
        text = text[: day.start] + "#" * (day.end - day.start) + text[day.end :]
    if sum(map(str.isdigit, text)) < SHORTEST:
        return
    for country in [*countries, None]:
        for found in phonenumbers.PhoneNumberMatcher(text, country):
            if sum(map(str.isdigit, found.raw_string)) >= SHORTEST:
                yield found

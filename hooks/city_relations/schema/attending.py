"""What somebody who wants to be there must know: the hour, the price, where to register."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema
from pydantic.functional_validators import BeforeValidator, PlainValidator

from city_relations.dates import Hours, read_hours
from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.choices.free import is_free
from city_relations.schema.lists import OR_TEXT
from city_relations.schema.localized import LocalizedText
from city_relations.schema.numbers import SPACES, TWO_WAYS, Amount, single
from city_relations.schema.one_form import OneForm
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Date, Email, Line, Phone, Url

SIGNS = {"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "¥": "JPY", "円": "JPY"}
_SIGN = r"(?:€|euros?\b|£|¥|円|[A-Z]{3}\b)"
_SUM = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:[.,]\d{1,2})?"
MONEY = re.compile(rf"(?P<before>{_SIGN})?\s*(?P<sum>{_SUM})\s*(?P<after>{_SIGN})?")
BETWEEN = re.compile(r"(?i)\s*(?:(?:de|from|von|da)\s+)?\s*(?:[-–/]|à|to|bis|a|hasta)?\s*")


def _hours(value: object) -> Hours:
    """Read the hours of an event on the city's clocks."""
    written = single(value)
    if found := read_hours(written):
        return found
    message = say(
        "“{value}” is no hour: write 18:30, or 18:30/20:00 with its end.", value=written.strip()
    )
    raise fault("hour-of-day", message)


HoursOfDay = Annotated[
    Hours,
    PlainValidator(_hours),
    WithJsonSchema({"type": "string", "minLength": 2}),
    OneForm(lambda value, _: str(_hours(value))),
]


def _price(value: Any) -> Any:
    """Read `free`, `5 €` and `5 à 12 €` as amount and currency."""
    if not isinstance(value, str) or not value.strip():
        return value
    if is_free(value):
        return {"amount": "0"}
    sums = list(MONEY.finditer(value))
    found = [sign for one in sums for sign in (one["before"], one["after"]) if sign]
    codes = list(dict.fromkeys(SIGNS.get(sign.lower(), sign) for sign in found))
    if len(codes) > 1:
        message = say(
            "“{value}” is in {n} currencies: a price stands in one, such as {price}.",
            value=value,
            n=len(codes),
            price=f"{sums[0]['sum']} {codes[0]}",
        )
        raise fault("price-in-one-currency", message, _with_note(value, sums[0], codes[0]))
    plain = BETWEEN.sub("", MONEY.sub("", value)).strip()
    if len(codes) != 1 or plain or len(sums) > 2:  # noqa: PLR2004 - the least and the most
        raise _unclear(value, sums, codes)
    names = ("amount", "up_to")
    amounts = dict(zip(names, (one["sum"] for one in sums), strict=False))
    return {**amounts, "currency": codes[0]}


def _unclear(value: str, sums: list[re.Match[str]], codes: list[str]) -> Exception:
    code, first = (codes or ["EUR"])[0], sums[0]["sum"] if sums else "5"
    message = say(
        "“{value}” is no price: write “free”, or a sum and its currency, such as {price}; what "
        "else must be said goes into a note: {fields}.",
        value=value,
        price=f"{first} {code}",
        fields=f"{{amount: {first}, currency: {code}, note: …}}",
    )
    return fault("price", message, _with_note(value, sums[0], code) if sums and codes else "")


def _with_note(value: str, first: re.Match[str], code: str) -> str:
    """Write a price with what else is said of it as its note; nothing where a quote is in it."""
    rest = (value[: first.start()] + value[first.end() :]).strip(" ()/,;:+–-")
    written = SPACES.sub("", first["sum"])
    amount = re.sub("[.,]", "", written) if TWO_WAYS.fullmatch(written) else written
    amount = amount.replace(",", ".")
    note = f', note: "{rest}"' if rest else ""
    return "" if '"' in rest else f"{{amount: {amount}, currency: {code}{note}}}"


class Price(Base):
    """What it costs to be there."""

    amount: Amount = Field(
        title=N_("Amount"), description=N_("The price of a place, or the lowest; 0 when free.")
    )
    up_to: Amount | None = Field(
        default=None,
        title=N_("Up to"),
        description=N_("The highest price, where there are several."),
    )
    currency: Line | None = Field(
        default=None,
        pattern="^[A-Z]{3}$",
        title=N_("Currency"),
        description=N_("ISO 4217 code, such as EUR."),
    )
    note: LocalizedText | None = Field(
        default=None,
        title=N_("Note"),
        description=N_("Who pays less, and what else is to be known."),
    )


def _registration(value: Any) -> Any:
    """Read an address alone: of the web, of a mailbox, or a telephone number."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"\+?[\d\s\u00a0\u202f().-]{6,24}", value.strip()):
        return {"phone": value}
    mailbox = value.strip().removeprefix("mailto:")
    if "@" in mailbox and "/" not in mailbox:
        return {"email": mailbox}
    if value.strip() and "." not in value and ":" not in value:
        message = say(
            "“{value}” is no address: write that of the form, an e-mail address or a telephone "
            "number; where there is nothing to do, leave the line out.",
            value=value.strip(),
        )
        raise fault("registration-address", message)
    return {"link": value}


class Registration(Base):
    """Where to register, and until when."""

    link: Url | None = Field(
        default=None, title=N_("Form"), description=N_("The form's address, with https://.")
    )
    email: Email | None = Field(
        default=None, title=N_("E-mail"), description=N_("The office's shared address.")
    )
    phone: Phone | None = Field(
        default=None, title=N_("Telephone"), description=N_("The office's number, with +33.")
    )
    until: Date | None = Field(
        default=None, title=N_("Until"), description=N_("The last day on which one can register.")
    )

    @property
    def href(self) -> str:
        """Return where a reader registers, as a link leads there; nothing where only a day is."""
        if self.link:
            return self.link
        dialled = re.sub(r"[^\d+]", "", self.phone or "")
        return f"mailto:{self.email}" if self.email else f"tel:{dialled}" if dialled else ""


PriceOrText = Annotated[Price, BeforeValidator(_price), OR_TEXT]
RegistrationOrText = Annotated[Registration, BeforeValidator(_registration), OR_TEXT]

"""What is said to those who want to be there: the hour, the price, where to register, for whom."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.dates import Said
from city_relations.language.words import Text, Words, say
from city_relations.rendering.numbers import money
from city_relations.schema.attending import Price
from city_relations.schema.parts import Event


def price_in_words(price: Price, words: Words) -> str:
    """Say what it costs: « entrée libre », « 5 € », « 5 € à 12 € »."""
    currency, language = price.currency or "", words.language
    if price.up_to:
        low, high = (money(one, currency, language) for one in (price.amount, price.up_to))
        return words(say("{low} to {high}", low=low, high=high))
    return money(price.amount, currency, language) if price.amount else words(say("free entry"))


def attending_in_words(event: Event, words: Words) -> Iterator[Text]:
    """Yield a line a fact, for a calendar: price, where to register and until when, for whom."""
    if event.price:
        yield say("Price: {price}", price=price_in_words(event.price, words))
    if where := event.registration:
        yield say("Registration: {where}", where=where.link or where.email or where.phone or "")
        if where.until:
            yield say("Registration {until_when}", until_when=Said(where.until, "until"))
    if event.audience:
        yield say("For whom: {audience}", audience=event.audience)

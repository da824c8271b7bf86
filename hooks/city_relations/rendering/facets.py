"""What tells partners apart in a filter: kind of tie, country, theme, state, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from city_relations.catalog.themes import themes_of
from city_relations.language.latin import slug_of
from city_relations.language.words import Text, say, say_in
from city_relations.rendering.context import Context
from city_relations.rendering.ordering import in_order
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.ties import Standing

Bond = tuple["Tie", "Standing"]
Option = tuple[str, str]


@dataclass(frozen=True)
class Facet:
    """One filter: the name it has in the page's address, its label, its values as (slug, words)."""

    key: str
    name: str
    label: str
    options: tuple[Option, ...]


FACETS: tuple[tuple[str, Text, Text], ...] = (
    ("kind", say_in("address", "kind"), say("Kind of tie")),
    ("country", say_in("address", "country"), say("Country")),
    ("theme", say_in("address", "theme"), say("Theme")),
    ("state", say_in("address", "state"), say("State")),
)


def options(context: Context, partner: Partner, of: Iterable[Bond]) -> dict[str, list[Option]]:
    """Return what a partner answers to by some of its ties, under the key of each filter."""
    words, told = context.words, tuple(of)
    labels: dict[str, list[str]] = {
        "kind": [words(tie.kind.label) for tie, _ in told],
        "country": [context.country(partner.country)],
        "theme": [words(theme.label) for theme in themes_of(partner)],
        "state": [words(standing.state.label) for _, standing in told],
    }
    return {key: _slugged(theirs, context.language) for key, theirs in labels.items()}


def values(context: Context, partner: Partner, of: Iterable[Bond]) -> dict[str, str]:
    """Return the slugs of those values, as the attributes of a row hold them."""
    found = options(context, partner, of)
    return {key: " ".join(slug for slug, _ in theirs) for key, theirs in found.items()}


def facets(context: Context, partners: Iterable[Partner]) -> tuple[Facet, ...]:
    """Return the filters that tell these partners apart, with the values somebody has."""
    ties_with_standing = context.catalog.ties_with_standing
    told = [options(context, partner, ties_with_standing(partner.slug)) for partner in partners]
    found = []
    for key, name, label in FACETS:
        every = sorted({option for one in told for option in one[key]})
        held = in_order(every, itemgetter(1), context.language, context.store)
        if len(held) > 1:
            found.append(Facet(key, context.words(name), context.words(label), tuple(held)))
    return tuple(found)


def _slugged(labels: Iterable[str], language: str) -> list[Option]:
    return [(slug_of(label, language), label) for label in dict.fromkeys(labels)]


def query(context: Context, key: str, label: str) -> str:
    """Return what a page's address ends in where one filter is set to the value of that label."""
    name = next(told for known, told, _ in FACETS if known == key)
    return f"?{context.words(name)}={slug_of(label, context.language)}"

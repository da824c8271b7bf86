"""The texts of a profile, and of the city, that are Markdown."""

from __future__ import annotations

from city_relations.documents.reading import Loc
from city_relations.schema.city import City
from city_relations.schema.localized import Localized
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner

Texts = list[tuple[Loc, Localized | None]]


def texts_of(record: Partner | City) -> Texts:
    """Return the Markdown texts of a profile, or of the city, each with its place."""
    if isinstance(record, City):
        return [*easy_kinds_of(record), *ways_of(record)]
    return [
        (("about",), record.about),
        (("easy",), record.easy),
        *ways_of(record),
        *((("projects", i, "about"), project.about) for i, project in known(record.projects)),
    ]


def easy_kinds_of(city: City) -> Texts:
    """Return what the kinds of tie are, in easy language."""
    return [(("easy", i, "text"), one.text) for i, one in known(city.easy)]


def ways_of(record: City | Partner) -> Texts:
    """Return the texts of ways to take part."""
    return [(("take_part", i, "text"), way.text) for i, way in known(record.take_part)]

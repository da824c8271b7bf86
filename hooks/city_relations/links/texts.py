"""The texts of a profile that are Markdown."""

from __future__ import annotations

from city_relations.documents.reading import Loc
from city_relations.schema.localized import Localized
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner


def texts_of(partner: Partner) -> list[tuple[Loc, Localized | None]]:
    """Return the Markdown texts of a profile, each with its place."""
    return [
        (("about",), partner.about),
        (("easy",), partner.easy),
        *((("take_part", i, "text"), way.text) for i, way in known(partner.take_part)),
        *((("projects", i, "about"), project.about) for i, project in known(partner.projects)),
    ]

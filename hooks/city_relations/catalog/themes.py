"""What a partner's record is about."""

from __future__ import annotations

from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner


def themes_of(partner: Partner) -> tuple[Theme, ...]:
    """Return the themes of a partner's ties and projects, each once."""
    told = [theme for tie in partner.ties for theme in tie.themes]
    told += [theme for project in partner.projects for theme in project.themes]
    return tuple(dict.fromkeys(told))

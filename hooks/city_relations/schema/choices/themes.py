"""What the city's work abroad is about."""

from __future__ import annotations

from collections.abc import Sequence

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


class Theme(Choice):
    """What a tie, a project or a release is about."""

    WATER = "water", say_in("theme", "water")
    WASTE = "waste", say_in("theme", "waste")
    ENVIRONMENT = "environment", say_in("theme", "environment")
    MOUNTAIN = "mountain", say_in("theme", "mountain")
    CLIMATE = "climate", say_in("theme", "climate")
    ENERGY = "energy", say_in("theme", "energy")
    YOUTH = "youth", say_in("theme", "youth")
    EDUCATION = "education", say_in("theme", "education")
    HIGHER_EDUCATION = "higher_education", say_in("theme", "higher education")
    CULTURE = "culture", say_in("theme", "culture")
    HERITAGE = "heritage", say_in("theme", "heritage")
    SPORT = "sport", say_in("theme", "sport")
    HEALTH = "health", say_in("theme", "health")
    SOLIDARITY = "solidarity", say_in("theme", "solidarity")
    PARTICIPATION = "participation", say_in("theme", "civic participation")
    GOVERNANCE = (
        "governance",
        say_in("theme", "local governance"),
        say_in("theme, also", "governance"),
    )
    ECONOMY = "economy", say_in("theme", "economy")
    TOURISM = "tourism", say_in("theme", "tourism")
    AGRICULTURE = "agriculture", say_in("theme", "agriculture")
    URBAN_PLANNING = "urban_planning", say_in("theme", "urban planning")
    DIGITAL = "digital", say_in("theme", "digital")
    FRANCOPHONIE = "francophonie", say_in("theme", "French-speaking world")
    ASSOCIATIONS = "associations", say_in("theme", "associations")
    PEACE = "peace", say_in("theme", "peace")
    EQUALITY = "equality", say_in("theme", "equality")

    @classmethod
    def usual(cls) -> Sequence[Theme]:
        """Return three themes that most releases are about."""
        return (cls.CULTURE, cls.YOUTH, cls.EDUCATION)

"""The ways in which a resident joins a tie."""

from __future__ import annotations

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


class WayKind(Choice):
    """How a resident joins in."""

    ASSOCIATION = (
        "association",
        say_in("taking part", "join an association"),
        say_in("taking part, also", "association, committee, club"),
    )
    SCHOOL_EXCHANGE = (
        "school_exchange",
        say_in("taking part", "school exchange"),
        say_in("taking part, also", "exchange, pupils, youth exchange"),
    )
    HOSTING = (
        "hosting",
        say_in("taking part", "host a guest"),
        say_in("taking part, also", "hosting, host family"),
    )
    VOLUNTEERING = (
        "volunteering",
        say_in("taking part", "volunteer"),
        say_in("taking part, also", "volunteering, volunteers"),
    )
    CORRESPONDENCE = (
        "correspondence",
        say_in("taking part", "write to a pen friend"),
        say_in("taking part, also", "pen friend, letters"),
    )
    COURSE = (
        "course",
        say_in("taking part", "learn the language"),
        say_in("taking part, also", "language course, course"),
    )
    OTHER = (
        "other",
        say_in("taking part", "another way"),
        say_in("taking part, also", "other way"),
    )

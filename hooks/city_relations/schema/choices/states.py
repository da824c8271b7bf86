"""Where a tie can stand; each value says all that is true of it."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.words import Text, say, say_in
from city_relations.schema.choice import Choice


@dataclass(frozen=True)
class Stage:
    """What is true of a state: one of `prospective`, `lives` and `past` at most.

    `sentence` says since when it holds, `until` the same with the end of the term where that is
    known, `spell` how long it held, once it holds no more. `drawn` names the line that shows it,
    empty for a gap. `rank` is its place in a tie's life; of several ties, the one of least
    `precedence` is told first.
    """

    sentence: Text
    rank: int
    precedence: int
    spell: Text
    drawn: str = ""
    until: Text | None = None
    prospective: bool = False
    lives: bool = False
    past: bool = False


class State(Choice):
    """Where a tie can stand; a day finds each tie in exactly one, or nobody knows in which."""

    sentence: Text
    rank: int
    precedence: int
    spell: Text
    drawn: str
    until: Text | None
    prospective: bool
    lives: bool
    past: bool

    PROSPECTING = (
        "prospecting",
        say_in("state", "prospecting"),
        "",
        Stage(
            say("call for partners made {date}"),
            spell=say("in preparation {period}"),
            drawn="prospective",
            rank=0,
            precedence=1,
            prospective=True,
        ),
    )
    INTENDED = (
        "intended",
        say_in("state", "declared intent"),
        "",
        Stage(
            say("letter of intent signed {date}"),
            spell=say("in preparation {period}"),
            drawn="prospective",
            rank=1,
            precedence=1,
            prospective=True,
        ),
    )
    VOTED = (
        "voted",
        say_in("state", "voted, not signed"),
        "",
        Stage(
            say("voted {date}, not signed"),
            spell=say("in preparation {period}"),
            drawn="prospective",
            rank=2,
            precedence=1,
            prospective=True,
        ),
    )
    IN_FORCE = (
        "in_force",
        say_in("state", "in force"),
        "",
        Stage(
            say("in force {since}"),
            rank=3,
            precedence=0,
            spell=say("in force {period}"),
            drawn="lived",
            until=say("in force {since}, {until}"),
            lives=True,
        ),
    )
    EXPIRING = (
        "expiring",
        say_in("state", "expiring"),
        "",
        Stage(
            say("in force {since}"),
            rank=4,
            precedence=0,
            spell=say("in force {period}"),
            drawn="lived",
            until=say("in force {since}, expires {end}"),
            lives=True,
        ),
    )
    EXPIRED = (
        "expired",
        say_in("state", "expired"),
        "",
        Stage(
            say("expired {date}"),
            spell=say("interrupted {period}"),
            rank=5,
            precedence=3,
            until=say("expired {date}"),
            past=True,
        ),
    )
    SUSPENDED = (
        "suspended",
        say_in("state", "suspended"),
        "",
        Stage(
            say("suspended {since}"),
            spell=say("suspended {period}"),
            drawn="suspended",
            rank=6,
            precedence=2,
        ),
    )
    ENDED = (
        "ended",
        say_in("state", "ended"),
        "",
        Stage(
            say("ended {date}"), spell=say("interrupted {period}"), rank=7, precedence=3, past=True
        ),
    )
    UNKNOWN = (
        "unknown",
        say_in("state", "status not known"),
        "",
        Stage(
            say_in("state", "status not known"),
            spell=say("status not known {period}"),
            drawn="unknown",
            rank=8,
            precedence=2,
        ),
    )

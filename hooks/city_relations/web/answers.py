"""What becomes of an address that was asked."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.words import Text, say, say_in
from city_relations.schema.choice import Choice


@dataclass(frozen=True)
class _Traits:
    """What is true of an outcome: a reader finds something there; asking by GET tells no more."""

    lives: bool
    final: bool = False


LIVES, LACKS = _Traits(lives=True), _Traits(lives=False)


class Outcome(Choice):
    """What became of an address; the names of a scheduled job's data, gravest first."""

    lives: bool
    final: bool

    GONE = "gone", say_in("outcome", "gone"), "", LACKS
    MOVED = "moved", say_in("outcome", "moved for good"), "", LIVES
    FAILS = "fails", say_in("outcome", "fails"), "", LACKS
    HANGS = "hangs", say_in("outcome", "does not answer in time"), "", LACKS
    UNREACHED = "unreached", say_in("outcome", "cannot be reached"), "", LACKS
    REFUSES = "refuses", say_in("outcome", "turns programs away"), "", LIVES
    INTERNAL = "internal", say_in("outcome", "not asked"), "", _Traits(lives=False, final=True)
    ANSWERS = "answers", say_in("outcome", "answers"), "", _Traits(lives=True, final=True)


@dataclass(frozen=True)
class Answer:
    """What became of an address, why, and the address to write in its place, where it is known.

    `rest` is how many seconds its host asks to be left alone.
    """

    outcome: Outcome
    why: Text
    moved_to: str = ""
    rest: float = 0


def of_status(status: int, retry_after: str = "") -> Answer:
    """Return what a final status of HTTP tells (RFC 9110); redirects are none.

    `retry_after` is the header of that name: seconds, or a date, which is taken for a long time.
    """
    why = say("status {status}", status=status)
    if status == TOO_OFTEN or (status == BUSY and retry_after):
        rest = float(retry_after) if retry_after.isdecimal() and len(retry_after) < LONG else A_DAY
        why = say("status {status}: it asks programs to come back later", status=status)
        return Answer(Outcome.REFUSES, why, rest=rest if retry_after else A_WHILE)
    if status < REDIRECTS:
        return Answer(Outcome.ANSWERS, why)
    if status in GONE:
        return Answer(Outcome.GONE, why)
    return Answer(Outcome.REFUSES if status in TURNED_AWAY else Outcome.FAILS, why)


REDIRECTS = 300
TOO_OFTEN, BUSY = 429, 503
A_WHILE, A_DAY, LONG = 10, 86_400, 7  # seconds, seconds, digits
GONE = frozenset({404, 410})
# Asked for a name, forbidden, too often, for reasons of law: there is something there.
TURNED_AWAY = frozenset({401, 403, 405, 406, 407, 418, 451, 999})

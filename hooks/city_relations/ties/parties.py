"""Whom a tie binds on a day, and who joined or left it by which act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from city_relations.language.words import Text, say
from city_relations.schema.tie import Act, Tie
from city_relations.ties.moments import acts_in_order, done


def parties_on(tie: Tie, day: date) -> tuple[str, ...]:
    """Return who is bound on a day: the parties of the last binding act that names some."""
    acts = [a for _, a in acts_in_order(tie) if a.parties and done(a, day) and a.act.binds]
    return acts[-1].parties if acts else tie.parties


def changes_of_parties(tie: Tie, act: Act, day: date) -> tuple[Text, ...]:
    """Say who joined a tie and who left it by an act, as told on a day."""
    if not (act.parties and act.act.binds and done(act, day)):
        return ()
    before = tuple(_before(tie, act))
    joined = [name for name in act.parties if name not in before]
    left = [name for name in before if name not in act.parties]
    told = [say("now with {names}", names=", ".join(joined))] if before and joined else []
    return (*told, *([say("now without {names}", names=", ".join(left))] if left else []))


def _before(tie: Tie, act: Act) -> Iterator[str]:
    """List who was bound before an act: by the act before it that binds, or by the tie itself."""
    bound: tuple[str, ...] = ()
    for _, one in acts_in_order(tie):
        if one is act:
            break
        if one.act.binds and one.date:
            bound = one.parties or bound or tie.parties
    yield from bound

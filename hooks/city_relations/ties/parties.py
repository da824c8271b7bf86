"""Whom a tie binds, and who joined or left it by which act."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from city_relations.language.words import Text, say
from city_relations.schema.tie import Act, Tie
from city_relations.ties.moments import acts_in_order


def parties_of(tie: Tie, done: Callable[[Act], bool]) -> tuple[str, ...]:
    """Return who is bound: the parties of the last binding act that names some, of those `done`."""
    acts = [a for _, a in acts_in_order(tie) if a.parties and a.act.binds and done(a)]
    return acts[-1].parties if acts else tie.parties


def changes_of_parties(tie: Tie, act: Act, done: Callable[[Act], bool]) -> tuple[Text, ...]:
    """Say who joined a tie and who left it by an act, where it was `done`."""
    if not (act.parties and act.act.binds and done(act)):
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

"""How long a tie runs, in words, and whom it binds on a day."""

from __future__ import annotations

from datetime import date

from city_relations.language.words import Text, say, say_n
from city_relations.schema.tie import Tie
from city_relations.ties.life import acts_in_order, done


def term_in_words(tie: Tie) -> Text | None:
    """Say how long a tie runs: « trois ans, renouvelable »."""
    if not tie.term:
        return None
    years, months = divmod(tie.term.length, 12)
    length = say_n("{n} month", "{n} months", tie.term.length)
    if years and not months:
        length = say_n("{n} year", "{n} years", years)
    if tie.term.tacit:
        return say("{length}, renewed tacitly", length=length)
    if tie.term.renewable:
        return say("{length}, renewable", length=length)
    return length


def parties_on(tie: Tie, day: date) -> tuple[str, ...]:
    """Give who is bound on a day: the parties of the last binding act that names some."""
    acts = [a for _, a in acts_in_order(tie) if a.parties and done(a, day) and a.act.binds]
    return acts[-1].parties if acts else tie.parties

"""How long a tie runs, in words."""

from __future__ import annotations

from city_relations.language.words import Text, say, say_n
from city_relations.schema.tie import Tie


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

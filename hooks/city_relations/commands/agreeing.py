"""What a command would change, shown line by line, and whether it may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import unified_diff

from city_relations.commands.call import Call
from city_relations.language.words import say
from city_relations.problems import harmless
from city_relations.schema.answers import yes_or_no


def difference(old: str, new: str) -> Iterator[str]:
    """Yield the lines that change, as they stand and as they will."""
    for line in [*unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)][2:]:
        if not line.startswith("@@"):
            yield f"  {line[0]} {harmless(line[1:])}"


def is_agreed(call: Call) -> bool:
    """Return whether what was shown may be written: by `--yes`, or by whoever is asked.

    With nobody to ask, nothing is written, and that is told.
    """
    if call.options.yes:
        return True
    if call.ask is None:
        call.tell(say("Nothing was written: to write these changes, add “--yes”."))
        return False
    return is_wanted(call, call.ask)


def is_wanted(call: Call, ask: Callable[[str], str]) -> bool:
    """Return whether somebody who is asked wants the changes written; all but a yes is no."""
    return bool(yes_or_no(ask(call.words(say("Write these changes? [y/N] ")))))

"""Signs that are no text: never published, whether they stand in a file or behind an escape."""

from __future__ import annotations

import re

from city_relations.language.words import say
from city_relations.problems import Fault

# YAML takes these for line ends and would count lines as no editor does.
_LINE_ENDS = "\u0085\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
# Unicode keeps these for programs' own use: they may stand in no text that is passed on.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_TOLD = {
    re.compile(f"[{_LINE_ENDS}]"): Fault(
        "line-separator",
        say("an invisible line separator, pasted from another program, stands here: delete it."),
    ),
    re.compile(f"[{_CONTROLS}]"): Fault(
        "control-character", say("an invisible control character stands here: delete it.")
    ),
    re.compile(f"[{_NONCHARACTERS}]"): Fault(
        "noncharacter",
        say("an invisible sign that is no character of any writing stands here: delete it."),
    ),
}
UNFIT = re.compile(f"[{_LINE_ENDS}{_CONTROLS}{_NONCHARACTERS}]")
# Finds them all, and what may be none beyond the first plane: most texts are passed over at once.
_MAYBE = re.compile(f"[{_LINE_ENDS}{_CONTROLS}\ufdd0-\ufdef\ufffe-\U0010ffff]")


def is_fit(text: str) -> bool:
    """Return whether all signs of a text may be published."""
    return not (_MAYBE.search(text) and UNFIT.search(text))


def without_unfit(text: str) -> tuple[str, list[tuple[int, Fault]]]:
    """Blank the signs that are no text; give where the first of each kind stood, and the fault.

    The offsets are those of the text given: a blank takes the place of each sign.
    """
    if text.isprintable() or is_fit(text):
        return text, []  # most texts: ten thousand are looked at in a moment
    found = [(pattern.search(text), fault) for pattern, fault in _TOLD.items()]
    return UNFIT.sub(" ", text), [(at.start(), fault) for at, fault in found if at]

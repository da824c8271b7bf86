"""Our own catalogues, which are of one plain form, read in a fraction of the time any would take.

A block an entry: comments, `msgctxt` where there is one, `msgid`, `msgid_plural`, `msgstr`; texts
between quotes, a line after the other. They bear no header: how a language counts is Babel's.
"""

from __future__ import annotations

import gettext
import re
from pathlib import Path

from babel.messages.plurals import get_plural

LINE = re.compile(r'^(?:(msg[\w[\]]+) )?"(.*)"$', re.MULTILINE)
ESCAPE = re.compile(r"\\(.)")
SIGNS = {"n": "\n", "r": "\r", "t": "\t"}
CONTEXT = "\x04"  # between a context and its message, as gettext has it

Wordings = dict[str | tuple[str, int], str]


class Catalogue(gettext.GNUTranslations):
    """The wordings of one file."""

    def __init__(self, path: Path) -> None:
        """Read a file, which lies in the folder of its language as gettext has it."""
        super().__init__()
        counting = get_plural(path.parents[1].name.replace("-", "_"))
        self._catalog: Wordings = {}
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            self._catalog.update(_wordings(block, counting.num_plurals))
        self.plural = gettext.c2py(counting.plural_expr)


def _wordings(block: str, forms: int) -> Wordings:
    parts: dict[str, str] = {}
    last = ""
    for name, text in LINE.findall(block):
        last = name or last
        parts[last] = parts.get(last, "") + text
    if "\\" in block:
        parts = {name: ESCAPE.sub(_sign, text) for name, text in parts.items()}
    message, many = parts.get("msgid", ""), parts.get("msgid_plural")
    key = f"{parts['msgctxt']}{CONTEXT}{message}" if "msgctxt" in parts else message
    if many is not None:
        each = ((n, parts.get(f"msgstr[{n}]") or (many if n else message)) for n in range(forms))
        return {(key, n): wording for n, wording in each}
    wording = parts.get("msgstr")
    return {key: wording} if key and wording else {}


def _sign(escape: re.Match[str]) -> str:
    return SIGNS.get(escape[1], escape[1])

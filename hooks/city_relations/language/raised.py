"""What stands above the line, as programs that read PDF write it: `1^{er}`, `m^{2}`."""

from __future__ import annotations

import re
from types import MappingProxyType

RAISED = re.compile(r"(?<=\w)\^(?:\{(\w{1,4})\}|(er|re|ère|e|ème|nd|nde|o|[23])(?!\w))")
# A square and a cube are signs of their own.
SQUARES = MappingProxyType({"2": "²", "3": "³"})


def beside_the_line(text: str) -> str:
    """Return a plain text with what was raised beside the line: « 1er », « m² »."""
    return RAISED.sub(_beside, text) if "^" in text else text


def _beside(found: re.Match[str]) -> str:
    above = str(found[1] or found[2])
    return SQUARES.get(above, above)

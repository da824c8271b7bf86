"""Japanese typography on finished text: full-width points and commas after Japanese signs.

The templates of pages end a sentence with a point and part words with a comma, each once for all
languages; what an author wrote has its own signs already (JIS X 4051).
"""

from __future__ import annotations

import re

_SIGN = r"[\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u3400-\u9fff）」』％]"
# Compiled when a text in Japanese is set: most sites have none.
_POINT = rf"(?<={_SIGN})\.(?=\s|$)|(?<={_SIGN})([^.。]*)\.(?=\s*$)"
_COMMA = rf"(?<={_SIGN}), ?(?={_SIGN}|$|\d)|^, ?(?={_SIGN}|\d)"


def japanese(text: str) -> str:
    """Set plain Japanese text; doing it twice changes nothing."""
    return re.sub(_POINT, r"\1。", re.sub(_COMMA, "、", text))


def japanese_html(text: str) -> str:
    """Set the Japanese text between two tags, a point alone after an element among it."""
    return "。" if text.strip() == "." else japanese(text)

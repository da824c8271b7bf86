"""Japanese typography on finished text: full-width points and commas after Japanese signs.

The templates of pages end a sentence with a point and part words with a comma, each once for all
languages; what an author wrote has its own signs already (JIS X 4051).
"""

from __future__ import annotations

import re

_SIGN = r"[\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u3400-\u9fff）」』％]"
_POINT = re.compile(rf"(?<={_SIGN})\.(?=\s|$)|(?<={_SIGN})([^.。]*)\.(?=\s*$)")
_COMMA = re.compile(rf"(?<={_SIGN}), ?(?={_SIGN}|$|\d)|^, ?(?={_SIGN}|\d)")


def japanese(text: str) -> str:
    """Set plain Japanese text; doing it twice changes nothing."""
    return _POINT.sub(r"\1。", _COMMA.sub("、", text))


def japanese_html(text: str) -> str:
    """Set the Japanese text between two tags, a point alone after an element among it."""
    return "。" if text.strip() == "." else japanese(text)

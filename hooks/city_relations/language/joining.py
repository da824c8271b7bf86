"""How a language joins small words: « de le » is « du »; the catalogues leave them apart."""

from __future__ import annotations

import re

# What a sentence may hold between two words until it is whole: the start of an element to come.
MARK = "\ue000"

_RULES = {
    "fr": (
        (re.compile(r"\bde le "), "du "),
        (re.compile(rf"\bde (?={MARK}?[aeo])"), "d’"),
        (re.compile(r"\bà le "), "au "),
        (re.compile(r"\bà les "), "aux "),
        (re.compile(r"\bde les "), "des "),
        (
            re.compile(rf"\bjusqu’à (?={MARK}?(?:\d{{4}}|(?!début|fin)[^\W\d]{{3,}} \d))"),
            "jusqu’en ",
        ),
    ),
}


def join_small_words(text: str, language: str) -> str:
    """Join the small words of a language (BCP 47); one that joins none is left as it is."""
    for pattern, joined in _RULES.get(language.partition("-")[0], ()):
        text = pattern.sub(joined, text)
    return text

"""How a language joins small words: « de le » is « du »; the catalogues leave them apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from city_relations.language.words import base_language

# What a sentence may hold between two words until it is whole: the start of an element to come.
MARK = "\ue000"

_ITALIAN = {"da": "da", "a": "a", "di": "de", "in": "ne"}
_ARTICLES = {"il ": "l ", "la ": "lla ", "le ": "lle ", "gli ": "gli ", "l’": "ll’"}


def _italian(found: re.Match[str]) -> str:
    """Join a small word of Italian and its article: « da il » is « dal »."""
    return _ITALIAN[found[1]] + _ARTICLES[found[2]]


_YEAR = rf"{MARK}?\d{{4}}(?!\d)"
_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "es": ((re.compile(r"\bde el "), "del "), (re.compile(r"\ba el "), "al ")),
    "it": (
        (re.compile(rf"\bil (?={MARK}?(?:8|11)\b)"), "l’"),
        (re.compile(rf"\b(da|a|di|in|tra|e|per|entro|verso) (?={_YEAR})"), r"\1 il "),
        (re.compile(rf"\b({'|'.join(_ITALIAN)}) ({'|'.join(_ARTICLES)})"), _italian),
        (re.compile(rf"\bnel (?={MARK}?[ao])"), "nell’"),
    ),
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
    for pattern, joined in _RULES.get(base_language(language), ()):
        text = pattern.sub(joined, text)
    return text

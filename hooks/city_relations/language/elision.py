"""How French joins « de » to the name of a city: « d’Annecy », « du Havre », « des Ulis »."""

from __future__ import annotations

import re
import unicodedata

from city_relations.language.words import base_language

VOWELS = frozenset("aeiou")
_ARTICLES = (
    (re.compile(r"[Ll]e (?=\S)"), "du "),
    (re.compile(r"[Ll]es (?=\S)"), "des "),
)
_Y_AS_VOWEL = re.compile(r"y(?![aeiou])")  # « d’Yssingeaux », and yet « de Yaoundé »


def of_city(name: str) -> str:
    """Return a city's name after « de »; one that begins with h is left apart."""
    for article, whole in _ARTICLES:
        if found := article.match(name):
            return whole + name[found.end() :]
    first = _folded(name)
    return f"d’{name}" if first[:1] in VOWELS or _Y_AS_VOWEL.match(first) else f"de {name}"


def is_open(name: str) -> bool:
    """Return whether nobody but those who live there knows how « de » joins a name: Honfleur."""
    return _folded(name).startswith("h")


def naming_city(text: str, language: str, name: str, of_name: str = "") -> str:
    """Return a text with a city's name joined to the « de » before it, where it is French.

    `of_name` is how the city itself says it.
    """
    if base_language(language) != "fr":
        return text
    return re.sub(rf"\bde {re.escape(name)}(?!\w)", lambda _: of_name or of_city(name), text)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()

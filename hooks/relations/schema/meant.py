"""What an author probably meant: the known word nearest to the one written, in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from relations.words import Tellable, Text, Words, languages_told, words_for

if TYPE_CHECKING:
    from pydantic import BaseModel

NEAR, NEARER = 0.6, 0.8
SHORTEST = 4  # a word that means something by itself: not “de”, “of”, “the”


def folded(text: str) -> str:
    """Fold a name for comparison: lower case, no accents, no signs."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^\w]+", "", "".join(c for c in bare if not unicodedata.combining(c)))


def closest(word: str, known: Iterable[str], cutoff: float = NEAR) -> str:
    """Give the known word that resembles most, or nothing."""
    by_fold = {folded(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(folded(word), by_fold, n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else ""


def meant_field(word: str, model: type[BaseModel]) -> str:
    """Give the field that was meant, by its name or by its title in any language."""
    return closest(word, _names(model).values()) or _titled(word, _names(model))


def field_names(model: type[BaseModel]) -> list[str]:
    """List the fields of a model as authors write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _titled(word: str, by_title: Mapping[str, str]) -> str:
    return by_title.get(closest(word, by_title), "")


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    """Map the titles of a model's fields, in every language, to their names."""
    fields = [
        (field.alias or name, field.title or name) for name, field in model.model_fields.items()
    ]
    spoken = [words_for(language) for language in languages_told()]
    return {words.gettext(title): name for words in spoken for name, title in fields}


def meant_choice(word: str, choices: Mapping[str, Text]) -> str:
    """Give the value that was meant, by itself or by the words for it in any language."""
    spoken = [words_for(language) for language in languages_told()]
    told = [(words(label), value) for words in spoken for value, label in choices.items()]
    labels = {label.split()[0]: value for label, value in told} | dict(told)
    exactly = {folded(label): value for label, value in labels.items()}
    return (
        exactly.get(folded(word))
        or closest(word, choices)
        or labels.get(closest(word, labels, NEARER), "")
        or _by_one_word(word, told)
    )


def _by_one_word(word: str, told: Iterable[tuple[str, str]]) -> str:
    """Give the one value whose label shares a word with what was written."""
    written = _long_words(word)
    found = {value for label, value in told if written & _long_words(label)}
    return found.pop() if len(found) == 1 else ""


def _long_words(text: str) -> set[str]:
    return {folded(w) for w in re.findall(r"\w+", text) if len(w) >= SHORTEST}


class Listed(Tellable):
    """The values of a closed list, each told with its meaning."""

    def __init__(self, choices: Mapping[str, Text]) -> None:
        self.choices = choices

    def told(self, words: Words) -> str:
        """Name each value, then what it means."""
        return ", ".join(f"{value} ({words(label)})" for value, label in self.choices.items())

    def __repr__(self) -> str:
        return f"Listed({list(self.choices)!r})"


class Told(Tellable):
    """A text of the catalogues that is no sentence with values: a field's description."""

    def __init__(self, message: str) -> None:
        self.message = message

    def told(self, words: Words) -> str:
        """Give the wording."""
        return words.gettext(self.message)

    def __repr__(self) -> str:
        return f"Told({self.message!r})"

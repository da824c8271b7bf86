"""What an author probably meant: the known word nearest to the one written, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from city_relations.language.words import Tellable, Words, languages_told, words_for
from city_relations.schema.choice import Choice, bare, read_choice, readings, ways_to_say
from city_relations.schema.foreign_fields import Foreign, Foreigners
from city_relations.schema.nearest import NEARER, closest, folded
from city_relations.schema.written_fields import written_fields

C = TypeVar("C", bound=Choice)

NO_NAME = re.compile(r"[\[\]{}\"]")  # rather a line that ran together
NEAR_FIELD = 0.7
SHORTEST = 4  # a word that means something by itself: not “de”, “of”, “the”


def meant_field(word: str, model: type[BaseModel]) -> str:
    """Return the field that was meant, by its name or by its title in any language."""
    if foreign := instead(word, model):
        return foreign.meant
    if NO_NAME.search(word):
        return ""
    names = _names(model)
    return closest(word, names.values(), _near(word)) or _titled(word, names)


def instead(word: str, model: type[BaseModel]) -> Foreign | None:
    """Return what stands here in the place of a name often taken for a field."""
    known: Foreigners = getattr(model, "instead", {})
    return known.get(folded(word))


def _near(word: str) -> float:
    """Return how near to a word a field must be: of a short word few letters prove nothing."""
    return NEAR_FIELD if len(word) > SHORTEST else NEARER


def field_names(model: type[BaseModel]) -> list[str]:
    """List the fields of a model as authors write them."""
    return [*written_fields(model)]


def _titled(word: str, by_title: Mapping[str, str]) -> str:
    return by_title.get(closest(word, by_title, NEARER), "")


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    """Map the titles of a model's fields, in every language, to their names."""
    fields = [(name, field.title or name) for name, field in written_fields(model).items()]
    spoken = [words_for(language) for language in languages_told()]
    return {words.gettext(title): name for words in spoken for name, title in fields}


def meant_choices(word: str, kind: type[C]) -> tuple[C, ...]:
    """Return the value that was probably meant, or the few that may have been, or none."""
    if meant := read_choice(word, kind):
        return (meant,)
    known = readings(kind)
    near = closest(bare(word), map(bare, kind)) or closest(bare(word), known, NEARER)
    return _sharing(word, kind) or ((known[near],) if near else ())


def _sharing(word: str, kind: type[C]) -> tuple[C, ...]:
    """Return the values that are said with a word that was written."""
    written = _long_words(word)
    return tuple(c for c in kind if any(written & _long_words(said) for said in ways_to_say(c)))


def _long_words(text: str) -> set[str]:
    return {folded(w) for w in re.findall(r"\w+", text) if len(w) >= SHORTEST}


class Listed(Tellable):
    """Values of a closed list, each told with the words for it, which may be written as well."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)

    def translate(self, words: Words) -> str:
        """Return the words people say, then the value itself where it is another word."""
        *told, last = [_explained(choice, words(choice.label)) for choice in self.choices]
        return ", ".join(told) + words.gettext(" or ") + last if told else last

    def __repr__(self) -> str:
        return f"Listed({list(map(str, self.choices))!r})"


def _explained(choice: Choice, label: str) -> str:
    return str(choice) if folded(label) == folded(choice) else f"{label} ({choice})"


class CatalogueText(Tellable):
    """A text of the catalogues that is no sentence with values: a field's description."""

    def __init__(self, message: str) -> None:
        self.message = message

    def translate(self, words: Words) -> str:
        """Return the wording."""
        return words.gettext(self.message)

    def __repr__(self) -> str:
        return f"CatalogueText({self.message!r})"

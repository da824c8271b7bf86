"""A closed list of values, each with the words people read and write for it, in any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Self, TypeVar

from city_relations.language.words import Text, languages_told, words_for
from city_relations.schema.nearest import folded

C = TypeVar("C", bound="Choice")


class Choice(str, Enum):  # noqa: UP042 - StrEnum takes no second value
    """One of a closed list of values, each with the words people read."""

    label: Text
    also: Text | str

    def __new__(cls, value: str, label: Text, also: Text | str = "", traits: object = None) -> Self:
        """Make the value; `also` holds other words for it that have no second reading.

        `traits` is a dataclass of all else that is true of the value: each of its fields becomes
        an attribute of the member, which the list declares by its type.
        """
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label, choice.also = label, also
        choice.__dict__.update(vars(traits) if traits else {})
        return choice

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Read a value said in words, as people write it."""
        return read_choice(value, cls) if isinstance(value, str) else None

    @classmethod
    def usual(cls) -> Sequence[Self]:
        """Return the values to name as examples, where nothing nearer is known."""
        return tuple(cls)

    def __str__(self) -> str:
        return str(self.value)


def read_choice(word: str, kind: type[C]) -> C | None:
    """Return the value that was written in words, where they have one reading in any language."""
    return readings(kind).get(bare(word))


@cache
def readings(kind: type[C]) -> dict[str, C]:
    """Map every way to say a value of a closed list to the value; what says two is left out."""
    found: dict[str, set[C]] = {}
    for choice in kind:
        for said in (str(choice), *ways_to_say(choice)):
            found.setdefault(bare(said), set()).add(choice)
    return {said: values.pop() for said, values in found.items() if len(values) == 1}


def ways_to_say(choice: Choice) -> Iterator[str]:
    """Yield the words for a value, and the other words for it, in every language."""
    for language in languages_told():
        words = words_for(language)
        yield words(choice.label)
        yield from filter(None, words(choice.also).split(", "))


def bare(word: str) -> str:
    """Fold a word, its plural too."""
    return folded(word).rstrip("sx")

"""The sentences of one language as pages print them: told, then set as their language wants."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.typography import typeset_pattern, typeset_plain
from city_relations.language.words import Text, Words


@dataclass(frozen=True)
class TypesetWords(Words):
    """Words that are set wherever they stand, in text and in attributes alike."""

    def __call__(self, text: Text | str) -> str:
        """Tell a sentence, set with its values; plain text is told as it is."""
        told = super().__call__(text)
        return typeset_plain(told, self.language) if isinstance(text, Text) else told

    def gettext(self, message: str) -> str:
        """Return the wording of a message, set."""
        return typeset_pattern(super().gettext(message), self.language)

    def pgettext(self, context: str, message: str) -> str:
        """Return the wording of a message in its context, set."""
        return typeset_pattern(super().pgettext(context, message), self.language)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the wording that fits a number, set."""
        return typeset_pattern(super().ngettext(one, many, n), self.language)


def typeset_words(words: Words) -> TypesetWords:
    """Return some words as pages print them."""
    return TypesetWords(words.language, words.catalogue)

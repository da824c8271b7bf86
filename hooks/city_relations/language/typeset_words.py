"""The sentences of one language as pages print them: told, then set as their language wants."""

from __future__ import annotations

from dataclasses import dataclass, field

from city_relations.language.typography import typeset_pattern, typeset_plain
from city_relations.language.words import Text, Words


@dataclass(frozen=True)
class TypesetWords(Words):
    """Words that are set wherever they stand, in text and in attributes alike."""

    # Each wording as it was set the first time: a page says the same hundred again.
    _set: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, text: Text | str) -> str:
        """Tell a sentence, set with its values; plain text is told as it is."""
        told = super().__call__(text)
        return typeset_plain(told, self.language) if isinstance(text, Text) else told

    def gettext(self, message: str) -> str:
        """Return the wording of a message, set."""
        known = self._set.get((message,))
        if known is None:
            known = typeset_pattern(super().gettext(message), self.language)
            self._set[message,] = known
        return known

    def pgettext(self, context: str, message: str) -> str:
        """Return the wording of a message in its context, set."""
        known = self._set.get((context, message))
        if known is None:
            known = typeset_pattern(super().pgettext(context, message), self.language)
            self._set[context, message] = known
        return known

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the wording that fits a number, set."""
        return typeset_pattern(super().ngettext(one, many, n), self.language)


def typeset_words(words: Words) -> TypesetWords:
    """Return some words as pages print them."""
    return TypesetWords(words.language, words.catalogue)

"""What a form is told in: the staff's words, the site's languages, examples of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from city_relations.language.locale import locale_of
from city_relations.language.words import Words
from city_relations.schema.countries import territories

# A part of a configuration, as YAML has it.
Told = dict[str, object]
# The value an example gives a field, by the names on its way; "" where it gives none.
Example = Callable[[tuple[str, ...]], str]


def no_example(path: tuple[str, ...]) -> str:
    """Return no example, whatever the field."""
    del path
    return ""


@dataclass(frozen=True)
class Speaking:
    """The words of the staff, and the languages of the site, the first one first."""

    words: Words
    languages: tuple[str, ...]
    example: Example = no_example

    @property
    def master(self) -> str:
        """Return the first language of the site."""
        return self.languages[0]

    @cached_property
    def language_names(self) -> Mapping[str, str]:
        """Return what languages are called, by their codes; those of the site come first."""
        found = locale_of(self.words.language).languages
        names = {code.replace("_", "-"): str(name) for code, name in found.items()}
        own = {code: names.get(code, code) for code in self.languages}
        others = sorted(names.items(), key=lambda one: one[1])
        return {**own, **{code: name for code, name in others if code.isalpha()}}

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Return what countries are called, by their codes, in the order of their names."""
        found = territories(self.words.language)
        return dict(sorted(found.items(), key=lambda one: one[1]))

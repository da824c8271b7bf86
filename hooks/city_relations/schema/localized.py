"""Texts in one language or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated

from pydantic import ValidationInfo, WithJsonSchema
from pydantic.functional_validators import PlainValidator

from city_relations.language.words import Tellable, Words, say
from city_relations.schema.asked import Asked, By
from city_relations.schema.city_facts import CityFacts, city_of
from city_relations.schema.nearest import is_blank
from city_relations.schema.one_form import OneForm
from city_relations.schema.one_line import one_line
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import language_code


class Localized(Mapping[str, str], Tellable):
    """A text in one or several languages; the key "" is the site's master language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._texts.items())))

    def __str__(self) -> str:
        """Return the text in the master language, for a template that asks for no other."""
        return self.in_("")

    def __repr__(self) -> str:
        return f"Localized({self._texts!r})"

    def in_(self, language: str, first: str = "") -> str:
        """Return the text in a language, else in the master language, else in any.

        `first` names the master language, for a text that names it too.
        """
        texts = self._texts
        found = texts.get(language) or texts.get("") or texts.get(first)
        return found or next(iter(texts.values()), "")

    def translate(self, words: Words) -> str:
        """Return the text within a sentence of some language."""
        return self.in_(words.language)

    def language(self, language: str, first: str = "") -> str:
        """Say which language `in_` answers in: "" for the master language."""
        known = (own for own in (language, "", first) if own in self._texts)
        return next(known, next(iter(self._texts), ""))


def _localized(value: object, read: Callable[[str], str], info: ValidationInfo) -> Localized:
    if isinstance(value, Localized):
        return value
    facts = city_of(info)
    if isinstance(value, str):
        return Localized({facts.own: read(value)})
    if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
        texts = {language_code(key): read(text) for key, text in value.items()}
        first = facts.master
        return Localized({"" if code == first else code: text for code, text in texts.items()})
    raise fault(
        "text-or-texts-expected", say("a text is expected, or a text a language, such as “fr: …”.")
    )


def _not_empty(text: str) -> str:
    if is_blank(text):
        raise fault("text-empty", say("the text is empty."))
    return text.strip()


def _one_line(text: str) -> str:
    """Accept one line of text, as its author meant it."""
    return _not_empty(one_line(text))


def _by_language(value: object, city: CityFacts) -> object:
    """Write a text as a map, beside the code of the language that what names none is in."""
    return {city.spoken: value} if isinstance(value, str) and city.spoken else value


_FORM = OneForm(_by_language)
_SCHEMA = WithJsonSchema(
    {
        "oneOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"minLength": 2},
                "additionalProperties": {"type": "string", "minLength": 1},
            },
        ]
    }
)
# A name, a title, a note: one line, in one language or several.
LocalizedText = Annotated[
    Localized,
    PlainValidator(lambda value, info: _localized(value, _one_line, info)),
    _SCHEMA,
    _FORM,
]
# A text in Markdown, of as many lines as it needs.
LocalizedProse = Annotated[
    Localized,
    PlainValidator(lambda value, info: _localized(value, _not_empty, info)),
    _SCHEMA,
    _FORM,
    Asked(By.LINES),
]

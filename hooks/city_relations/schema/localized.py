"""Texts in one language or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import WithJsonSchema
from pydantic.functional_validators import PlainValidator

from city_relations.language.words import Tellable, Words, say
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

    def __repr__(self) -> str:
        return f"Localized({self._texts!r})"

    def in_(self, language: str) -> str:
        """Give the text in a language, else in the master language, else in any."""
        texts = self._texts
        return texts.get(language) or texts.get("") or next(iter(texts.values()), "")

    def translate(self, words: Words) -> str:
        """Give the text within a sentence of some language."""
        return self.in_(words.language)

    def language(self, language: str) -> str:
        """Say which language `in_` answers in: "" for the master language."""
        if language in self._texts or "" in self._texts:
            return language if language in self._texts else ""
        return next(iter(self._texts), "")


def _localized(value: object) -> Localized:
    if isinstance(value, Localized):
        return value
    if isinstance(value, str):
        return Localized({"": _not_empty(value)})
    if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
        return Localized({language_code(key): _not_empty(text) for key, text in value.items()})
    raise fault(
        "text-or-texts-expected", say("a text is expected, or a text a language, such as “fr: …”.")
    )


def _not_empty(text: str) -> str:
    if not text.strip():
        raise fault("text-empty", say("the text is empty."))
    return text.strip()


LocalizedText = Annotated[
    Localized,
    PlainValidator(_localized),
    WithJsonSchema(
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
    ),
]

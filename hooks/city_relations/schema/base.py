"""The common ground of records: strict fields, texts in several languages, closed lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, WithJsonSchema, model_validator
from pydantic.functional_validators import PlainValidator

from city_relations.language.words import Text, say
from city_relations.schema.suggestions import read_choice
from city_relations.schema.validation_errors import fault

if TYPE_CHECKING:
    from city_relations.documents import Document
    from city_relations.documents.reading import Loc
    from city_relations.problems import Problem


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools know
    """Mark a text for the catalogues and give it back."""
    return message


class Base(BaseModel):
    """A part of a record: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    # Names taken for fields of this part, each with the field that was meant and what to say.
    instead: ClassVar[Mapping[str, tuple[str, Text]]] = {}

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: Any) -> Any:
        """Take a field left empty for one not written; an unknown one is still told."""
        if not isinstance(fields, dict) or None not in fields.values():
            return fields
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {k: v for k, v in fields.items() if v is not None or k not in known}


class Record(Base):
    """A content file, which knows the place of each of its fields, and whether all were read."""

    whole: ClassVar[bool] = True

    _document: Document = PrivateAttr()

    def from_document(self, document: Document) -> Self:
        """Remember the file this record was read from."""
        self._document = document
        return self

    @cached_property
    def file(self) -> str:
        """Give the path of the file from the site's root."""
        return self._document.file

    @cached_property
    def document(self) -> Document:
        """Give the file as it was read."""
        return self._document

    def problem(self, loc: Loc, text: Text, fix: str = "", *, remark: bool = False) -> Problem:
        """Make a problem at a field of this record."""
        return self._document.problem(loc, text, fix, remark=remark)


class Choice(str, Enum):  # noqa: UP042 - StrEnum takes no second value
    """One of a closed list of values, each with the words people read."""

    label: Text
    also: Text | str

    def __new__(cls, value: str, label: Text, also: Text | str = "") -> Self:
        """Make the value; `also` holds other words for it that have no second reading."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label, choice.also = label, also
        return choice

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Read a value said in words, as people write it."""
        return read_choice(value, cls) if isinstance(value, str) else None

    @classmethod
    def usual(cls) -> Sequence[Self]:
        """Give the values to name as examples, where nothing nearer is known."""
        return tuple(cls)

    def __str__(self) -> str:
        return str(self.value)


class Localized(Mapping[str, str]):
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
        from city_relations.schema.values import language_code  # noqa: PLC0415 - values stand on this module

        return Localized({language_code(key): _not_empty(text) for key, text in value.items()})
    raise fault(say("a text is expected, or a text a language, such as “fr: …”."))


def _not_empty(text: str) -> str:
    if not text.strip():
        raise fault(say("the text is empty."))
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

"""The common ground of records: strict fields, and the place of each in its file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator

from city_relations.documents import Document
from city_relations.documents.reading import Loc
from city_relations.language.words import Text
from city_relations.problems import Problem
from city_relations.schema.foreign_fields import Foreigners
from city_relations.schema.nearest import says_nothing
from city_relations.schema.written_fields import written_fields

WRITTEN = "__pydantic_fields_set__"  # where pydantic holds it


class Base(BaseModel):
    """A part of a record: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    # Whether the guide explains its fields in the first place they are met, and there alone.
    explained_once: ClassVar[bool] = False
    # Names taken for fields of this part, folded, each with what stands here in its place.
    instead: ClassVar[Foreigners] = {}
    # Names that fields had in earlier versions, still read.
    old_names: ClassVar[Mapping[str, str]] = {}

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: Any) -> Any:
        """Take a field left empty for one not written, and so a blank one that may be absent."""
        if not isinstance(fields, dict):
            return fields
        known = written_fields(cls)
        return {
            name: value
            for name, value in cls._renamed(fields).items()
            if name not in known
            or not (value is None or (says_nothing(value) and name in cls._may_be_blank()))
        }

    @classmethod
    def _may_be_blank(cls) -> frozenset[str]:
        """Return the fields that count as not written where they say nothing.

        A part that is there in any case is judged instead: nothing written there takes it away.
        """
        return frozenset(
            name
            for name, field in written_fields(cls).items()
            if not field.is_required() and not _is_part(field.default_factory)
        )

    @classmethod
    def _renamed(cls, fields: dict[Any, Any]) -> dict[Any, Any]:
        """Call a field written under its old name by its name, where that is not written too."""
        new = {old: name for old, name in cls.old_names.items() if name not in fields}
        return {new.get(name, name): value for name, value in fields.items()}


@cache
def _held_once(names: frozenset[str]) -> set[str]:
    return set(names)


def _is_part(made_by: object) -> bool:
    return isinstance(made_by, type) and issubclass(made_by, Base)


class Record(Base):
    """A content file, which knows the place of each of its fields, and whether all were read."""

    whole: ClassVar[bool] = True
    # The page of the guide that explains the fields.
    guide_page: ClassVar[str] = ""

    _document: Document = PrivateAttr()

    def __hash__(self) -> int:
        """Know a record by its file: two files are two records, whatever they say."""
        return hash(self.file)

    def from_document(self, document: Document) -> Self:
        """Remember the file this record was read from."""
        self._document = document
        # Python’s own set of the fields written takes 700 bytes, and most files write the same.
        object.__setattr__(self, WRITTEN, _held_once(frozenset(self.model_fields_set)))
        return self

    # Both are asked for very often: pydantic finds what is private, but slowly.
    @property
    def file(self) -> str:
        """Return the path of the file from the site's root."""
        return self.document.file

    @property
    def document(self) -> Document:
        """Return the file as it was read."""
        found: Document = (self.__pydantic_private__ or {})["_document"]
        return found

    def problem(self, loc: Loc, text: Text, fix: str = "", *, remark: bool = False) -> Problem:
        """Make a problem at a field of this record."""
        return self._document.problem(loc, text, fix, remark=remark)

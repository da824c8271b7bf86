"""Where a fact can be checked: a source, and the copy of it that an archive keeps."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic.functional_validators import BeforeValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.lists import OR_TEXT, OneOrSeveral
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Source, Url


class Reference(Base):
    """A source: an address of the web, or the name of a document."""

    explained_once: ClassVar[bool] = True

    source: Source = Field(
        title=N_("Source"), description=N_("An address of the web, or the name of a document.")
    )
    archived: Url | None = Field(
        default=None,
        title=N_("Archived copy"),
        description=N_(
            "Where an archive of the web keeps a copy of it, for the day when the source is gone."
        ),
    )

    def __str__(self) -> str:
        """Return the source, as tables tell it: its copy has a column of its own."""
        return self.source

    @model_validator(mode="after")
    def _kept_elsewhere(self) -> Self:
        if self.archived == self.source:
            message = say("the archived copy is the source itself: write where the copy is kept.")
            raise fault("archived-elsewhere", message)
        return self


def _named(value: Any) -> Any:
    """Take a text for the source."""
    return {"source": value} if isinstance(value, str) else value


ReferenceOrText = Annotated[Reference, BeforeValidator(_named), OR_TEXT]
Sources = OneOrSeveral[ReferenceOrText]

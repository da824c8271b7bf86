"""How residents join a tie: each way with who may, where to write and what it is about."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler
from pydantic.functional_validators import BeforeValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from city_relations.language.words import N_
from city_relations.schema.base import Base
from city_relations.schema.choices import Theme, WayKind
from city_relations.schema.lists import ListOfWords
from city_relations.schema.localized import LocalizedProse, LocalizedText
from city_relations.schema.parts import Contact
from city_relations.schema.values import Url
from city_relations.schema.written_fields import written_fields


class Way(Base):
    """One way in which a resident can join."""

    kind: WayKind = Field(
        default=WayKind.OTHER,
        title=N_("Kind"),
        description=N_("What one does: join an association, host a guest, learn the language."),
    )
    title: LocalizedText | None = Field(
        default=None, title=N_("Title"), description=N_("What it is called, in one line.")
    )
    text: LocalizedProse | None = Field(
        default=None, title=N_("Text"), description=N_("How to join, in Markdown.")
    )
    audience: LocalizedText | None = Field(
        default=None,
        title=N_("Audience"),
        description=N_("Who may join: everybody, pupils, families with a spare room."),
    )
    contact: Contact | None = Field(
        default=None,
        title=N_("Contact"),
        description=N_("The office or association to write to, never a person."),
    )
    link: Url | None = Field(
        default=None, title=N_("Page"), description=N_("The page that says more, with https://.")
    )
    themes: ListOfWords[Theme] = Field(
        default=(), title=N_("Themes"), description=N_("What it is about.")
    )


def ways(value: Any) -> Any:
    """Read a text alone, in one language or several, as the one way there is."""
    if isinstance(value, str) or _is_text_by_language(value):
        return [{"text": value}] if value else value
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return [{"text": one} if isinstance(one, str) else one for one in value]
    return value


def _is_text_by_language(value: Any) -> bool:
    return isinstance(value, dict) and not value.keys() & written_fields(Way).keys()


class _OrText:
    """Lets editors take a text, in one language or several, or one way alone."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        several = handler(core)
        texts = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"maxLength": 3, "minLength": 2},
            "additionalProperties": {"type": "string", "minLength": 1},
        }
        text = {"type": "string", "minLength": 1}
        return {"anyOf": [several, several["items"], text, texts]}


Ways = Annotated[tuple[Way, ...], BeforeValidator(ways), _OrText()]

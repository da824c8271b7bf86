"""Where files of the site stand: below `docs/`, or beside its settings."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from city_relations.language.words import say
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line


def _path(value: str) -> str:
    if value.startswith(("/", "docs/")) or ".." in value.split("/") or "://" in value:
        message = say("“{path}” is not a path below docs/, such as pictures/logo.svg.", path=value)
        raise fault("path-below-docs", message)
    return value


PagePath = Annotated[Line, AfterValidator(_path)]


def _font(value: str) -> str:
    if value.startswith("/") or ".." in value.split("/") or "://" in value or "\\" in value:
        message = say(
            "“{path}” is not a path beside mkdocs.yml, such as fonts/NotoSansHebrew-Regular.ttf.",
            path=value,
        )
        raise fault("path-beside-mkdocs", message)
    return value


FontPath = Annotated[Line, AfterValidator(_font)]

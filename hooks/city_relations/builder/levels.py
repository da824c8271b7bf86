"""How doubts about pages are told: `validation:` of mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.builder.configuration import Configuration
from city_relations.builder.doubts import Level
from city_relations.language.words import say


@dataclass(frozen=True)
class Levels:
    """The levels of `validation:`; `absolute` is nothing where links may begin with `/`."""

    omitted: Level
    not_found: Level
    absolute: Level | None
    unrecognized: Level
    anchors: Level


def read_levels(told: Configuration) -> Levels:
    """Read the levels; what is not written is as MkDocs has it."""
    absolute = told.text("validation", "links", "absolute_links")
    return Levels(
        omitted=_level(told, "nav", "omitted_files", Level.INFO),
        not_found=_level(told, "links", "not_found", Level.WARN),
        absolute=None
        if (absolute or told.text("validation", "absolute_links")) == "relative_to_docs"
        else _level(told, "links", "absolute_links", Level.INFO),
        unrecognized=_level(told, "links", "unrecognized_links", Level.INFO),
        anchors=_level(told, "links", "anchors", Level.INFO),
    )


def _level(told: Configuration, part: str, name: str, default: Level) -> Level:
    """Return a level of `validation:`, said for links or the menu alone or for both."""
    found = told.text("validation", part, name) or told.text("validation", name)
    known = {level.name.lower(): level for level in Level}
    if found and found not in known:
        node = told.at("validation", part, name) or told.at("validation", name)
        shape = say("one of {names}", names=", ".join(known))
        told.wrong(node, f"validation.{part}.{name}", shape)
    return known.get(found, default)

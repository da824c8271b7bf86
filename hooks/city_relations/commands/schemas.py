"""`relations schemas`: JSON Schemas of profile and front matter, for editors that know them."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from city_relations.commands.call import Call
from city_relations.language.words import Words, say
from city_relations.schema.base import Record
from city_relations.schema.choice import Choice
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import write

SCHEMAS: dict[str, type[Record]] = {
    "schemas/partner.schema.json": Partner,
    "schemas/press_release.schema.json": PressRelease,
}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SETTINGS = {
    "yaml.schemas": {"./schemas/partner.schema.json": ["/partners/**/*.yml"]},
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "editor.insertSpaces": True,
    "editor.tabSize": 2,
    "editor.wordWrap": "on",
    "[markdown]": {"editor.unicodeHighlight.invisibleCharacters": True},
    "[yaml]": {"editor.unicodeHighlight.invisibleCharacters": True},
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare no options."""


def run(call: Call) -> int:
    """Write the schemas and the settings of the editor below the site's folder."""
    for file, text in files(call.words).items():
        write(call.root / file, text.encode("utf-8"))
        call.tell(say("Written: {file}.", file=file))
    return 0


def files(words: Words) -> dict[str, str]:
    """Return every file that tells editors what may be written, by its path."""
    written: dict[str, Any] = {file: schema_of(model, words) for file, model in SCHEMAS.items()}
    written[".vscode/settings.json"] = SETTINGS
    return {
        file: json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        for file, data in written.items()
    }


def schema_of(model: type[Record], words: Words) -> dict[str, Any]:
    """Return the JSON Schema of a model, its titles and descriptions in a language."""
    schema = model.model_json_schema(by_alias=True)
    choices = {tuple(map(str, kind)): kind for kind in Choice.__subclasses__()}
    for part in schema["$defs"].values():
        if choice := choices.get(tuple(part.get("enum", ()))):
            _explain(part, choice, words)
    return {"$schema": DRAFT, **_told(schema, words)}


def _explain(part: dict[str, Any], choice: type[Choice], words: Words) -> None:
    """Say what each value of a closed list means; editors show it while one chooses.

    The words for it are accepted as well, however they are spelt.
    """
    part.clear()
    listed = {
        "enum": [str(value) for value in choice],
        "markdownEnumDescriptions": [words(value.label) for value in choice],
    }
    part["anyOf"] = [listed, {"type": "string", "minLength": 1}]


def _told(part: Any, words: Words) -> Any:
    """Keep titles and descriptions; leave out what was written for programmers."""
    if isinstance(part, list):
        return [_told(item, words) for item in part]
    if not isinstance(part, dict):
        return part
    named = part.get("properties")
    told = {key: _told(value, words) for key, value in part.items() if key != "properties"}
    for name in ("title", "description"):
        if isinstance(text := part.get(name), str):
            told[name] = words.gettext(text)
    if "properties" in part or "enum" in part:
        told.pop("description", None)
    if isinstance(named, dict):
        told["properties"] = {name: _told(value, words) for name, value in named.items()}
    told.pop("default", None)
    return told

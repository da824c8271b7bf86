"""`relations schemas`: JSON Schemas of profile and front matter, for editors that know them."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser
from typing import Any
from unicodedata import normalize

from city_relations.commands.call import Call
from city_relations.language.words import Text, Words, say
from city_relations.schema.base import Record
from city_relations.schema.choice import Choice, bare, readings, ways_to_say
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import write

SCHEMAS: dict[str, tuple[Text, type[Record]]] = {
    "schemas/partner.schema.json": (say("A partner's profile"), Partner),
    "schemas/press_release.schema.json": (say("A press release"), PressRelease),
}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
# A problem as the check tells it.
LINE = r"^(\S.*?):(\d+):(\d+): (.*)$"
# What stands between the words of a value.
BETWEEN = " -_’'"
SETTINGS = {
    "yaml.schemas": {
        "./schemas/partner.schema.json": ["/partners/**/*.yml"],
        "./schemas/press_release.schema.json": ["/press_releases/**/*.md"],
    },
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
    written: dict[str, Any] = {
        file: {"title": words(title), **schema_of(model, words)}
        for file, (title, model) in SCHEMAS.items()
    }
    written[".vscode/settings.json"] = SETTINGS
    written[".vscode/tasks.json"] = tasks(words)
    return {
        file: json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        for file, data in written.items()
    }


def tasks(words: Words) -> dict[str, Any]:
    """Return the editor's task that checks, and underlines in every file what is wrong.

    Editors read a schema in YAML files alone: of a release's front matter the task tells.
    """
    matcher = {
        "owner": "relations",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {"regexp": LINE, "file": 1, "line": 2, "column": 3, "message": 4},
    }
    task = {
        "label": words(say("check the content without publishing anything")),
        "type": "process",
        "command": "${workspaceFolder}/.venv/bin/relations",
        "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\relations.exe"},
        "args": ["check"],
        "options": {"env": {"NO_COLOR": "1", "PYTHONUTF8": "1"}},
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent"},
        "problemMatcher": matcher,
    }
    return {"version": "2.0.0", "tasks": [task]}


def schema_of(model: type[Record], words: Words) -> dict[str, Any]:
    """Return the JSON Schema of a model, its titles and descriptions in a language."""
    schema = model.model_json_schema(by_alias=True)
    choices = {tuple(map(str, kind)): kind for kind in Choice.__subclasses__()}
    for part in (schema, *schema["$defs"].values()):
        del part["title"]  # the name of a class
    for part in schema["$defs"].values():
        if choice := choices.get(tuple(part.get("enum", ()))):
            _explain(part, choice, words)
    return {"$schema": DRAFT, **_told(schema, words)}


def _explain(part: dict[str, Any], choice: type[Choice], words: Words) -> None:
    """Say what each value of a closed list means; editors show it while one chooses.

    The words for it are accepted as well, in every language; anything else is flagged.
    """
    part.clear()
    listed = {
        "enum": [str(value) for value in choice],
        "markdownEnumDescriptions": [words(value.label) for value in choice],
    }
    known = readings(choice)
    said = {
        spelling(word) for value in choice for word in ways_to_say(value) if bare(word) in known
    }
    part["anyOf"] = [listed, {"type": "string", "pattern": f"^({'|'.join(sorted(said))})$"}]


def spelling(word: str) -> str:
    """Return a pattern (ECMA 262) of a word: large or small at its head, accents left out or not.

    Blanks may be hyphens, and a plural is read as its singular. The check is more lenient still.
    """
    letters = [{word[0].lower(), word[0].upper()}, *({letter} for letter in word[1:])]
    return "".join(map(_letter, letters)) + "[sx]?"


def _letter(forms: set[str]) -> str:
    """Return a pattern of a letter in these forms, each with and without its accent."""
    every = forms | {normalize("NFKD", form)[0] for form in forms}
    if every & set(BETWEEN):
        every |= set(BETWEEN)
    letters = "".join(re.escape(form) for form in sorted(every))
    return letters if len(every) == 1 else f"[{letters}]"


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

"""What authors and their editors are told of the fields is current, and its examples are right."""

from __future__ import annotations

import json

import pytest

from building import ROOT
from relations.commands.drafting import EXAMPLES
from relations.commands.guide import GUIDE, PARTS, guide
from relations.commands.schemas import SCHEMAS, files
from relations.documents import profile, with_fields
from relations.schema.choices import EventKind
from relations.words import words_for

FRENCH = words_for("fr")


def test_the_guide_is_current():
    """GUIDE.md says what the software says now; `make guide` writes it anew."""
    assert (ROOT / GUIDE).read_text(encoding="utf-8") == guide(ROOT, FRENCH)


@pytest.mark.parametrize("file", [*SCHEMAS, ".vscode/settings.json"])
def test_the_schemas_are_current(file):
    """The schemas say what the software accepts now; `make guide` writes them anew."""
    assert (ROOT / file).read_text(encoding="utf-8") == files(FRENCH)[file]


@pytest.mark.parametrize(("model", "example"), [part[1:] for part in PARTS])
def test_the_examples_are_right(model, example):
    """Every example of the guide is accepted as it stands."""
    text = (EXAMPLES / example).read_text(encoding="utf-8")
    document = (with_fields if example.endswith(".md") else profile)(text, example)
    assert document.problems == ()
    model.model_validate(document.fields)


@pytest.mark.parametrize("file", SCHEMAS)
def test_editors_speak_french(file):
    """Each field an editor proposes has a title and a description in French."""
    schema = json.loads((ROOT / file).read_text(encoding="utf-8"))
    english = words_for("en")
    model = SCHEMAS[file]
    for name, field in model.model_fields.items():
        told = schema["properties"][field.alias or name]
        assert told.get("title", FRENCH.gettext(field.title)) == FRENCH.gettext(field.title)
        assert told["description"] != english.gettext(field.description)


@pytest.mark.parametrize("file", SCHEMAS)
def test_editors_propose_values_and_flag_no_word_that_is_read(file):
    """Editors propose each value of a list, with its meaning, and let its words stand as well."""
    parts = json.loads((ROOT / file).read_text(encoding="utf-8"))["$defs"]
    proposed, anything = parts["EventKind"]["anyOf"]
    assert proposed["enum"] == [str(kind) for kind in EventKind]
    assert proposed["markdownEnumDescriptions"][0] == "délégation reçue"
    assert anything == {"type": "string", "minLength": 1}

"""What the parser of YAML says, as it says it in the version installed."""

from __future__ import annotations

import pytest
import yaml

from city_relations.documents.yaml_stumbles import Stumble, stumbles

SAID = {
    'a: "\\é"': {Stumble.ESCAPE, Stumble.IN_QUOTES},
    "a: b: c": {Stumble.FIELD_INSIDE},
    "a: 1\nb\nc: 2": {Stumble.NO_COLON, Stumble.UNEXPECTED, Stumble.IN_KEY},
    "a: 1\n  b: 2\n": {Stumble.FIELD_INSIDE},
    "- a\nb: 1": {Stumble.UNEXPECTED, Stumble.IN_BLOCK},
    "a: 1\n- b": {Stumble.NO_KEY, Stumble.UNEXPECTED},
    "  a: 1\nb: 2": {Stumble.NO_DOCUMENT, Stumble.UNEXPECTED},
    "a: [b: c: d]": {Stumble.UNEXPECTED, Stumble.IN_BRACKETS},
    'a: "b': {Stumble.UNEXPECTED, Stumble.IN_QUOTES},
}


@pytest.mark.parametrize("text", SAID)
def test_the_parser_s_sentences_are_known(text):
    """An error of the parser is known by what it says: a new wording of it fails here first."""
    with pytest.raises(yaml.MarkedYAMLError) as met:
        yaml.load(text, Loader=yaml.CSafeLoader)
    assert stumbles(met.value) == SAID[text]


def test_every_stumble_is_met():
    """None of the parser's sentences is looked for in vain."""
    assert set().union(*SAID.values()) == set(Stumble)

"""What the parser stumbled on, by a name: its English sentences are looked at here alone."""

from __future__ import annotations

from enum import Enum

import yaml


class Stumble(Enum):
    """What libyaml says of a text it cannot read; it has no number for it, only two sentences.

    Each member is a piece of what it says is wrong (`problem`) or of where it was (`context`).
    """

    ESCAPE = "problem", "escape"
    FIELD_INSIDE = "problem", "mapping values"
    NO_COLON = "problem", "expected ':'"
    NO_KEY = "problem", "expected key"
    NO_DOCUMENT = "problem", "document start"
    UNEXPECTED = "problem", "expected"
    IN_QUOTES = "context", "quoted scalar"
    IN_BRACKETS = "context", "flow"
    IN_KEY = "context", "simple key"
    IN_BLOCK = "context", "block collection"


def stumbles(error: yaml.MarkedYAMLError) -> frozenset[Stumble]:
    """Name all that an error of the parser says."""
    said = {"problem": str(error.problem), "context": str(error.context)}
    return frozenset(one for one in Stumble if one.value[1] in said[one.value[0]])

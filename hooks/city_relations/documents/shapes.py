"""What shape the value of a field has, so that one squeezed into a line is read as it was meant."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Shape(Enum):
    """What a field holds."""

    TEXT = "a text, or different things in different parts"
    WORDS = "a list of words"
    ENTRIES = "a list of entries with fields of their own"
    FIELDS = "fields of its own"


Shapes = Mapping[str, Shape]  # by the name of the field
NO_SHAPES: Shapes = {}

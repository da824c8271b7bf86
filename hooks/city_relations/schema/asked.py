"""How a form asks for a kind of value: said beside the kind, told nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from city_relations.language.words import Text


class By(Enum):
    """What a form shows to be filled in, where the type of a value does not say it."""

    LINE = auto()
    LINES = auto()
    DAY = auto()
    COUNTRY = auto()
    LANGUAGE = auto()
    GOALS = auto()
    PARTNER = auto()
    PICTURE = auto()
    DOCUMENT = auto()


@dataclass(frozen=True)
class Asked:
    """Marks a kind of value, or a field, with how a form asks for it.

    `pattern` is a regular expression (ECMA 262) of all that may be written, `message` what is said
    of anything else. A form asks for what is `needed`, though a record may do without.
    """

    by: By = By.LINE
    pattern: str = ""
    message: Text | None = None
    needed: bool = False

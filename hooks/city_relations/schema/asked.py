"""How a form asks for a kind of value: said beside the kind, told nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from city_relations.language.words import Text, say


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


WEB_ADDRESS = Asked(
    pattern=r"^https?://[^@\s]+$", message=say("Write a web address: it begins with https://.")
)
SHORT_NAME = Asked(
    pattern=r"^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$",
    message=say("Write a short name: a-z, 0-9 and hyphens."),
)
MAIL_ADDRESS = Asked(
    pattern=r"^[^\s@?&]+@[^\s@]+\.[^\s@.]+$",
    message=say("Write an e-mail address, such as international@city.example."),
)
TELEPHONE = Asked(
    pattern=r"^\+?[\d\s().-]{6,24}$",
    message=say("Write a telephone number, such as +33 4 79 60 20 20."),
)

"""What is told of a build beside its faults: in passing, or so that strict mode refuses."""

from __future__ import annotations

from enum import IntEnum

from city_relations.language.words import Text


class Level(IntEnum):
    """How a doubt is told: not at all, in passing, or so that strict mode refuses the site."""

    IGNORE = 0
    INFO = 1
    WARN = 2


class Doubts:
    """Notes doubts in the order they come, those to be ignored apart."""

    def __init__(self) -> None:
        self.told: list[Text] = []
        self.is_warned = False

    def tell(self, level: Level, text: Text) -> None:
        """Note a doubt."""
        if level is not Level.IGNORE:
            self.told.append(text)
            self.is_warned |= level is Level.WARN

"""How a city that `relations init` once wrote is brought to the version that is installed."""

from __future__ import annotations

from city_relations.language.words import Text


class CannotUpgradeError(Exception):
    """A city cannot be brought to this version; carries the sentence that says why."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text

"""Why a document is refused: raised where it is judged."""

from __future__ import annotations

from city_relations.language.words import Text, say

PROGRAM = say("this document holds a program (macro, script or action): save it without.")
LOCKED = say("this document is locked by a password or by permissions: save it without.")


class Refused(Exception):  # noqa: N818 - what happens to a document, not a fault of the program
    """A file that is no document we may publish, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text

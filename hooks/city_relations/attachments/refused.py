"""Why a document of any form is refused."""

from __future__ import annotations

from city_relations.language.words import say

PROGRAM = say("this document holds a program (macro, script or action): save it without.")
LOCKED = say("this document is locked by a password or by permissions: save it without.")

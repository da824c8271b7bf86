"""How a language writes its letters in addresses, where it has a way of its own."""

from __future__ import annotations

LETTERS = {"de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})}


def latin(name: str, language: str) -> str:
    """Write a name as its language does without its own letters: « Talbrueck » in German."""
    return name.translate(LETTERS.get(language.partition("-")[0], {}))

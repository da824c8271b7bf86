"""How a language writes its words in addresses, where it has a way of its own."""

from __future__ import annotations

from slugify import slugify

from city_relations.language.words import base_language

LETTERS = {"de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})}


def slug_of(text: str, language: str, longest: int = 0) -> str:
    """Return words of a language (BCP 47) as part of an address, `a-z0-9-`.

    German has « buergerbeteiligung ». `longest` is how many signs it may have; 0 for any number.
    """
    letters = LETTERS.get(base_language(language), {})
    return slugify(text.translate(letters), max_length=longest)

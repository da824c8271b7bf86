"""What a translation was made from: a print of the original's words, and of nothing else."""

from __future__ import annotations

import hashlib

from city_relations.documents import Document

FIELD = "translates"
WORDS = ("title", "summary", "description")
LENGTH = 12


def print_of_words(document: Document) -> str:
    """Return the print of a text: its title, summary or description and body, blanks aside."""
    told = [str(document.fields.get(name) or "") for name in WORDS] + [document.body]
    bare = "\0".join(" ".join(text.split()) for text in told)
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]

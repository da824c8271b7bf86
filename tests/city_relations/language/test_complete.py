"""German readers are told nothing in English: every sentence of a page has its German."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po

from building import ROOT
from city_relations.language.words import LOCALES

CORE = ROOT / "hooks" / "city_relations"
# The rooms whose sentences stand on pages, in data and in files for readers.
READERS = ("outputs", "theme", "head", "maps", "press", "ties", "timeline", "schema/choices")


def sentences(folder):
    """Return each sentence that the templates and modules of a folder name."""
    texts = [
        p.read_text(encoding="utf-8")
        for p in folder.rglob("*")
        if p.suffix in SUFFIXES and p.stem != "__init__"
    ]
    return "\n".join(texts)


SUFFIXES = {".html", ".py"}


@pytest.mark.parametrize("language", ["de", "fr"])
def test_readers_words_are_complete(language):
    """No sentence that a page can say is missing in a catalogue that promises to be complete."""
    said = "\n".join(sentences(CORE / folder) for folder in READERS)
    with (LOCALES / language / "LC_MESSAGES" / "relations.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    missing = []
    checked = 0
    for message in filter(lambda one: one.id, catalogue):
        source = message.id[0] if isinstance(message.id, tuple | list) else message.id
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        if f'"{source}"' in said or f"'{source}'" in said:
            checked += 1
            missing += [] if all(told) else [source]
    assert missing == []
    assert checked > 350

"""The search's index read back, as a browser reads it."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A document as a result shows it."""

    title: str
    address: str
    names: str
    told: str
    summary: str
    text: str


def indexed(site):
    """Return every document of a site's index, in its order, from its sheets."""
    sheets = sorted(site.glob("*/sheets/*.json"), key=lambda path: int(path.stem))
    return [Found(*told) for path in sheets for told in json.loads(path.read_text("utf-8"))]


def postings(site):
    """Return for each word of a site's index the documents that hold it, by number."""
    found = {}
    for path in site.glob("*/words/*.json"):
        for word, _, gaps in json.loads(path.read_text("utf-8")):
            at, held = 0, []
            for gap in gaps:
                at += gap // 32
                held.append(at)
            found[word] = held
    return found

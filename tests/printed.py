"""Texts set as PDF, opened."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pypdf

from city_relations.press.manuscript import manuscript
from city_relations.press.typesetter import typeset

DAY = datetime(2024, 5, 19, tzinfo=UTC)
AROUND = {
    "lang": "fr",
    "title": "Titre",
    "author": "Ville",
    "description": "",
    "date": [2024, 5, 19],
    "accent": "#8c1d2c",
    "above": {"lang": "fr", "dir": "ltr"},
    "frame": {"lang": "fr"},
    "kicker": "Communiqué",
    "who": [["Ville"], ["le 19 mai 2024"]],
    "heading": ["Titre"],
    "lifted": "",
    "notices": [],
    "summary": [],
    "contact": "Contact",
    "contacts": ["Service"],
    "url": "https://ville.example/",
}


def printed(html, folder, **around):
    """Set a text and open the PDF."""
    told = AROUND | around | {"body": manuscript(html, {})}
    return pypdf.PdfReader(io.BytesIO(typeset(told, DAY, folder)))


def words(reader):
    """Return all the words of a PDF, blanks evened out."""
    return " ".join("".join(f"{page.extract_text()}\n" for page in reader.pages).split())

"""Releases nobody may read yet, with words found nowhere else, and the search for those words."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import PurePosixPath

import pypdf
from PIL import Image, ImageColor

from building import files
from drawn import picture

DRAFT, EMBARGOED, FUTURE, WITHDRAWN = (
    "quetzalbrouillon",
    "ornithorynque",
    "pangolinfutur",
    "okapiretire",
)
WORDS = (DRAFT, EMBARGOED, FUTURE, WITHDRAWN)
# The embargo ends on a summer's day, at noon in Chambéry: ten o'clock in Greenwich.
LIFTED = "2027-07-01T12:00"

# A picture has no words: its whole surface has the colour of its release.
COLOURS = {DRAFT: "#10e070", EMBARGOED: "#e010d0", FUTURE: "#18c8f0", WITHDRAWN: "#e8e010"}
NEAR = 24

RELEASE = """---
title: "Annonce {word}"
date: {date}
place: Ville{word}
partners: [turin]
summary: "Chapô {word}."
issuer: {{name: Association {word}, kind: association}}
themes: [equality]
events:
  - {{date: {date}, title: Rencontre {word}, place: Salle{word}}}
videos: [{{url: "https://video.example/{word}", title: Film {word}}}]
contacts: [{{office: Service {word}, email: {word}@ville.example}}]
corrections: [{{date: 2026-11-01, note: {note}}}]
photos: [{{file: "{word}.jpg", alt: "Vue {word}.", caption: Vue {word}, credit: Agence {word}}}]
{more}
---
Un texte {word} et [un lien](https://exemple.example/{word}).

## Titre {word}

> Une parole {word}.
> — Porte-parole {word}
"""

RELEASES = {
    f"2026/2026-05-01-{DRAFT}.md": (DRAFT, "2026-05-01", "status: draft"),
    f"2026/2026-06-01-{EMBARGOED}.md": (EMBARGOED, "2026-06-01", f"embargo: {LIFTED}"),
    # Its own fields do not say so, but a translation waits for its original.
    f"2026/2026-06-01-{EMBARGOED}.it.md": (EMBARGOED, "2026-06-01", ""),
    f"2027/2027-07-01-{FUTURE}.md": (FUTURE, "2027-07-01", ""),
    "2026/2026-07-01-retire.md": (WITHDRAWN, "2026-07-01", "status: withdrawn"),
    "2026/2026-07-01-retire.it.md": (WITHDRAWN, "2026-07-01", ""),
}

POINTER = """---
title: "Un communiqué qui en cite d’autres"
date: 2026-08-01
partners: [turin]
summary: "Il renvoie à ce qui ne se lit pas encore."
---
Voir {links}.
"""


def add_canaries(project, *, telling=False):
    """Add the canary releases to a project; `telling` makes them all published, long ago."""
    folder = project / "press_releases"
    for name, (word, date, more) in RELEASES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shown = "" if telling else more
        day = date.replace("2027", "2026") if telling else date
        if telling:
            path = folder / name.replace("2027", "2026")
        # Of a withdrawn release, a correction alone is told: it is why.
        note = f"Correction {word}" if telling or word != WITHDRAWN else "Ce qui était faux"
        text = RELEASE.format(word=word, date=day, note=note, more=shown)
        path.write_text(text, encoding="utf-8")
        path.with_name(f"{word}.jpg").write_bytes(picture(colour=COLOURS[word], plain=True))
    if not telling:
        links = ", ".join(f"[là](../{name})" for name in RELEASES)
        path = folder / "2026" / "2026-08-01-renvois.md"
        path.write_text(POINTER.format(links=links), encoding="utf-8")


def found_in(folder, words):
    """Return, for each word, the published files that hold it, in name or anywhere inside."""
    told = {path: _inside(path, content) for path, content in files(folder).items()}
    return {
        word: sorted(p for p, text in told.items() if word.encode() in text or word in p.lower())
        for word in words
    }


def _inside(path, content):
    """Return everything a file holds, packed or not, in small letters."""
    kind = PurePosixPath(path).suffix
    if kind == ".gz":
        content += gzip.decompress(content)
    elif kind in {".zip", ".ods", ".xlsx"}:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [(name, packed.read(name)) for name in packed.namelist()]
        content += b"".join(name.encode() + _inside(name, part) for name, part in parts)
    elif kind in {".jpg", ".png", ".webp"}:
        content += _in_pixels(content).encode()
    elif kind == ".pdf":
        content += _pdf_text(content).encode()
    return content.lower()


def _in_pixels(content):
    """Return the word whose colour a picture has."""
    shown = Image.open(io.BytesIO(content)).convert("RGB").resize((1, 1)).getpixel((0, 0))
    for word, colour in COLOURS.items():
        wanted = ImageColor.getrgb(colour)
        if all(abs(a - b) < NEAR for a, b in zip(shown, wanted, strict=True)):
            return word
    return ""


def _pdf_text(content):
    """Return what a PDF says: its pages, and the facts it states of itself."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = "".join(page.extract_text() for page in reader.pages)
    return pages.replace("-\n", "") + str(reader.metadata)

"""Fonts of other scripts for pages: found as those of cards and PDF are, cut to what is used."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from city_relations.pictures.letters import FAMILIES, FONTS, letters_of
from city_relations.pictures.other_fonts import font_form, fonts_for
from city_relations.store import Store, key_of, recipe_of
from city_relations.workers import Piece

CUTTER = "cut_letters"
ONE_WEIGHT, LIGHTER, STRONGER = "400", "400 599", "600 700"
EUROPEAN, HAN, JAPANESE = FONTS / FAMILIES[0], FONTS / FAMILIES[2], FONTS / FAMILIES[3]
# What joins or parts letters and stands in no word of its own, in each font that has it.
JOINERS = " \u200c\u200d\u25cc"


@dataclass(frozen=True)
class WebFace:
    """A font's file and the weights that pages take it for (CSS, `font-weight`)."""

    file: Path
    weights: str


@dataclass(frozen=True)
class WebFamily:
    """A family as pages ask for it, and the letters of it that they use, in their order.

    `titles` are the faces of titles where they are others.
    """

    name: str
    letters: str
    faces: tuple[WebFace, ...]
    titles: tuple[WebFace, ...] = ()


def web_families(
    letters: frozenset[str], own: Sequence[Path], language: str
) -> tuple[WebFamily, ...]:
    """Return the families that have some letters: ours, then the city's own, then the system's.

    Where a font's makers do not allow it, or none has a letter, that is left to the reader's own.
    In a site that is Japanese first, `language`, signs of Japanese come before those of Chinese.
    """
    return tuple(_families(letters, own, language))


def _families(letters: frozenset[str], own: Sequence[Path], language: str) -> Iterator[WebFamily]:
    left = set(letters)
    plain = "".join(one for one in sorted(letters) if unicodedata.category(one)[0] != "M")
    ours = [FONTS / name for name in FAMILIES]
    if language == "ja":
        ours.sort(key=lambda path: path == HAN)
    for path in (*ours, *fonts_for(plain, own)):
        # A page in Chinese and one in Japanese draw the same sign each in its own way.
        asked = letters if path == JAPANESE and _has_kana(letters) else left
        form = font_form(path)
        if not (form and form.may_be_served):
            continue
        for name, found in _named(path, asked & letters_of(path)):
            yield WebFamily(name, found, _faces(path), _title_faces(path))
        left -= letters_of(path)


def _named(path: Path, letters: set[str] | frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield how a font's letters are called together: of our European one each script's apart."""
    if path != EUROPEAN:
        if letters:
            name = path.stem.removesuffix("-regular").replace("-", " ").title()
            yield name if path.parent == FONTS else f"Relations {path.stem}", _told(letters)
        return
    scripts: dict[str, set[str]] = {}
    for one in letters:
        scripts.setdefault(unicodedata.name(one, "Signs").split()[0].title(), set()).add(one)
    for script in sorted(scripts):
        yield f"Relations {script}", _told(scripts[script])


def _told(letters: set[str] | frozenset[str]) -> str:
    return "".join(sorted(letters))


def _has_kana(letters: frozenset[str]) -> bool:
    return any("\u3041" <= one <= "\u30ff" for one in letters)


def _faces(regular: Path) -> tuple[WebFace, ...]:
    """Return a font and its stronger one; a font without is made stronger by browsers."""
    names = (regular.name.replace("-regular", f"-{weight}") for weight in ("semibold", "bold"))
    found = (path for name in names if (path := regular.with_name(name)) != regular)
    strong = next(filter(Path.is_file, found), None)
    if strong is None:
        return (WebFace(regular, ONE_WEIGHT),)
    return WebFace(regular, LIGHTER), WebFace(strong, STRONGER)


def _title_faces(path: Path) -> tuple[WebFace, ...]:
    return _faces(FONTS / "relations-display-regular.ttf") if path == EUROPEAN else ()


def cut_face(face: WebFace, family: WebFamily, store: Store) -> bytes:
    """Return a face with the letters of its family (WOFF2), cut once for a font and its letters."""
    letters = family.letters + JOINERS
    key = key_of(_print(face.file), letters, family.name, _cutting(), ending=".woff2")
    told = (str(face.file), letters, family.name)
    # Named, not imported: what cuts fonts takes a while to load, and most sites need none.
    return store.get_or_make(key, Piece(f"{__package__}.{CUTTER}:cut", told).done)


def _print(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def _cutting() -> str:
    """Return a digest of how fonts are cut here."""
    return recipe_of([Path(__file__).with_name(f"{CUTTER}.py")], "fonttools", "brotli")

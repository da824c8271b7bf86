"""The sheet with the letters of other scripts, and the fonts it names: for pages that hold some."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from city_relations.language.scripts import other_letters, other_letters_of
from city_relations.language.words import base_language
from city_relations.pictures.font_tables import credits_of
from city_relations.pictures.letters import FONTS
from city_relations.pictures.web_fonts import WebFace, WebFamily, cut_face, web_families
from city_relations.publish.own_files import files_below, put_file
from city_relations.publish.theme_files import THEME
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.rendering.numbers import own_name

SHEET = "assets/relations/scripts.css"
FONT_FOLDER = "assets/fonts"
HABITS = Path(__file__).with_name("other_scripts.css")
LICENCE = "relations-scripts-LICENSE.txt"
# Stands in a head where the sheet is asked for, if it is; no author can type it.
PLACE = Markup("\x11")
EAST = {"ja": "Relations Japanese", "zh": "Relations Han"}


def with_sheet(document: str, url: str, beside: str) -> str:
    """Return a document that asks for the sheet at a URL if it holds letters of other scripts.

    Those in `beside` are not counted: the reader's own letters do for them.
    """
    if PLACE not in document:
        return document
    needed = len(other_letters(document)) > len(other_letters(beside))
    link = f'\n<link rel="stylesheet" href="{url}">' if needed else ""
    return document.replace(PLACE, link)


def letters_below(folder: Path) -> frozenset[str]:
    """Return the letters of other scripts in the pages of a folder."""
    paths = files_below(str(folder), ".html")
    return frozenset().union(*(other_letters_of((folder / path).read_bytes()) for path in paths))


def write_script_files(folder: Path, edition: Edition, letters: frozenset[str]) -> None:
    """Write the sheet for some letters of other scripts and its fonts into the site's folder."""
    for asset in script_files(edition, letters):
        put_file(f"{folder}/{asset.path}", asset.content)


def script_files(edition: Edition, letters: frozenset[str]) -> Iterator[Asset]:
    """Yield the sheet for some letters of other scripts, and the fonts it names, if there are any.

    A font's name holds its digest: at an address it never changes.
    """
    if not letters:
        return
    catalog = edition.catalog
    own = [catalog.root / name for name in catalog.city.fonts]
    families = web_families(letters, own, base_language(edition.language))
    rules = [HABITS.read_text(encoding="utf-8")]
    for family in families:
        rules.append(f"/* {family.name}: {_credits(family)} */")
        for face, title in _faces(family):
            font = cut_face(face, family, edition.store)
            path = f"{FONT_FOLDER}/{_file_name(family, font)}"
            yield Asset(path, font)
            rules.append(_rule(family, face, path, _display(family, edition), is_title=title))
    if any(face.file.parent == FONTS for family in families for face in family.faces):
        yield Asset(f"{FONT_FOLDER}/{LICENCE}", (FONTS / "LICENSE.txt").read_bytes())
    rules += [*_switch(edition), *_stacks(families)]
    yield Asset(SHEET, "".join(f"{rule.rstrip()}\n" for rule in rules).encode())


def _faces(family: WebFamily) -> Iterator[tuple[WebFace, bool]]:
    """Yield each face of a family, and whether it is for titles alone."""
    yield from ((face, False) for face in family.faces)
    yield from ((face, True) for face in family.titles)


def _file_name(family: WebFamily, font: bytes) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", family.name.lower()).strip("-")
    return f"{name}-{hashlib.sha256(font).hexdigest()[:16]}.woff2"


def _display(family: WebFamily, edition: Edition) -> str:
    """Return whether a face that comes late still takes its place (CSS Fonts 4, `font-display`).

    The few words of a script in which no page is written may move a little: without the face they
    may be empty boxes. Whole pages would jump.
    """
    whole = "".join(own_name(code, code) for code in edition.catalog.addresses)
    return "swap" if set(family.letters).isdisjoint(whole) else "optional"


def _rule(family: WebFamily, face: WebFace, path: str, display: str, *, is_title: bool) -> str:
    name = _title_name(family) if is_title else family.name
    return (
        f'@font-face {{ font-family: "{name}"; font-weight: {face.weights}; '
        f'font-display: {display}; src: url("../../{path}") format("woff2"); '
        f"unicode-range: {unicode_range(family.letters)}; }}"
    )


def _title_name(family: WebFamily) -> str:
    return f"{family.name} Display" if family.titles else family.name


def unicode_range(letters: str) -> str:
    """Return letters as CSS tells them: `U+627,U+628-62A` (CSS Fonts 4, `unicode-range`)."""
    found: list[list[int]] = []
    for code in sorted(map(ord, letters)):
        if found and found[-1][-1] == code - 1:
            found[-1][1:] = [code]
        else:
            found.append([code])
    return ",".join("U+" + "-".join(f"{code:X}" for code in run) for run in found)


def _stacks(families: Sequence[WebFamily]) -> Iterator[str]:
    """Yield where the families stand among those of the theme: after its own, before the rest."""
    if not families:
        return
    yield f":root {{ {_stack(families)} }}"
    names = {family.name for family in families}
    if names >= {*EAST.values()}:
        for language, first in EAST.items():
            ranked = sorted(families, key=lambda family: family.name != first)
            yield f":lang({language}) {{ {_stack(ranked)} }}"
            yield f':not(html)[lang|="{language}"] {{ font-family: var(--rel-text); }}'


def _switch(edition: Edition) -> Iterator[str]:
    """Yield what sets the names of other languages, in the switch, in the reader's own letters."""
    codes = [one for one in edition.catalog.addresses if other_letters(own_name(one, one))]
    if codes:
        named = ", ".join(f'[lang="{code}"]' for code in codes)
        ours = f".rel-languages a:is({named}):not([aria-current])"
        yield f"{ours} {{ font-family: system-ui, sans-serif; }}"


def _stack(families: Sequence[WebFamily]) -> str:
    text = ", ".join(f'"{family.name}"' for family in families)
    titles = ", ".join(f'"{_title_name(family)}"' for family in families)
    return f"{_widened('text', text)} {_widened('display', titles)}"


def _widened(name: str, more: str) -> str:
    """Return one of the theme's stacks with families put in after its first."""
    base = (THEME / "assets/relations/base.css").read_text(encoding="utf-8")
    found = re.search(rf"--rel-{name}: (\"[^\"]*\"), ([^;]*);", base)
    if found is None:
        raise ValueError(name)
    return f"--rel-{name}: {found[1]}, {more}, {found[2]};"


def _credits(family: WebFamily) -> str:
    told = credits_of(family.faces[0].file)
    return re.sub(r"\s+", " ", told).replace("*/", "* /") or "no notice in the font"

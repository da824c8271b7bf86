# ruff: noqa: INP001 - a lone script beside the files it makes
"""Cut the two font files of this folder from the npm packages @fontsource-variable/*.

Usage: python cut_fonts.py SOURCE_SERIF_LATIN_OPSZ.woff2 SOURCE_SANS_LATIN_WGHT.woff2
Needs fonttools and brotli, which the site itself does not.
"""

import re
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
NARROW_NO_BREAK_SPACE, THIN_SPACE = 0x202F, 0x2009
NO_BREAK_HYPHEN, HYPHEN = 0x2011, 0x2D
NAMES_OF_PEOPLE = {0, 7, 8, 9, 11, 12, 13, 14}  # name records that credit, never rename


def add_french_spaces(font: TTFont) -> None:
    """French sets U+202F before « ; » and « ! »; without a glyph it falls to another font."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.setdefault(NARROW_NO_BREAK_SPACE, table.cmap[THIN_SPACE])
            table.cmap.setdefault(NO_BREAK_HYPHEN, table.cmap[HYPHEN])


def rename(font: TTFont, family: str) -> None:
    """Drop the name « Source », which the licence reserves to the unmodified font."""
    for record in font["name"].names:
        if record.nameID not in NAMES_OF_PEOPLE:
            text = re.sub(r"Source (Serif 4|Sans 3)", family, record.toUnicode())
            record.string = re.sub(r"Source(Serif4|Sans3)", family.replace(" ", ""), text)


def cut(source: str, family: str, axes: dict[str, object]) -> None:
    """Write one woff2 file with the axes limited or pinned."""
    font = instancer.instantiateVariableFont(TTFont(source), axes)
    add_french_spaces(font)
    rename(font, family)
    font.flavor = "woff2"
    font.save(HERE / (family.lower().replace(" ", "-") + ".woff2"))


if __name__ == "__main__":
    cut(sys.argv[1], "Relations Display", {"opsz": 44, "wght": (400, 700)})
    cut(sys.argv[2], "Relations Text", {"wght": (400, 700)})

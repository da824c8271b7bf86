# ruff: noqa: INP001 - a lone script beside the files it makes
"""Cut the fonts of this folder, each at one weight: what makes PDF knows no variable fonts.

Usage: python cut_fonts.py FOLDER, which holds, taken from the packages README.md names:
SourceSans3[wght].ttf, SourceSans3-Italic[wght].ttf, SourceSerif4[opsz,wght].ttf,
Amiri-Regular.ttf, Amiri-Bold.ttf, NotoSansJP-Regular.otf, NotoSansHebrew-Variable.ttf,
NotoSansKR-Regular.otf. Needs fonttools.
"""

import re
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
NARROW_NO_BREAK_SPACE, THIN_SPACE = 0x202F, 0x2009
NO_BREAK_HYPHEN, HYPHEN = 0x2011, 0x2D
FAMILY, STYLE, WHOLE, POSTSCRIPT = 1, 2, 4, 6  # name records (OpenType, « name »)
NAMES = (FAMILY, STYLE, 3, WHOLE, 5, POSTSCRIPT)
CREDITS = {0, 8, 9, 11, 12, 13, 14}
FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk"]
# Arabic joins its letters by features of all kinds; Latin has its own fonts.
JOINING = ["*"]
ARABIC = [
    *(0x20, 0x28, 0x29, 0x2D, 0x2E, 0x3A, 0xA0, 0xAB, 0xBB, 0x200C, 0x200D, 0x200E, 0x200F),
    *range(0x600, 0x700),
    *range(0x750, 0x780),
    *range(0x8A0, 0x900),
]
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
STYLES = {REGULAR: "Regular", SEMIBOLD: "SemiBold", BOLD: "Bold"}
JAPANESE = "NotoSansJP-Regular.otf"
HEBREW_FONT, KOREAN = "NotoSansHebrew-Variable.ttf", "NotoSansKR-Regular.otf"
# Letters, points and signs, their ready-made forms, and the sheqel.
HEBREW = [*range(0x590, 0x600), *range(0xFB1D, 0xFB50), 0x20AA, 0x20, 0x25CC]
# Kana, signs and the characters of both levels (JIS X 0208, rows 1 to 8 and 16 to 84): a word of
# every sister city, 絆, is of the second.
JIS = [
    ord(bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp", "ignore") or " ")
    for row in (*range(1, 9), *range(16, 85))
    for cell in range(1, 95)
]
# Letters alone, and every syllable: names have rare ones.
HANGUL = [*range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)]
WANTED = {
    "Relations Arabic": ARABIC,
    "Relations Hebrew": HEBREW,
    "Relations Japanese": JIS,
    "Relations Korean": HANGUL,
}
SANS, SLANTED, SERIF = (
    "SourceSans3[wght].ttf",
    "SourceSans3-Italic[wght].ttf",
    "SourceSerif4[opsz,wght].ttf",
)
CUTS: tuple[tuple[str, str, dict[str, int], int], ...] = (
    (SANS, "Relations Text", {"wght": REGULAR}, REGULAR),
    (SANS, "Relations Text", {"wght": SEMIBOLD}, SEMIBOLD),
    (SANS, "Relations Text", {"wght": BOLD}, BOLD),
    (SLANTED, "Relations Text", {"wght": REGULAR}, REGULAR),
    (SLANTED, "Relations Text", {"wght": BOLD}, BOLD),
    (SERIF, "Relations Display", {"opsz": 44, "wght": REGULAR}, REGULAR),
    (SERIF, "Relations Display", {"opsz": 44, "wght": SEMIBOLD}, SEMIBOLD),
    (JAPANESE, "Relations Japanese", {}, REGULAR),
    (HEBREW_FONT, "Relations Hebrew", {"wght": REGULAR, "wdth": 100}, REGULAR),
    (HEBREW_FONT, "Relations Hebrew", {"wght": BOLD, "wdth": 100}, BOLD),
    (KOREAN, "Relations Korean", {}, REGULAR),
    ("Amiri-Regular.ttf", "Relations Arabic", {}, REGULAR),
    ("Amiri-Bold.ttf", "Relations Arabic", {}, BOLD),
)


def add_french_spaces(font: TTFont) -> None:
    """French sets U+202F before « ; » and « ! »; without a glyph it falls to another font."""
    for table in font["cmap"].tables:
        if table.isUnicode() and THIN_SPACE in table.cmap:
            table.cmap.setdefault(NARROW_NO_BREAK_SPACE, table.cmap[THIN_SPACE])
            table.cmap.setdefault(NO_BREAK_HYPHEN, table.cmap[HYPHEN])


def rename(font: TTFont, family: str, style: str) -> None:
    """Return the font a name of ours: the licence reserves « Source » to the unmodified font."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in CREDITS]
    plain = style.replace(" ", "")
    told = {FAMILY: family, STYLE: style, 3: f"{family} {style}", WHOLE: f"{family} {style}"}
    told |= {5: "Version 1", POSTSCRIPT: f"{family.replace(' ', '-')}-{plain}"}
    for number, text in told.items():
        names.setName(text, number, 3, 1, 0x409)


def cut(source: Path, family: str, axes: dict[str, int], weight: int) -> None:
    """Write one font file, with every letter of its source and the features letters need."""
    font = TTFont(source)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
    add_french_spaces(font)
    arabic = family == "Relations Arabic"
    features = JOINING if arabic else FEATURES
    wanted = WANTED.get(family)
    options = Options(layout_features=features, hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted or font.getBestCmap())
    subsetter.subset(font)
    slanted = "Italic" in source.name
    upright = "" if weight == REGULAR and slanted else STYLES[weight]
    style = f"{upright} Italic".strip() if slanted else STYLES[weight]
    if arabic:  # Amiri is drawn small: larger, it stands level with the Latin beside it
        font["head"].unitsPerEm = round(font["head"].unitsPerEm / 1.16)
    rename(font, family, style)
    font["OS/2"].usWeightClass = weight
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    name = re.sub(r" ", "-", f"{family} {style}".lower())
    font.save(HERE / f"{name}{source.suffix}")


if __name__ == "__main__":
    for file, family, axes, weight in CUTS:
        cut(Path(sys.argv[1]) / file, family, axes, weight)

# ruff: noqa: INP001 - a lone script beside the files it measures
"""Measure by how much a reader's own font must be drawn smaller to take the room of ours.

Usage: python match_fallbacks.py OUR.woff2 WEIGHT THEIR.ttf TEXT.md...
Prints the descriptors of the `@font-face` in type.css for that font. Fonts that a foundry does not
give away are measured by those made with the same widths: Liberation for Arial and Times New
Roman, Gelasio for Georgia. Needs fonttools and brotli, which the site itself does not.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from PIL import ImageFont

SIZE = 1000  # pixels an em, so that no width is rounded


def width(font: TTFont, text: str) -> float:
    """Return the room a text takes on one line, kerned as a browser does, in em."""
    file = BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    drawn = ImageFont.truetype(file, SIZE, layout_engine=ImageFont.Layout.RAQM)
    return sum(drawn.getlength(word + " ") for word in text.split()) / SIZE


def descriptors(ours: TTFont, theirs: TTFont, text: str) -> str:
    """Return what makes another font as wide as ours and its lines as high (CSS Fonts 5)."""
    ratio, em, lines = (
        width(ours, text) / width(theirs, text),
        ours["head"].unitsPerEm,
        ours["hhea"],
    )
    sizes = {
        "size-adjust": ratio,
        "ascent-override": lines.ascent / em / ratio,
        "descent-override": -lines.descent / em / ratio,
        "line-gap-override": lines.lineGap / em / ratio,
    }
    return " ".join(f"{name}: {share:.1%};" for name, share in sizes.items())


if __name__ == "__main__":
    ours, weight, theirs, *texts = sys.argv[1:]
    font = instancer.instantiateVariableFont(TTFont(ours), {"wght": float(weight)})
    read = "\n".join(Path(text).read_text(encoding="utf-8") for text in texts)
    sys.stdout.write(descriptors(font, TTFont(theirs), read) + "\n")

"""A font of squares, for letters that none of ours has."""

from __future__ import annotations

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FAMILY = "Noto Square"
CORNERS = ((50, 0), (50, 600), (550, 600), (550, 0))


def square_font(folder, letters, bits=0):
    """Write a font in which each of some letters is a square; give its file."""
    glyphs = {ord(letter): f"uni{ord(letter):04X}" for letter in letters}
    names = [".notdef", *glyphs.values()]
    pen = TTGlyphPen(None)
    pen.moveTo(CORNERS[0])
    for corner in CORNERS[1:]:
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": "NotoSquare"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsType=bits)
    builder.setupPost()
    path = folder / "NotoSquare-Regular.ttf"
    builder.save(path)
    return path

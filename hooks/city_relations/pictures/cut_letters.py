"""A font cut to some of its letters, as browsers fetch it (WOFF2): equal fonts, equal bytes."""

from __future__ import annotations

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Name records (OpenType, « name »): what it is called, and who made it on what terms.
FAMILY, STYLE, WHOLE_NAME, POSTSCRIPT = 1, 2, 4, 6
CREDITS = [0, 8, 9, 11, 12, 13, 14]
# What browsers ask for beside what letters need: full stops and brackets of East Asia side by side.
CLOSER = ("chws", "halt")
WINDOWS = (3, 1, 0x409)  # platform, encoding and language of a record every reader knows


def cut(file: str, letters: str, name: str) -> bytes:
    """Return a font with some of its letters and all that they need of each other, as WOFF2.

    It is called by a name of ours, since licences reserve theirs to the whole font; whom to thank
    and the licence stay in it. Of a collection it is the first font.
    """
    options = Options(hinting=False, notdef_outline=True, name_IDs=CREDITS)
    options.layout_features = [*options.layout_features, *CLOSER]
    options.drop_tables += ["DSIG", "STAT", "meta"]
    with TTFont(file, fontNumber=0, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        _rename(font, name)
        font["head"].modified = font["head"].created
        font.flavor = "woff2"
        written = BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()


def _rename(font: TTFont, name: str) -> None:
    told = {FAMILY: name, STYLE: "Regular", WHOLE_NAME: name, POSTSCRIPT: name.replace(" ", "-")}
    for number, text in told.items():
        font["name"].setName(text, number, *WINDOWS)

"""Tells which defects of Material our frame stands in for, and which Material has mended.

`make upstream` runs it after an upgrade, beside the tests: they hold that our pages are free of
each defect (test_theme.py), whatever Material does. A defect that is mended is no failure of ours,
it is a reason less to draw our own frame: read the new release, and drop what we no longer need.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import material

TEMPLATES = Path(material.__file__).parent / "templates"


@dataclass(frozen=True)
class Defect:
    """What Material does to readers, and the words in one of its templates that do it."""

    sentence: str
    template: str
    written: tuple[str, ...]
    missing: tuple[str, ...] = ()

    def stands_in(self, templates: Path) -> bool:
        """Return whether the template still says what it should not, or lacks what it should."""
        path = templates / self.template
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        said = all(words in text for words in self.written)
        return said and not any(words in text for words in self.missing)


DEFECTS = (
    Defect("fonts are asked of Google", "base.html", ("fonts.googleapis.com",)),
    Defect("a script is inline", "partials/javascripts/base.html", ("<script>",)),
    Defect("a script is inline", "partials/javascripts/palette.html", ("<script>",)),
    Defect("a script is inline", "partials/javascripts/content.html", ("<script>",)),
    Defect(
        "the search is a dialog without name and button",
        "partials/search.html",
        ('role="dialog"',),
        ("aria-labelledby", 'type="submit"'),
    ),
    Defect(
        "the menu is a label, deaf to the keyboard",
        "partials/header.html",
        ('<label class="md-header__button md-icon" for="__drawer">',),
    ),
    Defect(
        "the palette is a radio of no size",
        "partials/palette.html",
        ('type="radio" name="__palette"',),
    ),
    Defect(
        "a checkbox is autocompleted", "base.html", ('type="checkbox" id="__', 'autocomplete="off"')
    ),
    Defect("menus stand in menus", "partials/toc-item.html", ('<nav class="md-nav"',)),
    Defect("the skip link stands outside every landmark", "base.html", ('class="md-skip"',)),
    Defect("the missing page speaks English", "404.html", ("404 - Not found",)),
    Defect("every page is signed", "partials/copyright.html", ("Made with",)),
    Defect("a forge is asked for its stars", "partials/header.html", ("partials/source.html",)),
)


def mended(templates: Path = TEMPLATES) -> Iterator[Defect]:
    """Yield the defects that Material's templates no longer have."""
    return (defect for defect in DEFECTS if not defect.stands_in(templates))


if __name__ == "__main__":
    gone = list(mended())
    told = [f"Mended or moved: {defect.sentence} ({defect.template})" for defect in gone]
    told += [f"Material still has {len(DEFECTS) - len(gone)} of {len(DEFECTS)} defects."]
    sys.stdout.write("\n".join(told) + "\n")
    sys.exit(1 if gone else 0)

"""Typst, which sets PDF: our fonts alone, no network, and no file but those of one folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import ImageFont

from city_relations.pictures.letters import FONTS
from city_relations.store import recipe_of

HERE = Path(__file__).parent
TEMPLATE = HERE / "release.typ"
# For archives, with what a screen reader needs (ISO 19005-3, level A; ISO 14289-1).
STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
# Packages are looked for where there are none: Typst would fetch them.
NO_PACKAGES = HERE / "no-packages"


def typeset(
    manuscript: Mapping[str, Any], day: datetime, readable: Path, others: tuple[Path, ...] = ()
) -> bytes:
    """Set a manuscript as PDF dated by a day; its pictures lie below the folder `readable`.

    `others` are fonts for letters that ours lack. The same manuscript and fonts give the same bytes
    on every machine.
    """
    manuscript = {**manuscript, "fonts": [_family(path) for path in others]}
    told = _compiler(tuple(sorted({path.parent for path in others}))).compile(
        _template(),
        root=readable.resolve(),
        format="pdf",
        sys_inputs={"data": json.dumps(manuscript, ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        timestamp=day.astimezone(UTC),
    )
    if not isinstance(told, bytes):
        raise TypeError("Typst gives one file of bytes for a PDF")
    return told


def typeset_told(manuscript: str, day: str, readable: str, others: str) -> bytes:
    """Set a manuscript that is told as JSON, see `typeset`; the day is that of ISO 8601.

    Further fonts are told by their paths, one a line.
    """
    fonts = tuple(map(Path, others.splitlines()))
    return typeset(json.loads(manuscript), datetime.fromisoformat(day), Path(readable), fonts)


@cache
def _compiler(others: tuple[Path, ...]) -> typst.Compiler:
    """Return the one compiler of this process: it reads the fonts once and keeps what it learns.

    `others` are folders with further fonts, of which those are taken that are named.
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS, *others]
    )
    return typst.Compiler(
        b"",
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )


def _family(path: Path) -> str:
    """Return the name a font is called by (OpenType, « name »)."""
    return str(ImageFont.truetype(path).getname()[0])


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def recipe() -> str:
    """Return a digest of how PDF are set here: template, code, fonts and Typst's version."""
    parts = [TEMPLATE, *sorted(HERE.glob("*.py")), *sorted(FONTS.glob("*.?tf"))]
    return recipe_of(parts, "typst")

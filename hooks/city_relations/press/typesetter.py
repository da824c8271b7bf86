"""Typst, which sets PDF: our fonts alone, no network, and no file but those of one folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from city_relations.pictures.letters import FONTS
from city_relations.store import recipe_of

HERE = Path(__file__).parent
TEMPLATE = HERE / "release.typ"
# For archives, with what a screen reader needs (ISO 19005-3, level A; ISO 14289-1).
STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
# Packages are looked for where there are none: Typst would fetch them.
NO_PACKAGES = HERE / "no-packages"


def typeset(manuscript: Mapping[str, Any], day: datetime, readable: Path) -> bytes:
    """Set a manuscript as PDF dated by a day; its pictures lie below the folder `readable`.

    The same manuscript gives the same bytes on every machine.
    """
    told = _compiler().compile(
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


def typeset_told(manuscript: str, day: str, readable: str) -> bytes:
    """Set a manuscript that is told as JSON, see `typeset`; the day is that of ISO 8601."""
    return typeset(json.loads(manuscript), datetime.fromisoformat(day), Path(readable))


@cache
def _compiler() -> typst.Compiler:
    """Return the one compiler of this process: it reads the fonts once and keeps what it learns."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(
        b"",
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=NO_PACKAGES,
        package_cache_path=NO_PACKAGES,
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def recipe() -> str:
    """Return a digest of how PDF are set here: template, code, fonts and Typst's version."""
    parts = [TEMPLATE, *sorted(HERE.glob("*.py")), *sorted(FONTS.glob("*.?tf"))]
    return recipe_of(parts, "typst")

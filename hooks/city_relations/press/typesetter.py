"""Typst, which sets PDF: our fonts alone, no network, and no file but those of one folder."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import ImageFont

from city_relations.pictures.letters import FONTS, are_plain
from city_relations.store import recipe_of

HERE = Path(__file__).parent
# The template is a package, which Typst reads and evaluates once and keeps: what changes from one
# release to the next is handed over by the few lines that call it.
PACKAGES = HERE / "packages"
CALL = """\
#import "@local/relations:1.0.0": release
#show: _ => release(json(bytes("{}")), (file, ..more) => image(file, ..more))
"""
# Of a text beyond so many letters, such as a yearly report, Typst keeps ten megabytes and more.
LONG, KEPT_FOR, NOTHING = 20_000, 10, b"#page[]"
# For archives, with what a screen reader needs (ISO 19005-3, level A; ISO 14289-1).
STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
THREADS = "RAYON_NUM_THREADS"  # of Typst's, which are begun once
# Any other package is looked for where there is none: Typst would fetch it.
NO_PACKAGES = HERE / "no-packages"
# Looked through in this order for letters that the faces of Latin lack. Chinese and Japanese draw
# some of the same characters each in its own way.
ARABIC, HAN, JAPANESE = "Relations Arabic", "Relations Han", "Relations Japanese"
HEBREW, KOREAN = "Relations Hebrew", "Relations Korean"


def typeset(
    manuscript: Mapping[str, Any], day: datetime, readable: Path, others: tuple[Path, ...] = ()
) -> bytes:
    """Set a manuscript as PDF dated by a day; its pictures lie below the folder `readable`.

    `others` are fonts for letters that ours lack. The same manuscript and fonts give the same bytes
    on every machine.
    """
    return _set(json.dumps(manuscript, ensure_ascii=False), day, readable, others)


def _set(told: str, day: datetime, readable: Path, others: tuple[Path, ...]) -> bytes:
    """Set a manuscript that is told as JSON; the names of further fonts are put at its end."""
    fonts = [*_fallbacks(told), *map(_family, others)]
    told = f'{told[:-1]}, "fonts": {json.dumps(fonts)}}}'
    compiler = _compiler(tuple(sorted({path.parent for path in others})))
    made = compiler.compile(
        CALL.replace("{}", _quoted(told)).encode(),
        root=readable.resolve(),
        format="pdf",
        pdf_standards=[*STANDARDS],
        timestamp=day.astimezone(UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one file of bytes for a PDF")
    if len(told) > LONG:
        _forget(compiler)
    return made


def _forget(compiler: typst.Compiler) -> None:
    """Let a compiler forget what it learned: it keeps what none of the last ten texts asked."""
    for _ in range(KEPT_FOR + 1):
        compiler.compile(NOTHING, format="pdf")


def typeset_told(manuscript: str, day: str, readable: str, others: str) -> bytes:
    """Set a manuscript that is told as JSON, see `typeset`; the day is that of ISO 8601.

    Further fonts are told by their paths, one a line.
    """
    fonts = tuple(map(Path, others.splitlines()))
    return _set(manuscript, datetime.fromisoformat(day), Path(readable), fonts)


@cache
def _compiler(others: tuple[Path, ...]) -> typst.Compiler:
    """Return the one compiler of this process: it reads the fonts once and keeps what it learns.

    `others` are folders with further fonts, of which those are taken that are named. Those that
    Typst brings, the same on every machine, are for code, which none of ours sets in even steps.
    """
    os.environ.setdefault(THREADS, "1")  # further processors have workers of their own
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS, *others]
    )
    return typst.Compiler(
        b"",
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=PACKAGES,
        package_cache_path=NO_PACKAGES,
    )


def _quoted(text: str) -> str:
    """Write a text as it stands between the marks of a string of Typst's."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _fallbacks(told: str) -> tuple[str, ...]:
    """Return our fonts of other scripts; none where the face of the text has every letter.

    Typst tries each of them at each passage: without them a release is set by a tenth sooner.
    """
    if are_plain(told):
        return ()
    east = (JAPANESE, HAN) if json.loads(told)["lang"] == "ja" else (HAN, JAPANESE)
    return (ARABIC, HEBREW, KOREAN, *east)


def _family(path: Path) -> str:
    """Return the name a font is called by (OpenType, « name »)."""
    return str(ImageFont.truetype(path).getname()[0])


@cache
def recipe() -> str:
    """Return a digest of how PDF are set here: template, code, fonts and Typst's version."""
    code = [*sorted(PACKAGES.rglob("*.t*")), *sorted(HERE.glob("*.py"))]
    parts = [*code, *sorted(FONTS.glob("*.?tf"))]
    return recipe_of(parts, "typst")

"""Tables of a text on a page: whole in a frame that scrolls, and on paper in parts that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import escape

from city_relations.language.words import Words, say

# Of our own finished HTML: every attribute stands in double quotes.
_ATTRIBUTES = r'(?: [\w-]+="[^"]*")*'
TABLE = re.compile(rf"<table{_ATTRIBUTES}>.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(rf"<(t[hd]){_ATTRIBUTES}>.*?</\1>", re.DOTALL)
CAPTION = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
TAG, ID = re.compile(r"<[^>]*>"), re.compile(r' id="[^"]*"')
SPANNED = re.compile(r" (?:col|row)span=")
FIT = 8  # columns that stand beside each other on paper
NAMED = 3  # headings that name a table without a caption


def framed(html: str, words: Words) -> str:
    """Set each table of finished HTML in a frame, which a reader scrolls by keys as well.

    A table of more columns than fit on paper stands there in parts, the first column in each.
    """
    return TABLE.sub(lambda found: _framed(found[0], words), html) if "<table" in html else html


def _framed(table: str, words: Words) -> str:
    if "<table" in table[1:] or " class=" in table[: table.index(">")]:
        return table
    rows = [[cell[0] for cell in CELL.finditer(row[1])] for row in ROW.finditer(table)]
    parts = list(_parts(table, max(map(len, rows), default=0), words))
    wide = " rel-scroll--wide" if parts else ""
    label = escape(words(say("Table: {what}", what=_name(table, rows))))
    frame = f'<section class="rel-scroll{wide}" aria-label="{label}" tabindex="0">'
    return f"{frame}{table}</section>{''.join(parts)}"


def _name(table: str, rows: Sequence[Sequence[str]]) -> str:
    """Return what a table is called: its caption, or the first of its headings."""
    caption = CAPTION.search(table)
    told = [caption[1]] if caption else list(rows[0] if rows else ())
    names = [" ".join(TAG.sub("", one).split()) for one in told]
    named = [name for name in names if name]
    return ", ".join(named[:NAMED]) + ("…" if len(named) > NAMED else "")


def _parts(table: str, columns: int, words: Words) -> Iterator[str]:
    """Yield a table of many columns in parts, for paper alone."""
    if columns <= FIT or SPANNED.search(table):
        return
    bare = TAG.sub(lambda tag: ID.sub("", tag[0]), CAPTION.sub("", table))
    starts = range(1, columns, FIT - 1)
    for number, start in enumerate(starts, 1):
        kept = [0, *range(start, min(start + FIT - 1, columns))]
        told = words(say("Part {n} of {all}", n=number, all=len(starts)))
        caption = f"<caption>{escape(told)}</caption>"
        part = ROW.sub(lambda row, kept=kept: _row(row[1], kept), bare)  # type: ignore[misc]
        end = part.index(">") + 1
        yield (
            f'<div class="rel-print" aria-hidden="true" data-search-exclude>{part[:end]}{caption}'
            f"{part[end:]}</div>"
        )


def _row(row: str, kept: Sequence[int]) -> str:
    cells = [cell[0] for cell in CELL.finditer(row)]
    return f"<tr>{''.join(cells[i] for i in kept if i < len(cells))}</tr>"

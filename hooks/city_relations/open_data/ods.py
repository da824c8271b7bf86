"""Sheets as a document of OpenDocument 1.3 (ISO/IEC 26300), the same bytes for the same sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup, escape

from city_relations.open_data.sheets import Cell, Sheet

MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
LETTER = 0.19  # centimetres, of the letters of a spreadsheet
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = Markup(" ").join(
    Markup('xmlns:{}="{}{}"').format(name, _OASIS, rest)
    for name, rest in (
        ("office", "office:1.0"),
        ("style", "style:1.0"),
        ("table", "table:1.0"),
        ("text", "text:1.0"),
        ("number", "datastyle:1.0"),
        ("fo", "xsl-fo-compatible:1.0"),
        ("config", "config:1.0"),
        ("manifest", "manifest:1.0"),
    )
)
_XML = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
# Days and moments are shown as the reader's country writes them.
_STYLES = Markup(
    '<number:date-style style:name="Day" number:automatic-order="true"><number:day/>'
    "<number:text>/</number:text><number:month/><number:text>/</number:text>"
    '<number:year number:style="long"/></number:date-style>'
    '<number:date-style style:name="Moment" number:automatic-order="true"><number:day/>'
    "<number:text>/</number:text><number:month/><number:text>/</number:text>"
    '<number:year number:style="long"/><number:text> </number:text><number:hours/>'
    '<number:text>:</number:text><number:minutes number:style="long"/></number:date-style>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="text" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="Day">'
    '<style:table-cell-properties style:vertical-align="top"/></style:style>'
    '<style:style style:name="moment" style:family="table-cell" style:data-style-name="Moment">'
    '<style:table-cell-properties style:vertical-align="top"/></style:style>'
    '<style:style style:name="ltr" style:family="table">'
    '<style:table-properties style:writing-mode="lr-tb"/></style:style>'
    '<style:style style:name="rtl" style:family="table">'
    '<style:table-properties style:writing-mode="rl-tb"/></style:style>'
)


def document(sheets: Sequence[Sheet]) -> bytes:
    """Return the document; the first row of a sheet stays in sight, and every text is a text."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        # The type comes first and as it is, so that a file is known by its beginning.
        archive.writestr(ZipInfo("mimetype"), MEDIA, ZIP_STORED)
        for name, content in _parts(sheets):
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w") as part:
                part.write(_XML.encode())
                for piece in content:  # a row at a time: the whole is a hundred times its packing
                    part.write(piece.encode())
    return out.getvalue()


def _parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Iterable[str]]]:
    yield "content.xml", _content(sheets)
    yield "settings.xml", (_settings(sheets),)
    entry = Markup('<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>')
    named = (("/", MEDIA), ("content.xml", "text/xml"), ("settings.xml", "text/xml"))
    listed = Markup().join(entry.format(*one) for one in named)
    told = Markup('<manifest:manifest {} manifest:version="1.3">{}</manifest:manifest>')
    yield "META-INF/manifest.xml", (told.format(_SPACES, listed),)


def _content(sheets: Sequence[Sheet]) -> Iterator[str]:
    widths = sorted({width for sheet in sheets for width in sheet.widths})
    columns = Markup().join(
        Markup(
            '<style:style style:name="w{}" style:family="table-column">'
            '<style:table-column-properties style:column-width="{:.2f}cm"/></style:style>'
        ).format(width, width * LETTER)
        for width in widths
    )
    told = Markup(
        '<office:document-content {} office:version="1.3"><office:automatic-styles>{}{}'
        "</office:automatic-styles><office:body><office:spreadsheet>"
    )
    yield told.format(_SPACES, _STYLES, columns)
    for sheet in sheets:
        yield from _table(sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _table(sheet: Sheet) -> Iterator[str]:
    columns = Markup().join(
        Markup('<table:table-column table:style-name="w{}"/>').format(width)
        for width in sheet.widths
    )
    told = Markup('<table:table table:name="{}" table:style-name="{}">{}<table:table-header-rows>')
    yield told.format(sheet.name, "rtl" if sheet.from_right else "ltr", columns)
    yield _row(_text(title, "head") for title in sheet.head)
    yield "</table:table-header-rows>"
    for row in sheet.rows:
        yield _row(map(_cell, row))
    yield "</table:table>"


def _row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def _cell(cell: Cell) -> str:
    if cell in (None, ""):
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return _value(cell.isoformat(), "date", "moment" if isinstance(cell, datetime) else "day")
    if isinstance(cell, int | float):
        return _value(f"{cell:.15g}", "float", "text")
    return _text(str(cell), "text")


def _value(value: str, kind: str, style: str) -> str:
    attribute = "date-value" if kind == "date" else "value"
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="{kind}" '
        f'office:{attribute}="{value}"><text:p>{value}</text:p></table:table-cell>'
    )


def _text(text: str, style: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}'
        "</table:table-cell>"
    )


def _settings(sheets: Sequence[Sheet]) -> Markup:
    """Say which rows stay in sight, as LibreOffice keeps it: the standard has no word for it."""
    item = Markup('<config:config-item config:name="{}" config:type="{}">{}</config:config-item>')
    frozen = (
        ("VerticalSplitMode", "short", 2),
        ("VerticalSplitPosition", "int", 1),
        ("ActiveSplitRange", "short", 2),
        ("PositionBottom", "int", 1),
    )
    items = Markup().join(item.format(*one) for one in frozen)
    entry = Markup(
        '<config:config-item-map-entry config:name="{}">{}</config:config-item-map-entry>'
    )
    entries = Markup().join(entry.format(sheet.name, items) for sheet in sheets)
    told = Markup(
        '<office:document-settings {} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        '<config:config-item-map-named config:name="Tables">{}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )
    return told.format(_SPACES, entries)

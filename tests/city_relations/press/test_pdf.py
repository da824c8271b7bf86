"""What is set as PDF: every word of it, in order, tagged, whatever the text holds."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import UTC, datetime
from itertools import pairwise

import pypdf
import pytest

from city_relations.press.manuscript import manuscript
from city_relations.press.typesetter import typeset
from printed import AROUND, printed, words
from square_font import square_font


def tags(reader):
    """List the tags of a PDF in the order they are read."""
    return list(_tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _tags(element):
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from _tags(child) if hasattr(child, "get_object") else ()
    elif isinstance(element, dict):
        yield from [str(element["/S"]).removeprefix("/")] if "/S" in element else []
        yield from _tags(element["/K"]) if "/K" in element else ()


def table(columns, rows, word="cellule"):
    """Return a table as Markdown makes it, every cell with words of its own."""
    head = "".join(f"<th>titre{i}</th>" for i in range(columns))
    body = "".join(
        "<tr>" + "".join(f"<td>{word}{row}x{i}</td>" for i in range(columns)) + "</tr>"
        for row in range(rows)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" [^>]*>([^<]*)<')


def places(reader, folder):
    """Yield, page by page, its width and each word with its left, top and right edge in points."""
    told = pypdf.PdfWriter(clone_from=reader)
    told.write(folder / "placed.pdf")
    command = ["pdftotext", "-bbox", str(folder / "placed.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for page in done.stdout.split("<page ")[1:]:
        width = float(page.split('"')[1])
        yield width, [(float(a), float(b), float(c), d) for a, b, c, d in WORD.findall(page)]


@pytest.mark.parametrize("columns", [3, 9, 14, 30])
def test_every_cell_of_a_table_is_on_the_page(columns, tmp_path):
    """A table is set smaller, on a turned page or in parts; no cell leaves its column."""
    reader = printed(table(columns, 4), tmp_path)
    found = []
    for width, told in places(reader, tmp_path):
        cells = sorted((top, left, right, word) for left, top, right, word in told if "x" in word)
        assert all(left > 67 and right < width - 67 for _, left, right, _ in cells)
        pairs = [pair for pair in pairwise(cells) if pair[0][0] == pair[1][0]]
        assert all(one[2] < other[1] for one, other in pairs)
        found += [word for *_, word in cells]
    assert {f"cellule{row}x{i}" for row in range(4) for i in range(columns)} <= set(found)
    assert tags(reader).count("TH") >= columns


def test_a_table_that_fits_stays_upright(tmp_path):
    """Three columns need neither a turned page nor smaller letters."""
    (part,) = manuscript(table(3, 2), {})
    assert (part["turned"], part["size"]) == (False, 10.0)
    (wide,) = manuscript(table(14, 2), {})
    assert wide["turned"]
    assert len(manuscript(table(30, 2), {})) > 1
    assert len(printed(table(3, 2), tmp_path).pages) == 1


def test_cells_over_several_stand_over_none(tmp_path):
    """Cells that claim more rows and columns than there are take what is free."""
    html = (
        '<table><tr><td rowspan="9">un</td><td colspan="0">deux</td></tr>'
        '<tr><td colspan="3">trois</td></tr></table>'
    )
    reader = printed(html, tmp_path)
    assert all(word in words(reader) for word in ("un", "deux", "trois"))
    assert tags(reader).count("TD") == 3


def test_two_quotes_keep_their_speakers(tmp_path):
    """Each quotation is followed by the one who said it."""
    quote = "<figure><blockquote><p>{}</p></blockquote><figcaption>{}</figcaption></figure>"
    reader = printed(
        quote.format("Première.", "Alpha") + quote.format("Seconde.", "Beta"), tmp_path
    )
    assert "Première. Alpha Seconde. Beta" in words(reader)
    assert tags(reader).count("BlockQuote") == 2


def test_a_list_begins_where_it_says(tmp_path):
    """A numbered list that begins at three does so, and what nests in it is tagged."""
    html = '<ol start="3"><li>trois</li><li>quatre<ul><li>dessous</li></ul></li></ol>'
    reader = printed(html, tmp_path)
    assert "3. trois 4. quatre" in words(reader)
    assert tags(reader).count("L") == 2


def test_headings_skip_no_level(tmp_path):
    """Where an author leaps from the second level to the fifth, the PDF goes to the third."""
    html = "<h5>Loin</h5><h2>Deux</h2><h6>Six</h6><blockquote><h4>Dedans</h4></blockquote>"
    told = [tag for tag in tags(printed(html, tmp_path)) if tag.startswith("H")]
    assert told == ["H1", "H2", "H2", "H3", "H2"]


def test_a_note_stands_at_the_foot_of_its_page(tmp_path):
    """A note goes where it is called; the way back, which paper does not need, is left out."""
    html = (
        '<p>Un fait<sup id="p-fnref:1"><a href="#p-fn:1">1</a></sup>.</p><hr>\n<ol>'
        '<li id="p-fn:1"><p>La source.\u00a0<a href="#p-fnref:1">↩</a></p></li></ol>'
    )
    reader = printed(html, tmp_path)
    assert words(reader).count("La source.") == 1
    assert "Note" in tags(reader)
    assert "↩" not in words(reader)


def test_links_lead_where_they_say(tmp_path):
    """A link keeps its address; one into the text leads to the heading, or is plain text."""
    html = (
        '<p><a href="https://a.example/?b=1&amp;c=2">dehors</a> <a href="#p-la">ici</a> '
        '<a href="#p-nulle-part">nulle part</a></p><h2 id="p-la">Là</h2>'
    )
    notes = [note.get_object() for note in printed(html, tmp_path).pages[0]["/Annots"]]
    assert {str(note["/A"].get("/URI")) for note in notes if "/A" in note} == {
        "https://a.example/?b=1&c=2",
        "https://ville.example/",
    }
    assert len(notes) == 3


def test_the_text_is_never_markup(tmp_path):
    """What looks like Typst in a text is printed as it is written."""
    text = "#let x = 1; $a$ *b* _c_ `d` @e <f> // g /* h */ = i ~ --- \\u{41} #(1+1)"
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert text in words(printed(f"<p>{html}</p>", tmp_path))


STRANGE = {
    "deep quotes": "<blockquote>" * 38 + "<p>fin</p>" + "</blockquote>" * 38,
    "deep lists": "<ul><li>" * 19 + "fin" + "</li></ul>" * 19,
    "deep marks": "<p>" + "<strong><em>" * 19 + "fin" + "</em></strong>" * 19 + "</p>",
    "table in table": "<table><tr><td><table><tr><td>fin</td></tr></table></td></tr></table>",
    "wide in list": "<ul><li>" + table(30, 1) + "fin</li></ul>",
    "nothing": "<p></p><ul></ul><ol><li></li></ol><h2></h2><table></table><dl><dt></dt></dl>fin",
    "link around a block": '<a href="https://x.example/"><p>fin</p></a>',
    "very long address": f'<a href="https://x.example/{"a" * 9000}">fin</a>',
    "strange language": '<p lang="x-ville" dir="auto">fin</p>',
    "note of itself": '<sup><a href="#fn:1">1</a></sup><ol><li id="fn:1">fin '
    '<sup><a href="#fn:1">1</a></sup></li></ol>',
    "no such picture": '<p><img src="https://x.example/a.jpg" alt="fin"></p>',
}


@pytest.mark.parametrize("html", STRANGE.values(), ids=STRANGE)
def test_whatever_the_check_lets_through_is_set(html, tmp_path):
    """Strange HTML that our cleaning lets through is set all the same, its words kept."""
    assert "fin" in words(printed(html, tmp_path))


def test_an_endless_word_stays_on_the_page(tmp_path):
    """A word of five hundred letters is broken rather than cut off."""
    reader = printed(f"<p>{'w' * 500}</p>", tmp_path)
    assert words(reader).replace(" ", "").count("w") == 500


def test_arabic_reads_from_the_right_in_its_order(tmp_path):
    """Arabic is told from the right; its words can be copied in the order they were written."""
    html = "<h2>عنوان فرعي</h2><p>ملخص الخبر في جملة واحدة</p>"
    around = {"lang": "ar", "above": {"lang": "ar", "dir": "rtl"}, "heading": ["الاحتفال"]}
    told = AROUND | around | {"body": manuscript(html, {})}
    content = typeset(told, datetime(2024, 5, 19, tzinfo=UTC), tmp_path)
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    for mark in "\u202a\u202b\u202c":
        text = text.replace(mark, "")
    assert "ملخص الخبر في جملة واحدة" in text
    assert "عنوان فرعي" in text
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_a_font_of_the_city_sets_what_ours_lack(tmp_path):
    """Armenian is set in the font that is named, and the same bytes come again."""
    font = square_font(tmp_path, "Երևան")
    told = AROUND | {"heading": ["Երևան"], "body": manuscript("<p>Erevan, Երևան</p>", {})}
    day = datetime(2024, 5, 19, tzinfo=UTC)
    content = typeset(told, day, tmp_path, (font,))
    assert b"NotoSquare" in content
    assert typeset(told, day, tmp_path, (font,)) == content


def test_a_paragraph_keeps_its_own_language(tmp_path):
    """A paragraph in another language is tagged with it, and runs in its direction."""
    html = '<p lang="ar" dir="rtl">نص</p><p dir="auto">نص</p>'
    first, second = manuscript(html, {})
    assert (first["lang"], first["dir"], second["dir"]) == ("ar", "rtl", "rtl")
    assert printed(html, tmp_path).pages


@pytest.mark.parametrize(
    ("told", "language", "family"),
    [("חיפה", "he", b"Relations-Hebrew"), ("서울", "ko", b"Relations-Korean")],
)
def test_hebrew_and_korean_are_set_in_fonts_of_ours(tmp_path, told, language, family):
    """Both have a font of ours: a city need name none."""
    html = f'<p lang="{language}">{told}</p>'
    content = typeset(
        AROUND | {"body": manuscript(html, {})}, datetime(2024, 5, 19, tzinfo=UTC), tmp_path, ()
    )
    assert family in content
    assert told in pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()

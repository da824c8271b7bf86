"""What a text brings with it is whole wherever it is told: tables, quotations, other directions."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from city_relations.language.plain_text import plain_text
from city_relations.language.words import words_for
from city_relations.press.manuscript import manuscript
from city_relations.rendering.tables import FIT, framed
from small_city import assets, read_city, release, write_city

ROWS = 3
QUOTES = """
> La coopération, c’est d’abord des écoles.
> — La maire de Port-Arden

> Nos deux villes se ressemblent.
> — Le maire de Turin

بين المدينتين **صداقة** قديمة.

- قائمة بالعربية
"""


def table(columns):
    """Return a table of so many columns in Markdown; each cell is a word of its own."""
    lines = [" | ".join(f"h{i}" for i in range(columns)), "|".join(["---"] * columns)]
    lines += [" | ".join(f"c{r}x{i}" for i in range(columns)) for r in range(ROWS)]
    return "\n".join(f"| {line} |" for line in lines)


def cells(columns):
    """Return every word of the table."""
    return {f"h{i}" for i in range(columns)} | {
        f"c{r}x{i}" for r in range(ROWS) for i in range(columns)
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Read a city with a release of quotations and one for each width of table."""
    texts = {f"press_releases/2024/2024-05-0{d}-a.md": (d, n) for d, n in WIDTHS.items()}
    told = {
        file: release(f"Un tableau de {n}", f"2024-05-0{d}", body=f"## Ici\n\n{table(n)}")
        for file, (d, n) in texts.items()
    }
    told["press_releases/2024/2024-05-06-a.md"] = release(date="2024-05-06", body=QUOTES)
    return read_city(write_city(tmp_path_factory.mktemp("wide") / "city", told))


WIDTHS = {1: 3, 2: 14, 3: 60}


def forms(site, day):
    """Return what is told of a release on paper of its own, as text and in both feeds."""
    here, told = f"communiques/2024/2024-05-0{day}-a/2024-05-0{day}-a", assets(site)
    pdf = PdfReader(BytesIO(told[f"{here}.pdf"]))
    url = f"https://port-arden.example/{here.rpartition('/')[0]}/"
    items = json.loads(told["communiques/feed.json"])["items"]
    atom = told["communiques/atom.xml"].decode()
    return {
        "pdf": " ".join(page.extract_text() for page in pdf.pages),
        "text": told[f"{here}.txt"].decode(),
        "feed": next(item["content_html"] for item in items if item["url"] == url),
        "atom": atom[atom.index(f'href="{url}"') :],
    }


@pytest.mark.parametrize(("day", "columns"), WIDTHS.items())
def test_h3_every_cell_is_there(site, day, columns):
    """A table of 3, 14 and 60 columns loses no cell in page, PDF, text and feeds."""
    page = str(site.pages[f"communiques/2024/2024-05-0{day}-a/"].body)
    for name, told in {**forms(site, day), "page": page}.items():
        assert cells(columns) <= set(re.findall(r"\w+", told)), name


@pytest.mark.parametrize(("day", "columns"), WIDTHS.items())
def test_h3_a_table_is_whole_on_screen_and_in_parts_on_paper(site, day, columns):
    """Keys scroll its frame, which has a name; on paper the first column is in each part."""
    page = str(site.pages[f"communiques/2024/2024-05-0{day}-a/"].body)
    wide = " rel-scroll--wide" if columns > FIT else ""
    assert (
        f'<section class="rel-scroll{wide}" aria-label="Tableau\u00a0: h0, h1, h2'
        f'{"…" if columns > 3 else ""}" tabindex="0"><table>' in page
    )
    parts = re.findall(r'<div class="rel-print" aria-hidden="true".*?</div>', page, re.DOTALL)
    assert bool(parts) == (columns > FIT)
    told = [re.findall(r"<t[hd][^>]*>(h\d+)<", part) for part in parts]
    assert all(heads[0] == "h0" and len(heads) <= FIT for heads in told)
    rest = [head for heads in told for head in heads[1:]]
    assert rest == ([f"h{i}" for i in range(1, columns)] if parts else [])


def test_h3_frames_stay_on_pages(site):
    """No feed, kit or text has the frame of a page."""
    for form in forms(site, 2).values():
        assert "rel-" not in form


def test_h3_a_table_with_spans_is_not_parted():
    """A table whose cells span others stays whole on paper too: no cell would be in its column."""
    cell = '<td colspan="2">a</td>' + "<td>b</td>" * FIT
    html = f"<table><caption>Les <b>sommes</b></caption><tr>{cell}</tr></table>"
    told = framed(html, words_for("en"))
    assert told.count("<table>") == 1
    assert 'aria-label="Table: Les sommes"' in told


def test_h3_a_table_in_a_table_is_left_alone():
    """What nobody can frame is told as it is."""
    html = "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>"
    assert framed(html, words_for("en")) == html


def test_h3_an_empty_cell_keeps_its_place_in_text():
    """A row whose first or middle cell is empty says so: its values stay in their columns."""
    html = "<table><tr><td></td><td>a</td><td> </td><td>b</td></tr></table>"
    assert plain_text(html) == "– ; a ; – ; b"


def test_h1_each_quotation_keeps_its_speaker(site):
    """Two quotations, each with who said it, in this order in every form."""
    page = str(site.pages["communiques/2024/2024-05-06-a/"].body)
    assert page.count("<figcaption>") == 2
    order = ["d’abord des écoles", "La maire de Port-Arden", "se ressemblent", "Le maire de Turin"]
    for name, told in {**forms(site, 6), "page": page}.items():
        flat = re.sub(r"\s+", " ", told)
        found = [flat.index(words) for words in order]
        assert found == sorted(found), name


def test_h4_a_paragraph_keeps_its_direction(site):
    """Arabic in a French text runs right to left on the page and in feeds, block by block."""
    page = str(site.pages["communiques/2024/2024-05-06-a/"].body)
    for told in (page, forms(site, 6)["feed"]):
        assert re.search(r'<p dir="rtl">بين', told)
        assert re.search(r'<ul dir="rtl">', told)
        assert "<blockquote>" in told
    blocks = manuscript(page[page.index("<blockquote>") :], {})
    assert ("rtl", "p") in {(block.get("dir"), block["t"]) for block in blocks}

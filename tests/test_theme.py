"""The frame against the defects of the theme it stands in for: our pages have none of them.

Which of them Material itself still has is told by `make upstream`, and fails no test.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

import upstream

HTML = "{http://www.w3.org/1999/xhtml}"
BUDGET = 75_000  # bytes of HTML, styles and scripts of a page, as the wire carries them
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def pages(site):
    """Return every page of the city's own site in our frame: path and tree."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        content = path.read_bytes()
        if b'class="rel-page' in content:
            found[path.relative_to(site).as_posix()] = html5lib.parse(content)
    assert len(found) > 20
    return found


def every(pages, name):
    """Return every element of a name, with the path of its page."""
    return [(path, element) for path, tree in pages.items() for element in tree.iter(HTML + name)]


def test_no_font_comes_from_elsewhere(site, pages):
    """Our two fonts, and those cut for other scripts, are files of the site; none is Google's."""
    hrefs = [link.get("href") for _, link in every(pages, "link") if link.get("rel") != "canonical"]
    assert not [href for href in hrefs if "google" in href]
    fonts = {path.relative_to(site).as_posix() for path in site.rglob("*.woff2")}
    sheet = (site / "assets/relations/scripts.css").read_text(encoding="utf-8")
    cut = {f"assets/fonts/{name}" for name in re.findall(r"url\([^)]*/([^/)]+\.woff2)", sheet)}
    assert cut
    assert fonts == cut | {f"assets/fonts/relations-{one}.woff2" for one in ("display", "text")}


def test_no_script_and_no_style_is_inline(pages):
    """Scripts are files, no element carries a style or a handler; Material runs three inline."""
    scripts = [(path, s) for path, s in every(pages, "script") if s.get("src") is None]
    assert {s.get("type") for _, s in scripts} <= {"application/ld+json"}
    assert every(pages, "style") == []
    for path, tree in pages.items():
        for element in tree.iter():
            named = [n for n in element.keys() if n == "style" or n.startswith("on")]  # noqa: SIM118
            assert not named, (path, element.tag, named)


def test_the_search_has_a_name_and_a_submit_button(pages):
    """The search is a dialog with a name and a button; Material's is an unnamed div without one."""
    for path, dialog in every(pages, "dialog"):
        if dialog.get("id") == "search":
            assert dialog.get("aria-labelledby"), path
            buttons = [b.get("type") for b in dialog.iter(HTML + "button")]
            assert "submit" in buttons, path


def test_the_menu_is_no_label_of_a_hidden_box(pages):
    """A button with aria-expanded opens the menu; Material's is a label, deaf to the keyboard."""
    for path, tree in pages.items():
        expanded = [b for b in tree.iter(HTML + "button") if b.get("aria-controls") == "menu"]
        assert [b.get("aria-expanded") for b in expanded] == ["false"], path


def test_the_palette_is_no_radio_of_no_size(pages):
    """A button changes the colours; Material's radio is 0 by 0 and its label takes no focus."""
    assert not [i for _, i in every(pages, "input") if i.get("type") == "radio"]


def test_no_box_is_autocompleted_and_no_tabindex_is_empty(pages):
    """What the standard forbids is not written; Material writes it twice on each page."""
    for path, box in every(pages, "input"):
        assert box.get("type") != "checkbox" or box.get("autocomplete") is None, path
    for path, tree in pages.items():
        assert not [e for e in tree.iter() if e.get("tabindex") == ""], path


def test_landmarks_have_names_of_their_own(pages):
    """No two menus of a page share a name and none stands in another; Material nests them."""
    for path, tree in pages.items():
        ids = {e.get("id"): "".join(e.itertext()).strip() for e in tree.iter() if e.get("id")}
        menus = list(tree.iter(HTML + "nav"))
        names = [n.get("aria-label") or ids.get(n.get("aria-labelledby")) for n in menus]
        assert all(names), path
        assert len(set(names)) == len(names), (path, names)
        assert not [n for menu in menus for n in menu.iter(HTML + "nav") if n is not menu], path
        assert len(list(tree.iter(HTML + "main"))) == 1, path


def test_the_skip_link_stands_in_the_header(pages):
    """The way past the menu is part of the banner; Material's is outside every landmark."""
    for path, tree in pages.items():
        header = next(tree.iter(HTML + "header"))
        assert next(header.iter(HTML + "a")).get("href") == "#main", path


def test_the_missing_page_speaks_the_language_of_the_site(pages):
    """404 is told in French; Material says it in English whatever the language."""
    title = next(pages["404.html"].iter(HTML + "h1"))
    assert title.text == "Cette page n’existe pas"


def test_no_page_says_what_it_was_made_with(pages):
    """The foot belongs to the city; Material signs every page."""
    for path, tree in pages.items():
        assert "Material for MkDocs" not in "".join(tree.itertext()), path


def test_no_forge_is_called_for_its_stars():
    """The header shows no repository, whose script asks the forge's API for numbers."""
    ours = Path(__file__).parent.parent / "hooks" / "city_relations" / "theme"
    assert not [p for p in ours.rglob("*.html") if "source.html" in p.read_text(encoding="utf-8")]


def test_the_sitemap_dates_only_what_has_a_date(site):
    """A page's day in the sitemap is the day of its content, never that of the build."""
    urls = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    days = {u.findtext(f"{SITEMAP}loc"): u.findtext(f"{SITEMAP}lastmod") for u in urls}
    release = next(url for url in days if url.endswith("/2023-03-10-taroudant/"))
    assert days[release] == "2024-04-22"
    assert None in days.values()


def test_every_page_has_a_title_of_its_own(pages):
    """No two pages share a title, and each names the site."""
    titles = [t.text for _, t in every(pages, "title")]
    assert len(set(titles)) == len(titles)
    assert all("Chambéry" in title or "شامبيري" in title for title in titles)


def weight(site, path, tree):
    """Return the bytes a reader fetches to see a page, pictures and fonts apart."""
    here = (site / path).parent
    links = [e.get("href") for e in tree.iter(HTML + "link") if e.get("rel") == "stylesheet"]
    scripts = [e.get("src") for e in tree.iter(HTML + "script") if e.get("src")]
    files = [site / path, *((here / name).resolve() for name in (*links, *scripts))]
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def test_no_page_is_heavier_than_the_budget(site, pages):
    """HTML, styles and scripts of any page together stay within the budget."""
    weights = {
        path: weight(site, path, tree)
        for path, tree in pages.items()
        if not path.endswith("404.html")
    }
    assert max(weights.values()) <= BUDGET, max(weights, key=weights.get)


def test_nothing_is_shipped_that_no_page_asks_for(site):
    """Nothing of Material's is published: neither its scripts and styles nor their maps."""
    shipped = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert not [path for path in shipped if path.endswith(".map")]
    assert [p for p in shipped if re.search(r"lunr|workers|bundle|main\.\w+\.min", p)] == []


def test_upstream_tells_what_material_has_mended(tmp_path):
    """A defect is told when the words that make it are gone, or when what lacked is there."""
    for defect in upstream.DEFECTS:
        template = tmp_path / defect.template
        template.parent.mkdir(parents=True, exist_ok=True)
        with template.open("a", encoding="utf-8") as file:
            file.write("\n".join(defect.written))
    assert list(upstream.mended(tmp_path)) == []
    (tmp_path / "404.html").write_text("404", encoding="utf-8")
    with (tmp_path / "partials" / "search.html").open("a", encoding="utf-8") as file:
        file.write("aria-labelledby")
    (tmp_path / "partials" / "toc-item.html").unlink()
    told = {defect.template for defect in upstream.mended(tmp_path)}
    assert told == {"404.html", "partials/search.html", "partials/toc-item.html"}


SVG = "{http://www.w3.org/2000/svg}svg"


def test_every_drawing_has_a_size_without_styles(pages):
    """A drawing says its width and height, no wider than a page: without CSS it fills no screen."""
    drawings = [(path, svg) for path, tree in pages.items() for svg in tree.iter(SVG)]
    assert len(drawings) > 100
    for path, svg in drawings:
        width, height = int(svg.get("width", 0)), int(svg.get("height", 0))
        if svg.get("class") == "rel-hidden":
            continue
        assert 0 < width <= 640, (path, svg.attrib)
        assert 0 < height <= 640, (path, svg.attrib)
        *_, wide, high = map(float, svg.get("viewBox").split())
        if svg.get("preserveAspectRatio") != "none":
            assert abs(width / height - wide / high) < 0.02, (path, svg.attrib)

"""Data with signs of HTML, quotes, Arabic and long words comes out right wherever it is told."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from building import build, built, copy_project, files
from reading import article, parse, told

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte"
NAME = """L’« Île » <b>&amp; "Co" l'autre"""
ARABIC = "بلدية تارودانت"
TITLE = f"""<script>alert("1")</script> & 'A' </title> {ARABIC} {LONG}"""
PROFILE = f"""\
name: {{fr: {json.dumps(NAME)}, ar: {ARABIC}}}
country: MA
coordinates: {{lat: 30.47, lon: -8.88}}
ties:
  - kind: agreement
    name: {json.dumps(TITLE)}
    acts:
      - {{act: signature, date: 2024-03-01, place: {json.dumps(TITLE)}, note: {json.dumps(TITLE)}}}
    operators: [{{name: {LONG}, kind: association}}]
about: {json.dumps("Texte <script>alert(2)</script> & <b onclick=alert(3)>gras</b> " + ARABIC)}
sources: [{json.dumps(TITLE)}]
"""
RELEASE = f"""\
---
title: {json.dumps(TITLE)}
date: 2026-03-02
place: {json.dumps(TITLE)}
partners: [ile]
summary: {json.dumps("Résumé " + TITLE)}
events:
  - {{date: 2026-12-24, title: {json.dumps(TITLE)}, place: {json.dumps(TITLE)}, kind: meeting}}
---
Premier paragraphe <script>alert(4)</script> & {ARABIC}.

## {TITLE}

Un mot : {LONG}.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Give a built site with one partner and one release full of dangerous signs."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "city")
    (project / "partners" / "ile.yml").write_text(PROFILE, encoding="utf-8")
    folder = project / "press_releases" / "2026"
    folder.mkdir(exist_ok=True)
    (folder / "2026-03-02-essai.md").write_text(RELEASE, encoding="utf-8")
    return built(project, project / "site")


def bare(text):
    """Give a text with plain blanks and quotes, as it was written before typography."""
    return " ".join(text.replace("’", "'").replace("«\u202f", "« ").split())


@pytest.fixture(scope="module")
def partner(hostile):
    """Give the hostile partner's page."""
    return (hostile / "partenaires" / "ile" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def release(hostile):
    """Give the hostile release's page."""
    path = hostile / "communiques" / "2026" / "2026-03-02-essai" / "index.html"
    return path.read_text(encoding="utf-8")


def test_titles_are_told_letter_by_letter(partner, release):
    """Heading and document title hold the very signs written, as text."""
    for html, text in ((partner, NAME), (release, TITLE)):
        page = parse(html)
        assert bare(text) in bare("".join(page.find(".//h1").itertext()))
        assert bare(text) in bare(page.find(".//title").text)


def test_descriptions_are_told_letter_by_letter(release):
    """The description for search engines holds the very signs written."""
    metas = {m.get("name"): m.get("content") for m in parse(release).iter("meta")}
    assert bare(TITLE) in bare(metas["description"])


def test_nothing_written_runs(hostile):
    """On no page of the site is there an element or attribute that data brought to life."""
    for path in sorted(hostile.rglob("*.html")):
        for element in parse(path.read_bytes()).iter():
            if not isinstance(element.tag, str):
                continue
            name = path.relative_to(hostile).as_posix()
            assert not [a for a in element.attrib if a.lower().startswith("on")], name
            assert not [v for v in element.attrib.values() if "javascript:" in v.lower()], name
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", name
                assert "<" not in (element.text or ""), name


def test_words_in_arabic_and_long_words_are_whole(partner, release):
    """Neither is cut, turned or spelt with entities that a reader would see."""
    assert LONG in told(article(partner)).replace("\u00ad", "")
    assert LONG in told(article(release)).replace("\u00ad", "")
    assert ARABIC in told(article(release))


def test_the_search_index_tells_the_same(hostile):
    """Titles in the index are the titles of the pages, escaped once as Material expects."""
    index = json.loads((hostile / "search" / "search_index.json").read_text(encoding="utf-8"))
    entry = next(d for d in index["docs"] if d["location"].endswith("2026-03-02-essai/"))
    assert bare("".join(parse(entry["title"]).itertext())) == bare(TITLE)
    assert "<script" not in entry["title"] + entry["text"]


def test_all_json_is_json(hostile):
    """Every JSON file is read back, and no inline JSON closes its own element."""
    found = {n: json.loads(d) for n, d in files(hostile).items() if n.endswith("json")}
    assert found
    for path in sorted(hostile.rglob("*.html")):
        for script in parse(path.read_bytes()).iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text)


def test_all_xml_is_xml(hostile):
    """Sitemap, feeds and drawings are well formed."""
    for name, data in files(hostile).items():
        if name.endswith((".xml", ".svg", ".atom")):
            assert ET.fromstring(data) is not None, name  # noqa: S314 - we wrote it


@pytest.mark.parametrize("line", ["name: A\x07\n", "name: A\u2028B\n", "name: A\x00B\n"])
def test_control_characters_are_refused(tmp_path, line):
    """A control character in a field publishes nothing."""
    project = copy_project(tmp_path / "city")
    (project / "partners" / "ile.yml").write_text(line + PROFILE, encoding="utf-8")
    assert build(project, project / "site").returncode == 1

"""Texts are read as their authors see them (cases B1 to B16): in page, text, feed and PDF."""

from __future__ import annotations

import io
import json
import re

import pytest
from PIL import Image
from pypdf import PdfReader

from building import ROOT, SAMPLE_CITY, built, copy_project
from city_relations.head.linked_data import article
from city_relations.problems import ContentError
from city_relations.rendering.prose import Renderer
from growing import TWICE, growth
from small_city import (
    CONFIGURATION,
    RELEASE,
    TURIN,
    assets,
    edition_of,
    picture,
    read_city,
    write_city,
)

FILE = "press_releases/2024/2024-05-19-turin.md"
OTHER = "press_releases/2024/2024-06-20-autre.md"
PAGE = "communiques/2024/2024-05-19-turin/"


def release(body, more=""):
    """Return a release with a text, and more fields."""
    head = RELEASE.partition("Un texte")[0].replace("\n---\n", f"\n{more}---\n", 1)
    return f"{head}{body}\n"


def site_of(root, body, files=()):
    """Read the small city with a text as its release's."""
    return read_city(write_city(root, {FILE: release(body), **dict(files)}))


def told(root, body, files=()):
    """Return a text as its page, its plain text and its feed tell it."""
    site = site_of(root, body, files)
    page = str(site.pages[PAGE].body).partition('<div class="rel-prose">')[2]
    page = page.partition("</div>\n    </div>")[0]
    found = assets(site)
    text = found[f"{PAGE}2024-05-19-turin.txt"].decode().partition("Le résumé.")[2]
    text = text.partition("Contact presse")[0].strip()
    items = json.loads(found["communiques/feed.json"])["items"]
    feed = next(item["content_html"] for item in items if PAGE in item["url"])
    return page, text, feed


def flat(html):
    """Return HTML without the blanks between its tags."""
    return re.sub(r">\s+<", "><", html)


def problems(root, body, files=()):
    """Return what is told of the small city with a text as its release's."""
    try:
        return site_of(root, body, files).catalog.remarks
    except ContentError as error:
        return error.problems


# What an author types, what page and feed hold, and the plain text.
READ = {
    "B1": (
        "Programme :\n- matin\n- soir",
        "<ul><li>matin</li><li>soir</li></ul>",
        "- matin\n- soir",
    ),
    "B1-star": ("Programme :\n* matin", "<ul><li>matin</li></ul>", "- matin"),
    "B1-number": ("Programme :\n1. matin", "<ol><li>matin</li></ol>", "1. matin"),
    "B1-table": ("Budget :\n| a | b |\n|---|---|\n| 1 | 2 |", "<td>1</td><td>2</td>", "1 ; 2"),
    "B2": (
        "- matin\n  - accueil\n- soir",
        "<ul><li>matin\n<ul><li>accueil</li></ul></li><li>soir</li></ul>",
        "- matin\n  - accueil\n- soir",
    ),
    "B3": (
        "3. Trois\n4. Quatre\n\n- un point",
        '<ol start="3"><li>Trois</li><li>Quatre</li></ol><ul><li>un point</li></ul>',
        "3. Trois\n4. Quatre\n\n- un point",
    ),
    "B4": (
        "2024. Une année de liens.",
        "<p>2024. Une année de liens.</p>",
        "2024. Une année de liens.",
    ),
    "B5": ("• un\n•\tdeux", "<ul><li>un</li><li>deux</li></ul>", "- un\n- deux"),
    "B5-bracket": (
        "Ensuite :\n1) un\n2) deux",
        "<ol><li>un</li><li>deux</li></ol>",
        "1. un\n2. deux",
    ),
    "B7": (
        "[x](https://www.example.org/mon fichier.pdf)",
        'href="https://www.example.org/mon%20fichier.pdf"',
        "x (https://www.example.org/mon%20fichier.pdf)",
    ),
    "B7-angles": (
        "[x](<https://www.example.org/mon fichier.pdf>)",
        'href="https://www.example.org/mon%20fichier.pdf"',
        "x (https://www.example.org/mon%20fichier.pdf)",
    ),
    "B12": (
        "Voir https://www.example.org/a.",
        '<a href="https://www.example.org/a" rel="noopener">https://www.example.org/a</a>.',
        "Voir https://www.example.org/a.",
    ),
    "B16-raised": ("Le 1^{er} mai, 40 m^{2}.", "1<sup>er</sup>", "Le 1er mai, 40\u00a0m²."),
    "H1": (
        "> Un mot.\n> — La maire\n\n> Un autre.\n> — Le maire",
        (
            "<figure><blockquote><p>Un mot.</p></blockquote><figcaption>La maire</figcaption>"
            "</figure><figure><blockquote><p>Un autre.</p></blockquote><figcaption>Le maire"
        ),
        "Un mot.\n\nLa maire\n\nUn autre.\n\nLe maire",
    ),
    "H1-one-quotation": (
        "> Un mot.\n> — La maire\n>\n> Un autre.\n>\n> — Le maire",
        "<figcaption>La maire</figcaption></figure><figure><blockquote><p>Un autre.</p>",
        "Un mot.\n\nLa maire\n\nUn autre.\n\nLe maire",
    ),
    "H4": (
        "Un mot.\n\nمرحبا بكم\n\n- Oui",
        '<p>Un mot.</p><p dir="rtl">مرحبا بكم</p><ul><li>Oui</li></ul>',
        "Un mot.\n\nمرحبا بكم\n\n- Oui",
    ),
    "A6": ('`href="@photo/x"`', '<code>href="@photo/x"</code>', 'href="@photo/x"'),
}


@pytest.mark.parametrize("case", READ)
def test_a_text_is_read_as_its_author_sees_it(case, tmp_path):
    """Page and feed hold what a forge's preview shows, and the plain text says the same."""
    typed, html, text = READ[case]
    page, plain, feed = told(tmp_path, typed)
    assert html in flat(page)
    assert html in flat(feed)
    assert plain.endswith(text)


def test_b3_the_pdf_keeps_the_numbers(tmp_path):
    """B3, H1 and B9 in the PDF: the list begins at 3, each quotation has its speaker, a note is."""
    body = "3. Trois\n4. Quatre\n\n> Un mot.\n> — La maire\n\nFin[^1].\n\n[^1]: Une note."
    site = site_of(tmp_path, body)
    pdf = assets(site)[f"{PAGE}2024-05-19-turin.pdf"]
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for told_there in ("3.", "Trois", "4.", "La maire", "Une note"):
        assert told_there in words


def test_b9_a_footnote_is_a_footnote(tmp_path):
    """B9: a note leads there and back on its page; in the text it is numbered."""
    page, text, _ = told(tmp_path, "Une phrase.[^1]\n\n[^1]: Chiffre de 2024.")
    assert '<sup id="p-fnref:1"><a href="#p-fn:1" rel="noopener">1</a></sup>' in page
    assert '<li id="p-fn:1">' in page
    assert 'href="#p-fnref:1"' in page
    assert "Retour au texte de la note 1" in page
    assert text == "Une phrase. [1]\n\n1. Chiffre de 2024."


def test_c5_feeds_lead_to_the_page_of_a_note(tmp_path):
    """C5: in a feed the way to a note or a heading is a whole address, that of its page."""
    _, _, feed = told(tmp_path, "Une phrase.[^1] [x](#fin)\n\n## Fin\n\n[^1]: Chiffre.")
    links = re.findall(r'href="([^"]*)"', feed)
    whole = f"https://port-arden.example/{PAGE}#p-"
    assert links == [f"{whole}fn:1", f"{whole}fin", f"{whole}fnref:1"]


def test_b9_notes_of_one_page_are_set_apart(tmp_path):
    """B9: two texts of a partner's page with notes have no id in common."""
    notes = "  Un mot.[^1]\n\n  [^1]: Une note.\n"
    profile = f"{TURIN}about: |\n{notes}take_part: |\n{notes}"
    site = read_city(write_city(tmp_path, {"partners/turin.yml": profile}))
    ids = re.findall(r'id="([^"]*)"', str(site.pages["partenaires/turin/"].body))
    assert {"p-about-fn:1", "p-take-part-fn:1"} <= set(ids)
    assert len(ids) == len(set(ids))


ANOTHER = """---
title: "Un autre texte"
date: 2024-06-20
partners: [turin]
summary: "Le résumé."
---
## Étape 2

مرحبا

## L’été à Turin

## Étape 2
"""


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("#étape-2", "#p-etape-2"),
        ("#etape-2", "#p-etape-2"),
        ("2024-06-20-autre.md#étape-2", "../2024-06-20-autre/#p-etape-2"),
        ("2024-06-20-autre.md#lété-à-turin", "../2024-06-20-autre/#p-lete-a-turin"),
        ("2024-06-20-autre.md#l-ete-a-turin", "../2024-06-20-autre/#p-lete-a-turin"),
        ("2024-06-20-autre.md#étape-2-1", "../2024-06-20-autre/#p-etape-2_1"),
        ("../../partners/turin.yml#chronologie", "../../../partenaires/turin/#timeline"),
        ("../../partners/turin.yml#timeline", "../../../partenaires/turin/#timeline"),
        ("../../partners/turin.yml#jumelage", "../../../partenaires/turin/#tie-1"),
    ],
)
def test_b8_anchors_lead_where_the_forge_leads(link, href, tmp_path):
    """B8: an anchor is found by the forge's id, by ours or by the heading's words."""
    page, _, _ = told(tmp_path, f"[x]({link})\n\n## Étape 2", {OTHER: ANOTHER})
    assert f'<a href="{href}"' in page


def test_b8_the_places_named_stand_on_the_page(tmp_path):
    """B8: every section that a link can lead to is on a partner's page, under that very title."""
    more = (
        "about: Un mot.\ntake_part: Un mot.\nsources: [Registre]\n"
        "projects: [{title: Un projet, period: 2020}]\nelsewhere: [{with: Gand, country: BE}]\n"
    )
    site = read_city(write_city(tmp_path, {"partners/turin.yml": TURIN + more}))
    body = str(site.pages["partenaires/turin/"].body)
    places = site.catalog.destinations.anchors("partners/turin.yml").places
    assert len(places) == 8
    for place in places:
        title = re.search(rf'<h2 id="{place.id}"[^>]*>(.*?)</h2>', body, re.DOTALL)
        assert place.names[-1].lower() in re.sub(r"<[^>]*>", "", title[1]).lower()


def test_b8_a_dead_anchor_is_a_problem(tmp_path):
    """B8: an anchor to nowhere is told, with the nearest there is."""
    body = "[x](#etap-2) et [y](2024-06-20-autre.md#étape-3)\n\n## Étape 2"
    found = problems(tmp_path, body, {OTHER: ANOTHER})
    assert [dict(p.text.values)["meant"] for p in found if not p.remark] == [
        "#étape-2",
        "2024-06-20-autre.md#étape-2",
    ]


def test_b8_a_dead_anchor_of_a_written_page_is_a_problem(tmp_path):
    """B8: in docs/, where MkDocs alone would abort, an anchor is told with the line to paste."""
    page = "---\ntitle: Liens\n---\n# Liens\n\n[x](#étape-2) [y](#etape-2)\n\n## Étape 2\n"
    found = [p for p in problems(tmp_path, "Un mot.", {"docs/liens.md": page}) if not p.remark]
    assert [(p.file, p.line, p.fix) for p in found] == [
        ("docs/liens.md", 6, "[x](#etape-2) [y](#etape-2)")
    ]


@pytest.mark.parametrize("sign", ["–", "–\u00a0", "➢ ", "✓ ", "●"])
def test_b5_other_bullets_are_lists(sign, tmp_path):
    """B5: what French typography and word processors put before points is a list."""
    sign = sign if sign != "–" else "– "
    page, _, _ = told(tmp_path, f"Programme :\n{sign}matin\n{sign}soir")
    assert "<ul><li>matin</li><li>soir</li></ul>" in flat(page)


def test_b5_one_dash_alone_is_no_list(tmp_path):
    """B5: a line that begins with a dash may be said by somebody."""
    page, _, _ = told(tmp_path, "Il a dit :\n– Bonjour")
    assert "– Bonjour" in page.replace("\u00a0", " ")


@pytest.mark.parametrize("tag", ["iframe", "script", "video", "form", "font"])
def test_b6_what_is_taken_out_is_told(tag, tmp_path):
    """B6: an element that a page leaves out is named in a remark, and is not on the page."""
    found = problems(tmp_path / "a", f"Un mot.\n\n<{tag} src='x'>a</{tag}>")
    assert [(p.remark, dict(p.text.values)["typed"]) for p in found] == [(True, f"<{tag}>")]
    assert found[0].line == 11
    page, _, _ = told(tmp_path / "b", f"Un mot.\n\n<{tag} src='x'>a</{tag}>")
    assert f"<{tag}" not in page


def test_b6_a_handler_is_told(tmp_path):
    """B6: a handler is named; code that shows one is left in peace."""
    found = problems(tmp_path, "Un <b onclick='x()'>mot</b>. `<b onclick=x>`")
    assert [dict(p.text.values) for p in found] == [{"typed": "onclick"}]


def test_b10_a_grey_picture_of_16_bits_stays_grey(tmp_path):
    """B10: a middle grey of 16 bits is shown as a middle grey."""
    picture = io.BytesIO()
    Image.new("I;16", (400, 300), 32768).save(picture, "PNG")
    photo = 'photos: [{file: gris.png, alt: "Une façade grise sans fenêtre", credit: Ville}]\n'
    files = {
        FILE: release("Un mot.", photo),
        "press_releases/2024/gris.png": picture.getvalue(),
    }
    site = read_city(write_city(tmp_path, files))
    shown = [copy.file for copy in site.copies if copy.path.endswith((".jpg", ".webp"))]
    assert shown
    for file in shown:
        with Image.open(file) as image:
            assert abs(image.convert("L").getpixel((200, 150)) - 128) < 3


def test_b11_words_are_whole(tmp_path):
    """B11: hints for breaking a word are gone, typed or written as an entity."""
    page, text, feed = told(tmp_path, "Un jume\u00adlage à Tu\u200brin, et Cham&shy;béry.")
    for found in (page, text, feed):
        assert "jumelage à Turin, et Chambéry" in found


ENTITIES = "Caf&eacute;&nbsp;d&#8217;&Eacute;t&#xE9; &amp;amp; Ga&ntilde;o&shy;nes, 1^{er} m^{2}"
MEANT = "Café d’Été &amp; Gañones, 1er m²"
IN_PROFILE = """name: {0}
country: IT
local_name: {{it: {0}}}
photos: [{{file: place.png, alt: {0}, caption: {0}, credit: {0}}}]
ties:
  - kind: twinning
    name: {0}
    acts: [{{act: signature, date: 1957-05-19, place: {0}}}]
events: [{{date: 2027-06-21, title: {0}, place: {0}}}]
"""
IN_RELEASE = """---
title: {0}
date: 2024-05-19
place: {0}
partners: turin
summary: {0}
issuer: {{name: {0}}}
photos: [{{file: place.png, alt: {0}, caption: {0}, credit: {0}}}]
videos: [{{url: "https://films.example/?a=1&amp;b=2", title: {0}}}]
contacts: [{{office: {0}, email: presse@port-arden.example}}]
corrections: [{{date: 2024-05-20, note: {0}}}]
---
Un texte.
"""


@pytest.mark.parametrize("sign", ["\ufeff", "&#65279;", "\ufff9"])
@pytest.mark.parametrize("typed", ["Un jumelage", "Un texte"])
def test_b11_a_sign_that_no_archive_takes_keeps_nothing_from_being_built(typed, sign, tmp_path):
    """B11: marks of byte order are gone, marks of notes cost the PDF alone, and both are told."""
    text = RELEASE.replace(typed, typed[:4] + sign + typed[4:])
    site = read_city(write_city(tmp_path, {FILE: text}))
    has_pdf = f"{PAGE}2024-05-19-turin.pdf" in assets(site)
    told = [problem.rule for problem in site.catalog.remarks]
    lost = ["letters-can-be-printed"] if sign == "\ufff9" else []
    assert (has_pdf, told) == (not lost, lost)


def test_b12_an_entity_of_a_line_is_its_sign(tmp_path):
    """B12, B16: whatever the field, what was pasted from a page or a PDF is read once as meant."""
    typed = f'"{ENTITIES}"'
    files = {
        "partners/turin.yml": IN_PROFILE.format(typed),
        FILE: IN_RELEASE.format(typed),
        "partners/place.png": picture(),
        "press_releases/2024/place.png": picture(),
    }
    catalog = read_city(write_city(tmp_path, files)).catalog
    release, (turin,) = catalog.releases[0], catalog.partners
    tie, event, correction = turin.ties[0], turin.events[0], release.corrections[0]
    found = [release.title, release.place, release.summary, release.issuer[0].name]
    found += [release.videos[0].title, release.contacts[0].office, correction.note]
    found += [turin.name, turin.local_name, tie.name, tie.acts[0].place, event.title, event.place]
    for photo in (*turin.photos, *release.photos):
        found += [photo.alt, photo.caption, photo.credit]
    assert {one if isinstance(one, str) else next(iter(one.values())) for one in found} == {MEANT}
    assert release.videos[0].url == "https://films.example/?a=1&b=2"


def test_b12_a_list_is_not_parted_at_an_entity(tmp_path):
    """B12: the sign that ends an entity parts no list."""
    files = {
        "partners/koln.yml": TURIN.replace("Turin", "Köln").replace("IT", "DE"),
        FILE: RELEASE.replace("[turin]", "K&ouml;ln, Turin"),
    }
    assert read_city(write_city(tmp_path, files)).catalog.releases[0].partners == ("koln", "turin")


@pytest.mark.parametrize("field", ["title", "place", "summary"])
def test_b12_a_field_of_an_entity_that_shows_nothing_is_empty(field, tmp_path):
    """B12, A2: what is empty once it is decoded is told where it stands."""
    text = re.sub(rf"(?m)^{field}: .*$", f"{field}: '&nbsp;&#8203;'", RELEASE)
    found = _told(write_city(tmp_path, {FILE: text}))
    assert [(p.file, p.field, p.remark) for p in found] == [(FILE, field, False)]


@pytest.mark.parametrize("file", [FILE, "partners/turin.yml", "docs/index.md"])
def test_b13_a_conflict_of_git_is_named(file, tmp_path):
    """B13: the marks Git leaves are refused as what they are, and nothing else is told of them."""
    write_city(tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    marks = "<<<<<<< HEAD\nUn\n=======\nDeux\n>>>>>>> autre\n"
    (tmp_path / file).write_text(text + marks, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read_city(tmp_path)
    first = text.count("\n") + 1
    own = [p.line for p in refused.value.problems if p.file == file and "Git" in p.text.one]
    assert own == [first, first + 2, first + 4]


def test_b14_turning_signs_are_told(tmp_path):
    """B14: a sign that turns what follows is a problem in a title, a remark in a text."""
    text = release("Un\u202e mot.").replace("Un jumelage", "Un\u2067 jumelage")
    found = [
        (p.line, p.remark, p.fix)
        for p in _told(write_city(tmp_path, {FILE: text}))
        if "U+" in p.text.one
    ]
    assert found == [(2, False, 'title: "Un jumelage fêté"'), (9, True, "Un mot.")]


TURNED = {
    'title: "Fin \\u202e du texte"': 'title: "Fin  du texte"',
    'title: "Fin \\U0000202Edu texte"': 'title: "Fin du texte"',
    "title: Fin &#8238;du texte": "title: Fin du texte",
    "title: Fin &#x2067;du texte": "title: Fin du texte",
}


@pytest.mark.parametrize("typed", TURNED)
def test_b14_an_escape_of_a_turning_sign_is_told(typed, tmp_path):
    """B14: a sign that turns what follows is refused however it is spelt."""
    text = re.sub(r"(?m)^title: .*$", lambda _: typed, RELEASE)
    found = [p for p in _told(write_city(tmp_path, {FILE: text})) if "U+" in p.text.one]
    assert [(p.line, p.column, p.remark, p.fix) for p in found] == [
        (2, typed.index("Fin ") + 5, False, TURNED[typed])
    ]


@pytest.mark.parametrize(
    ("file", "text", "remark"),
    [
        ("partners/turin.yml", TURIN + 'about: "Un mot \\u202e ici."\n', True),
        ("partners/turin.yml", TURIN + "about: {fr: Un mot \u202e ici.}\n", True),
        ("partners/turin.yml", TURIN + 'local_name: {it: "To\\u202erino"}\n', False),
        (FILE, release("Un mot &#8238; ici."), True),
        ("docs/index.md", "---\ntitle: Accueil\n---\nUn mot \u202e ici.\n", True),
        ("docs/index.md", '---\ntitle: "Acc\\u202eueil"\n---\nUn mot.\n', False),
        ("mkdocs.yml", CONFIGURATION.replace("Hébergeur", '"H\\u202eote"'), False),
    ],
)
def test_b14_a_text_is_remarked_and_a_line_refused(file, text, remark, tmp_path):
    """B14: in a text of several lines it is a remark, in a line a problem, wherever it stands."""
    found = [p for p in _told(write_city(tmp_path, {file: text})) if "U+" in p.text.one]
    assert [(p.file, p.remark) for p in found] == [(file, remark)]


def test_b14_a_code_of_a_text_is_shown_as_typed(tmp_path):
    """B14: in a Markdown text no escape of YAML is read, and nothing is told of one."""
    assert not _told(write_city(tmp_path, {FILE: release("Tapez `\\u202e` ici.")}))


def _told(root):
    try:
        return read_city(root).catalog.remarks
    except ContentError as error:
        return error.problems


def test_b15_a_translation_says_that_its_original_was_corrected(tmp_path):
    """B15: page and text of a translation name the day, unless it was corrected as well."""
    correction = "corrections: [{date: 2024-05-21, note: Le 21 et non le 20.}]\n"
    italian = FILE.replace(".md", ".it.md")
    for own, expected in (("", True), (correction, False)):
        files = {FILE: release("Un mot.", correction), italian: release("Una parola.", own)}
        site = read_city(write_city(tmp_path, files))
        page = str(site.pages[f"{PAGE}it/"].body)
        text = assets(site)[f"{PAGE}it/2024-05-19-turin-it.txt"].decode()
        for found, told in (
            (page, "Le communiqué original a été corrigé le 21 mai 2024."),
            (text, "Il comunicato originale è stato corretto il 21 maggio 2024."),
        ):
            plain = found.replace("\u00a0", " ").replace("&nbsp;", " ")
            assert (told in plain) is expected


def test_b15_a_correction_dates_the_translation(tmp_path):
    """B15: page, sitemap and machine-readable head of a translation have the correction's day."""
    correction = "corrections: [{date: 2024-06-02, note: Le 21 et non le 20.}]\n"
    files = {FILE: release("Un mot.", correction), FILE.replace(".md", ".it.md"): release("Uno.")}
    site = read_city(write_city(tmp_path, files))
    feed = json.loads(assets(site)["communiques/feed.json"])["items"][0]["date_modified"]
    edition = edition_of(site.catalog)
    assert feed.startswith("2024-06-02T")
    for one in (site.catalog.releases[0], *site.catalog.translations["2024-05-19-turin"]):
        page = site.pages[edition.addresses.release(one)]
        assert page.updated.isoformat() == "2024-06-02"
        assert article(edition, one, "")["dateModified"] == feed


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("ChambÃ©ry et lâ€™Italie", "Chambéry et l’Italie"),
        ("Un TODO ici", ""),
        ("Lorem ipsum dolor", ""),
    ],
)
def test_b16_what_was_left_behind_is_remarked(typed, fix, tmp_path):
    """B16: scrambled letters come with the line to paste; a filler is told."""
    found = problems(tmp_path, typed)
    assert [(p.line, p.remark, p.fix) for p in found] == [(9, True, fix)]


def test_b16_quotation_marks_around_a_name_are_told(tmp_path):
    """B16: a name between quotation marks is remarked with the line without them."""
    text = TURIN.replace("name: Turin", "name: “Turin”", 1)
    found = [
        p for p in _told(write_city(tmp_path, {"partners/turin.yml": text})) if p.field == "name"
    ]
    assert [(p.remark, p.fix) for p in found] == [(True, "name: Turin")]


OLD = {
    "##Titre": "## Titre",
    "## Titre {#ici}": "## Titre",
    "Un mot.\n{: .grand}": "",
    "[TOC]": "",
    "*[UE]: Union européenne": "",
    "!!! note": "",
}


@pytest.mark.parametrize("typed", OLD)
def test_what_the_old_reading_allowed_is_found(typed, tmp_path):
    """What only Python-Markdown understood is a problem, with the line to paste."""
    found = [p for p in problems(tmp_path, typed) if not p.remark]
    assert [p.fix for p in found] == [OLD[typed]]


def test_a_picture_inside_words_parts_them(tmp_path):
    """A photo among words stands between two paragraphs: a figure is inside none."""
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "red").save(picture, "PNG")
    photo = 'photos: [{file: a.png, alt: "Une façade rouge sans fenêtre", credit: Ville}]\n'
    files = {FILE: release("Avant *ici ![x](a.png) après*.", photo)}
    files["press_releases/2024/a.png"] = picture.getvalue()
    page = flat(str(read_city(write_city(tmp_path, files)).pages[PAGE].body))
    assert '<p>Avant <em>ici </em></p><figure class="rel-photo">' in page
    assert "</figure><p><em> après</em>.</p>" in page


@pytest.mark.parametrize("city", [ROOT, SAMPLE_CITY], ids=["city", "sample"])
def test_both_cities_build_strictly(city, tmp_path):
    """Nothing in either city's texts is refused or warned of."""
    built(copy_project(tmp_path / "city", city), tmp_path / "site")


@pytest.mark.parametrize(
    "piece",
    ["<a ", "[ ", "![ ", "[x](", "*a ", "> ", "- a\n", "<div title='", "<pre>", "www.", "www.a.b/"],
)
def test_d11_no_text_takes_long(piece):
    """D11: twice as many beginnings of anything take about twice as long, thousands of them."""

    def rendered(many):
        return Renderer().render(piece * many, lambda target: target, language="fr")

    assert growth(rendered, 5_000) < TWICE


def test_d11_what_stands_open_a_thousand_times_is_words():
    """A text nested as none is written is told as it was typed, and nothing of it is live."""
    told = Renderer().render("<PRE>" * 1_001 + "Fin.", lambda target: target, language="fr").html
    assert told.count("&lt;PRE&gt;") == 1_001
    assert "<pre" not in told.lower()

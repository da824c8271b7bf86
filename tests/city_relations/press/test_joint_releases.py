"""Several who speak together: each is told with its own contacts, wherever the release goes."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from city_relations.problems import ContentError
from mistaken import told
from small_city import assets, catalog_of, read_city, release, write_city

PUBLISHER, COMMITTEE, CITY = "Ville de Port-Arden", "Comité de jumelage", "Ville de Turin"
JOINT = f"""issuer:
  - name: {PUBLISHER}
  - name: {COMMITTEE}
    kind: association
    contacts:
      - {{office: Bureau du comité, email: bureau@comite.example}}
  - name: {CITY}
    kind: partenaire
    contacts:
      - {{office: Ufficio stampa, email: stampa@torino.example}}
"""
NAMES = (PUBLISHER, COMMITTEE, CITY)
FILE = "press_releases/2024/2024-05-06-a"
HERE = "communiques/2024/2024-05-06-a"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Read a city with a joint release and its translation, which names nobody."""
    files = {f"{FILE}.md": release(more=JOINT), f"{FILE}.it.md": release("Un titolo")}
    return read_city(write_city(tmp_path_factory.mktemp("joint") / "city", files))


def test_h5_page_kit_and_pdf_tell_each(site):
    """Page, text and PDF name all who speak, and each office with whose it is."""
    text = assets(site)[f"{HERE}/2024-05-06-a.txt"].decode()
    pages = PdfReader(BytesIO(assets(site)[f"{HERE}/2024-05-06-a.pdf"])).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in (text, paper):
        assert f"{PUBLISHER}, {COMMITTEE} et {CITY}" in words
        assert f"{COMMITTEE} · Bureau du comité · bureau@comite.example" in words
        assert f"{CITY} · Ufficio stampa · stampa@torino.example" in words
        assert f"{PUBLISHER} · Service presse · presse@port-arden.example" in words
    page = str(site.pages[f"{HERE}/"].body)
    assert f"<strong>{COMMITTEE}</strong><br>Bureau du comité" in page
    italian = assets(site)[f"{HERE}/it/2024-05-06-a-it.txt"].decode()
    assert "stampa@torino.example" in italian


def test_h5_machines_are_told_each(site):
    """Both feeds, JSON-LD, the lists and the open data have every name, in order."""
    files = assets(site)
    item = json.loads(files["communiques/feed.json"])["items"][-1]
    assert [author["name"] for author in item["authors"]] == list(NAMES)
    entry = files["communiques/atom.xml"].decode().rpartition("<entry>")[2]
    found = [entry.index(f"<name>{name}</name>") for name in NAMES]
    assert found == sorted(found)
    graph = json.loads(site.pages[f"{HERE}/"].head.linked_data)["@graph"]
    article = next(thing for thing in graph if thing["@type"] == "NewsArticle")
    assert [author["name"] for author in article["author"]] == list(NAMES)
    assert article["author"][0]["@type"] == "GovernmentOrganization"
    row = json.loads(files["donnees/communiques.json"])[-1]
    assert row["issuers"] == list(NAMES)
    assert row["issuer"] == f"{PUBLISHER}, {COMMITTEE} et {CITY}"
    assert f"{COMMITTEE} et {CITY}" in str(site.pages["communiques/"].body)


@pytest.mark.parametrize(
    ("issuer", "offices"),
    [
        ("", [("", "presse@port-arden.example")]),
        ("issuer: Comité\n", [("", "presse@port-arden.example")]),
        ("issuer: [Comité, {name: Ville}]\n", [("", "presse@port-arden.example")]),
        ("issuer: {name: A, contacts: [{office: B, email: b@a.example}]}\n", [("", "b@a.example")]),
        (
            (
                "issuer: [{name: A, contacts: [{office: B, email: b@a.example}]}, {name: C}]\n"
                "contacts: [{office: D, email: d@c.example}]\n"
            ),
            [("", "d@c.example"), ("A", "b@a.example")],
        ),
        ("issuer: [{name: G, kind: groupe politique}, {name: H, kind: groupe politique}]\n", []),
    ],
)
def test_h5_who_answers(tmp_path, issuer, offices):
    """The city's office answers for the city, else where nobody can be asked; for no group."""
    catalog = catalog_of(tmp_path, {f"{FILE}.md": release(more=issuer)})
    found = catalog.issuers(catalog.releases[0]).offices
    assert [(whose, office.email) for whose, office in found] == offices


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("issuer: {kind: city}\n", "5:9: issuer.name"),
        ("issuer: {name: A, kind: lune}\n", "5:25: issuer.kind"),
        ("issuer: {nom: A}\n", "5:10: issuer.nom"),
        ("issuer: [{name: A}, {name: B, kind: lune}]\n", "5:37: issuer.kind"),
        ("issuer: [A, [B]]\n", "5:13: issuer"),
    ],
)
def test_h5_a_fault_has_its_place(tmp_path, issuer, place):
    """What is wrong with one who speaks is told at its own field, alone or in a list."""
    with pytest.raises(ContentError) as error:
        catalog_of(tmp_path, {f"{FILE}.md": release(more=issuer)})
    assert f"{FILE}.md:{place}: " in told(error.value.problems, "fr")

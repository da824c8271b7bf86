"""A partner's sheet: two pages at the most, read in order, public only where the city says so."""

from __future__ import annotations

import io

import pypdf
import pytest

from building import NOW, ROOT
from city_relations.catalog import read_catalog
from city_relations.geography.time_differences import Difference, difference
from city_relations.papers.__main__ import main
from city_relations.rendering.edition import Edition
from city_relations.rendering.numbers import clocks
from city_relations.rendering.prose import Renderer
from city_relations.reports.paper import pdf_of
from city_relations.reports.sheet import fitted, paper
from drawn import picture
from small_city import (
    CONFIGURATION,
    TURIN,
    URL,
    assets,
    catalog_of,
    edition_of,
    profile,
    read_city,
    write_city,
)

MORE = """time_zone: Asia/Kolkata
greeting: {it: Buongiorno}
events: [{date: 2027-03-04, title: Une fête, place: Turin}]
contacts: [{office: Ufficio internazionale, email: ufficio@citta.example}]
"""
FILES = {
    "partners/turin.yml": TURIN.replace(
        "    themes:", "    signatory: Le maire de Turin\n    themes:"
    )
    + MORE
}


@pytest.mark.parametrize(
    ("there", "here", "southern", "told"),
    [
        ("Europe/Rome", "Europe/Paris", False, Difference(0, 0)),
        ("Africa/Ouagadougou", "Europe/Paris", False, Difference(-60, -120)),
        ("Africa/Casablanca", "Europe/Paris", False, Difference(0, -60)),
        ("Asia/Kolkata", "Europe/Paris", False, Difference(270, 210)),
        ("America/Toronto", "Europe/Paris", False, Difference(-360, -360, (-300,))),
        ("Europe/Paris", "Pacific/Auckland", True, Difference(-600, -720, (-660,))),
    ],
)
def test_clocks_are_compared_by_season(there, here, southern, told):
    """The usual difference of each season here, and what holds between two changes of clocks."""
    assert difference(there, here, southern=southern) == told


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return the folder of a city that publishes the sheet of its one partner."""
    settings = CONFIGURATION + "    sheets: true\n"
    return write_city(tmp_path_factory.mktemp("sheet") / "city", FILES, settings=settings)


@pytest.fixture(scope="module")
def site(root):
    """Return the city, read."""
    return read_city(root)


def words(content):
    """Return the words of a PDF in their order."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    told = "\n".join(page.extract_text() for page in pages)
    return " ".join(told.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_a_sheet_says_what_a_mayor_needs(site):
    """Who they are, the hour there, the tie and who signs, dates done and to come, contacts."""
    told = words(assets(site)["partenaires/turin/fiche-turin.pdf"])
    order = (
        *("Turin", "Torino", "Pour saluer Buongiorno"),
        "Heure locale + 4 h 30 min en hiver, + 3 h 30 min en été",
        *("En vigueur depuis le 19 mai 1957", "Signe pour le partenaire Le maire de Turin"),
        *("Dernières dates", "Prochaines dates", "4 mars 2027 · Une fête"),
        *("À qui écrire", "Ufficio internazionale", "Service presse"),
    )
    places = [told.index(one) for one in order]
    assert places == sorted(places)


def test_the_page_leads_to_a_public_sheet(site):
    """The button stands on the partner's page, and the facts tell the hour and the signatory."""
    page = site.pages["partenaires/turin/"].body
    assert 'href="fiche-turin.pdf"' in page
    assert "Le maire de Turin" in page
    assert '<span lang="it" dir="ltr">Buongiorno</span>' in page


def test_a_sheet_is_not_public_by_itself(tmp_path):
    """Without `sheets: true` there is neither file nor link."""
    site = read_city(write_city(tmp_path / "city", FILES))
    assert not [path for path in assets(site) if "fiche" in path]
    assert "fiche" not in site.pages["partenaires/turin/"].body


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_sheet_of_the_demonstration_fits_two_pages(language):
    """Taroudant's, with its own script, is tagged, in the readers' language, on two pages."""
    catalog = read_catalog(ROOT, NOW)
    edition = Edition(catalog.told_in(language), language, Renderer(), URL)
    found = pdf_of(edition, paper(edition, catalog.partner("taroudant")))
    reader = pypdf.PdfReader(io.BytesIO(found.read_bytes()))
    assert len(reader.pages) <= 2
    assert reader.trailer["/Root"]["/Lang"] == language
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_long_profile_still_fits_two_pages(tmp_path):
    """The first act and the last, what ended last, what comes first; the rest is said to exist."""
    acts = "".join(f"      - {{act: amendment, date: {1960 + n}}}\n" for n in range(1, 30))
    projects = "".join(f"  - {{title: Projet {n}, period: {1990 + n}}}\n" for n in range(30))
    about = "\n\n".join(f"  Alinéa {n}. " + "Une longue phrase. " * 30 for n in range(20))
    text = (
        "name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\ncountry: GB\nties:\n"
        f"  - kind: twinning\n    acts:\n      - {{act: signature, date: 1957}}\n{acts}"
        f"projects:\n{projects}about: |\n{about}\n"
    )
    edition = edition_of(catalog_of(tmp_path / "city", {"partners/llan.yml": text}))
    found = fitted(edition, edition.catalog.partner("llan")).pdf().read_bytes()
    told = words(found)
    assert len(pypdf.PdfReader(io.BytesIO(found)).pages) <= 2
    assert all(one in told for one in ("Signature 1957", "Avenant 1989", "Projet 29"))
    assert "Projet 1 " not in told
    assert "Ce que deux pages ne peuvent contenir" in told


@pytest.mark.parametrize("size", [(2400, 1600), (1000, 1800), (2400, 600), (200, 133)])
def test_a_sheet_shows_the_photo_beside_the_map(tmp_path, size):
    """Whatever its shape the photo is seen with its description, and the sheet stays one page."""
    photo = "photos: [{file: place.jpg, alt: Une place., credit: Ville de Turin}]\n"
    files = {"partners/turin.yml": TURIN + photo, "partners/place.jpg": picture(size)}
    edition = edition_of(catalog_of(tmp_path / "city", files))
    found = pdf_of(edition, paper(edition, edition.catalog.partner("turin")))
    reader = pypdf.PdfReader(io.BytesIO(found.read_bytes()))
    (image,) = reader.pages[0].images
    assert image.image.width == round(size[0] * min(1, 1600 / max(size)))
    assert len(reader.pages) == 1
    assert "Photo : Ville de Turin" in words(found.read_bytes())


def test_a_partner_without_a_zone_is_told_no_hour(tmp_path):
    """Nothing is guessed: the page says nothing of the hour."""
    files = {"partners/turin.yml": profile()}
    catalog = read_catalog(write_city(tmp_path / "city", files), NOW)
    assert clocks(catalog.partner("turin"), catalog.city) is None


@pytest.mark.parametrize(
    ("partner", "status", "said"),
    [
        ("turin", 0, "Écrit : fiche-turin.pdf."),
        ("turni", 1, "aucun partenaire « turni » n’est publié : écrivez « turin »."),
        ("xyz", 1, "aucun partenaire « xyz » n’est publié : écrivez l’un de turin."),
    ],
)
def test_the_command_writes_a_sheet(root, tmp_path, monkeypatch, capsys, partner, status, said):
    """Public or not, a sheet is written into a file; a name misspelt is told the nearest."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    given = [str(root), "mkdocs.yml", "--into", str(tmp_path), "--partner", partner]
    assert main(given) == status
    assert said in capsys.readouterr().out.replace("\u202f", " ").replace("\u00a0", " ")

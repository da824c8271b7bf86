"""Reports on paper: tagged, read in order, the same bytes later, in each language; the command."""

from __future__ import annotations

import io
import math
import re
import subprocess
from datetime import UTC, datetime

import pypdf
import pytest

from building import NOW, ROOT
from city_relations.catalog import read_catalog
from city_relations.maps.maps import scene_of
from city_relations.maps.pictures import opening
from city_relations.papers.__main__ import main
from city_relations.rendering.edition import Edition
from city_relations.rendering.prose import Renderer
from city_relations.reports import sheet as sheets
from city_relations.reports.paper import pdf_of
from city_relations.reports.yearly import paper
from small_city import URL, profile, write_bare_city


@pytest.fixture(scope="module")
def catalog():
    """Return the catalog of the demonstration."""
    return read_catalog(ROOT, NOW)


def pdf(catalog, language, year):
    """Return the bytes of a report of the demonstration."""
    edition = Edition(catalog.told_in(language), language, Renderer(), URL).seen_from(year)
    return pdf_of(edition, paper(edition)).read_bytes()


@pytest.fixture(scope="module")
def french(catalog):
    """Return the report of 2023 in French."""
    return pdf(catalog, "fr", 2023)


def read_aloud(content, folder):
    """Return the words of a PDF in the order a screen reader says them."""
    (folder / "report.pdf").write_bytes(content)
    command = ["pdftotext", str(folder / "report.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return " ".join(told.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_a_report_is_read_in_order(french, tmp_path):
    """The sections follow each other as on the page, each after its heading."""
    words = read_aloud(french, tmp_path)
    order = (
        *("Bilan de l’année 2023", "À la fin de 2023, Chambéry était liée à 5 partenaires"),
        *("Signé, renouvelé, terminé", "Annoncé pour l’année, et non réalisé"),
        *("Visites et événements", "Délégations envoyées", "Délégations reçues"),
        *("Projets et financements", "Qadisha Durable", "En tout : 1 060 000 €."),
        *(
            "Communiqués de presse",
            "Les liens à la fin de 2023",
            "En vigueur depuis le 19 mai 1957",
        ),
        *("Ce qui venait ensuite", "45 ans du jumelage", "Corrections apportées"),
    )
    places = [words.index(one) for one in order]
    assert places == sorted(places)


def test_a_report_says_nothing_twice(french, tmp_path):
    """A date begins a line; partner and place follow a title only where it does not name them."""
    words = read_aloud(french, tmp_path)
    assert "Première visite d’une délégation de Chambéry à Taroudant Communiqué" in words
    assert "Signature de la coopération décentralisée · Taroudant" in words
    assert "• Mai 2024 · 45 ans du jumelage · Albstadt" in words


def test_partners_stand_where_they_are_on_paper(catalog):
    """Nobody points at a mark on paper: none is moved away from others, and each is named."""
    edition = Edition(catalog, "fr", Renderer(), URL).seen_from(2023)
    drawn = paper(edition).drawings["map"]
    picture = opening(scene_of(edition, edition.partners))
    turin = next(item.point for item in picture.plan.items if item.name == "Turin")
    spots = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", drawn.svg)
    assert min(math.dist(turin, map(float, spot)) for spot in spots) < 12
    assert "Turin" in [label.text for label in drawn.labels]


def test_what_is_french_in_an_arabic_line_stands_in_order(catalog, tmp_path):
    """A passage of another direction is isolated: the scheme stands left of its funder."""
    edition = Edition(catalog.told_in("ar"), "ar", Renderer(), URL)
    sheet = sheets.paper(edition, catalog.partner("caza-de-bcharre"))
    (tmp_path / "sheet.pdf").write_bytes(pdf_of(edition, sheet).read_bytes())
    command = ["pdftotext", "-bbox", str(tmp_path / "sheet.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    places = {word: float(x) for x, word in re.findall(r'xMin="([\d.]+)".*?>([^<]*)</word>', told)}
    scheme = next(x for word, x in places.items() if "FICOL" in word)
    assert scheme < places["Agence"]


def test_a_report_is_tagged_and_its_drawings_are_told(french):
    """It says that it is PDF/UA and PDF/A, its language, and what each drawing shows."""
    reader = pypdf.PdfReader(io.BytesIO(french))
    root = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "fr")
    assert b"pdfuaid" in root["/Metadata"].get_data()
    told = str([*_alternatives(root["/StructTreeRoot"]["/K"])])
    assert "Carte des partenaires" in told
    assert "Une ligne par partenaire" in told


def _alternatives(element):
    element = element.get_object()
    for child in element if isinstance(element, list) else ():
        yield from _alternatives(child) if hasattr(child, "get_object") else ()
    if isinstance(element, dict):
        yield from [element["/Alt"]] if "/Alt" in element else []
        yield from _alternatives(element["/K"]) if "/K" in element else ()


def test_a_report_has_the_same_bytes_later(french):
    """Made seven years later, the report of a past year is the same file."""
    later = read_catalog(ROOT, datetime(2030, 3, 3, 12, tzinfo=UTC))
    assert pdf(later, "fr", 2023) == french


@pytest.mark.parametrize(("language", "word"), [("de", "Jahresbericht 2023"), ("ar", "2023")])
def test_a_report_is_told_in_each_language(catalog, language, word, tmp_path):
    """The same report in German and in Arabic, its lanes running as one reads."""
    content = pdf(catalog, language, 2023)
    assert word in read_aloud(content, tmp_path)
    assert pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/Lang"] == language


@pytest.fixture
def write(tmp_path, monkeypatch, capsys):
    """Write a paper of a small city; give the status, what is said, and the files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    more = "events: [{date: 2003-05-01, title: Une fête}]\n"
    city = write_bare_city(tmp_path / "city", {"partners/turin.yml": profile(more=more)})
    (tmp_path / "out").mkdir()

    def call(*asked):
        status = main([str(city), "mkdocs.yml", "--into", str(tmp_path / "out"), *asked])
        return status, capsys.readouterr().out, sorted((tmp_path / "out").iterdir())

    return call


def test_the_command_writes_any_year_with_facts(write):
    """An older year is written into a file, which is never written over."""
    status, told, (file,) = write("--year", "2003")
    assert (status, file.name, told) == (0, "bilan-2003.pdf", "Écrit : bilan-2003.pdf.\n")
    assert file.read_bytes().startswith(b"%PDF")
    status, told, _ = write("--year", "2003")
    assert status == 1
    assert "bilan-2003.pdf existe déjà" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--year", "2004"), "rien de daté n’est consigné pour 2004"),
        (("--year", "2004"), ": 2003, 1990."),
        (("--year", "2031"), "2031 est encore à venir"),
        (
            ("--year", "2003", "--told-in", "pt"),
            "le site n’existe pas en « pt » : écrivez l’un de fr",
        ),
    ],
)
def test_a_year_without_facts_is_told(write, asked, said):
    """What cannot be reported is said, with the years that can; nothing is written."""
    status, told, files = write(*asked)
    assert (status, files) == (1, [])
    assert said in told.replace("\u202f", " ").replace("\u00a0", " ")

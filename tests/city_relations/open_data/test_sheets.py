"""The open data as spreadsheets: read back, cell by cell, by a reader of another maker."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from building import NOW
from city_relations.catalog.reading import read_catalog
from city_relations.open_data.ods import document
from city_relations.open_data.sheets import Sheet, sheets_of
from city_relations.open_data.tables import tables
from city_relations.open_data.xlsx import sheet_name, workbook
from small_city import assets, edition_of, read_city, write_city

FILE = "partners/turin.yml"
WRITERS = {"ods": document, "xlsx": workbook}


def read_back(data):
    """Return the cells of the first sheet as a reader of another maker finds them."""
    found = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    return [[same(cell) for cell in row] for row in found]


def same(cell):
    """Return a cell as readers give it: nothing is an empty text, midnight is its day."""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    return "" if cell is None else float(cell) if isinstance(cell, int) else cell


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Write a small city whose partner has two acts with numbers, a project and money."""
    acts = (
        "acts:\n"
        "      - {act: vote, date: 2022-12-02, number: DCM 2022-181}\n"
        "      - {act: signature, date: 2023-03, number: DCM 2023-7}\n"
        "    term: {years: 3}\n"
        "    sources: [Registre, {source: https://a.example/, archived: https://b.example/}]\n"
    )
    projects = (
        "projects:\n"
        "  - title: Eau\n"
        "    funding:\n"
        "      - {funder: A, amount: 12000.5}\n"
        "      - {funder: B, amount: 100, currency: CHF}\n"
        "      - {funder: C, amount: 0.25}\n"
        "      - {funder: D}\n"
    )
    profile = "name: Turin\ncountry: IT\nties:\n  - kind: twinning\n    " + acts + projects
    return write_city(tmp_path_factory.mktemp("sheets"), {FILE: profile})


@pytest.fixture(scope="module")
def files(city):
    """Return the files of that city's site."""
    return assets(read_city(city))


@pytest.mark.parametrize("form", WRITERS)
def test_every_table_comes_back_cell_by_cell(city, form):
    """Each cell of each table of a city is read back as it was written, days as days."""
    edition = edition_of(read_catalog(city, NOW))
    for table in tables(edition):
        sheet, columns = sheets_of(edition, table, table.values)
        wanted = [list(sheet.head), *([same(cell) for cell in row] for row in sheet.rows)]
        told = read_back(WRITERS[form]([sheet, columns]))
        assert told == (wanted if sheet.rows else told), table.name
        assert told[0] == wanted[0]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+33 4",
        "@SUM(A1)",
        "00123",
        "1/2",
        "TRUE",
        "a < b & \"c\" 'd'",
        "deux\nlignes",
        "été, « l’œuvre »",
        "توأمة",
        "姉妹都市",
        "https://example.org/?a=1&b=2",
        "x" * 5000,
        0,
        -8.877,
        10**12,
        date(1957, 5, 19),
        date(2999, 12, 31),
        datetime.fromisoformat("2026-07-17T11:30"),
        None,
    ],
    ids=lambda cell: str(cell)[:20],
)
def test_a_cell_comes_back_as_it_was(cell, form):
    """No text becomes a number, a formula or a link, and no day becomes a text."""
    sheet = Sheet("A", ("un", "deux"), ((cell, "là"),))
    assert read_back(WRITERS[form]([sheet])) == [["un", "deux"], [same(cell), "là"]]


def test_a_day_that_spreadsheets_count_differently_is_a_text():
    """Before March 1900 a workbook has no day that all programs agree on."""
    sheet = Sheet("A", ("un",), ((date(1891, 6, 1),),))
    assert read_back(workbook([sheet])) == [["un"], ["1891-06-01"]]
    assert read_back(document([sheet])) == [["un"], [date(1891, 6, 1)]]


def test_people_read_words_and_days(files):
    """Kinds and states are told in words; a month stands as it is known, and its first day too."""
    told = read_back(files["donnees/liens.ods"])
    row = dict(zip(*told, strict=True))
    assert row["Nature"] == "jumelage"
    assert row["Signé"] == "2023-03"
    assert row["Signé\N{NO-BREAK SPACE}: premier jour"] == date(2023, 3, 1)
    assert row["Délibérations"] == "DCM 2022-181; DCM 2023-7"
    assert row["Sources"] == "Registre; https://a.example/"
    assert row["Copies archivées"] == "https://b.example/"
    assert row["Argent"] == "100 CHF; 12000.75 EUR"
    assert row["Durée\N{NO-BREAK SPACE}: Renouvelable"] == "non"


def test_the_list_of_partners_is_the_same_table(city):
    """The page tells numbers, money and what comes as the table does, and leads to its files."""
    page = read_city(city).pages["partenaires/"]
    assert "DCM 2022-181" in page.body
    assert "12\N{NARROW NO-BREAK SPACE}000,75\N{NO-BREAK SPACE}€" in page.body
    assert 'href="../donnees/liens.ods"' in page.body
    assert "Prochaine date" not in page.body, "of no tie anything comes"


def test_the_columns_are_explained_on_a_sheet_of_their_own(files):
    """The second sheet says of each column what it holds."""
    book = CalamineWorkbook.from_filelike(BytesIO(files["donnees/liens.xlsx"]))
    heads = book.get_sheet_by_index(0).to_python()[0]
    explained = book.get_sheet_by_index(1).to_python()[1:]
    assert [row[0] for row in explained] == heads
    assert all(row[1] for row in explained)


def test_the_first_row_stays_in_sight(files):
    """Both files say so in their own way."""
    told = files
    with ZipFile(BytesIO(told["donnees/liens.xlsx"])) as archive:
        assert b'ySplit="1"' in archive.read("xl/worksheets/sheet1.xml")
    with ZipFile(BytesIO(told["donnees/liens.ods"])) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert b'"VerticalSplitPosition" config:type="int">1<' in archive.read("settings.xml")


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_sheets_give_the_same_bytes(form):
    """No hour of the making stands in a file."""
    sheet = Sheet("A", ("un",), (("deux",),))
    assert WRITERS[form]([sheet]) == WRITERS[form]([sheet])
    with ZipFile(BytesIO(WRITERS[form]([sheet]))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_a_sheet_runs_from_the_right_where_its_language_does():
    """A table told in Arabic begins at the right in both files."""
    sheet = Sheet("أ", ("اسم",), (("تورينو",),), from_right=True)
    with ZipFile(BytesIO(workbook([sheet]))) as archive:
        assert b'rightToLeft="1"' in archive.read("xl/worksheets/sheet1.xml")
    with ZipFile(BytesIO(document([sheet]))) as archive:
        assert b'table:style-name="rtl"' in archive.read("content.xml")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Liens", "Liens"), ("a/b: [c]?*", "a b   c"), ("n" * 60, "n" * 31), ("'x'", "x")],
)
def test_a_sheet_has_a_name_that_spreadsheets_take(title, name):
    """Signs that mean something in a formula, and what is too long, are left out."""
    assert sheet_name(title) == name

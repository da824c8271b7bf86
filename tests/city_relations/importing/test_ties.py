"""Tables of ties: read in the forms they come in, each cell accounted for, nothing guessed."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pytest
from xlsxwriter import Workbook

from building import ROOT, SAMPLE_CITY, copy_project
from city_relations import cli
from city_relations.author_files import Refused
from city_relations.content import read_content
from city_relations.importing.ties.claims import claim_of
from city_relations.importing.ties.headers import held_by
from city_relations.importing.ties.tables import Row, read_table
from city_relations.open_data.ods import document
from city_relations.open_data.sheets import Sheet
from city_relations.open_data.xlsx import workbook
from city_relations.schema.choices import TieKind
from city_relations.schema.city_facts import CityFacts
from small_city import TURIN, profile, write_bare_city

COUNTRIES = {
    "fr": ("Italie", "Allemagne", "Pologne", "Sénégal", "Japon"),
    "en": ("Italy", "Germany", "Poland", "Senegal", "Japan"),
    "de": ("Italien", "Deutschland", "Polen", "Senegal", "Japan"),
}
HEADERS = {
    "fr": ("Ville jumelle", "Pays", "Latitude", "Longitude", "Type de lien", "Depuis", "Source"),
    "en": ("Sister city", "Country", "Lat", "Lon", "Type", "Since", "Source"),
    "de": ("Partnerstadt", "Land", "Breite", "Länge", "Art", "Seit", "Quelle"),
}
KINDS = {
    "fr": ("jumelage", "ville jumelée", "coopération décentralisée", "accord"),
    "en": ("twinning", "sister_city", "friendship_city", "agreement"),
    "de": ("Städtepartnerschaft", "Partnerstadt", "Freundschaft", "Abkommen"),
}
TIES = 40  # in each of the five tables


def rows_of(language, offset):
    """Return forty ties of a city; of three the kind, the day or the name cannot be taken."""
    for n in range(TIES):
        since = (f"{1950 + n}", f"{1950 + n}-05", f"{1950 + n}-05-19")[n % 3]
        since = "21034" if n == 7 else since
        kind = "mariage" if n == 11 else KINDS[language][n % 4]
        name = "" if n == 13 else f"Essai {offset} {chr(65 + n % 26)}{chr(97 + n // 26)}"
        country = COUNTRIES[language][n % 5]
        source = f"https://archives.example/{offset}/{n}"
        yield (name, country, str(40 + n / 10), str(7 + n / 10), kind, since, source)


def as_text(headers, rows):
    """Write a table as text, its cells between semicolons."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([headers, *rows])
    return out.getvalue()


def as_csv(headers, rows):
    """Write a table as a French spreadsheet saves it."""
    return as_text(headers, rows).encode("cp1252")


def as_wikidata(_, rows):
    """Write a table as Wikidata answers."""
    names = ("partnerLabel", "countryLabel", "lat", "lon", "kind", "since", "source")
    bindings = [
        {name: {"type": "literal", "value": v} for name, v in zip(names, row, strict=True) if v}
        for row in rows
    ]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def as_sheet(write):
    """Return what writes a table with a maker of workbooks, days as days."""

    def written(headers, rows):
        whole = re.compile(r"\d{4}-\d\d-\d\d")
        told = [
            tuple(date.fromisoformat(c) if whole.fullmatch(c) else c for c in row) for row in rows
        ]
        return write([Sheet("Liens", headers, tuple(told))])

    return written


FILES = {
    "une.csv": ("fr", as_csv),
    "two.json": ("en", as_wikidata),
    "drei.xlsx": ("de", as_sheet(workbook)),
    "quatre.ods": ("fr", as_sheet(document)),
    "five.csv": ("en", as_csv),
}


@pytest.fixture
def city(tmp_path, monkeypatch):
    """Write a small city whose staff speaks French, German and English, and stand in it."""
    root = write_bare_city(tmp_path / "city")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    spoken = settings.replace("languages: [fr]", "languages: [fr, de, en]")
    (root / "mkdocs.yml").write_text(spoken, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795694400")  # 2026-11-26
    return root


def test_two_hundred_ties_of_five_tables_are_accounted_for(city, tmp_path, capsys):
    """Each cell is taken, the same already, or listed; the drafts are sound, and twice is once."""
    for n, (name, (language, write)) in enumerate(FILES.items()):
        rows = list(rows_of(language, n))
        (tmp_path / name).write_bytes(write(HEADERS[language], rows))
        cells = sum(bool(cell) for row in rows for cell in row)
        assert cli.main(["import", "ties", str(tmp_path / name), "--yes"]) == 0
        taken, same, left = _counted(capsys.readouterr().out)
        assert (taken + same + left, same) == (cells, 0), name
        assert left == 2 + 6  # a day's number, an unknown kind, and a row without a name
        assert cli.main(["import", "ties", str(tmp_path / name), "--yes"]) == 0
        taken, same, left = _counted(capsys.readouterr().out)
        assert (taken, same + left) == (0, cells), name
        assert cli.main(["reconcile", str(tmp_path / name)]) == 1
    content = read_content(city)
    assert content.problems == []
    drafts = [partner for partner in content.partners if partner.is_draft]
    assert len(drafts) == len(FILES) * (TIES - 1)
    assert all("2026-11-26" in str(one.ties[0].sources[-1]) for one in drafts)
    assert cli.main(["check"]) == 0


def _counted(told):
    found = re.search(r"Cellules.*?(\d+) reprises, (\d+) déjà.*?, (\d+) listées", told)
    return tuple(map(int, found.groups()))


PLANTED = 30


COLUMNS = ("name", "country", "lat", "lon", "kind", "date", "end")


def rows_of_record(root):
    """Return the ties of a city as rows of a table."""
    return [_row(partner, tie) for partner in read_content(root).partners for tie in partner.ties]


@pytest.mark.parametrize("of", [ROOT, SAMPLE_CITY], ids=["site", "sample"])
def test_a_table_of_the_record_differs_in_nothing(tmp_path, monkeypatch, capsys, of):
    """A city's own ties as a table are its record."""
    root = copy_project(tmp_path / "city", of)
    monkeypatch.chdir(root)
    (tmp_path / "same.csv").write_text(as_text(COLUMNS, rows_of_record(root)), encoding="utf-8")
    assert cli.main(["reconcile", str(tmp_path / "same.csv"), "--language", "en"]) == 0
    assert "say the same" in capsys.readouterr().out


def test_thirty_planted_differences_are_found(tmp_path, monkeypatch, capsys):
    """Each of thirty differences, in all that can differ, is told once, and no other."""
    root = copy_project(tmp_path / "city")
    monkeypatch.chdir(root)
    changed, planted = _with_differences(rows_of_record(root))
    (tmp_path / "other.csv").write_text(as_text(COLUMNS, changed), encoding="utf-8")
    assert cli.main(["reconcile", str(tmp_path / "other.csv"), "--format", "json"]) == 1
    told = [(one["matter"], one["partner"]) for one in json.loads(capsys.readouterr().out)]
    assert len(planted) == PLANTED
    assert sorted(told) == sorted(planted)
    assert cli.main(["reconcile", str(tmp_path / "other.csv"), "--format", "csv"]) == 1
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == PLANTED


def _row(partner, tie):
    point = partner.coordinates
    since = tie.since or next((a.date for a in tie.acts if a.date and a.act.binds), None)
    end = next((a.date for a in tie.acts if a.date and a.act.ends), None)
    told = (point.lat, point.lon) if point else ("", "")
    return (partner.name.in_(""), partner.country, *told, tie.kind, since or "", end or "")


def _with_differences(rows):
    """Return rows changed in every way that a row can be, and what is to be found."""
    names = [row[0] for row in rows]
    told = [list(map(str, row)) for row in rows if names.count(row[0]) == 1]
    changed, planted = told[:-1], [("missing_there", told[-1][0])]
    for row in changed:
        row[2], row[4] = str(float(row[2]) - 1), "project"
        planted += [("place", row[0]), ("kind", row[0])]
        if row[5] and not row[6]:
            row[5], row[6] = "1899", "1950"
            planted += [("date", row[0]), ("end", row[0])]
    kept = [row for row in rows if names.count(row[0]) > 1]
    new = [[f"Nulle-Part {n}", "IT", "", "", "", "", ""] for n in range(PLANTED - len(planted))]
    return [*changed, *kept, *new], [*planted, *(("missing_here", row[0]) for row in new)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ce n’est pas un tableau"),
        ("{", "coupé ou abîmé"),
        ('{"a": 1}', "ne contient pas de tableau"),
        ("a;b\n1;2\n", "aucune colonne ne dit"),
        ("\0\0\0", "ce n’est pas un tableau"),
    ],
)
def test_what_is_no_table_is_told(city, tmp_path, capsys, text, told):
    """A file that holds no table of ties is refused in a sentence, and nothing is written."""
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    assert cli.main(["import", "ties", str(tmp_path / "x.csv"), "--yes"]) == 1
    assert told in capsys.readouterr().out
    assert [path.name for path in (city / "partners").glob("*.yml")] == ["turin.yml"]


@pytest.mark.parametrize("name", ["x.xlsx", "x.ods", "x.xls"])
@pytest.mark.usefixtures("city")
def test_a_broken_workbook_is_told(tmp_path, capsys, name):
    """So is a workbook that no program opens."""
    (tmp_path / name).write_bytes(b"PK\x03\x04 no workbook")
    assert cli.main(["import", "ties", str(tmp_path / name), "--yes"]) == 1
    assert "ce classeur ne peut être lu" in capsys.readouterr().out


def claim(cells, **facts):
    """Return what a row of a table claims."""
    return claim_of(Row(1, cells), held_by(cells), CityFacts(**facts))


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"partnerLabel": "Turin", "coord": "Point(7.68 45.07)"}, "point", (7.68, 45.07)),
        ({"Nom": "T", "Coordonnées": "45° 4′ N, 7° 41′ E"}, "point", (7.68333, 45.06667)),
        ({"Nom": "T", "Lat": "45,07", "Long": "7,68"}, "point", (7.68, 45.07)),
        ({"name": "T", "item": "http://www.wikidata.org/entity/Q495"}, "wikidata", "Q495"),
        ({"name": "T", "kind": "Städtepartnerschaft"}, "kind", TieKind.TWINNING),
        ({"name": "T", "kind": "sister_city"}, "kind", TieKind.TWINNING),
        ({"name": "T", "type": "friendship_city"}, "kind", TieKind.FRIENDSHIP),
        ({"name": "T"}, "kind", TieKind.TO_CONFIRM),
        ({"Ville": "T", "Pays": "la Côte d’Ivoire"}, "country", "CI"),
        ({"Name": "T", "Land": "Elfenbeinküste"}, "country", "CI"),
        (
            {"name": "T", "source": "https://a.example|Archives, 3 E 2"},
            "sources",
            ("https://a.example", "Archives, 3 E 2"),
        ),
    ],
)
def test_a_cell_is_read_as_sources_write_it(cells, field, value):
    """Points, numbers, kinds and countries are read in the words of data and of people."""
    found = claim(cells)
    assert getattr(found, field) == value
    assert found.unread == ()


@pytest.mark.parametrize(
    ("since", "precision", "told", "listed"),
    [
        ("1957-05-19T00:00:00Z", "11", "1957-05-19", False),
        ("1957-05-01T00:00:00Z", "10", "1957-05", False),
        ("1957-01-01T00:00:00Z", "9", "1957", False),
        ("1957-05-19T00:00:00Z", "", "1957-05-19", False),
        ("1957-01-01T00:00:00Z", "", "1957", True),  # a day or a year: nobody says
        ("19/05/1957", "", "1957-05-19", False),
        ("mai 1957", "", "1957-05", False),
    ],
)
def test_no_date_is_told_more_exactly_than_its_source_does(since, precision, told, listed):
    """Wikidata writes a year as its first day; how exact it is stands beside, or is not known."""
    cells = {"name": "T", "date": since, "datePrecision": precision}
    found = claim({key: cell for key, cell in cells.items() if cell})
    assert str(found.since) == told
    assert bool(found.unread) is listed


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "T", "country": "Tchécoslovaquie"},
        {"name": "T", "country": "Xyz"},
        {"name": "T", "lat": "95", "lon": "7"},
        {"name": "T", "lat": "nord", "lon": "est"},
        {"name": "T", "date": "35000"},
        {"name": "T", "date": "bientôt"},
        {"name": "T", "kind": "mariage"},
        {"name": "T", "wikidata": "495"},
        {"name": "T", "website": "javascript:alert(1)"},
        {"name": "T", "montant": "12 000 CHF"},
        {"name": "T", "state": "en crise"},
    ],
    ids=str,
)
def test_what_cannot_be_read_is_listed_and_not_guessed(cells):
    """The words that were not taken stand in the list, with why."""
    found = claim(cells)
    assert {one.header for one in found.unread} == set(cells) - {"name"}
    assert not {one.header for one in found.unread} & set(found.taken)


def test_rows_of_one_name_in_two_countries_are_two_partners(city, tmp_path, capsys):
    """Two cities of one name each have a profile; a third row without a country is nobody's."""
    text = "name,country\nMonrovia,Liberia\nMonrovia,US\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert cli.main(["import", "ties", str(tmp_path / "a.csv"), "--yes"]) == 0
    names = sorted(path.name for path in (city / "partners").glob("monrovia*.yml"))
    assert names == ["monrovia-us.yml", "monrovia.yml"]
    (tmp_path / "b.csv").write_text("name\nMonrovia\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["import", "ties", str(tmp_path / "b.csv"), "--yes"]) == 0
    assert "plusieurs fiches" in capsys.readouterr().out


def test_columns_are_asked_for_or_given(city, tmp_path, monkeypatch, capsys):
    """Headers that say nothing are asked for in plain words, or told by a file."""
    (tmp_path / "a.csv").write_text("A,B,C\nLille,France,x\n", encoding="utf-8")
    (tmp_path / "columns.yml").write_text("A: nom\nB: pays\n", encoding="utf-8")
    asked = ["import", "ties", str(tmp_path / "a.csv")]
    assert cli.main([*asked, "--columns", str(tmp_path / "columns.yml"), "--yes"]) == 0
    assert "C : « x » : personne n’a dit" in capsys.readouterr().out
    assert "country: FR" in (city / "partners/lille.yml").read_text(encoding="utf-8")
    (city / "partners/lille.yml").unlink()
    answers = iter(("nom", "pays", ""))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert cli.main(asked) == 0
    assert (city / "partners/lille.yml").is_file()
    (tmp_path / "columns.yml").write_text("Z: nom\n", encoding="utf-8")
    assert cli.main([*asked, "--columns", str(tmp_path / "columns.yml")]) == 1


def test_merged_cells_and_lines_above_are_told(tmp_path):
    """A workbook's title, its merged cells and its other sheets are read for what they are."""
    book = Workbook(tmp_path / "m.xlsx")
    page, other = book.add_worksheet("Liens"), book.add_worksheet("Notes")
    page.write_row(0, 0, ["Nos jumelages"])
    page.write_row(2, 0, ["Ville", "Pays", "Depuis"])
    page.write_row(3, 0, ["Turin", "Italie", 1957])
    page.write_row(4, 0, ["Milan", "", 1960])
    page.merge_range(3, 1, 4, 1, "Italie")
    other.write(0, 0, "x")
    book.close()
    table = read_table(tmp_path / "m.xlsx")
    assert [row.cells for row in table.rows] == [
        {"Ville": "Turin", "Pays": "Italie", "Depuis": "1957"},
        {"Ville": "Milan", "Pays": "Italie", "Depuis": "1960"},
    ]
    assert [row.number for row in table.rows] == [4, 5]
    assert [said for _, said in table.remarks] == ["Notes", "Italie", "Nos jumelages"]


def test_a_table_is_too_heavy_or_no_file(tmp_path):
    """Fifty megabytes are refused by their size, and so is a folder."""
    with (tmp_path / "t.csv").open("wb") as file:
        file.truncate(60_000_000)
    for path in (tmp_path / "t.csv", tmp_path):
        with pytest.raises(Refused):
            read_table(path)


def test_the_memory_of_a_partner_is_compared_with_ours(city, tmp_path, capsys):
    """A partner's own open data tell of us; what they say is held against its profile."""
    (city / "partners/turin.yml").write_text(TURIN, encoding="utf-8")
    row = {"id": "x", "partner": "port-arden", "kind": "twinning", "state": "ended"}
    row |= {"founded": "1958", "until": "2001", "note": "", "sources": []}
    (tmp_path / "liens.json").write_text(json.dumps([row]), encoding="utf-8")
    told = ["reconcile", str(tmp_path / "liens.json"), "--of", "Turin", "--format", "json"]
    assert cli.main(told) == 1
    found = {one["matter"] for one in json.loads(capsys.readouterr().out)}
    assert found == {"date", "end"}
    assert cli.main([*told[:3], "Milan"]) == 1
    assert "n’est pas un partenaire" in capsys.readouterr().out


def test_a_row_that_stands_there_twice_is_one_tie(city, tmp_path, capsys):
    """The second is listed as equal to the first; what it says beyond is told as not taken."""
    rows = "Lille,France,jumelage,1990,\n" * 2 + "Lille,FR,jumelage,1990,à relire\n"
    rows += "Lille,France,accord,1990,\n"
    (tmp_path / "a.csv").write_text(f"nom,pays,type,date,note\n{rows}", encoding="utf-8")
    assert cli.main(["import", "ties", str(tmp_path / "a.csv"), "--yes"]) == 0
    told = capsys.readouterr().out
    assert "ligne 3 : « Lille » : la même chose que la ligne 2" in told
    assert "ligne 4 : « Lille » : le même lien que la ligne 2" in told
    assert _counted(told) == (8, 0, 9)
    kinds = [tie.kind for one in read_content(city).partners for tie in one.ties][:2]
    assert sorted(kinds) == [TieKind.AGREEMENT, TieKind.TWINNING]


@pytest.mark.parametrize("sign", [";", "\t", ",", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_cells_are_parted_by_the_sign_that_parts_most_lines(tmp_path, sign, mark):
    """A comma in a title or in degrees parts no cell where another sign does; heads come again."""
    head, row = (("nom", "pays", "lat"), ("Lille", "France", '"50,6"'))
    lines = ["Jumelages, état de 2024", *map(sign.join, (head, row, head, row))]
    (tmp_path / "a.csv").write_text(mark + "\n".join(lines), encoding="utf-8")
    table = read_table(tmp_path / "a.csv")
    assert table.headers == head
    cells = {"nom": "Lille", "pays": "France", "lat": "50,6"}
    assert [(row.number, row.cells) for row in table.rows] == [(3, cells), (5, cells)]
    assert table.remarks[-1][0].one.startswith("the headers once more")


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("44927", "2023-01-01"),
        ("44927,5", "2023-01-01"),
        ("44927.5", "2023-01-01"),
        ("9863", "1927-01-01"),
        ("100000", "2173-10-14"),
    ],
)
def test_a_number_of_a_spreadsheet_is_told_as_the_day_it_may_mean(number, day):
    """No day is made of it, since old spreadsheets of Apple count from 1904."""
    found = claim({"name": "T", "date": number})
    assert found.since is None
    assert day in str(found.unread[0].why.values)


def test_a_moment_within_a_day_is_that_day():
    """An hour says that a first of January is no whole year."""
    assert str(claim({"name": "T", "date": "2023-01-01T12:00:00"}).since) == "2023-01-01"


def test_what_reconcile_could_not_read_is_told(city, tmp_path, capsys):
    """Two days of an end differ at what both know; a cell nobody could read is no agreement."""
    ended = profile("Brno", "").replace(
        "since: 1990}", "since: 1990, acts: [{act: end, date: 2001-03-04}]}"
    )
    (city / "partners/brno.yml").write_text(ended, encoding="utf-8")
    rows = "Turin,IT,,\nBrno,IT,2001-03,\nBrno,IT,1999,bientôt\n"
    (tmp_path / "a.csv").write_text(f"nom,pays,fin,date\n{rows}", encoding="utf-8")
    assert cli.main(["reconcile", str(tmp_path / "a.csv")]) == 1
    told = capsys.readouterr().out
    assert "ligne 4, date : « bientôt »" in told
    assert "Brno : les dates diffèrent (ended 2001-03-04 ≠ 1999, ligne 4)" in told
    assert "1 différence" in told

"""Open data: judged by the tools its readers use, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from city_relations.open_data.csv_files import cell
from small_city import CONFIGURATION, TURIN, assets, read_city, write_city

DCAT, TERMS = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
FILE = "partners/turin.yml"


def lines(content):
    """Return the lines of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_tables_keep_to_their_schemas(site):
    """Frictionless finds every table of the city's own site as its schema says."""
    report = Package(str(site / "donnees/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == 8


def test_a_table_out_of_its_schema_is_seen(site, tmp_path):
    """The judge is not asleep: a table with a value outside its closed list is refused."""
    for path in (site / "donnees").glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    ties = (tmp_path / "liens.csv").read_text(encoding="utf-8")
    (tmp_path / "liens.csv").write_text(
        ties.replace(",twinning,", ",marriage,", 1), encoding="utf-8"
    )
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_json_keeps_to_its_schema(site):
    """Each JSON file of the city's own site is as its JSON Schema says, and the schema is one."""
    schemas = sorted((site / "donnees").glob("*.schema.json"))
    assert len(schemas) == 8
    for path in schemas:
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        data = path.with_name(path.name.replace(".schema", "")).read_text(encoding="utf-8")
        Draft202012Validator(schema).validate(json.loads(data))


def test_csv_and_json_tell_the_same_lines(site):
    """The two forms of a table have the same lines, by identifier, each once."""
    for path in sorted((site / "donnees").glob("*.csv")):
        told = [row["id"] for row in lines(path.read_bytes())]
        data = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert told == [row["id"] for row in data]
        assert len(told) == len(set(told))


def test_references_lead_somewhere(site):
    """An act names a tie of the table of ties, and every line a partner that exists."""
    tables = {p.stem: lines(p.read_bytes()) for p in (site / "donnees").glob("*.csv")}
    partners = {row["id"] for row in tables["partenaires"]}
    ties = {row["id"] for row in tables["liens"]}
    assert {row["tie"] for row in tables["actes"]} <= ties
    for name in ("liens", "actes", "projets", "financements"):
        assert {row["partner"] for row in tables[name]} <= partners


def test_points_are_on_earth_longitude_first(site):
    """GeoJSON gives [longitude, latitude] within bounds, and names each partner's ties."""
    data = json.loads((site / "donnees/partenaires.geojson").read_text(encoding="utf-8"))
    assert data["type"] == "FeatureCollection"
    found = {feature["id"]: feature for feature in data["features"]}
    for feature in found.values():
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert feature["properties"]["ties"]
    lon, lat = found["turin"]["geometry"]["coordinates"]
    assert (round(lon), round(lat)) == (8, 45)


def test_a_point_tells_where_each_tie_stands(site):
    """GeoJSON tells of each tie its kind and state, since and until when, and what comes next."""
    data = json.loads((site / "donnees/partenaires.geojson").read_text(encoding="utf-8"))
    found = {one["id"]: one["properties"]["ties"] for one in data["features"]}
    ties = {row["id"]: row for row in lines((site / "donnees/liens.csv").read_bytes())}
    told = [tie for partner in found.values() for tie in partner]
    assert len(told) == len(ties)
    for key, column in (("since", "founded"), ("until", "until"), ("next", "next")):
        assert sorted(t.get(key, "") for t in told) == sorted(r[column] for r in ties.values())
    assert any("next" in tie for tie in told)


def test_the_catalogue_is_dcat(site):
    """A program that reads RDF finds one data set, its licence and every file it names."""
    graph = Graph().parse(site / "donnees/catalogue.jsonld", format="json-ld")
    (data_set,) = graph.subjects(RDF.type, URIRef(DCAT + "Dataset"))
    assert graph.value(data_set, URIRef(TERMS + "license"))
    assert graph.value(data_set, URIRef(TERMS + "modified"))
    files = [str(url) for url in graph.objects(None, URIRef(DCAT + "downloadURL"))]
    assert len(files) == 33
    for url in files:
        path = url.removeprefix("https://relations-internationales.example/")
        assert (site / path).is_file(), url
    for url in graph.objects(None, URIRef(TERMS + "conformsTo")):
        path = str(url).removeprefix("https://relations-internationales.example/")
        assert (site / path).is_file(), url


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+33 4", "'+33 4"),
        ("-2", "'-2"),
        ("\t=1", "'=1"),
        ("une\nligne", "une\nligne"),
        (-8.877, "-8.877"),
        (True, "true"),
        (None, ""),
        (["a", "b"], "a|b"),
        (["=a", "b"], "'=a|b"),
        (80000, "80000"),
    ],
)
def test_a_cell_is_never_a_formula(value, told):
    """Text that a spreadsheet would run is set off by an apostrophe; numbers stay numbers."""
    assert cell(value) == told


def test_hostile_text_stays_in_its_cell(tmp_path):
    """Quotes, commas and formulas in a profile come back as they were written, made harmless."""
    profile = TURIN.replace("name: Turin", "name: '=cmd|\"x\",2'")
    told = assets(read_city(write_city(tmp_path, {FILE: profile})))
    assert lines(told["donnees/partenaires.csv"])[0]["name"] == '\'=cmd|"x",2'
    assert json.loads(told["donnees/partenaires.json"])[0]["name"] == '=cmd|"x",2'


def test_the_licence_is_the_citys(tmp_path):
    """The licence of the data is the one a city chose; without a word of it there is none."""
    chosen = 'licence: {name: CC0 1.0, url: "https://cc0.example/", code: CC0-1.0}'
    settings = CONFIGURATION + f"    {chosen}\n"
    told = assets(read_city(write_city(tmp_path / "one", settings=settings)))
    assert json.loads(told["donnees/datapackage.json"])["licenses"][0]["name"] == "CC0-1.0"
    told = assets(read_city(write_city(tmp_path / "two")))
    assert "licenses" not in json.loads(told["donnees/datapackage.json"])
    assert "license" not in told["donnees/catalogue.jsonld"].decode()


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("partenaires", "coordinates_lat", "number"),
        ("partenaires", "population_value", "integer"),
        ("partenaires", "checked_on", "date"),
        ("liens", "term_renewable", "boolean"),
        ("liens", "since", "string"),
        ("communiques", "date", "date"),
        ("communiques", "updated", "datetime"),
    ],
)
def test_a_column_has_the_type_of_its_values(site, table, column, kind):
    """What authors may write is wider than what the data hold: the data say the narrow type."""
    schema = json.loads((site / f"donnees/{table}.tableschema.json").read_text(encoding="utf-8"))
    assert {field["name"]: field["type"] for field in schema["fields"]}[column] == kind

"""The catalogue of the open data is valid DCAT-AP 3.0.0 by the European Union's own shapes (H9)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph

from small_city import CONFIGURATION, assets, read_city, write_city

SHAPES = Path(__file__).parents[2] / "dcat_ap"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    """Return the catalogue of a small city, as it is published."""
    licence = '    licence: {name: CC0 1.0, url: "https://cc0.example/"}\n'
    folder = tmp_path_factory.mktemp("dcat") / "city"
    site = read_city(write_city(folder, settings=CONFIGURATION + licence))
    return json.loads(assets(site)["donnees/catalogue.jsonld"])


@pytest.fixture(scope="module")
def shapes():
    """Return the shapes: what must be, what should be, of which class, and of which list."""
    found = Graph()
    for name in ("shapes", "shapes_recommended", "range", "mdr-vocabularies.shape"):
        found.parse(SHAPES / f"{name}.ttl")
    return found


def faults(catalogue, shapes, *, warnings=True):
    """Say what the shapes find wrong with a catalogue; lists of values are those of the Union."""
    data = Graph().parse(data=json.dumps(catalogue), format="json-ld")
    data.parse(SHAPES / "vocabularies.ttl")
    valid, _, told = validate(data, shacl_graph=shapes, allow_warnings=not warnings)
    return "" if valid else told


def test_h9_the_catalogue_is_valid(catalogue, shapes):
    """H9: every mandatory property is there, every value of its class and list."""
    assert faults(catalogue, shapes, warnings=False) == ""


def test_h9_what_is_recommended_is_there_as_far_as_it_is_known(catalogue, shapes):
    """H9: warned of is only what nobody has told: a day of issue, a place, a body's number."""
    told = faults(catalogue, shapes)
    paths = {line.split(":", 1)[1].strip() for line in told.splitlines() if "Result Path" in line}
    unknown = {"issued", "publisher", "spatial", "temporal", "type"}
    assert paths <= {*(f"dct:{name}" for name in unknown), "dcatap:availability", "skos:inScheme"}


MADE_WRONG = {
    "dct:description": None,
    "dct:publisher": None,
    "dct:language": "fr",
    "dct:title": {"@id": "https://example.org/"},
}


@pytest.mark.parametrize(("name", "value"), MADE_WRONG.items())
def test_h9_the_shapes_find_what_is_wrong(catalogue, shapes, name, value):
    """H9: a catalogue without a property, or with a literal for a listed value, is refused."""
    wrong = {**catalogue, name: value} if value else {**catalogue}
    if not value:
        del wrong[name]
    assert faults(wrong, shapes, warnings=False)


def test_h9_a_format_of_no_list_is_found(catalogue, shapes):
    """H9: a format that is a word, as it was, is refused."""
    (dataset,) = catalogue["dcat:dataset"]
    files = [{**one, "dct:format": "CSV"} for one in dataset["dcat:distribution"]]
    wrong = {**catalogue, "dcat:dataset": [{**dataset, "dcat:distribution": files}]}
    assert faults(wrong, shapes, warnings=False)

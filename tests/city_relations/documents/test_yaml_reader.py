"""YAML as authors write it: text stays text, places are right, faulty lines are read as meant."""

from __future__ import annotations

import pytest

from city_relations.documents.reading import Place
from city_relations.documents.yaml_reader import read_yaml

TYPED_BY_OTHERS = [
    "NO",
    "0476234567",
    "+33479602305",
    "12:30:00",
    "1994",
    "2023-02-30",
    "1e3",
    "oui",
]
# A faulty text, and what is read all the same.
MENDED = {
    "a: b : c\nx: y": {"a": "b : c", "x": "y"},
    "a:b\nx: y": {"a": "b", "x": "y"},
    'a: "b\nx: y\nz: "w"': {"a": "b", "x": "y", "z": "w"},
    "a: 'l'été'\nx: y": {"a": "l'été", "x": "y"},
    'a: "b "c" d"\nx: y': {"a": "b « c » d", "x": "y"},
    "a: [b, c\nx: y": {"a": ["b", "c"], "x": "y"},
    "a: [b]]\nx: y": {"a": ["b"], "x": "y"},
    "a: {b: c : d, e: f}": {"a": {"b": "c : d", "e": "f"}},
    "a: @b\nx: y": {"a": "@b", "x": "y"},
    "a: b\nc d\nx: y": {"a": "b c d", "x": "y"},
    "a: |\nb\nx: y": {"a": "b\n", "x": "y"},
    "a:\n\t- b": {"a": ["b"]},
    "a:\n  - b: c\n\td: e": {"a": [{"b": "c", "d": "e"}]},
    "a:\n  - b: c\n   d: e": {"a": [{"b": "c", "d": "e"}]},
    "a:\n  - b c\n  d e": {"a": ["b c", "d e"]},
    "a = b\nx: y": {"a": "b", "x": "y"},
    "a:\u00a0b\nx: y": {"a": "b", "x": "y"},
    "a\u00a0: b\nx: y": {"a": "b", "x": "y"},
    "sources:\n  - Voir : ici": {"sources": ["Voir : ici"]},
    'a: "C:\\dossier"\nx: y': {"a": "C:\\dossier", "x": "y"},
    "a: b\n---\nx: y": {"a": "b", "x": "y"},
    "a: b #c": {"a": "b"},
}


@pytest.mark.parametrize("value", TYPED_BY_OTHERS)
def test_every_value_arrives_as_text(value):
    """YAML's guesses at numbers, truths, times and dates are not made."""
    reading = read_yaml(f"a: {value}\n", "f")
    assert (reading.fields, reading.problems) == ({"a": value}, [])


@pytest.mark.parametrize("text", MENDED, ids=repr)
def test_a_faulty_line_hides_nothing(text):
    """One fault is told, and the file is read as its author meant it."""
    reading = read_yaml(text, "f")
    assert (reading.fields, len(reading.problems)) == (MENDED[text], 1)
    assert not reading.incomplete


def test_an_empty_field_is_known_to_be_there():
    """A field without a value is None, which the schema takes for not written."""
    assert read_yaml("a:\nb: ~\n", "f").fields == {"a": None, "b": None}


def test_places_are_the_file_s():
    """Lines and columns count from 1, in signs, from where the text begins in its file."""
    reading = read_yaml("é: à\nties:\n  - {kind: x}\n", "f", first_line=2)
    assert reading.places["é",] == Place(2, 4)
    assert reading.places["ties", 0, "kind"] == Place(4, 12)
    assert reading.keys["ties", 0, "kind"] == Place(4, 6)


def test_typography_in_a_block_of_text_is_left_alone():
    """A no-break space before a colon is right in French prose; it is no field's name."""
    reading = read_yaml("about: |\n  Taroudant\u00a0: la ville.\nname: x\n", "f")
    assert not reading.problems


def test_two_independent_faults_are_told_both():
    """What follows from a line left out is not told; what does not, is."""
    text = "name: x\n{{ y\nties:\n   - a\n  - b\nkind: c\n]oops\n"
    lines = [problem.line for problem in read_yaml(text, "f").problems]
    assert lines[0] == 2
    assert len(lines) >= 2


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "{" * 60, "- " * 50_000 + "x", "a: " * 3 + "? " * 900]
)
def test_deep_nesting_never_reaches_the_parser(text):
    """What would overflow the parser's stack is refused before it."""
    reading = read_yaml(text, "f")
    assert reading.fields == {}
    assert reading.problems


def test_laughs_do_not_grow():
    """Aliases inside aliases are refused where they are named, never unfolded."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    reading = read_yaml("\n".join(lines), "f")
    assert len(reading.problems) == 40


LEFT_OUT = """name: Turin
ties:
  - kind: twinning
{line}
    since: 1957
country: IT
"""


@pytest.mark.parametrize(
    ("line", "incomplete"),
    [
        ('    parties: ["a",, b]', {("ties", 0)}),
        ('  parties: ["a",, b]', {(), ("ties",), ("ties", 0)}),
        ('parties: ["a",, b]', {()}),
    ],
)
def test_a_line_left_out_tears_the_map_it_stood_in(line, incomplete):
    """The map whose fields begin in the line's column is incomplete; with none, all."""
    assert read_yaml(LEFT_OUT.format(line=line), "a.yml").incomplete == incomplete


@pytest.mark.parametrize("written", ["[a,, b]", "[a, , b]", "[a,,, b]"])
def test_a_comma_too_many_costs_nothing(written):
    """What stands between too many commas is read, and the line proposed has one of them."""
    reading = read_yaml(f"parties: {written}\n", "a.yml")
    assert reading.fields == {"parties": ["a", "b"]}
    assert reading.incomplete == set()


def test_a_field_is_read_under_another_name():
    """A field renamed is found with all it holds and where it stands, under the new name alone."""
    reading = read_yaml("liens:\n  - {kind: twinning}\n", "a.yml")
    reading.rename(("liens",), "ties")
    assert reading.fields == {"ties": [{"kind": "twinning"}]}
    assert reading.places["ties", 0, "kind"] == Place(2, 12)
    assert {loc[0] for loc in (*reading.places, *reading.keys)} == {"ties"}


def test_a_deep_line_hides_no_other():
    """The line on which lists stand too deep is left out, and the rest is read."""
    reading = read_yaml("name: Turin\nlanguages: " + "[" * 60 + "\ncountry: IT\n", "a.yml")
    assert reading.fields == {"name": "Turin", "country": "IT"}
    assert [problem.line for problem in reading.problems] == [2]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("{title: Turin : un concert, kind: visite}", "kind"),
        ("{title: “Turin : un concert”, kind: visite}", "kind"),
        ("{title: « Turin : un concert » , kind: visite}", "kind"),
        ("{title: @Turin, place: Turin : ville, kind: visite}", "kind"),
        ("{kind: visite, title: Turin : un concert}", "title"),
    ],
)
def test_a_place_is_told_on_the_line_as_written(line, name):
    """What was mended on a line moves none of the places told on it."""
    reading = read_yaml(f"events: {line}", "file.yml")
    place = reading.keys["events", name]
    assert reading.line(1)[place.column - 1 :].startswith(f"{name}: ")

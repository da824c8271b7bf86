"""What was read of files is kept by their bytes: never another reading, whatever was done to it."""

from __future__ import annotations

import hashlib
import re

import pytest

from city_relations.content import read_content
from city_relations.documents import read_profile
from city_relations.documents.kept import KeptReadings
from city_relations.spool import Spool
from city_relations.store import store_of
from small_city import release, write_city

LATER = "press_releases/2024/2024-06-01-turin.md"


@pytest.fixture
def city(tmp_path):
    """Write a small city with a text that holds its own fields once more, and read it once."""
    body = "title: Titre\ndate: 2024-06-01\n\n---\n\nÉté 🏔\n"
    more = {LATER: release("Titre", "2024-06-01", "turin", "themes: [culture]\n", body)}
    root = write_city(tmp_path / "city", more)
    read_content(root)
    return root


def told(root):
    """Return all that is read of a city: records, places, texts and problems."""
    store_of(root).look_again()
    content = read_content(root)
    documents = [record.document for record in (*content.records, *content.written)]
    found = [*map(repr, content.records), *map(repr, documents), *map(repr, content.problems)]
    return [re.sub("0x[0-9a-f]+", "0x", line) for line in found]


def entries(root):
    """Return the files that keep what was read of folders."""
    found = (p for p in (root / ".cache").rglob("*") if p.is_file() and "." not in p.name)
    return [path for path in found if b".md\t" in path.read_bytes()]


def anew(root, monkeypatch):
    """Return what is read of a city of which nothing is taken as it was kept."""
    with monkeypatch.context() as patched:
        patched.setattr(KeptReadings, "find", lambda *_: None)
        return told(root)


def test_what_is_kept_reads_as_the_file(city, monkeypatch):
    """Every field, place, line and text is that of the file itself."""
    assert told(city) == anew(city, monkeypatch)


def test_a_sound_file_is_not_parsed_again(city, monkeypatch):
    """A second reading parses no file that was sound."""
    parsed = []
    monkeypatch.setattr(
        "city_relations.documents.read_yaml", lambda *told, **_: parsed.append(told)
    )
    told(city)
    assert parsed == []


@pytest.mark.parametrize(
    "text",
    ["title: [Titre\n", "title: Titre\ntitle: Autre\n", "title: Titre\r\n", "title: Mois\u00ad\n"],
)
def test_what_was_mended_is_read_anew(city, monkeypatch, text):
    """A file with a fault, or whose text is not its bytes, is told of each time."""
    (city / LATER).write_bytes(f"---\n{text}date: 2024-06-01\n---\nTexte\n".encode())
    first = told(city)
    assert first == told(city) == anew(city, monkeypatch)
    assert not any(LATER.encode() in path.read_bytes() for path in entries(city))


def garbled(content):
    """Change letters."""
    return content.replace(b"Titre", b"Tigre").replace(b"[", b"{")


HARM = {
    "empty": lambda _: b"",
    "cut": lambda content: content[:-20],
    "garbled": garbled,
    "another's": lambda content: content.replace(b"turin.md", b"torin.md"),
    "no text": lambda content: b"\xff" + content,
    "another version": lambda content: content.replace(b"[[", b"[7,[["),
}


@pytest.mark.parametrize("proved", [True, False])
@pytest.mark.parametrize("how", HARM)
def test_a_harmed_line_is_absent(city, monkeypatch, how, proved):
    """Empty, cut, garbled, of another file or version: the city is read as it is."""
    before = anew(city, monkeypatch)
    found = entries(city)
    assert found
    for path in found:
        content = HARM[how](path.read_bytes())
        if proved and how != "garbled":
            key = path.name.rpartition("-")[0]
            path.unlink()
            path.with_name(f"{key}-{hashlib.sha256(content).hexdigest()}").write_bytes(content)
        else:
            path.write_bytes(content)
    assert told(city) == before


def test_a_file_that_changed_is_read_anew(city):
    """One letter more is another file, though its day and its name are the same."""
    text = (city / LATER).read_text(encoding="utf-8")
    (city / LATER).write_text(text.replace("Titre", "Titres"), encoding="utf-8")
    assert any("Titres" in line for line in told(city))
    assert any("Titres" in line for line in told(city))


def test_files_alike_hold_one_map_of_places_until_one_is_read_otherwise(tmp_path):
    """Two files with the same fields share the map of their places; renaming in one spares it."""
    text = "title: A\ndate: 2024-06-01\npartners: [turin]\n"
    readings = []
    for name in ("a", "b"):
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        kept = KeptReadings(store_of(tmp_path))
        readings.append(read_profile(tmp_path, tmp_path / f"{name}.yml", kept=kept).reading)
    one, other = readings
    assert one.places is other.places
    one.rename(("partners",), "with")
    one.enlist(("title",))
    assert ("with", 0) in one.places
    assert ("title", 0) in one.places
    assert {*other.places} == {("date",), ("partners",), ("partners", 0), ("title",)}


def test_records_that_write_the_same_fields_hold_one_set_of_them(city):
    """A copy of a record that says more has a set of its own."""
    one = read_content(city).releases[0]
    written = {*one.model_fields_set}
    copy = one.model_copy(update={"embargo": None})
    assert "embargo" in copy.model_fields_set
    assert one.model_fields_set == written
    alike = [r for r in read_content(city).releases if r.model_fields_set == written]
    assert len({id(record.model_fields_set) for record in alike}) == 1


def test_lines_put_aside_are_read_again(city):
    """Where a site is built, a release's lines lie in a file, and say what they said."""
    held = read_content(city).releases
    aside = read_content(city, memory=Spool()).releases
    for one, other in zip(held, aside, strict=True):
        lines, told = one.document.reading.lines, other.document.reading.lines
        assert not isinstance(told, list)
        assert [*told] == lines
        assert (told[-1], told[:2], len(told)) == (lines[-1], lines[:2], len(lines))
        assert [*one.document.written()] == [*other.document.written()]

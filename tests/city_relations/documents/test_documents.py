"""One content file: front matter split from the text, places kept, what may not be read refused."""

from __future__ import annotations

import pytest

from city_relations.documents import NO_FIELDS, read_markdown, read_profile
from city_relations.documents.reading import Place
from city_relations.documents.text_files import read_text


def markdown(tmp_path, text):
    """Write and read a Markdown file."""
    path = tmp_path / "a.md"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_markdown(tmp_path, path)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_fields_and_text_part(tmp_path, ends):
    """Fields and text part at the second line of hyphens, whatever ends the lines."""
    document = markdown(tmp_path, ends.join(["---", "a: b", "---", "", "Un.", "", "Deux."]))
    assert document.fields == {"a": "b"}
    assert (document.body, document.body_line) == ("Un.\n\nDeux.", 5)
    assert document.place(("a",)) == Place(2, 4)


def test_a_rule_in_the_text_is_no_end_of_fields(tmp_path):
    """A text that begins with a rule keeps its first section."""
    document = markdown(tmp_path, "---\na: b\n---\n---\nUn.\n\n---\nDeux.\n")
    assert document.body == "---\nUn.\n\n---\nDeux."


def test_a_byte_order_mark_hides_nothing(tmp_path):
    """A mark at the beginning, which Windows writes, is passed over."""
    document = markdown(tmp_path, b"\xef\xbb\xbf---\na: b\n---\nUn.\n")
    assert (document.fields, document.problems) == ({"a": "b"}, ())


def test_names_are_composed(tmp_path):
    """Accents written apart, as macOS does, are put together."""
    path = tmp_path / "a.yml"
    path.write_bytes("a: e\u0301\n".encode())
    assert read_profile(tmp_path, path).fields == {"a": "é"}


def test_two_encodings_in_one_file(tmp_path):
    """Bytes of Windows among UTF-8 are read as Windows meant them, and told at their place."""
    path = tmp_path / "a.yml"
    path.write_bytes("a: Korça\nb: ".encode() + "été\n".encode("cp1252"))
    document = read_profile(tmp_path, path)
    assert document.fields == {"a": "Korça", "b": "été"}
    assert [(p.line, p.column) for p in document.problems] == [(2, 4)]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n\0\0", b"n\0a\0m\0e\0"])
def test_what_is_no_text_is_refused(tmp_path, data):
    """A picture or a Word document under another name is told, not read."""
    document = markdown(tmp_path, data)
    assert (len(document.problems), document.fields) == (1, {})


def test_a_link_is_not_followed(tmp_path):
    """A symbolic link is refused, even one to a file beside it."""
    (tmp_path / "b.yml").write_text("a: b\n")
    (tmp_path / "a.yml").symlink_to("b.yml")
    document = read_profile(tmp_path, tmp_path / "a.yml")
    assert (len(document.problems), document.fields) == (1, {})


def test_size_is_looked_at_before_reading(tmp_path):
    """A file over its limit is not opened."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"a" * 1001)
    assert read_text(tmp_path, path, 1000)[0] == ""
    assert read_text(tmp_path, path, 1001)[0] != ""


def test_signs_nobody_sees_are_told_once_a_line(tmp_path):
    """Each line's first invisible sign is told, and no more than twenty."""
    path = tmp_path / "a.yml"
    path.write_text("a: \x01\x02\nb: \u2028\n" + "\x03\n" * 50)
    text, problems = read_text(tmp_path, path, 1000)
    assert len(problems) == 20
    assert "\x01" not in text


def test_a_fault_in_the_text_has_its_place_in_the_file(tmp_path):
    """The place of a fault in the text counts the lines of the fields too."""
    document = markdown(tmp_path, "---\na: b\n---\n\nUn.\n\nDeux mots.\n")
    problem = document.body_problem(document.body.index("mots"), NO_FIELDS)
    assert (problem.line, problem.column, problem.shown) == (7, 6, "Deux mots.")

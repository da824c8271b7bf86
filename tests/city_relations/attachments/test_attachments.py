"""Documents are judged by what they hold: what is another thing, or does something, is refused."""

from __future__ import annotations

import zlib

import pytest

from city_relations.attachments.files import HEAVIEST, Attachment, examine
from city_relations.attachments.forms import FORMS, language_in_name
from city_relations.language.words import Text
from city_relations.store import Store
from luggage import office, open_document, packed, pdf


def judged(folder, name, content):
    """Write a document and judge it."""
    path = folder / name
    path.write_bytes(content)
    return examine(path, Store(folder / "kept"))


SOUND = {
    "a.pdf": pdf(),
    "a.odt": open_document(),
    "a.ods": open_document("spreadsheet"),
    "a.docx": office(),
    "a.xlsx": office("xlsx"),
    "a.csv": "nom;prix\nÉcole;-12\n+33 4 50;a=b\n".encode(),
}


def test_each_form_has_its_sound_document():
    """Every form that is published is tried below."""
    assert {f".{name.partition('.')[2]}" for name in SOUND} == set(FORMS)


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_document_is_taken(tmp_path, name):
    """A document of each form is known by its form, its weight and its bytes."""
    found = judged(tmp_path, name, SOUND[name])
    assert isinstance(found, Attachment)
    assert (found.size, found.form) == (len(SOUND[name]), FORMS[f".{name.partition('.')[2]}"])
    assert found.tagged
    assert not found.commented


def object_stream(body):
    """Return a PDF whose catalogue lies packed in a stream, as most programs write it."""
    told = zlib.compress(body)
    return (
        b"%PDF-1.7\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n"
        + told
        + (b"\nendstream endobj\n%%EOF")
    )


TAGGED = b"1 0 <</Type /Catalog /MarkInfo << /Marked true >> /StructTreeRoot 9 0 R /Lang (it-IT)>>"


@pytest.mark.parametrize(
    ("content", "tagged", "language"),
    [
        (pdf(), True, "fr"),
        (pdf(tagged=False), False, ""),
        (object_stream(TAGGED), True, "it"),
        (object_stream(b"1 0 <</Type /Catalog>>"), False, ""),
        (pdf("/Lang(en)", tagged=False) + pdf(), True, "fr"),
        (pdf(tagged=False) + b"2 0 obj<</StructTreeRoot 1 0 R/Marked true>>endobj\n%%EOF", 0, ""),
    ],
)
def test_a_pdf_says_whether_it_is_tagged(tmp_path, content, tagged, language):
    """Tags and language are read from the last catalogue, packed or not; untagged tells none."""
    found = judged(tmp_path, "a.pdf", content)
    assert isinstance(found, Attachment)
    assert (found.tagged, found.language) == (tagged, language)


MACRO = '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
REMOTE = '<Relationship Type="x/attachedTemplate" Target="https://x" TargetMode="External"/>'
TURNED = '<Relationship TargetMode="External" Target="https://x" Type="x/oleObject"/>'
HOSTILE = [
    ("a.pdf", pdf("/OpenAction<</S/JavaScript/JS(x)>>")),
    ("a.pdf", pdf("/OpenAction<</S/Jav#61Script>>")),
    ("a.pdf", pdf("/AA<</O<</S/#4caunch/F(cmd.exe)>>>>")),
    ("a.pdf", object_stream(TAGGED + b"2 0 <</S/JavaScript>>")),
    ("a.pdf", pdf() + b"PK" + bytes(5000)),
    ("a.pdf", b"MZ" + pdf()),
    ("a.pdf", b"\x7fELF" + pdf()),
    ("a.pdf", b"#!/bin/sh\n" + pdf()),
    ("a.pdf", b"\n<html>" + pdf()),
    ("a.pdf", office()),
    ("a.pdf", pdf("/Encrypt 5 0 R")),
    ("a.docx", pdf()),
    ("a.docx", office("xlsx")),
    ("a.docx", office(more={"word/vbaProject.bin": "x"})),
    ("a.docx", office(more={"[Content_Types].xml": MACRO})),
    ("a.docx", office(more={"word/_rels/settings.xml.rels": REMOTE})),
    ("a.docx", office(more={"word/_rels/document.xml.rels": TURNED})),
    ("a.docx", office(more={"word/embeddings/run.EXE": "x"})),
    ("a.docx", office(more={f"{n}.xml": "" for n in range(5001)})),
    ("a.docx", office()[:-30]),
    ("a.docx", b"MZ" + office()),
    ("a.xlsx", office("xlsx", {"xl/activeX/a.bin": "x"})),
    ("a.odt", open_document("spreadsheet")),
    ("a.odt", open_document(more={"Basic/Standard/Module1.xml": "x"})),
    ("a.odt", open_document(text="<script:event-listener/>")),
    ("a.odt", open_document(more={"META-INF/manifest.xml": "<encryption-data/>"})),
    ("a.odt", packed({"content.xml": "x"})),
    ("a.csv", b"nom\n=cmd|' /C calc'!A0"),
    ("a.csv", b'nom;"=1+1"'),
    ("a.csv", b"nom\t@SUM(A1)"),
    ("a.csv", b"nom,+cmd|x"),
    ("a.csv", "é".encode("latin-1")),
    ("a.csv", b"a\0b"),
    ("a.csv", b"\xef\xbb\xbf<script>"),
    ("a.csv", b""),
]


@pytest.mark.parametrize(("name", "content"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_another_thing_is_refused(tmp_path, name, content):
    """A program, a page, a locked, broken or packed document is refused, whatever its name."""
    assert isinstance(judged(tmp_path, name, content), Text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", office(more={"word/comments.xml": "x"})),
        ("a.docx", office(text='<w:p><w:ins w:author="x"/></w:p>')),
        ("a.odt", open_document(text="<text:tracked-changes/>")),
        ("a.ods", open_document("spreadsheet", text="<office:annotation>x")),
        ("a.xlsx", office("xlsx", {"xl/comments1.xml": "x"})),
    ],
)
def test_what_its_authors_left_in_it_is_seen(tmp_path, name, content):
    """Comments, and changes nobody accepted, are seen."""
    assert judged(tmp_path, name, content).commented


def test_too_heavy_is_refused_unread(tmp_path):
    """A document over the limit is refused by its size: not one byte of it is read."""
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    path.chmod(0)  # where this could be told apart, nobody could read it
    found = examine(path, Store(tmp_path / "kept"))
    assert isinstance(found, Text)
    assert dict(found.values) == {"size": 200, "limit": HEAVIEST // 1_000_000}


@pytest.mark.parametrize(
    ("name", "language"),
    [("a.it.pdf", "it"), ("a.pdf", ""), ("v1.2.pdf", ""), ("a.xyz.pdf", ""), ("IT.pdf", "")],
)
def test_a_name_tells_a_language(name, language):
    """A language is told before the ending, as for releases; other words there tell none."""
    assert language_in_name(name) == language

"""`--fix`: what is mechanical is mended, what has a meaning is left to its author."""

from __future__ import annotations

import pytest

KORCA, RELEASE = "partners/korca.yml", "press_releases/2024/2024-02-29-korca.md"
MENDED = [
    (RELEASE, 'title: "Valclair et Korça signent un accord"', "title: Un accord : trois ans",
     'title: "Un accord : trois ans"'),
    (RELEASE, "place: Valclair", "place\u00a0: Valclair", "place: Valclair"),
    (RELEASE, "date: 2024-02-29", "date: 29 février 2024", "date: 2024-02-29"),
    (KORCA, "country: AL", "country:AL", "country: AL"),
    (KORCA, "    parties:", "\tparties:", "    parties:"),
    (KORCA, "        planned: 2024-01\n        date: 2024-02-22",
     "        planned: 'janvier 2024' # prévu\n        date: 22/02/2024",
     "        planned: '2024-01' # prévu\n        date: 2024-02-22"),
    (KORCA, "{date: 2026-11-22, next: 2027-05}", "{date: 22/11/2026, next: mai 2027}",
     "{date: 2026-11-22, next: 2027-05}"),
    ("partners/turin.yml", "file: turin.jpg", "file: Turin.JPG", "file: turin.jpg"),
]  # fmt: skip
LEFT = ["country: Albanye", "country:", "counry: AL", "country: AL\ncountry: AL"]


def rewrite(site, file, old, new):
    """Change a file of the site."""
    path = site / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return path


@pytest.mark.parametrize(("file", "sound", "faulty", "right"), MENDED)
def test_what_is_mechanical_is_mended(relations, site, file, sound, faulty, right):
    """Quotes, spaces, tabs, dates and the case of files are put right, the rest untouched."""
    path = rewrite(site, file, sound, faulty)
    expected = path.read_text().replace(faulty, right)
    status, told = relations("check", "--fix")
    assert (status, path.read_text()) == (0, expected)
    assert f"Corrigé : {file}, ligne" in told
    assert "1 fichier corrigé.\n" in told
    assert relations("check", "--fix") == (0, "Aucun problème : le contenu peut être publié.\n")


@pytest.mark.parametrize("line", LEFT)
def test_meaning_is_left_to_its_author(relations, site, line):
    """A wrong value, a missing one, a misspelt field are told, never guessed."""
    path = rewrite(site, KORCA, "country: AL", line)
    before = path.read_bytes()
    assert relations("check", "--fix")[0] == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_files_are_saved_as_the_others(relations, site, encoding):
    """Another encoding, a byte order mark and Windows' line ends become UTF-8 and line feeds."""
    path = site / KORCA
    right = path.read_text()
    plain = right.replace("ë", "e")  # cp1252 has it, but the file is to hold what it can
    path.write_bytes(plain.replace("\n", "\r\n").encode(encoding))
    relations("check", "--fix")
    assert path.read_bytes() == plain.encode("utf-8")


def test_the_person_is_asked_first(relations, site, monkeypatch):
    """At a keyboard nothing is written without a yes."""
    path = rewrite(site, KORCA, "country: AL", "country:AL")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert relations("check", "--fix")[0] == 1
    assert "country:AL" in path.read_text()

"""A city whose language we do not speak: what we say on its pages is English, and marked so."""

from __future__ import annotations

import io
import re
import zipfile

import html5lib
import pytest
from babel.messages.pofile import read_po

from building import files, run_mkdocs
from city_relations.language.untranslated import CLOSE, OPEN
from city_relations.language.words import LOCALES, READERS
from small_city import CONFIGURATION, picture, write_city

SETTINGS = (
    CONFIGURATION.replace("language: fr", "language: pt")
    .replace("languages: [fr]", "languages: [pt]")
    .replace(
        "{name: Ville de Port-Arden, address: Hôtel de ville}",
        "{name: Câmara municipal, address: 1}",
    )
    .replace("Service presse", "Gabinete de imprensa")
    .replace("Port-Arden n’existe pas.", "Esta cidade não existe.")
)
DELFT = """name: Delft
country: NL
coordinates: {lat: 52.01, lon: 4.36}
population: {value: 100000, qualifier: about, as_of: 2020}
local_name: {nl: Delft}
website: https://delft.example/
languages: [nl, fy]
about: "Uma bela cidade, com [canais](https://canais.example/)."
take_part: "Venham connosco."
checked: {date: 2024-05-06, next: 2027-05}
ties:
  - kind: twinning
    acts:
      - {act: letter_of_intent, date: 1989-10}
      - {act: signature, date: 1990-05-06, place: Delft}
      - {act: amendment, date: 2001}
      - {act: renewal, planned: 2027-04}
    term: {years: 5, renewable: oui}
    themes: [culture, water]
  - {kind: project, since: ../2012, themes: [youth]}
projects:
  - title: Onda
    period: 2019/..
    themes: [climate]
    funding: [{funder: Governo, amount: 5000, currency: EUR}]
events:
  - {date: 2027-21, title: Festa das flores, kind: festival}
sources: [https://arquivo.example/, "Arquivo"]
photos: [{file: delft.png, alt: "Um canal", credit: "Câmara", people: none}]
"""
RELEASE = """---
title: Uma festa em Delft
date: 2024-05-19
place: Port-Arden
partners: [delft]
summary: Uma festa.
themes: [culture]
corrections: [{date: 2024-05-20, note: O dia era outro}]
---
Olá, [Delft](../../partners/delft.yml).
"""
CITY = {
    "partners/delft.yml": DELFT,
    "partners/delft.png": picture(),
    "partners/gand.yml": "name: Gand\ncountry: BE\nties: [{kind: friendship, since: unknown}]\n",
    "press_releases/2024/2024-05-19-delft.md": RELEASE,
    "docs/note.md": "---\ntitle: Note\nrelations: legal\n---\n# Note\n\nTexto.\n",
    "docs/acesso.md": "---\ntitle: Acesso\nrelations: accessibility\n---\n# Acesso\n\nTexto.\n",
    "docs/index.md": "---\ntitle: Início\nrelations: home\n---\n# Início\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build a city that speaks Portuguese, of which we have no catalogue."""
    root = write_city(tmp_path_factory.mktemp("pt") / "city", CITY, base=False, settings=SETTINGS)
    done = run_mkdocs(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return files(root / "site")


def english_words():
    """Return the words of four letters and more that our sentences for readers are made of."""
    with (LOCALES / "fr" / "LC_MESSAGES" / f"{READERS}.po").open("rb") as file:
        said = [one for one in read_po(file, locale="fr") if one.id and one.context != "address"]
    told = " ".join(one.id if isinstance(one.id, str) else " ".join(one.id) for one in said)
    return set(re.findall(r"[a-z]{4,}", re.sub(r"\{\w+\}|%\(\w+\)s|&\w+;", " ", told).lower()))


# Names of formats, standards, licences and of this city, and words that Portuguese spells alike.
NOBODYS = {"json", "atom", "edtf", "table", "schema", "equal", "earth", "natural"}
NOBODYS |= {"licence", "ouverte", "open", "port", "arden", "example", "contact", "agenda", "data"}
NOBODYS |= {"onda", "note", "xlsx", "feed", "thunderbird"}


def unmarked(element, language=""):
    """Yield the text of a document that a reader sees and that is not said to be English."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "code"}:
        return
    spoken = element.get("lang", language)
    if spoken != "en" and element.text:
        yield element.text
    for child in element:
        yield from unmarked(child, spoken)
        if spoken != "en" and child.tail:
            yield child.tail


def test_no_english_word_is_unmarked(site):
    """Whatever a reader sees of ours on a Portuguese page stands in an element of `lang="en"`."""
    english = english_words() - NOBODYS
    found, marks = {}, 0
    for name, content in site.items():
        if name.endswith(".html"):
            body = html5lib.parse(content.decode(), namespaceHTMLElements=False).find("body")
            said = " ".join(unmarked(body, "pt")).lower()
            found |= dict.fromkeys(english & set(re.findall(r"[a-z]{4,}", said)), name)
            marks += content.count(b'lang="en"')
    assert found == {}
    assert marks > 500


def opened(name, content):
    """Return a file's bytes, a spreadsheet's as they are when it is opened."""
    if not name.endswith((".ods", ".xlsx")):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"".join(parts.read(part) for part in parts.namelist())


def test_no_mark_is_left(site):
    """What marks a passage while a page is made stands in no file, whatever its kind."""
    marks = (OPEN.encode(), CLOSE.encode())
    packed = (".png", ".jpg", ".webp", ".woff2", ".gz", ".pdf", ".zip")
    texts = {n: opened(n, c) for n, c in site.items() if not n.endswith(packed)}
    left = [n for n, c in texts.items() if any(m in c for m in marks)]
    assert left == []


def test_the_language_of_the_page_is_the_citys(site):
    """The page itself stays in the language of the city, and its dates are told in it."""
    page = site["partners/delft/index.html"].decode()
    assert page.startswith('<!doctype html>\n<html lang="pt"')
    assert ">6 maio 1990<" in page

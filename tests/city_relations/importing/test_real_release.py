"""The real release of 2023 in its forms: each date, office, figure and quotation in its place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from city_relations.content import read_content
from city_relations.content.canonical_form import tidied_text
from city_relations.documents.yaml_reader import read_yaml
from city_relations.importing.drafts import Wanted, draft_of
from city_relations.importing.reading import read_sources
from manuscripts import docx, eml, odt, pdf
from small_city import profile, write_bare_city

TEXT = (Path(__file__).parent / "release.txt").read_text(encoding="utf-8")
TITLE = (
    "La Ville de Chambéry initie une nouvelle coopération internationale avec la Ville de "
    "Taroudant au Maroc"
)
HEADINGS = (
    "Objectifs et perspectives de la nouvelle coopération",
    "La Ville de Taroudant",
    "Chambéry à l'international",
)
SPEAKERS = (
    "Thierry Repentin, maire de Chambéry",
    "Aurélie Le Meur, première adjointe au maire en charge notamment des relations internationales",
    "Mohamed Amsharsi, 1er vice-président de la commune marocaine",
)
FIGURES = (
    *("du 4 au 10 mars 2023", "cinq candidatures", "janvier 2023", "trois ans renouvelables"),
    *("80 000 habitants", "De 1994 à 2014", "20 ans", "1.060.000 euros", "à l'automne"),
)
OFFICES = (
    *("service des relations internationales", "Agence française de développement"),
    *("Parc naturel régional des Bauges", "Chambéry solidarité internationale"),
)
PERSONS = ("06 39 98 12 34", "0639981234", "prenom.nom@mairie-chambery.example")


def blocks():
    """Return the release as its author set it: the title and headings in bold."""
    whole = re.sub(r"(?<=des)\n\n(?=services)", " ", TEXT)
    plain = whole.replace("1^{er}", "1er").replace("*", "").replace("<https", "https")
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", plain.replace("EBUMs>", "EBUMs"))
    bold = (TITLE, *HEADINGS)
    parts = [part.strip() for part in re.split(r"\n\s*\n", plain) if part.strip()]
    return [("b" if part in bold else "p", part) for part in parts]


FORMS = {
    "release.txt": TEXT.encode,
    "release.docx": lambda: docx(blocks()),
    "release.odt": lambda: odt(blocks()),
    "release.eml": lambda: eml(blocks(), f"Communiqué de presse : {TITLE}"),
    "plain.eml": lambda: eml(blocks(), "Communiqué de presse", as_html=False),
    "release.pdf": lambda: pdf([("h1" if t == TITLE else r, t) for r, t in blocks()]),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Return a city that knows Taroudant."""
    files = {"partners/taroudant.yml": profile("Taroudant"), "partners/korca.yml": profile("Korça")}
    return read_content(write_bare_city(tmp_path_factory.mktemp("city") / "site", files))


@pytest.fixture(scope="module", params=FORMS)
def draft(request, content, tmp_path_factory):
    """Return the draft of the release in one of its forms."""
    path = tmp_path_factory.mktemp("in") / request.param
    path.write_bytes(FORMS[request.param]())
    [source] = read_sources(path)
    return draft_of(source, content, Wanted(date(2026, 11, 26)), set())


def fields(draft):
    """Return the fields and the text of a draft."""
    _, head, body = draft.text.split("---\n", 2)
    return read_yaml(head, "a.md").fields, body


def test_its_fields_are_what_it_says(draft):
    """Title, date, chapô, partner, themes and the office's contact are read; the place is not."""
    told, _ = fields(draft)
    assert told["title"] == TITLE
    assert told["date"] == "2023-03-10"
    assert told["summary"].startswith("Dans le cadre d'une nouvelle coopération décentralisée")
    assert told["summary"].endswith("les prochaines actions à venir.")
    assert told["partners"] == ["taroudant"]
    assert {"water", "waste", "youth", "culture", "sport", "heritage"} <= set(told["themes"])
    assert told["contacts"] == [
        {
            "office": {"fr": "Service communication"},
            "phone": "+33 4 79 60 23 05",
            "email": "communication@mairie-chambery.fr",
        }
    ]
    assert (told["status"], "place" in told) == ("draft", False)
    without_alt = [photo for photo in told.get("photos", []) if not photo["alt"]]
    assert draft.lacking == (("place", "alt") if without_alt else ("place",))


def test_its_text_is_whole(draft):
    """Each heading, quotation, figure and office stands in the text, in order."""
    _, body = fields(draft)
    assert re.findall(r"^#+ (.*)$", body, re.MULTILINE) == list(HEADINGS)
    assert re.findall(r"^> — (.*)$", body, re.MULTILINE) == list(SPEAKERS)
    assert body.count("\n> ") == 6
    words = " ".join(f"{draft.text}".split())
    assert [one for one in (*FIGURES, *OFFICES) if one not in words] == []
    assert "infrastructures et des services publics, du directeur" in words


def test_persons_are_left_out_and_told(draft):
    """The agent's number and mailbox are not in the draft, and are told with their words."""
    told = " ".join(one.words for one in draft.left_out)
    assert [one for one in PERSONS if one in draft.text] == []
    assert "06 39 98 12 34" in told
    assert "prenom.nom@mairie-chambery.example" in told
    assert "Contactez le directeur du service relations internationales" in draft.text


def test_nothing_is_lost(draft):
    """Every word of the release is in the draft or among what is told."""
    told = [draft.text, *(one.words for one in (*draft.left_out, *draft.remarks))]
    told += [said for _, _, said in draft.verify]
    known = set(re.findall(r"\w+", " ".join(told).lower()))
    written = set(re.findall(r"\w+", " ".join(text for _, text in blocks()).lower()))
    assert written - known <= {"explique", "se", "félicite", "conclut"}


def test_the_draft_is_canonical(draft, content):
    """The file is in canonical form as it is written, and stands under its day."""
    found = tidied_text(draft.text, draft.file, content.city)
    assert (found.text, found.places) == (found.new, ())
    assert draft.file.startswith("press_releases/2023/2023-03-10-la-ville-de-chambery-initie")

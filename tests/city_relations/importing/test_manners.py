"""Twenty releases in the manners of five cities: what is read of them, and what is said of it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from city_relations.content import read_content
from city_relations.documents.yaml_reader import read_yaml
from city_relations.importing.drafts import Wanted, draft_of
from city_relations.importing.reading import read_sources
from city_relations.schema.values import short_name
from manuscripts import docx, eml, html, odt, pdf, txt
from small_city import CONFIGURATION, profile, write_bare_city

# The twenty by which reading was mended, and six that nobody had in mind.
HERE = Path(__file__).parent
MANNERS, UNSEEN = (
    yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    for name in ("manners.yml", "unseen.yml")
)
RELEASES = [(told, release) for told in (MANNERS, UNSEEN) for release in told["releases"]]
ENOUGH = 0.97  # of the fields
SET = {
    "docx": docx,
    "odt": odt,
    "txt": lambda blocks: txt(blocks).encode(),
    "html": lambda blocks: f"<main>{html(blocks)}</main>".encode(),
}


def settings_of(city, language):
    """Return the configuration of one of the cities."""
    told = CONFIGURATION.replace("languages: [fr]", f"languages: [{language}]")
    told = told.replace("name: Port-Arden", f"name: {city['name']}")
    told = told.replace("country: FR", f"country: {city['country']}")
    return told.replace("Europe/Paris", city["zone"])


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    """Return the content of a city: one partner, known by its name."""

    @cache
    def read_of(name):
        language, city = next(
            (language, city)
            for told in (MANNERS, UNSEEN)
            for language, city in told["cities"].items()
            if city["name"] == name
        )
        slug = city.get("slug") or short_name(city["partner"])
        partner = profile(city["partner"]).replace("country: IT", f"country: {city['is']}")
        root = tmp_path_factory.mktemp(language) / "site"
        write_bare_city(root, {f"partners/{slug}.yml": partner}, settings_of(city, language))
        if slug != "turin":
            (root / "partners/turin.yml").unlink()
        return read_content(root)

    return read_of


def draft(release, content, folder):
    """Import a release in the form of its city; return its draft."""
    blocks = [tuple(block) for block in release["blocks"]]
    form = release["form"]
    data = (
        eml(blocks, release["subject"], date="Mon, 01 Jan 2024 09:00:00 +0100")
        if form == "eml"
        else pdf(blocks, language=release["city"])
        if form == "pdf"
        else SET[form](blocks)
    )
    path = folder / f"release.{form}"
    path.write_bytes(data)
    [source] = read_sources(path)
    return draft_of(source, content, Wanted(date(2026, 11, 26)), set())


def read(found):
    """Return what a draft says, by the names of the table."""
    _, head, body = found.text.split("---\n", 2)
    told = read_yaml(head, "a.md").fields
    contact = (told.get("contacts") or [{}])[0]
    photo = (told.get("photos") or [{}])[0]
    return {
        **told,
        "office": next(iter(contact.get("office", {}).values()), ""),
        "phone": contact.get("phone", ""),
        "email": contact.get("email", ""),
        "speakers": re.findall(r"^> — (.*)$", body, re.MULTILINE),
        "alt": next(iter((photo.get("alt") or {}).values()), ""),
        "credit": photo.get("credit", ""),
        "left": " ".join(one.words for one in found.left_out),
        "text": body,
    }


def is_right(name, wanted, got):
    """Compare a field with what the table says: a summary by its beginning, a text by a passage."""
    if name in ("left", "text", "themes"):
        return all(w in got for w in wanted) if name == "themes" else wanted in got
    return got.startswith(wanted) if name == "summary" else str(got) == str(wanted)


def told_of(found):
    """Return all that is said of a draft."""
    parts = [*found.left_out, *found.remarks]
    return " ".join([*(one.words for one in parts), *(f"{a} {b} {c}" for a, b, c in found.verify)])


def test_nearly_every_field_is_right(contents, tmp_path):
    """Of all fields nearly all are right, and none is wrong that is not told to be verified."""
    right, wrong = 0, []
    for n, (cities, release) in enumerate(RELEASES):
        folder = tmp_path / str(n)
        folder.mkdir()
        found = draft(release, contents(cities["cities"][release["city"]]["name"]), folder)
        got = read(found)
        for name, wanted in release["told"].items():
            if is_right(name, wanted, got.get(name, "")):
                right += 1
            else:
                wrong.append((n, name, wanted, got.get(name, "")))
                value = str(got.get(name, ""))
                is_told = name in found.lacking or not value or value in told_of(found)
                assert is_told, (n, name, wanted, value)
    assert right / (right + len(wrong)) >= ENOUGH, wrong
    assert (len(MANNERS["releases"]), len(UNSEEN["releases"])) == (20, 6)


def test_nothing_is_invented(contents, tmp_path):
    """Every word of a draft's text stands in what came in."""
    for n, release in enumerate(MANNERS["releases"][:6]):
        folder = tmp_path / str(n)
        folder.mkdir()
        city = MANNERS["cities"][release["city"]]["name"]
        _, _, body = draft(release, contents(city), folder).text.split("---\n", 2)
        came = " ".join(text for _, text in release["blocks"])
        assert set(re.findall(r"\w+", body)) <= set(re.findall(r"\w+", came))

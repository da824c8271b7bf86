"""The report of a year: each fact in its group, sums that say what they leave out, no later day."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from small_city import assets, read_city, release, write_city

TURIN = """name: Turin
country: IT
coordinates: {lat: 45.07, lon: 7.69}
ties:
  - kind: twinning
    acts:
      - {act: signature, date: 1957-05-19}
      - {act: renewal, date: 2023-05-19, place: Turin}
events:
  - {date: 2023-06-01, title: Une visite à Turin, kind: visit_out}
  - {date: 2024-03-02, title: Une fête à venir, kind: festival}
projects:
  - &jardin
    title: Jardin commun
    period: 2022/2024
    funding:
      - {funder: Région, amount: 1000.10}
      - {funder: Région, amount: 500, currency: CHF}
      - {funder: Banque}
  - title: Sans date
    funding: [{funder: Région, amount: 7}]
  - {title: Sans argent, period: 2023}
"""
GAND = """name: Gand
country: BE
coordinates: {lat: 51.05, lon: 3.72}
ties:
  - kind: agreement
    acts:
      - {act: signature, planned: 2023-09, date: 2024-02-01}
  - kind: friendship
    acts: [{act: signature, date: 2019-01-05}, {act: end, date: 2023-11-30}]
projects:
  - title: Jardin commun
    period: 2022/2024
    funding:
      - {funder: Région, amount: 1000.10}
      - {funder: Région, amount: 500, currency: CHF}
      - {funder: Banque}
  - {title: Atelier, period: 2023-01/2023-12, funding: [{funder: région, amount: 99.90}]}
"""
CORRECTED = "corrections: [{date: 2023-07-01, note: Le nom était faux.}]\n"
LATER = "events: [{date: 2023-12-20, title: Une réception dite après, kind: visit_in}]\n"
FILES = {
    "partners/turin.yml": TURIN.replace("&jardin\n    title", "title"),
    "partners/gand.yml": GAND,
    "press_releases/2023/2023-06-02-turin.md": release(
        "Au fil du Pô", "2023-06-02", more=CORRECTED
    ),
    "press_releases/2024/2024-01-09-turin.md": release(
        "Retour sur une fin d’année", "2024-01-09", more=LATER
    ),
    "press_releases/2024/2024-05-02-turin.md": release("Plus tard", "2024-05-02"),
}
YEAR = "bilan/2023/"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return the folder of a city whose year 2023 has one of everything."""
    return write_city(tmp_path_factory.mktemp("yearly") / "city", FILES, base=False)


@pytest.fixture(scope="module")
def site(root):
    """Return the city as it is told in 2026."""
    return read_city(root)


def told(page):
    """Return the words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.body).replace("\u202f", " ").split())


def section(page, name):
    """Return the words of one section of a page."""
    body = page.body[page.body.index(f'aria-labelledby="{name}"') :]
    return told(replace(page, body=body[: body.index("</section>")]))


def test_each_act_stands_in_its_group(site):
    """A first signature, a renewal, an end and what was announced in vain are told apart."""
    words = section(site.pages[YEAR], "signed")
    groups = ("Renouvelé, ou signé de nouveau", "Terminé", "Annoncé pour l’année, et non réalisé")
    renewed, ended, announced = (words.index(one) for one in groups)
    assert (
        renewed < words.index("19 mai 2023") < ended < words.index("30 novembre 2023") < announced
    )
    assert "septembre 2023" in words[announced:]
    assert "2024" not in words
    assert "Signé 1 er février 2024" in section(site.pages["bilan/2024/"], "signed").replace(
        "1er", "1 er"
    )


def test_visits_are_told_whenever_they_were_written_of(site):
    """A visit told by a release of the next year is of the year it was made in."""
    words = section(site.pages[YEAR], "visits")
    assert "Délégations envoyées" in words
    assert "Délégations reçues" in words
    assert "Une réception dite après" in words
    assert "Une réception dite après" not in section(site.pages["bilan/2024/"], "visits")


def test_what_came_next_is_seen_from_the_end_of_the_year(site):
    """What the next twelve months brought is told, but not what nobody had announced."""
    words = section(site.pages[YEAR], "next")
    assert "Une fête à venir" in words
    assert "Signature" not in words


def test_corrections_stand_in_the_year_of_their_date(site):
    """A correction is told with the release it corrects."""
    assert "Au fil du Pô Le nom était faux." in section(site.pages[YEAR], "corrections")


def test_sums_are_those_of_the_open_data(site):
    """By currency, never together; a shared project once; what is left out is said."""
    rows = csv.DictReader(io.StringIO(assets(site)["donnees/financements.csv"].decode()))
    sums, seen = defaultdict(float), set()
    for row in rows:
        key = row["funder"], row["amount"], row["currency"]
        if row["amount"] and row["amount"] != "7" and key not in seen:
            seen.add(key)
            sums[row["currency"]] += float(row["amount"])
    words = section(site.pages[YEAR], "projects").replace("\u00a0", " ")
    euros = f"{sums['EUR']:.0f}"
    assert f"En tout : {sums['CHF']:.0f} CHF et {euros[0]} {euros[1:]} €." in words
    assert "Non compris dans les totaux : 1 contribution" in words
    assert "monnaies différentes" in words
    assert "une seule fois dans le total" in words
    assert "Pour un de ces projets" in words
    assert "Un projet sans dates connues" in words


@pytest.mark.parametrize("later", ["2024-06-01", "2031-01-01"])
def test_a_year_gone_by_depends_on_no_later_day(root, site, later):
    """Built on any day after it, the body of a report is the same, byte for byte."""
    then = read_city(root, datetime.fromisoformat(later).replace(hour=12, tzinfo=UTC))
    assert then.pages[YEAR].body == site.pages[YEAR].body
    path = f"{YEAR}map-positions.css"
    assert assets(then)[path] == assets(site)[path]


def test_the_present_year_is_seen_from_the_day(root):
    """In a year that is not over, the report says so, and what comes is not told as done."""
    then = read_city(root, datetime(2023, 8, 10, 12, tzinfo=UTC))
    words = told(then.pages[YEAR])
    assert "L’année n’est pas terminée" in words
    assert "est liée à 2 partenaires" in words
    assert "30 novembre 2023" not in section(then.pages[YEAR], "signed")
    assert "bilan/2024/" not in {page.address for page in then.pages.told()}


def test_years_are_listed_with_those_before(tmp_path):
    """The last ten years with facts have a page; the list names the others."""
    acts = ", ".join(f"{{act: amendment, date: {year}}}" for year in range(2001, 2013))
    tie = f"{{kind: twinning, acts: [{{act: signature, date: 2000}}, {acts}]}}"
    profile = f"name: Turin\ncountry: IT\nties: [{tie}]\n"
    site = read_city(write_city(tmp_path / "city", {"partners/turin.yml": profile}, base=False))
    words = told(site.pages["bilan/"])
    assert re.search(r"Années antérieures .*: 2002, 2001, 2000\.", words)
    assert "bilan/2003/" in {page.address for page in site.pages.told()}
    assert "bilan/2002/" not in {page.address for page in site.pages.told()}
    assert b'content="0; url=../"' in assets(site)["bilan/2002/index.html"]  # as it was there once


def test_the_list_says_what_each_year_brought(site):
    """Beside a year stands what its report begins with, but for what did not happen in it."""
    words = told(site.pages["bilan/"])
    later, year = words.index("2024 Signé ou renouvelé : Gand."), words.index("2023 Signé ou")
    assert later < year
    brought = words[year:]
    for said in (
        "Fin d’un lien ou d’un terme : Gand.",
        "Une délégation a été reçue.",
        "en cours :",
    ):
        assert said in brought
        assert said in told(site.pages[YEAR])
    assert "Rien" not in words
    assert "Un communiqué de presse en rend compte." in brought

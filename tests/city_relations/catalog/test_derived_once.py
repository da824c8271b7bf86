"""What several outputs tell is derived once: cases A9 and A10."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from markupsafe import escape

from city_relations.language.typography import typeset_plain
from small_city import RELEASE, assets, read_city, write_city

STEM = "2024-05-06-turin"
EMBARGO = RELEASE.replace("2024-05-19", "2024-05-06").replace(
    "place:", "embargo: 2024-05-08T11:00\nplace:"
)
CORRECTED = EMBARGO.replace("place:", "corrections: [{date: 2024-06-01, note: Un mot}]\nplace:")
PAGE = f"communiques/2024/{STEM}/"
LISTS = ("communiques/", "communiques/2024/")
TURIN = """name: Turin
country: IT
coordinates: {lat: 45.07, lon: 7.69}
ties:
  - {kind: friendship, acts: [{act: signature, date: 1976}, {act: end, date: 2000}]}
  - {kind: twinning, acts: [{act: signature, date: 1979-09-15}]}
"""


def linked_data(page):
    """Return the things a page's head tells."""
    return json.loads(page.head.linked_data)["@graph"]


@pytest.mark.parametrize(("text", "day"), [(EMBARGO, "2024-05-08"), (CORRECTED, "2024-06-01")])
def test_a9_one_day_of_change_wherever_it_is_told(tmp_path, text, day):
    """A9: sitemap, feeds, JSON-LD and data agree; a later embargo or correction counts."""
    release = f"press_releases/2024/{STEM}"
    translation = RELEASE.replace("2024-05-19", "2024-05-06")
    files = {f"{release}.md": text, f"{release}.it.md": translation, "partners/turin.yml": TURIN}
    site = read_city(write_city(tmp_path / "city", files, base=False))
    told = assets(site)
    for address in (PAGE, f"{PAGE}it/", *LISTS):
        assert site.pages[address].updated.isoformat() == day, address
    for address in (PAGE, f"{PAGE}it/"):
        articles = [t for t in linked_data(site.pages[address]) if t["@type"] == "NewsArticle"]
        assert [t["dateModified"][:10] for t in articles] == [day]
        assert [t["datePublished"][:10] for t in articles] == ["2024-05-08"]
    atom = told["communiques/atom.xml"].decode()
    assert {stamp[:10] for stamp in re.findall("<updated>(.*?)</updated>", atom)} == {day}
    (item,) = json.loads(told["communiques/feed.json"])["items"]
    assert item["date_modified"][:10] == day
    (row,) = csv.DictReader(io.StringIO(told["donnees/communiques.csv"].decode(), newline=""))
    assert row["updated"][:10] == day
    catalogue = json.loads(told["donnees/catalogue.jsonld"])
    assert catalogue["dcat:dataset"][0]["dct:modified"]["@value"][:10] == day


def test_a10_one_tie_is_told_first(tmp_path):
    """A10: a living tie comes before an ended one on card, description, list and map alike."""
    site = read_city(write_city(tmp_path / "city", {"partners/turin.yml": TURIN}, base=False))
    tie, standing = site.catalog.main_tie("turin")
    assert (str(tie.kind), standing.state.value) == ("twinning", "in_force")
    card = re.search('<li class="rel-card".*?</li>', site.inserts["home"].body, re.DOTALL)[0]
    words = card.partition("</svg>")[2].partition("</span></span>")[2] or card  # not its drawing
    assert 'data-kind="twinning"' in card.splitlines()[0]
    assert re.findall('rel-kind" data-kind="([a-z]+)"', words) == ["twinning", "friendship"]
    assert "rel-chip" not in card
    sentence = typeset_plain(site.edition.words(standing.sentence), "fr")
    description = site.pages["partenaires/turin/"].description
    assert description.endswith(f"jumelage, {sentence}.")
    rows = re.findall('<tr data-kind="([a-z]+)"', site.pages["partenaires/"].body)
    assert rows == ["twinning", "friendship"]
    shown = site.pages["carte/"].body
    assert 'data-kind="twinning" data-look="solid" data-rel-mark="turin"' in shown
    assert re.findall('rel-tie">(.*?) <', shown) == ["Jumelage", str(escape("Pacte d’amitié"))]


def test_who_speaks_is_said_once(tmp_path):
    """An association that speaks is named on the page, in kit, feeds, JSON-LD and data alike."""
    voice = "issuer: {name: Les Amis de Turin, kind: association}\nplace:"
    path = "press_releases/2024/2024-05-19-turin.md"
    site = read_city(write_city(tmp_path / "city", {path: RELEASE.replace("place:", voice)}))
    told, address = assets(site), "communiques/2024/2024-05-19-turin/"
    (article,) = (t for t in linked_data(site.pages[address]) if t["@type"] == "NewsArticle")
    (item,) = json.loads(told["communiques/feed.json"])["items"]
    (row,) = json.loads(told["donnees/communiques.json"])
    named = [article["author"]["name"], item["authors"][0]["name"], row["issuer"]]
    assert named == ["Les Amis de Turin"] * 3
    assert "Les Amis de Turin" in site.pages[address].body
    assert "Les Amis de Turin" in told[f"{address}2024-05-19-turin.txt"].decode()


def test_a_distance_is_the_same_wherever_it_is_told(tmp_path):
    """A partner's page and the map's table round the same kilometres alike."""
    site = read_city(write_city(tmp_path / "city"))
    km = site.catalog.distance(site.catalog.partner("turin"))
    assert 140 < km < 160
    said = f"{round(km, -1):.0f}\N{NO-BREAK SPACE}km"
    for address in ("partenaires/turin/", "carte/"):
        assert said in site.pages[address].body, address

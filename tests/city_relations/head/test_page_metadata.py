"""PageMetadata: what a machine reads of a page is true, whole, and breaks out of nothing."""

from __future__ import annotations

import io
import json
import re

import pytest
from PIL import Image

from building import NOW
from city_relations.pictures.cards import Card, draw
from city_relations.pictures.lettering import TEXT, Face, lines
from small_city import RELEASE, TURIN, assets, read_city, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
DATA = {".csv", ".json", ".geojson", ".ods", ".xlsx"}  # forms of the open data
TRANSLATED = "communiques/2023/2023-03-10-taroudant"
IN_ARABIC = "ar/press-releases/2023/2023-03-10-taroudant"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def things(site, address):
    """Return what a built page says of itself as data, by type."""
    page = (site / address / "index.html").read_text(encoding="utf-8")
    (told,) = LINKED.findall(page)
    data = json.loads(told)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def test_each_kind_of_page_says_what_it_is(site):
    """A release is news about places, a partner a place, the data a data set, home a publisher."""
    release = things(site, "communiques/2024/2024-04-22-taroudant")
    assert {"BreadcrumbList", "NewsArticle"} <= set(release)
    assert release["NewsArticle"]["about"][0]["name"] == "Taroudant"
    assert things(site, "partenaires/turin")["City"]["geo"]["longitude"] == pytest.approx(
        7.68, abs=0.1
    )
    assert "AdministrativeArea" in things(site, "partenaires/caza-de-bcharre")
    told = things(site, "donnees")["Dataset"]["distribution"]
    tables = [p for p in (site / "donnees").iterdir() if not p.name.endswith("schema.json")]
    offered = {p.name for p in tables if p.suffix in DATA and p.stem != "datapackage"}
    assert {one["contentUrl"].rpartition("/")[2] for one in told} == offered
    assert "GovernmentOrganization" in things(site, "")


def test_an_event_has_its_days(site):
    """An event of a release is told with its first and last day."""
    event = things(site, "communiques/2024/2024-04-26-albstadt-45-ans")["Event"]
    assert (event["startDate"], event["endDate"]) == ("2024-04-26", "2024-04-28")


def test_a_trail_ends_at_the_page(site):
    """The breadcrumb leads from the home page to the page itself, by full addresses."""
    trail = things(site, "partenaires/turin")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in trail] == [1, 2, 3]
    assert trail[-1]["item"] == "https://relations-internationales.example/partenaires/turin/"


def test_a_title_cannot_close_the_script(tmp_path):
    """`</script>` in a title stays text of the data, and reads back as it was written."""
    title = "'Un </script><script>alert(1)</script> & fin'"
    site = read_city(write_city(tmp_path, {NAME: RELEASE.replace('"Un jumelage fêté"', title)}))
    told = site.pages["communiques/2024/2024-05-19-turin/"].head.linked_data
    assert "<" not in told
    article = next(t for t in json.loads(told)["@graph"] if t["@type"] == "NewsArticle")
    assert article["headline"] == "Un </script><script>alert(1)</script> & fin"


def test_translations_name_each_other(site):
    """A release and its translation each name both languages; a release without one names none."""
    links = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="[^"]+/([^"]*)">')
    pages = {
        address: links.findall((site / address / "index.html").read_text(encoding="utf-8"))
        for address in (TRANSLATED, IN_ARABIC, "communiques/2024/2024-04-22-taroudant")
    }
    assert [len(found) for found in pages.values()] == [3, 3, 0]
    assert pages[TRANSLATED] == pages[IN_ARABIC]
    assert [language for language, _ in pages[TRANSLATED]] == ["fr", "ar", "x-default"]


def test_links_show_a_card(site):
    """Each partner's and release's page names a card of 1200 by 630 that is there."""
    pages = [*site.glob("partenaires/*/index.html"), *site.glob("communiques/*/*/index.html")]
    assert len(pages) > 15
    for path in pages:
        page = path.read_text(encoding="utf-8")
        (url,) = re.findall(r'<meta property="og:image" content="([^"]+)">', page)
        card = site / url.removeprefix("https://relations-internationales.example/")
        assert Image.open(card).size == (1200, 630)
        assert card.stat().st_size < 60_000


def test_a_card_is_drawn_alike_and_once(tmp_path):
    """The same content gives the same bytes, and a second build finds them in the cache."""
    root = write_city(tmp_path)
    first, kept = assets(read_city(root)), sorted((root / ".cache").rglob("*.png"))
    inodes = [path.stat().st_ino for path in kept]
    assert (
        assets(read_city(root, NOW.replace(year=2027)))["partenaires/turin/card.png"]
        == (first["partenaires/turin/card.png"])
    )
    assert [path.stat().st_ino for path in sorted((root / ".cache").rglob("*.png"))] == inodes
    assert len(kept) == 2


def test_a_long_title_stays_on_its_card():
    """A title of three hundred letters is cut before it leaves the card."""
    card = Card("Communiqué", "Mots longs et nombreux " * 15, "", "Ville", "#8c1d2c")
    image = Image.open(io.BytesIO(draw(card))).convert("RGB")
    margin = image.crop((1130, 130, 1200, 600)).getcolors()
    assert len(margin) == 1


def test_lines_break_at_blanks_alone():
    """A firm space holds words together, and no line is lost."""
    opened = Face(TEXT, 40)
    told = list(lines("un deux\u00a0: trois quatre", opened, 160))
    assert " ".join(told) == "un deux\u00a0: trois quatre"
    assert not any(line.endswith("deux") for line in told)


def test_a_card_tells_the_name_in_its_own_script(tmp_path):
    """A partner's own name changes its card; a name no font has does not."""
    arabic = TURIN.replace("{it: Torino}", "{ar: تورينو}")
    georgian = TURIN.replace("{it: Torino}", "{ka: ტურინი}")
    none = TURIN.replace("local_name: {it: Torino}\n", "")
    cards = []
    for i, profile in enumerate((arabic, georgian, none)):
        site = read_city(write_city(tmp_path / str(i), {"partners/turin.yml": profile}))
        cards.append(assets(site)["partenaires/turin/card.png"])
    assert cards[0] != cards[2]
    assert cards[1] == cards[2]

"""The map of sixty partners: on a phone, without scripts, narrowed, and what it weighs."""

from __future__ import annotations

import gzip
from itertools import combinations

import pytest
from serving import AtTheRoot, served
from targets import CLOSE

from building import built
from geography_cities import CITIES, COUNTRIES
from sharing import made_once
from small_city import write_city

MAP = "carte/"
OPEN = ".rel-view.is-open"
PRESSED = f"{OPEN} :is(.rel-place > a, summary):visible"


def profile(name, country, lon, lat):
    """Write a profile with themes and a signature."""
    tie = "{kind: twinning, acts: [{act: signature, date: 1990-05-06}], themes: [water, culture]}"
    return (
        f'name: "{name}"\ncountry: {country}\ncoordinates: {{lat: {lat}, lon: {lon}}}\n'
        f"ties: [{tie}]\n"
    )


@pytest.fixture(scope="module", name="crowded")
def built_site(tmp_path_factory):
    """Return the site of a city with sixty partners over the world, shared by the workers."""

    def make(folder):
        told = zip(CITIES, COUNTRIES, strict=True)
        partners = {
            f"partners/ville-{i:02}.yml": profile(name, country, lon, lat)
            for i, ((name, lon, lat), country) in enumerate(told)
        }
        home = {"docs/index.md": "---\ntitle: Accueil\nrelations: home\n---\n# Ville\n"}
        built(write_city(folder / "city", partners | home, base=False), folder / "site")

    return made_once(tmp_path_factory, "crowded-map", make) / "site"


@pytest.fixture(scope="module")
def crowded_url(crowded):
    """Yield the address of that site."""
    with served(crowded, AtTheRoot) as address:
        yield address


def test_on_a_phone_targets_stand_apart_and_the_page_ends(crowded_url, new_page):
    """At 360 pixels no two targets of a view are nearer than 24; the page is under 8,000 high."""
    page = new_page(360, reduced_motion="reduce")
    page.goto(crowded_url + MAP)
    for show in page.locator("[data-rel-show]").all():
        show.click()
        boxes = [one.bounding_box() for one in page.locator(PRESSED).all()]
        assert len(boxes) > 10
        assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
        middles = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes]
        for (x, y), (u, v) in combinations(middles, 2):
            assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= 23.9
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    rows = page.locator("[data-rel-row]:visible").count()
    page.click("[data-rel-more]")
    assert rows < page.locator("[data-rel-row]:visible").count() == 60


def test_a_cluster_comes_apart_and_comes_back(crowded_url, new_page):
    """Pressed, a disc gives way to its partners, near; a button brings all back as it opened."""
    page = new_page(1280, reduced_motion="reduce")
    page.goto(crowded_url + MAP)
    disc = page.locator(f"{OPEN} summary").first
    held = int(disc.locator("[data-rel-members]").inner_text())
    theirs = page.locator(f"{OPEN} details").first.locator("[data-rel-mark] > a")
    disc.press("Enter")
    assert page.locator(f"{OPEN}.is-apart").count() == 1
    frame = page.locator(f"{OPEN} .rel-port").bounding_box()
    boxes = [link.bounding_box() for link in theirs.all()]
    assert len(boxes) == held
    assert all(frame["x"] < b["x"] < frame["x"] + frame["width"] for b in boxes)
    assert all(frame["y"] < b["y"] < frame["y"] + frame["height"] for b in boxes)
    assert theirs.first.evaluate("link => link === document.activeElement")
    page.click(f"{OPEN} >> text=⤢")
    assert page.locator(".is-apart").count() == 0
    assert disc.is_visible()


def test_on_a_phone_a_disc_opens_on_a_list(crowded_url, new_page):
    """A phone has no room for marks: the disc shows names to tap, and Escape takes them away."""
    page = new_page(360)
    page.goto(crowded_url + MAP)
    disc = page.locator(f"{OPEN} summary").first
    disc.press("Enter")
    names = page.locator(f"{OPEN} details[open] [data-rel-mark] > a:visible")
    assert names.count() == int(disc.locator("[data-rel-members]").text_content())
    assert all(name.bounding_box()["height"] >= 24 for name in names.all())
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.keyboard.press("Escape")
    assert page.locator("details[open]").count() == 0
    assert disc.evaluate("one => one === document.activeElement")


def test_without_scripts_a_disc_opens_on_links(crowded_url, new_page):
    """On the home page, without scripts, a disc shows its partners' names, and hides them again."""
    page = new_page(360, javascript=False)
    page.goto(crowded_url)
    disc = page.locator("summary.rel-place").first
    disc.click()
    links = page.locator("details[open] [data-rel-mark] > a:visible")
    assert links.count() == int(disc.locator("[data-rel-members]").inner_text())
    disc.click()
    assert page.locator("details[open]").count() == 0


def test_discs_tell_what_a_filter_leaves(crowded_url, new_page):
    """A disc whose partners are filtered out is gone, and with it the name of their country."""
    page = new_page(1280, reduced_motion="reduce")
    page.goto(f"{crowded_url}{MAP}?pays=japon")
    assert page.locator(f"{OPEN} [data-rel-mark]:not(.is-out) > a:visible").count() == 1
    assert page.locator(f"{OPEN} summary:visible").count() == 0
    assert set(page.locator(f"{OPEN} .rel-country:visible").all_inner_texts()) <= {"Japon"}


def test_the_map_says_what_its_table_says(crowded_url, new_page):
    """The links of the world and the rows of the table lead to the same sixty pages, each once."""
    page = new_page(1280, javascript=False)
    page.goto(crowded_url + MAP)
    hrefs = "links => links.map(link => link.href).sort()"
    on_map = page.locator("#monde [data-rel-mark] > a").evaluate_all(hrefs)
    in_table = page.locator("[data-rel-row] th > a").evaluate_all(hrefs)
    assert on_map == in_table
    assert len(set(on_map)) == 60


def test_sixty_partners_weigh_less_than_60_kilobytes(crowded):
    """Page, positions, style and scripts of the map together stay under 60 kB on the wire."""
    theme = crowded / "assets" / "relations"
    names = ("map.css", "map.js", "map_zoom.js", "lists.js")
    own = [*(crowded / MAP).iterdir(), *(theme / name for name in names)]
    assert sum(len(gzip.compress(path.read_bytes())) for path in own) < 60_000


def test_the_home_page_is_short_at_sixty_partners(crowded_url, new_page):
    """On a phone it is at most 6,000 pixels high, its regions fold, and targets stand apart."""
    page = new_page(360, javascript=False)
    page.goto(crowded_url)
    assert page.evaluate("document.documentElement.scrollHeight") <= 6000
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(CLOSE) == []
    names = page.locator(".rel-fold a")
    assert names.count() == 60
    assert page.locator(".rel-fold a:visible").count() == 0
    page.locator(".rel-fold > summary").first.click()
    assert page.locator(".rel-fold a:visible").count() > 1
    page.emulate_media(media="print")
    assert all(name.is_visible() for name in names.all())


def test_the_timeline_folds_at_sixty_partners(crowded_url, new_page):
    """On a phone decades and lanes fold, targets stand apart, a filter opens what it leaves."""
    page = new_page(360)
    page.goto(crowded_url + "chronologie/")
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    assert page.evaluate(CLOSE) == []
    folded = page.locator(".rel-decade:not([open])").count()
    assert folded
    page.select_option("[name=partenaire]", "ville-59")
    assert (
        page.locator(".rel-mile:visible").count() == page.locator(".rel-mile:not([hidden])").count()
    )
    assert page.locator(".rel-lane:visible").count() == 1
    page.get_by_role("button", name="Tout montrer").click()
    assert page.locator(".rel-decade:not([open])").count() == folded
    page.emulate_media(media="print")
    assert page.locator(".rel-mile").last.is_visible()
    assert page.locator(".rel-lane").last.is_visible()


def test_a_link_opens_its_decade(crowded_url, new_page):
    """Without scripts a mark leads into the list, and opens the decade that holds its fact."""
    page = new_page(1280, javascript=False)
    page.goto(crowded_url + "chronologie/")
    href = page.locator(".rel-moment").first.get_attribute("href")
    page.locator(".rel-moment").first.click()
    page.locator(href).wait_for()


@pytest.mark.parametrize("path", ["partenaires/", "chronologie/", "participer/", "agenda/"])
def test_lists_of_sixty_partners_are_read_on_a_phone(crowded_url, new_page, path):
    """No list is higher than 9,000 pixels nor wider than the phone, and targets stand apart."""
    page = new_page(360, javascript=False)
    page.goto(crowded_url + path)
    assert page.evaluate("document.documentElement.scrollHeight") <= 9000
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(CLOSE) == []

"""Three people with an errand, followed step by step, with what each of them has at hand."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from PIL import Image

from building import ROOT

PHONE = {"width": 360, "height": 740}


def seen(page, locator):
    """Return whether the top of an element is on the screen as it stands."""
    box = locator.bounding_box()
    return 0 <= box["y"] < page.viewport_size["height"]


def test_a_resident_who_wants_to_join_something_this_year(sample_url, new_page):
    """On a phone: menu, take part, an event with its day, hour and place, and whom to write to."""
    page = new_page(**PHONE)
    page.goto(sample_url)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Take part").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Take part"
    event = page.locator("section:has(> #events) .rel-mile").first
    event.scroll_into_view_if_needed()
    told = event.inner_text()
    for wanted in ("20 March 2027", "10:00", "Harbour Library", "Free entry", "registration form"):
        assert wanted in told
    event.get_by_role("link", name="Shiokaze").click()
    assert seen(page, page.locator(".rel-answers"))
    page.get_by_role("link", name=re.compile("take part", re.IGNORECASE)).first.click()
    assert seen(page, page.locator("#take-part"))
    office = page.locator("main a[href^='mailto:']").first
    office.scroll_into_view_if_needed()
    assert seen(page, office)


def test_a_journalist_who_wants_one_partner_in_one_year(server_url, new_page):
    """At a desk: the search, narrowed to a partner and a year, says all there is, and a release."""
    page = new_page()
    page.goto(f"{server_url}recherche/")
    page.select_option("[data-facet=partner]", "taroudant", timeout=5000)
    page.select_option("[data-facet=year]", "2023", timeout=5000)
    assert {"partenaire=taroudant", "annee=2023"} <= set(page.url.partition("?")[2].split("&"))
    found = page.locator(".rel-found .rel-search__result")
    found.first.wait_for()
    assert {"2023"} == set(
        re.findall(r"\b20\d\d\b", " ".join(found.locator(".rel-search__kind").all_inner_texts()))
    )
    found.locator("a").first.click()
    assert page.locator(".rel-article--release h1").is_visible()


def test_a_journalist_who_wants_a_picture_to_print(sample_url, new_page):
    """From the press page to a release: the photo as it was given, its credit, and the text."""
    page = new_page()
    page.goto(f"{sample_url}press/")
    page.locator(".rel-kit a", has_text="Seedlings").first.click()
    assert "Photo" in page.locator("figure figcaption").first.inner_text()
    with page.expect_download() as download:
        page.locator("a[download][href$='.jpg']").first.click()
    name = download.value.suggested_filename
    assert "mangroves" in name
    given = ROOT / "tests/sample_city/press_releases/2023/mangroves.jpg"
    with Image.open(download.value.path()) as picture, Image.open(given) as whole:
        assert picture.size == whole.size
    text = page.get_by_role("link", name="Text file").get_attribute("href")
    assert "mangroves" in page.request.get(urljoin(page.url, text)).text().lower()


def test_a_journalist_finds_a_printable_picture_from_a_partner_s_page(sample_url, new_page):
    """On a phone: a partner's page leads to its photo among those for the press, whole to load."""
    page = new_page(**PHONE)
    page.goto(f"{sample_url}partners/nakoro-province/")
    page.get_by_role("link", name="Photos for the press").click()
    photo = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert photo.get_by_role("link", name="Nakoro Province").is_visible()
    with page.expect_download() as download:
        photo.get_by_role("link", name="For print").click()
    with Image.open(download.value.path()) as picture:
        assert min(picture.size) > 300


def test_a_pupil_with_a_screen_reader_prepares_a_talk(server_url, new_page):
    """By keyboard and ear: past the menu, by headings to a twin town, and through its page."""
    page = new_page()
    page.goto(server_url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert [level for level, _ in headings(page)][:2] == [1, 2]
    page.keyboard.press("Control+k")
    page.keyboard.type("Albstadt")
    page.locator("#search .rel-search__result").first.wait_for()
    page.keyboard.press("Tab")
    while page.evaluate("!document.activeElement.closest('.rel-search__result')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server_url}partenaires/albstadt/")
    levels = [level for level, _ in headings(page)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    told = [name for _, name in headings(page)]
    assert any("Jumelage" in name for name in told)
    names = [one["name"]["value"] for one in tree(page) if one["role"]["value"] == "image"]
    assert any("Albstadt" in name and "Chambéry" in name for name in names)
    said = page.locator("main").inner_text()
    assert "1979" in said


def tree(page):
    """Return what is heard of a page, element by element."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [one for one in nodes if not one["ignored"] and one.get("name", {}).get("value")]


def headings(page):
    """Return the headings a reader leaps along: level and words."""
    found = [one for one in tree(page) if one["role"]["value"] == "heading"]
    levels = [
        next(one["value"]["value"] for one in heading["properties"] if one["name"] == "level")
        for heading in found
    ]
    return list(zip(levels, [one["name"]["value"] for one in found], strict=True))


@pytest.mark.parametrize("path", ["partenaires/albstadt/", "participer/"])
def test_headings_step_by_one(server_url, new_page, path):
    """No heading is two levels below the one before it."""
    page = new_page()
    page.goto(server_url + path)
    levels = [level for level, _ in headings(page)]
    assert all(after - before <= 1 for before, after in pairwise(levels))

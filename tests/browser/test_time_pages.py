"""The pages of time in a browser: readable at 360 px, filtered by a link, whole without scripts."""

from __future__ import annotations

from io import BytesIO

import pytest
from axe import in_four_states, violations
from PIL import Image

PAGES = ["chronologie/", "agenda/", "partenaires/taroudant/", "thematiques/culture/"]


@pytest.mark.parametrize("path", PAGES)
def test_axe_and_width(server_url, new_page, axe_source, path):
    """No rule of axe is broken and nothing sticks out, narrow and wide, light and dark."""
    page = new_page(bypass_csp=True)  # axe itself sets styles
    page.goto(server_url + path)
    for width, scheme in in_four_states(page, 360):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, scheme
        assert violations(page, axe_source) == [], (width, scheme)


def shown(page):
    """Return how many facts are to be seen."""
    return page.locator(".rel-mile:visible").count()


def test_without_scripts_every_fact_is_there(server_url, new_page):
    """With scripts off the list is whole and no control stands idle."""
    page = new_page(360, javascript=False)
    page.goto(server_url + "chronologie/")
    assert shown(page) == page.locator(".rel-mile").count() > 30
    assert page.locator("select:visible").count() == 0


def test_a_filter_narrows_and_can_be_linked_to(server_url, new_page):
    """What is chosen hides the rest with its years, is counted, and stands in the address."""
    page = new_page()
    page.goto(server_url + "chronologie/")
    everything = shown(page)
    page.select_option("[name=partenaire]", "turin")
    narrowed = shown(page)
    assert 0 < narrowed < everything
    assert page.locator(".rel-decade:visible").count() < page.locator(".rel-decade").count()
    assert "partenaire=turin" in page.url
    assert str(narrowed) in page.locator(".rel-filter__count").inner_text()
    linked = new_page()
    linked.goto(page.url)
    assert shown(linked) == narrowed
    linked.get_by_role("button", name="Tout montrer").click()
    assert shown(linked) == everything
    assert "partenaire" not in linked.url


def test_filters_work_together(server_url, new_page):
    """Partner and kind narrow one after the other; what matches nothing says so."""
    page = new_page()
    page.goto(server_url + "chronologie/?partenaire=turin&nature=act")
    assert {m.get_attribute("data-type") for m in page.locator(".rel-mile:visible").all()} == {
        "act"
    }
    page.goto(server_url + "chronologie/?partenaire=turin&nature=project")
    assert shown(page) == 0
    assert page.locator(".rel-filter__count").inner_text().strip()


def test_an_unknown_choice_in_the_address_shows_everything(server_url, new_page):
    """A link to a partner that left the list still opens the whole timeline."""
    page = new_page()
    page.goto(server_url + "chronologie/?partenaire=atlantis")
    assert shown(page) > 30


@pytest.mark.parametrize("width", [360, 1280])
def test_lanes_are_readable(server_url, new_page, width):
    """Each lane is as wide as the page allows, its words at least 13 px, its points round."""
    page = new_page(width)
    page.goto(server_url + "chronologie/")
    lane = page.locator(".rel-lane__svg").first.bounding_box()
    assert lane["width"] > (300 if width == 360 else 700)
    assert lane["height"] >= 24
    sizes = page.eval_on_selector_all(
        ".rel-lanes :is(a, span, p)",
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))",
    )
    assert min(sizes) >= 13
    effect = "path => getComputedStyle(path).vectorEffect"
    assert page.locator(".rel-dot").first.evaluate(effect) == "non-scaling-stroke"


def test_scale_and_lanes_agree(server_url, new_page):
    """The label of a decade stands where its line is drawn, before the break and after it."""
    page = new_page()
    page.goto(server_url + "chronologie/")
    lines = page.locator(".rel-lane").first.locator(".rel-lane__decade")
    for text, line in (("1970", lines.nth(1)), ("2020", lines.last)):
        label = page.locator(".rel-lanes__scale li", has_text=text).bounding_box()
        assert abs(label["x"] - line.bounding_box()["x"]) < 3
    assert "2010" in page.locator(".rel-overview__key").inner_text()
    assert page.locator(".rel-lane__break").count() == page.locator(".rel-lane").count()


def test_a_mark_shows_its_facts(server_url, new_page):
    """On hover, focus and tap a card tells the facts; Escape takes it away; Enter leads to one."""
    page = new_page()
    page.goto(server_url + "chronologie/")
    card = page.locator(".rel-marked")
    mark = page.locator(".rel-moment").first
    mark.hover()
    assert "Signature du jumelage" in card.inner_text()
    page.mouse.move(0, 0)
    card.wait_for(state="hidden")
    mark.focus()
    assert "1957" in card.inner_text()
    page.keyboard.press("ArrowRight")
    assert "1957" not in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.keyboard.press("Enter")
    assert "#f-" in page.url


def test_a_finger_sees_the_facts_first(server_url, new_page):
    """On a phone the first tap shows the card, whose lines lead to the facts."""
    page = new_page(360, has_touch=True)
    page.goto(server_url + "chronologie/")
    page.locator(".rel-moment").first.tap()
    card = page.locator(".rel-marked")
    assert card.is_visible()
    assert "#" not in page.url
    box = card.bounding_box()
    assert 0 <= box["x"] <= 360 - box["width"]
    card.locator("a").first.tap()
    page.wait_for_url("**#f-*")


def test_filters_reach_the_lanes(server_url, new_page):
    """A choice hides lanes and dots as it hides facts; where nothing is left, no lane is."""
    page = new_page()
    page.goto(server_url + "chronologie/")
    dots = page.locator("[data-fact]:not([hidden])").count()
    page.select_option("[name=partenaire]", "turin")
    assert page.locator(".rel-lane:visible").count() == 1
    assert 0 < page.locator("[data-fact]:not([hidden])").count() < dots
    page.select_option("[name=nature]", "project")
    assert page.locator(".rel-lanes").is_hidden()
    assert "Aucun" in page.locator(".rel-filter__count").inner_text()
    page.get_by_role("button", name="Tout montrer").click()
    assert page.locator("[data-fact]:not([hidden])").count() == dots


def test_a_decade_can_be_reached(server_url, new_page):
    """The scale of the overview leads to the decade in the list."""
    page = new_page()
    page.goto(server_url + "chronologie/")
    page.locator(".rel-lanes__scale a", has_text="2020").click()
    assert page.url.endswith("#d2020")
    assert page.locator("#d2020").bounding_box()["y"] < 200


def test_no_sign_of_the_key_is_blank(server_url, new_page):
    """In forced colours and on paper, where grounds are left out, each sign of the key is drawn."""
    page = new_page(forced_colors="active")
    page.goto(server_url + "chronologie/")
    signs = page.locator(".rel-key__sign").all()
    assert len(signs) > 5
    for sign in signs:
        name = sign.get_attribute("class")
        with Image.open(BytesIO(sign.screenshot())) as drawn:
            assert len(drawn.convert("RGB").getcolors()) > 1 or not is_ground(drawn), name
        style = "e => [getComputedStyle(e).borderTopWidth, getComputedStyle(e).borderLeftWidth]"
        assert max(float(width.removesuffix("px")) for width in sign.evaluate(style)) > 0, name


def is_ground(picture):
    """Return whether a picture is one colour, that of the paper in forced colours."""
    return picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)

"""The map in a browser: by keyboard, by pointer, by touch, without scripts, and its weight."""

from __future__ import annotations

import gzip
import re
from itertools import combinations

import pytest
from axe import STATE, violations

MAP = "carte/"
PARTNERS = 8
# What a reader's system may ask for, by the width of the window.
ASKED = {
    1280: [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    360: [{"color_scheme": "light"}, {"color_scheme": "dark"}],
}
SHOWN = "[data-rel-row]:not([hidden])"
OPEN = ".rel-view.is-open"
MARKS = f"{OPEN} [data-rel-mark]:not(.is-out) > a"


def opened(new_page, url, query="", width=1280, **more):
    """Open the map."""
    page = new_page(width, **more)
    page.goto(f"{url}{MAP}{query}")
    return page


def hrefs(page, what):
    """Return where links lead, without doubles."""
    return set(page.eval_on_selector_all(what, "links => links.map(link => link.href)"))


def judged(page, source, width):
    """Return the rules of axe that a page breaks, in each way a reader's system may ask for it."""
    found = {}
    for asked in ASKED[width]:
        page.emulate_media(**asked)
        scheme = page.evaluate(STATE)[1]
        assert asked.get("color_scheme", scheme) == scheme
        found |= {(*asked.items(), rule): told for rule, told in violations(page, source)}
    page.emulate_media(color_scheme="light", forced_colors="none")
    return found


def test_the_keyboard_alone_reaches_every_partner(server_url, new_page):
    """Tab after Tab, every partner has focus once on the map and once in the table."""
    page = opened(new_page, server_url)
    reached = []
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => { const a = document.activeElement; return [a.href ?? '',
                   !!a.closest('.rel-place'), !!a.closest('tbody th')] }"""
            )
        )
    once = reached[: reached.index(reached[0], 1)] if reached[0] in reached[1:] else reached
    on_map = [href for href, mark, _ in once if mark and "/partenaires/" in href]
    in_table = [href for href, _, row in once if row]
    assert len(on_map) == len(set(on_map)) == PARTNERS
    assert set(in_table) == set(on_map)


def test_a_mark_with_focus_can_be_seen_and_followed(server_url, new_page):
    """A mark that has focus shows its card, Escape drops it, and Enter opens the page."""
    page = opened(new_page, server_url)
    page.locator(f"{OPEN} [data-rel-mark=turin] > a").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card = page.locator(".rel-card-pop")
    assert "Torino" in card.inner_text()
    assert "Italie" in card.inner_text()
    described = page.locator(f"{OPEN} [data-rel-mark=turin] > a").get_attribute("aria-describedby")
    assert described == card.get_attribute("id")
    page.keyboard.press("Escape")
    assert card.count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/partenaires/turin/")


def test_a_pointer_over_a_mark_shows_its_card(server_url, new_page):
    """The card comes with the pointer, stays while the pointer is on it, and goes with it."""
    page = opened(new_page, server_url)
    page.hover(f"{OPEN} [data-rel-mark=taroudant] > a")
    page.hover(".rel-card-pop")
    page.wait_for_timeout(400)
    assert "تارودانت" in page.locator(".rel-card-pop").inner_text()
    page.mouse.move(3, 3)
    page.wait_for_timeout(400)
    assert page.locator(".rel-card-pop").count() == 0


def test_a_tap_shows_the_card_and_a_second_follows(server_url, new_page):
    """On a touch screen the first tap tells who it is; the second opens the page."""
    page = opened(new_page, server_url, width=390, has_touch=True, is_mobile=True)
    mark = page.locator(f"{OPEN} [data-rel-mark=korca] > a")
    mark.tap()
    assert page.url.endswith(MAP)
    assert "Albanie" in page.locator(".rel-card-pop").inner_text()
    mark.tap()
    page.wait_for_url("**/partenaires/korca/")


def test_filters_act_on_map_table_and_count_at_once(server_url, new_page):
    """A theme chosen leaves the same partners everywhere, is said, and is in the address."""
    page = opened(new_page, server_url)
    page.select_option("select[name=theme]", "eau")
    shown = page.eval_on_selector_all(SHOWN, "rows => rows.map(row => row.dataset.relRow)")
    marks = {href.rstrip("/").split("/")[-1] for href in hrefs(page, MARKS)}
    assert 0 < len(shown) < PARTNERS
    assert marks == set(shown)
    told = page.locator("[data-rel-count]")
    assert told.get_attribute("role") == "status"
    assert re.findall(r"\d+", told.inner_text()) == [str(len(shown)), str(PARTNERS)]
    assert page.url.endswith("?theme=eau")


def test_filters_can_be_linked_to_and_undone(server_url, new_page):
    """An address with filters opens so; one button shows all again."""
    page = opened(new_page, server_url, "?theme=eau&pays=maroc")
    assert page.locator(SHOWN).count() == 1
    page.click("[data-rel-filters] button")
    page.wait_for_function("() => !location.search")
    assert page.locator(SHOWN).count() == PARTNERS
    page.goto(f"{server_url}{MAP}?theme=unknown")
    assert page.locator(SHOWN).count() == PARTNERS


def test_the_table_sorts_by_any_heading(server_url, new_page):
    """A heading pressed sorts, pressed again turns round, and what is empty stays last."""
    page = opened(new_page, server_url)
    names = lambda: page.locator("tbody th > a").all_inner_texts()  # noqa: E731
    page.click("thead >> text=Distance")
    assert names()[0] == "Turin"
    page.click("thead >> text=Distance")
    assert names()[0] == "Zhangjiakou"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Distance")
    page.click("thead >> text=Depuis")
    assert names()[0] == "Turin"
    assert names()[-1] == "Zhangjiakou"


@pytest.mark.parametrize("way", ["button", "key", "wheel", "double"])
def test_the_map_enlarges_and_comes_back(server_url, new_page, way):
    """By button, key, wheel or double click the view enlarges; a button brings the whole back."""
    page = opened(new_page, server_url, "#autour", reduced_motion="reduce")
    view = page.locator("#autour")
    view.scroll_into_view_if_needed()
    box = page.locator("#autour .rel-port").bounding_box()
    middle = box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.3
    page.mouse.move(*middle)
    acts = {
        "button": lambda: page.click("#autour >> text=+"),
        "key": lambda: page.locator("#autour [data-rel-mark] > a").first.press("+"),
        "wheel": lambda: (page.keyboard.down("Control"), page.mouse.wheel(0, -300)),
        "double": lambda: page.mouse.dblclick(*middle),
    }
    acts[way]()
    page.keyboard.up("Control")
    wide = "() => document.querySelector('#autour .rel-stage').offsetWidth"
    page.wait_for_function(f"({wide})() > {box['width'] * 1.2}")
    page.click("#autour >> text=⤢")
    page.wait_for_function(f"({wide})() <= {box['width'] + 1}")


def test_an_enlarged_map_moves_and_follows_focus(server_url, new_page):
    """Arrows and dragging move it, and a mark that gets focus is brought into the picture."""
    page = opened(new_page, server_url, "#autour", reduced_motion="reduce")
    for _ in range(4):
        page.click("#autour >> text=+")
    place = "() => document.querySelector('#autour .rel-stage').offsetLeft"
    before = page.evaluate(place)
    page.click("#autour >> text=→")
    assert page.evaluate(place) < before
    box = page.locator("#autour .rel-port").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 420, box["y"] + 240, steps=4)
    page.mouse.up()
    assert page.evaluate(place) > before - 80
    page.locator("#autour [data-rel-mark] > a").last.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    held = page.locator("#autour [data-rel-mark] > a:focus").bounding_box()
    box = page.locator("#autour .rel-port").bounding_box()
    assert box["x"] <= held["x"] <= box["x"] + box["width"]
    assert box["y"] <= held["y"] <= box["y"] + box["height"]


def test_two_fingers_enlarge(server_url, new_page):
    """A pinch makes the picture wider, and the page itself stays as it was."""
    page = opened(new_page, server_url, "#autour", width=390, has_touch=True, is_mobile=True)
    page.locator("#autour").scroll_into_view_if_needed()
    page.evaluate(
        """() => { const port = document.querySelector('#autour .rel-port');
          const box = port.getBoundingClientRect();
          const at = (id, x) => ({pointerId: id, pointerType: 'touch', bubbles: true,
            clientX: box.left + x, clientY: box.top + 80});
          const fire = (name, id, x) => port.dispatchEvent(new PointerEvent(name, at(id, x)));
          fire('pointerdown', 1, 140); fire('pointerdown', 2, 180);
          fire('pointermove', 1, 100); fire('pointermove', 2, 220);
          fire('pointerup', 1, 100); fire('pointerup', 2, 220); }"""
    )
    assert page.evaluate("document.querySelector('#autour .rel-stage').offsetWidth") > 600


def test_without_scripts_everything_is_there(server_url, new_page):
    """Every partner is a link on the map and a row of the table; no control is shown in vain."""
    page = opened(new_page, server_url, javascript=False)
    assert page.locator("#monde").is_visible()
    assert page.locator("#autour").is_visible()
    assert len(hrefs(page, "#monde [data-rel-mark] > a")) == PARTNERS
    assert hrefs(page, "tbody th a") == hrefs(page, "[data-rel-mark] > a")
    assert not page.locator("[data-rel-filters]").is_visible()
    assert page.locator(".rel-zoom, thead button, .rel-views:visible").count() == 0
    assert page.locator("#monde [data-rel-mark] > a:visible").count() == PARTNERS


@pytest.mark.parametrize("width", [360, 690, 1280])
@pytest.mark.parametrize("city", ["server_url", "sample_url"])
def test_targets_stand_24_pixels_apart(request, new_page, city, width):
    """At each width no two marks of a view are nearer than 24 pixels, and each has 24."""
    address = request.getfixturevalue(city) + (MAP if city == "server_url" else "map/")
    page = new_page(width)
    page.goto(address)
    for show in [None, *page.locator("[data-rel-show]").all()]:
        if show:
            show.click()
        boxes = [link.bounding_box() for link in page.locator(f"{OPEN} .rel-place > a").all()]
        assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
        for a, b in combinations(boxes, 2):
            assert ((a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2) ** 0.5 >= 23.9


@pytest.mark.parametrize("width", [360, 690, 1280])
def test_names_on_the_map_are_not_cut_nor_mixed(server_url, new_page, width):
    """The names that are shown stay inside their view and touch no other name."""
    page = opened(new_page, server_url, width=width)
    for view in page.locator(f"{OPEN} .rel-port").all():
        frame = view.bounding_box()
        shown = view.locator(".rel-place__name").all()
        boxes = [
            n.bounding_box()
            for n in shown
            if n.evaluate("e => getComputedStyle(e).clipPath") == "none"
        ]
        assert boxes
        for box in boxes:
            assert frame["x"] - 1 <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        for a, b in combinations(boxes, 2):
            apart = a["x"] + a["width"] <= b["x"] + 6 or b["x"] + b["width"] <= a["x"] + 6
            assert apart or abs(a["y"] - b["y"]) >= 17


def test_each_view_is_one_gesture_away(server_url, new_page):
    """It opens on what the partners need; the surroundings and the world are a button away."""
    page = opened(new_page, server_url, reduced_motion="reduce")
    wide = "() => document.querySelector('#monde .rel-stage').offsetWidth"
    port = page.locator("#monde .rel-port").bounding_box()["width"]
    assert page.evaluate(wide) > port * 1.3
    assert page.locator(".rel-view:visible").count() == 1
    page.click("[data-rel-show=close]")
    assert page.locator("#autour").is_visible()
    assert not page.locator("#monde").is_visible()
    page.click("[data-rel-whole]")
    assert page.locator("#monde").is_visible()
    assert page.evaluate(wide) == pytest.approx(port, abs=1)
    assert page.locator("[aria-pressed=true]").inner_text() == "Le monde"


def test_filters_refit_the_map_and_say_when_nothing_is_left(server_url, new_page):
    """What is left fills the frame; of nothing the page says so, and offers all again."""
    page = opened(new_page, server_url, "?theme=eau", reduced_motion="reduce")
    port = page.locator(f"{OPEN} .rel-port").bounding_box()
    left = [link.bounding_box() for link in page.locator(MARKS).all()]
    assert all(port["x"] < b["x"] < port["x"] + port["width"] for b in left)
    stage = f"() => document.querySelector('{OPEN} .rel-stage').offsetWidth"
    near = page.evaluate(stage)
    page.click("[data-rel-filters] button")
    assert page.evaluate(stage) < near
    page.goto(f"{server_url}{MAP}?theme=eau&pays=chine")
    assert "Aucun partenaire" in page.locator("[data-rel-count]").inner_text()
    assert page.locator("[data-rel-empty]").is_visible()
    assert page.locator("#partners").is_hidden()
    assert page.locator("[data-rel-of]:visible").count() == 0
    page.click("[data-rel-empty] button")
    assert page.locator(SHOWN).count() == PARTNERS
    assert page.locator("[data-rel-empty]").is_hidden()


def test_a_line_of_the_key_narrows_the_map(server_url, new_page):
    """The key's lines are links; on the map's own page one sets the filter it names."""
    page = opened(new_page, server_url)
    page.click(".rel-legend >> text=Jumelage")
    assert page.url.endswith("?nature=jumelage")
    assert page.locator(SHOWN).count() == 2
    assert page.locator(".rel-legend li").count() == page.locator(".rel-legend li > a").count()


def test_enlarging_keeps_the_city_in_its_place(server_url, new_page):
    """The button enlarges about the city: twice pressed, it stands where it stood."""
    page = opened(new_page, server_url, "#autour", reduced_motion="reduce")
    home = page.locator("#autour .rel-place--home")
    before = home.bounding_box()
    page.click("#autour >> text=+")
    page.click("#autour >> text=+")
    after = home.bounding_box()
    assert after["x"] == pytest.approx(before["x"], abs=2)
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_a_mark_is_heard_with_kind_and_state(server_url, new_page):
    """The name of each link on the map says the partner, its country, the tie and how it stands."""
    page = opened(new_page, server_url)
    told = page.locator(f"{OPEN} [data-rel-mark=turin] > a").inner_text()
    assert "Turin (Italie, jumelage, en vigueur)" in " ".join(told.split())
    page.get_by_role("link", name="Turin (Italie, jumelage, en vigueur)", exact=True).first.focus()


@pytest.mark.parametrize("width", ASKED)
def test_axe_finds_nothing_on_the_map(server_url, new_page, axe_source, width):
    """At rest, with a card open and enlarged, no rule of axe is broken, whatever the colours."""
    page = opened(new_page, server_url, width=width, bypass_csp=True)
    assert judged(page, axe_source, width) == {}
    page.locator(f"{OPEN} [data-rel-mark=turin] > a").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.locator(".rel-card-pop").count() == 1
    page.wait_for_timeout(200)
    assert judged(page, axe_source, width) == {}
    page.keyboard.press("Escape")
    page.click("[data-rel-show=close]")
    page.click("#autour >> text=+")
    page.select_option("select[name=theme]", "culture")
    page.wait_for_timeout(300)
    assert judged(page, axe_source, width) == {}


def test_the_map_is_light_and_asks_nobody(site, server_url, new_page):
    """The page with its own styles and script stays under 60 kB on the wire, all from here."""
    asked = []
    page = new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server_url}{MAP}")
    assert all(url.startswith(server_url) for url in asked)
    theme = site / "assets" / "relations"
    own = [
        *(site / "carte").iterdir(),
        *(theme / n for n in ("map.css", "map.js", "map_zoom.js", "lists.js")),
    ]
    assert sum(len(gzip.compress(path.read_bytes())) for path in own) < 60_000


def test_the_map_of_the_home_page_is_light(site):
    """The home page's map, with its styles, stays under 20 kB on the wire."""
    home = (site / "index.html").read_text(encoding="utf-8")
    drawn = re.search(r'<section class="rel-map rel-map--home".*?</section>', home, re.DOTALL)[0]
    styles = [site / "carte" / "map-positions.css", site / "assets" / "relations" / "map.css"]
    texts = [drawn.encode(), *(path.read_bytes() for path in styles)]
    assert sum(len(gzip.compress(text)) for text in texts) < 20_000


def test_the_home_page_links_every_partner_on_its_map(server_url, new_page):
    """Its one view holds each partner once, without scripts too."""
    page = new_page(javascript=False)
    page.goto(server_url)
    assert page.locator(".rel-map--home [data-rel-mark] > a").count() == PARTNERS


@pytest.mark.parametrize("slug", ["turin", "zhangjiakou", "caza-de-bcharre"])
def test_a_partner_page_says_how_far(server_url, new_page, slug):
    """The small map names both places, and the distance stands under it."""
    page = new_page()
    page.goto(f"{server_url}partenaires/{slug}/")
    figure = page.locator(".rel-locator")
    assert figure.locator("text").count() == 2
    assert re.search(r"\d\skm de Chambéry à vol d’oiseau", figure.inner_text())


def test_on_paper_the_map_keeps_its_marks_and_drops_its_buttons(server_url, new_page):
    """Printed, the picture and its table are there, and nothing to press."""
    page = opened(new_page, server_url)
    page.emulate_media(media="print")
    assert page.locator(f"{OPEN} [data-rel-mark=turin] > a").is_visible()
    assert page.locator(".rel-zoom:visible, [data-rel-filters]:visible").count() == 0

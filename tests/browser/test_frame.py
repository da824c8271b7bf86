"""The frame as people use it: menu, colours, search, keyboard, paper; and what it never does."""

from __future__ import annotations

import pytest
from axe import violations
from test_every_kind import kinds

RESULTS = ".rel-search__result"
LINKS = "document.activeElement?.closest('#menu') !== null"


SEEN = """() => {
  const e = document.activeElement, b = e.getBoundingClientRect();
  const parts = [e, e.closest('.rel-card'), e.querySelector(':scope > path')].filter(Boolean)
    .flatMap(x => [null, '::after'].map(p => getComputedStyle(x, p)));
  const look = () => parts.map(s =>
    [s.outlineStyle, s.outlineWidth, s.content, s.borderTopWidth, s.stroke].join());
  const focused = look().join(); e.blur(); const bare = look().join(); e.focus();
  return { tag: e.tagName, text: e.textContent.trim().slice(0, 60), shown: focused !== bare,
    inside: b.right > 0 && b.left < innerWidth && b.bottom > 0 && b.top < innerHeight } }"""


PRESSABLE = """all => all.filter(e => e.tabIndex >= 0 && !e.disabled
  && e.checkVisibility({ visibilityProperty: true })).length"""


def seen(page):
    """Tell what has the focus, whether it is on the screen, and whether it shows the focus."""
    return page.evaluate(SEEN)


def search(page, words):
    """Open the search with the keyboard, look for some words and wait for the answer."""
    page.keyboard.press("Control+k")
    page.fill("#search-query", words)
    page.locator(".rel-search__count:not(:empty)").wait_for()


def test_the_phone_s_menu_is_a_button(server_url, new_page):
    """The menu opens and closes from the keyboard, says so, and hides its links while closed."""
    page = new_page(360)
    page.goto(server_url)
    button = page.get_by_role("button", name="Menu")
    link = page.locator("#menu a").last
    assert (button.get_attribute("aria-expanded"), link.is_visible()) == ("false", False)
    button.focus()
    page.keyboard.press("Enter")
    assert (button.get_attribute("aria-expanded"), link.is_visible()) == ("true", True)
    page.keyboard.press("Tab")
    assert page.evaluate(LINKS)
    page.keyboard.press("Escape")
    assert (button.get_attribute("aria-expanded"), link.is_visible()) == ("false", False)
    assert button.evaluate("e => e === document.activeElement")


def test_the_colours_change_by_a_named_button_and_stay(server_url, new_page):
    """The reader's choice of colours holds on the next page; the button says what it would do."""
    page = new_page()
    page.goto(server_url)
    page.get_by_role("button", name="Couleurs sombres").press("Space")
    page.get_by_role("button", name="Couleurs claires").wait_for()
    page.goto(server_url + "liens/")
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_system_s_colours_are_the_first(server_url, new_page, javascript):
    """A reader whose system is dark reads on dark, with scripts or without."""
    page = new_page(dark=True, javascript=javascript)
    page.goto(server_url)
    assert page.locator("body").evaluate("e => getComputedStyle(e).colorScheme") == "dark"


def test_nothing_is_stored_before_the_reader_acts(site, server_url, new_page):
    """Opening a page of each kind leaves no cookie and no key behind."""
    page = new_page()
    for path in kinds(site).values():
        page.goto(server_url + path)
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_nothing_of_the_search_is_fetched_before_it_is_opened(server_url, new_page):
    """Names are asked for at the first opening, not at each page, and the index never is."""
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server_url, wait_until="networkidle")
    assert not [url for url in asked if url.endswith(".json")]
    search(page, "Turin")
    told = [url.removeprefix(server_url) for url in asked if url.endswith(".json")]
    assert told == ["recherche/names.json"]


def test_the_search_is_a_named_modal_dialog(server_url, new_page):
    """Closed, nothing in it takes the focus; open, it has a name; Escape gives the focus back."""
    page = new_page()
    page.goto(server_url)
    assert not page.locator("dialog").is_visible()
    button = page.get_by_role("button", name="Rechercher")
    button.press("Enter")
    assert page.get_by_role("dialog", name="Rechercher sur le site").is_visible()
    assert page.evaluate("document.activeElement.id") == "search-query"
    assert page.get_by_role("dialog").locator("button[type=submit]").count() == 1
    page.keyboard.type("Turin")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert button.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("words", ["Korça", "korca", "Korçë", "KORCE"])
def test_a_partner_is_found_by_any_name_with_or_without_accents(server_url, new_page, words):
    """Own name, French name, capitals, letters without their signs: the partner comes first."""
    page = new_page()
    page.goto(server_url)
    search(page, words)
    assert page.locator(f"{RESULTS} a").first.get_attribute("href").endswith("partenaires/korca/")


@pytest.mark.parametrize(
    ("words", "path"),
    [("张家口", "partenaires/zhangjiakou/"), ("Taroudannt", "partenaires/taroudant/")],
)
def test_a_partner_is_found_in_its_own_script(server_url, new_page, words, path):
    """A name in another script or spelling leads to the partner."""
    page = new_page()
    page.goto(server_url)
    search(page, words)
    assert page.locator(f"{RESULTS} a").first.get_attribute("href").endswith(path)


def test_results_are_reached_by_arrows_and_by_tab(server_url, new_page):
    """From the field, the arrow goes down to the first result and back up."""
    page = new_page()
    page.goto(server_url)
    search(page, "turin")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.locator(f"{RESULTS} a").first.evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-query"


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)"]
)
def test_a_hostile_deep_link_stays_text(server_url, new_page, words):
    """What stands after `?q=` is looked for as words and never becomes part of the page."""
    page = new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{server_url}recherche/?q={words}&annee={words}")
    page.locator(".rel-found:not([aria-busy])").wait_for()
    assert page.locator("#find-words").input_value() == words
    assert page.locator("[data-found] :is(img, script)").count() == 0


def test_single_keys_wait_for_the_reader_s_consent(server_url, new_page):
    """A slash opens the search only after the reader has turned single keys on (WCAG 2.1.4)."""
    page = new_page()
    page.goto(server_url)
    page.keyboard.press("/")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("Control+k")
    page.get_by_text("Raccourcis clavier").click()
    page.locator("[data-rel-keys]").check()
    page.keyboard.press("Escape")
    page.goto(server_url + "liens/")
    page.keyboard.press("/")
    assert page.locator("dialog").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_walk_with_the_keyboard(site, server_url, new_page, width):
    """Tab reaches all that can be pressed, shows where it is, and never leaves the screen."""
    page = new_page(width)
    for path in kinds(site).values():
        page.goto(server_url + path)
        stops = page.locator("a[href], button, select, input, summary, [tabindex='0']")
        wanted = stops.evaluate_all(PRESSABLE)
        walked = []
        for _ in range(wanted):
            page.keyboard.press("Tab")
            walked.append(seen(page))
        lost = [stop for stop in walked if not (stop["inside"] and stop["shown"])]
        assert not lost, (path, lost[:3])
        assert "BODY" not in {stop["tag"] for stop in walked}, path


def test_the_skip_link_is_first_and_leads_to_the_content(server_url, new_page):
    """The first stop of the keyboard shows itself inside the header and jumps over the menu."""
    page = new_page()
    page.goto(server_url + "liens/")
    page.keyboard.press("Tab")
    assert seen(page)["text"] == "Aller au contenu"
    assert seen(page)["inside"]
    assert page.evaluate("document.activeElement.closest('header') !== null")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_axe_finds_nothing_in_any_state(site, server_url, new_page, axe_source):
    """Forced colours, search open with results, menu open on a phone: no rule is broken."""
    page = new_page(bypass_csp=True)
    for path in kinds(site).values():
        page.goto(server_url + path)
        page.emulate_media(forced_colors="active")
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert violations(page, axe_source) == [], (path, "forced")
        page.emulate_media(forced_colors="none")
        search(page, "turin")
        assert violations(page, axe_source) == [], (path, "search")
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 360, "height": 900})
        page.locator("button[aria-controls='menu']").click()
        assert page.locator("#menu a").last.is_visible()
        assert violations(page, axe_source) == [], (path, "menu")
        page.set_viewport_size({"width": 1280, "height": 900})


def test_links_in_text_are_underlined(site, server_url, new_page):
    """No link inside a sentence is told by its colour alone."""
    page = new_page()
    for path in kinds(site).values():
        page.goto(server_url + path)
        bare = page.locator(".rel-prose :is(p, li) > a").evaluate_all(
            "all => all.filter(a => !getComputedStyle(a).textDecorationLine.includes('underline'))"
            ".map(a => a.outerHTML)"
        )
        assert not bare, path


def test_forced_colours_keep_what_colour_told(server_url, new_page):
    """In forced colours the current section and the done steps can still be told."""
    page = new_page(forced_colors="active")
    page.goto(server_url + "partenaires/taroudant/")
    current = page.locator("#menu [aria-current]")
    width = "all => all.map(e => parseFloat(getComputedStyle(e).borderBottomWidth))"
    assert current.evaluate_all(width) == [3]
    assert set(page.locator("#menu a:not([aria-current])").evaluate_all(width)) == {0}
    marks = page.locator(".rel-step").evaluate_all(
        "all => all.map(e => getComputedStyle(e, '::before').backgroundColor)"
    )
    assert len(set(marks)) == 2


def test_text_may_be_spaced_out(site, server_url, new_page):
    """With the spacing of WCAG 1.4.12 nothing is cut off and nothing sticks out at 320 px."""
    page = new_page(320, bypass_csp=True)
    for path in kinds(site).values():
        page.goto(server_url + path)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
            " word-spacing: .16em !important }"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_on_paper_there_is_ink_white_and_addresses(server_url, new_page):
    """Printed, a page has no menu, no dark ground, and tells where its links lead."""
    page = new_page(dark=True)
    page.goto(server_url + "partenaires/taroudant/")
    page.emulate_media(media="print")
    assert not page.locator("#menu").is_visible()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    source = page.locator(".rel-sources a").first
    assert "http" in source.evaluate("e => getComputedStyle(e, '::after').content")


LOOKS = """() => { const style = (what, of) => getComputedStyle(document.querySelector(what))[of];
    return [style("body", "backgroundColor"), style("body", "color"), style("main a", "color"),
            style("html", "colorScheme")]; }"""


def test_both_palettes_are_drawn_whoever_chooses(server_url, new_page):
    """System without scripts, system with them, or reader: each gives the same two palettes."""
    drawn = {}
    for dark in (False, True):
        looks = set()
        for javascript, chosen in ((False, None), (True, None), (True, not dark)):
            page = new_page(dark=dark if chosen is None else chosen, javascript=javascript)
            if chosen is not None:
                name = "slate" if dark else "default"
                page.add_init_script(f"localStorage.setItem('relations.colours', '{name}')")
            page.goto(server_url + "partenaires/taroudant/")
            looks.add(tuple(page.evaluate(LOOKS)))
        (drawn[dark],) = looks
    assert not set(drawn[False]) & set(drawn[True])
    assert (drawn[False][0], drawn[True][0]) == ("rgb(252, 250, 246)", "rgb(24, 22, 19)")
    assert (drawn[False][3], drawn[True][3]) == ("light", "dark")

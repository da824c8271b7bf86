"""One page of every kind in a browser: it fits, it obeys the policy, axe finds nothing to mend."""

from __future__ import annotations

import re

import pytest
from axe import into_state, violations
from slow_line import SHIFTS, shift_on_a_slow_line

KIND = re.compile(r'<body class="rel-page rel-page--(\w+)')


def kinds(site):
    """Return one page's path for every kind of page the site holds, the first in order.

    A page that leads on from an old address is of no kind.
    """
    found = {}
    for path in sorted(site.rglob("*.html")):
        for kind in KIND.findall(path.read_text(encoding="utf-8")):
            found.setdefault(kind, path.relative_to(site).as_posix().removesuffix("index.html"))
    return found


def test_the_site_has_the_kinds_it_should(site):
    """Home, lists, partners, releases, themes and plain text are there."""
    assert {"home", "list", "partner", "release", "theme", "text"} <= set(kinds(site))


LANGUAGE = re.compile(r'<html lang="([^"]+)"')
# Each kind in each language is judged wide and narrow, one light, the other dark; which is which
# differs by the language, so that each kind is seen in all four.
WIDE, NARROW = 1280, 360
BRIGHT = {"fr": WIDE, "de": WIDE, "en": NARROW, "it": NARROW, "ar": NARROW}


def kinds_by_language(site, *, by_depth=False):
    """Return one page's path for every kind of page in every language, the first in order.

    What stands in a folder of its own is a kind: a list of partners is none of releases; and
    `by_depth` what stands deeper in it, as the list of a year. Kinds of each language are its own:
    its folders are named in its words.
    """
    found = {}
    for path in sorted(site.rglob("*.html")):
        text, address = path.read_text(encoding="utf-8"), path.relative_to(site).as_posix()
        language = LANGUAGE.search(text)
        for kind in KIND.findall(text):
            own = address.removeprefix(f"{language[1]}/")
            key = (language[1], kind, own.partition("/")[0], own.count("/") if by_depth else 0)
            found.setdefault(key, address.removesuffix("index.html"))
    return found


def kinds_in(site, language):
    """Return one page's path for every kind of page of a language."""
    found = {}
    for (own, kind, *_), path in kinds_by_language(site).items():
        if own == language:
            found.setdefault(kind, path)
    return found


def test_every_language_has_its_kinds(site):
    """As many kinds stand in each language; only what is in easy language is the first's alone."""
    counts = {}
    for language, kind, *_ in kinds_by_language(site):
        counts.setdefault(language, []).append(kind)
    written = {"easy", "text", "release"}
    told = {own: sorted(k for k in kinds if k not in written) for own, kinds in counts.items()}
    assert len(told) == 5
    assert all(kinds == told["fr"] for kinds in told.values())
    assert len(told["fr"]) > 12


@pytest.mark.parametrize("language", ["fr", "en", "it", "de", "ar"])
def test_axe_finds_nothing(site, server_url, new_page, axe_source, language):
    """No rule of axe is broken on any kind of page of a language, nor is one too wide."""
    page = new_page(bypass_csp=True)  # axe itself sets styles
    paths = [path for (own, *_), path in kinds_by_language(site).items() if own == language]
    for path in paths:
        page.goto(server_url + path)
        for width in (WIDE, NARROW):
            scheme = "light" if BRIGHT[language] == width else "dark"
            into_state(page, width, scheme)
            assert violations(page, axe_source) == [], (path, width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_axe_sees_a_bad_page(server_url, new_page, axe_source):
    """The judge is awake: a picture without words and a pale text are told."""
    page = new_page(bypass_csp=True)
    page.goto(server_url)
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML(
             'afterbegin', '<img src="/assets/relations/mark.svg"><button></button>')"""
    )
    assert {"image-alt", "button-name"} <= {rule for rule, _ in violations(page, axe_source)}


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_sticks_out(site, server_url, new_page, width):
    """No kind of page is wider than the window."""
    page = new_page(width)
    for path in kinds(site).values():
        page.goto(server_url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_page_tells_everything_without_scripts(site, server_url, new_page):
    """With scripts off, each kind of page has its one title and its menu."""
    page = new_page(javascript=False)
    for path in kinds(site).values():
        page.goto(server_url + path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("header nav a").first.is_visible(), path


def test_a_lost_reader_gets_the_site_s_own_page(server_url, new_page):
    """An address that is nowhere answers 404 with a page that leads home."""
    page = new_page()
    answer = page.goto(server_url + "nulle/part/")
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    page.locator("main a").first.click()
    assert page.url.startswith(server_url)


def test_a_breach_of_the_policy_is_seen(server_url, browser):
    """The policy is really sent: an inline script does not run."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server_url)
    page.evaluate(
        """() => { const script = document.createElement('script');
             script.textContent = 'window.ran = true'; document.body.append(script) }"""
    )
    assert page.evaluate("window.ran") is None
    context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_nothing_moves_on_a_slow_line(site, server_url, new_page, language):
    """On a phone no kind of page moves when fonts and scripts come after its text was painted."""
    shifts = {}
    for path in kinds_in(site, language).values():
        page = new_page(360, height=740)
        shifts[path], late = shift_on_a_slow_line(page, server_url + path)
        assert late, path
        page.close()
    assert {path: moved for path, moved in shifts.items() if moved >= 0.02} == {}


def test_a_shift_is_seen(server_url, new_page):
    """The measure is awake: a line put above the text of a phone counts."""
    page = new_page(360, height=740)
    page.add_init_script(SHIFTS)
    page.goto(server_url)
    page.evaluate(
        """() => { const more = document.createElement("p"), main = document.querySelector("main");
             more.textContent = "…"; main.prepend(more, more.cloneNode(true));
             return new Promise(requestAnimationFrame) }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.shifted") > 0


SIDEWAYS = """() => [...document.querySelectorAll("body *")].filter((one) =>
  one.scrollWidth > one.clientWidth && ["auto", "scroll"].includes(getComputedStyle(one).overflowX)
).map((one) => one.className)"""


def test_no_box_scrolls_sideways_on_a_phone(site, server_url, new_page):
    """No box of ours, as the world map once did in WebKit, shows a bar of its own at 360 px."""
    page = new_page(360)
    for path in kinds(site).values():
        page.goto(server_url + path)
        assert page.evaluate(SIDEWAYS) == [], path


def test_the_reader_s_own_font_takes_the_room_of_ours(server_url, new_page):
    """A sentence is as wide, within 2.5 %, in ours and in what stands in for it here."""
    page = new_page()
    page.goto(server_url)
    wide = page.evaluate(
        """async ([text, sizes]) => {
          const drawn = document.createElement("canvas").getContext("2d");
          const wide = (font) => { drawn.font = font; return drawn.measureText(text).width; };
          const style = getComputedStyle(document.documentElement), out = [];
          for (const [name, weight] of sizes) {
            const [ours, ...theirs] = style.getPropertyValue(name).split(",");
            await document.fonts.load(`${weight} 100px ${ours}`);
            const nothing = wide(`${weight} 100px monospace`);
            const stand = theirs.filter((font) => / as /.test(font))
              .map((font) => wide(`${weight} 100px ${font}, monospace`))
              .filter((found) => found !== nothing);
            out.push([wide(`${weight} 100px ${ours}`), ...stand]);
          }
          return out;
        }""",
        [SENTENCE, [["--rel-text", 400], ["--rel-text", 650], ["--rel-display", 450]]],
    )
    for ours, *theirs in wide:
        assert theirs, "none of the fonts that type.css names is on this machine"
        assert [their / ours for their in theirs] == pytest.approx([1] * len(theirs), abs=0.025)


SENTENCE = (
    "Le conseil municipal a approuvé la convention de coopération décentralisée ; les deux villes "
    "la signeront au printemps, et leurs habitants pourront y prendre part dès cette année."
)


def test_a_partner_answers_above_the_fold(site, server_url, new_page):
    """On a phone the state of the tie, the next date and how to take part are seen at once."""
    page = new_page(360, height=640)
    page.goto(server_url + kinds(site)["partner"])
    box = page.locator(".rel-answers").bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]

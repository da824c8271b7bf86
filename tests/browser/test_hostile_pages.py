"""The hostile city opened in Chromium with the policy taken away: its pages alone must hold."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote

import pytest
from playwright.sync_api import Error
from serving import AtTheRoot, served

from hostile import LINES, MARKDOWN

ANSWERED = ".rel-found:not([aria-busy])"  # the page of the search has found what it can
# What a link from elsewhere may put into the address of any page.
ASKED = [*LINES.values(), *(text for name, text in MARKDOWN.items() if "<" in text)][:24]


@pytest.fixture(scope="module")
def hostile_url(hostile_site):
    """Yield the address the hostile city is served at."""
    with served(hostile_site, AtTheRoot) as url:
        yield url


@pytest.fixture(scope="module")
def bare_context(browser):
    """Yield a reader for whom no policy holds."""
    context = browser.new_context(bypass_csp=True)
    yield context
    context.close()


@pytest.fixture
def bare_page(bare_context, hostile_url):
    """Yield a page without a policy, and the list of what happened in it that never may."""
    page = bare_context.new_page()
    happened = []
    page.on(
        "dialog", lambda dialog: (happened.append(f"dialog {dialog.message}"), dialog.dismiss())
    )
    page.on("pageerror", lambda error: happened.append(f"error {error}"))
    page.on("request", lambda request: happened.extend(_foreign(request.url, hostile_url)))
    page.on("popup", lambda popup: happened.append(f"popup {popup.url}"))
    yield page, happened
    page.close()


def _foreign(url, own):
    return [] if url.startswith((own, "data:", "blob:")) else [f"asked {url}"]


def opened(page, url):
    """Open a page; give the address it is at when all its parts are there."""
    page.goto(url, wait_until="load")
    return page.url


def test_the_listeners_hear(bare_page, hostile_url):
    """The judge is awake: a dialog, an error and a request to another site are noted."""
    page, happened = bare_page
    opened(page, hostile_url)
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
             '<img src=x onerror=alert(1)><img src=x onerror=oops()><img src=https://evil.example/x>')"""
    )
    for _ in range(200):  # the page tells in its own time, ours to wait: ten seconds at most
        if {told.split()[0] for told in happened} == {"dialog", "error", "asked"}:
            break
        page.wait_for_timeout(50)
    assert {told.split()[0] for told in happened} == {"dialog", "error", "asked"}


def test_no_page_comes_to_life(bare_page, hostile_site, hostile_url):
    """Every page is opened, focused through, hovered and clicked in: nothing happens."""
    page, happened = bare_page
    paths = sorted(
        path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html")
    )
    assert len(paths) > 110
    for path in paths:
        url = hostile_url + path.removesuffix("index.html")
        assert opened(page, url) == url
        page.evaluate(POKE)
        assert happened == [], path


# Every element of an author's is focused, hovered, toggled and clicked, unless it leads away.
POKE = """() => {
  for (const element of document.querySelectorAll('main *')) {
    element.focus?.();
    for (const name of ['mouseover', 'pointerenter', 'toggle', 'error', 'load', 'animationstart'])
      element.dispatchEvent(new Event(name, { bubbles: true }));
    const near = !element.closest('a') || /^(javascript|data|vbscript):/i.test(element.href ?? '');
    if (near && !element.matches('button, input, label, select, summary')) element.click?.();
  }
}"""


@pytest.mark.parametrize("asked", ASKED)
def test_no_deep_link_comes_to_life(bare_page, hostile_url, asked):
    """Whatever `?q=` and `?h=` hold is looked for and shown as text, and runs nowhere."""
    page, happened = bare_page
    opened(page, f"{hostile_url}recherche/?q={quote(asked)}&page={quote(asked)}#{quote(asked)}")
    page.locator(ANSWERED).wait_for()
    shown = page.locator("#find-words").input_value()  # a field drops line ends
    assert "".join(shown.split()) == "".join(asked.split())
    assert foreign_elements(page) == []
    assert happened == []


def test_no_result_comes_to_life(bare_page, hostile_url):
    """The results that tell hostile titles and texts hold nothing but words and marks."""
    page, happened = bare_page
    for query in ("alert", "script", "essai", "onerror", "ville"):
        opened(page, f"{hostile_url}recherche/?q={query}")
        page.locator(ANSWERED).wait_for()
        assert page.locator(".rel-search__result").count()
        assert foreign_elements(page) == []
    assert happened == []


def foreign_elements(page):
    """Return the elements among the search results that no result has."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[data-found] ol *')]
          .filter((element) => !element.matches('li, h2, a, p, mark'))
          .map((element) => element.outerHTML)"""
    )


def test_no_feed_or_drawing_is_opened_as_a_page(bare_page, hostile_site, hostile_url):
    """Opened by themselves, the files that are no pages run nothing either."""
    page, happened = bare_page
    for path in sorted(hostile_site.rglob("*")):
        if path.suffix in (".xml", ".svg", ".json", ".txt"):
            with suppress(Error):  # a browser saves what it cannot show
                opened(page, hostile_url + path.relative_to(hostile_site).as_posix())
    assert happened == []

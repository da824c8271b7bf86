"""One page of every kind in a browser: it fits, it obeys the policy, axe finds nothing to mend."""

from __future__ import annotations

import re

import pytest
from axe import in_four_states, violations

KIND = re.compile(r'<body class="rel-page rel-page--(\w+)')


def kinds(site):
    """Give one page's path for every kind of page the site holds, the first in order."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        kind = KIND.search(path.read_text(encoding="utf-8"))[1]
        found.setdefault(kind, path.relative_to(site).as_posix().removesuffix("index.html"))
    return found


def test_the_site_has_the_kinds_it_should(site):
    """Home, lists, partners, releases, themes and plain text are there."""
    assert {"home", "list", "partner", "release", "theme", "text"} <= set(kinds(site))


def test_axe_finds_nothing(site, server_url, new_page, axe_source):
    """No rule of axe is broken on any kind of page, narrow and wide, light and dark."""
    page = new_page(bypass_csp=True)  # axe itself sets styles
    for path in kinds(site).values():
        page.goto(server_url + path)
        for state in in_four_states(page, 320):
            assert violations(page, axe_source) == [], (path, state)


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

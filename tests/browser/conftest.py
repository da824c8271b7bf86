"""A served site and a Chromium for the tests of this folder.

Where no Chromium, no Java or no jing is to be had, the tests that want it are skipped, and the end
of the run says so; in CI they fail.
"""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import suppress

import chromium
import java
import jing
import pytest
from playwright.sync_api import Error, sync_playwright
from serving import served

from nodes import install

# What a test may want of the machine: the fixture that gives it, and what knows where to find it.
WANTED = {"browser": chromium, "java": java, "jing": jing}


def pytest_collection_modifyitems(items):
    """Skip what wants a browser, a Java or a jing where there is none, unless this is CI."""
    missing = {} if os.environ.get("CI") else {n: t for n, t in WANTED.items() if not t.find()}
    for item in items:
        for name in missing.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.skip(f"no {name}: {missing[name].HOW_TO_GET_ONE}"))


@pytest.fixture(scope="session", name="java")
def found_java():
    """Return the path of a Java."""
    found = java.find()
    assert found, f"no Java: {java.HOW_TO_GET_ONE}"
    return found


@pytest.fixture(scope="session", name="jing")
def found_jing():
    """Return the path of jing."""
    found = jing.find()
    assert found, f"no jing: {jing.HOW_TO_GET_ONE}"
    return found


@pytest.fixture(scope="session")
def browser():
    """Yield a Chromium that calls nobody of its own accord."""
    found = chromium.find()
    assert found, f"no Chromium: {chromium.HOW_TO_GET_ONE}"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(chromium.OPTIONS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def server_url(site):
    """Yield the address of the city's own site, served under the strict policy."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def sample_url(sample_site):
    """Yield the address of the sample city's site, served under the strict policy."""
    with served(sample_site) as address:
        yield address


@pytest.fixture(scope="session")
def axe_source():
    """Return the text of axe-core, to be run in a page by `page.evaluate`."""
    return (install() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def readers():
    """Return the readers who have come already: contexts that remember nothing, by what they are.

    To begin one costs three times what its page does. Two pages of a test are two readers'.
    """
    return defaultdict(list)


@pytest.fixture
def new_page(browser, readers):
    """Yield a function that opens an empty page; at the end none of them may have strayed.

    To stray is to break the policy, to let an error escape a script, or to ask another origin.
    """
    present, strays = [], []

    def opened(width=1280, *, dark=False, javascript=True, height=900, **more):
        more |= {
            "viewport": {"width": width, "height": height},
            "color_scheme": "dark" if dark else "light",
            "java_script_enabled": javascript,
        }
        waiting = readers[repr(sorted(more.items()))]
        context = waiting.pop() if waiting else browser.new_context(**more)
        present.append((context, waiting))
        return _watched(context.new_page(), strays)

    yield opened
    for context, _ in present:
        context.clear_cookies()  # by the answer, all that a page did before is told
    strayed = list(strays)  # to lose its stores while it writes to them is no fault of a page
    for context, waiting in present:
        _forget(context)
        waiting.append(context)
    assert not strayed


def _forget(context):
    """Close what a reader has open, and empty their stores."""
    for page in context.pages:
        if page.url.startswith("http"):
            origin = "/".join(page.url.split("/")[:3])
            with suppress(Error):  # a page that is gone keeps nothing
                store = {"origin": origin, "storageTypes": "all"}
                context.new_cdp_session(page).send("Storage.clearDataForOrigin", store)
        page.close()


def _watched(page, strays):
    """Note whatever a page does that no page of ours may do."""
    page.on("pageerror", lambda error: strays.append(f"error: {error}"))
    page.on("console", lambda said: strays.extend(_refusals(said.text)))
    page.on("request", lambda request: strays.extend(_foreign(request.url)))
    return page


def _refusals(said):
    return [said] if "Content Security Policy" in said else []


def _foreign(url):
    ours = url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))
    return [] if ours else [f"asked: {url}"]

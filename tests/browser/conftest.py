"""A served site and a Chromium for the tests of this folder.

Where no Chromium, no Java or no jing is to be had, the tests that want it are left out and one line
at the end says so; in CI they fail.
"""

from __future__ import annotations

import os

import chromium
import java
import jing
import pytest
from playwright.sync_api import sync_playwright
from serving import served

from nodes import install

LEFT_OUT = pytest.StashKey[dict]()
# What a test may want of the machine: the fixture that gives it, and what knows where to find it.
WANTED = {"browser": chromium, "java": java, "jing": jing}


def pytest_collection_modifyitems(config, items):
    """Leave out what wants a browser or a Java where there is none, unless this is CI."""
    left = {} if os.environ.get("CI") else {tool: _wanting(items, tool) for tool in WANTED}
    left = {tool: found for tool, found in left.items() if found and not WANTED[tool].find()}
    config.stash[LEFT_OUT] = {tool: len(found) for tool, found in left.items()}
    out = {item for found in left.values() for item in found}
    config.hook.pytest_deselected(items=list(out))
    items[:] = [item for item in items if item not in out]


def _wanting(items, tool):
    return [item for item in items if tool in getattr(item, "fixturenames", ())]


def pytest_terminal_summary(terminalreporter, config):
    """Say in one line for each what was not run and how to get what it wants."""
    for tool, count in config.stash.get(LEFT_OUT, {}).items():
        how = WANTED[tool].HOW_TO_GET_ONE
        terminalreporter.write_line(f"{count} tests were not run, for want of a {tool}: {how}")


@pytest.fixture(scope="session", name="java")
def found_java():
    """Give the path of a Java."""
    found = java.find()
    assert found, f"no Java: {java.HOW_TO_GET_ONE}"
    return found


@pytest.fixture(scope="session", name="jing")
def found_jing():
    """Give the path of jing."""
    found = jing.find()
    assert found, f"no jing: {jing.HOW_TO_GET_ONE}"
    return found


@pytest.fixture(scope="session")
def browser():
    """Give a Chromium that calls nobody of its own accord."""
    found = chromium.find()
    assert found, f"no Chromium: {chromium.HOW_TO_GET_ONE}"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(chromium.OPTIONS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def server_url(site):
    """Give the address of the city's own site, served under the strict policy."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def sample_url(sample_site):
    """Give the address of the sample city's site, served under the strict policy."""
    with served(sample_site) as address:
        yield address


@pytest.fixture(scope="session")
def axe_source():
    """Give the text of axe-core, to be run in a page by `page.evaluate`."""
    return (install() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def new_page(browser):
    """Give a function that opens an empty page; at the end none of them may have strayed.

    To stray is to break the policy, to let an error escape a script, or to ask another origin.
    """
    contexts, strays = [], []

    def opened(width=1280, *, dark=False, javascript=True, height=900, **more):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            **more,
        )
        contexts.append(context)
        return _watched(context.new_page(), strays)

    yield opened
    for context in contexts:
        context.close()
    assert not strays


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

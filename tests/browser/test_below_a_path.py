"""A city below a path of its host, served by nginx by its own file: as whole as at a root."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

import pytest
from test_every_kind import kinds

from building import SAMPLE_CITY, built, copy_project
from running_servers import HOW_TO_GET_ONE, find, running
from sharing import made_once

HOST, BASE = "https://port-arden.example", "/international/"
LINK = re.compile(r'\s(?:href|src)="([^"]+)"')
TEXTS = {".html", ".xml", ".json", ".jsonld", ".geojson", ".csv", ".ics", ".txt"}


@pytest.fixture(scope="module")
def below(tmp_path_factory):
    """Build the sample city for a path of its host; give the folder."""
    project = copy_project(tmp_path_factory.mktemp("below") / "city", SAMPLE_CITY)
    settings = project / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    assert f"site_url: {HOST}/\n" in told
    told = told.replace(f"site_url: {HOST}/\n", f"site_url: {HOST}{BASE}\n")
    settings.write_text(told, encoding="utf-8")
    return made_once(tmp_path_factory, "below", lambda folder: built(project, folder))


@pytest.fixture(scope="module")
def server(below):
    """Serve the city by nginx; the rest of the host is empty."""
    if not find("nginx"):
        pytest.skip(f"no nginx: {HOW_TO_GET_ONE}")
    with running("nginx", below, BASE, "server") as server:
        yield server


@pytest.fixture(scope="module")
def url(server):
    """Return the address of the city."""
    return f"http://127.0.0.1:{server.port}{BASE}"


@pytest.fixture
def page(new_page):
    """Yield a page; at the end nothing it asked for was missing, or asked outside the path."""
    opened, wrong = new_page(), []

    def look(answer):
        path = urlsplit(answer.url).path
        if answer.status >= 400 or not path.startswith(BASE):
            wrong.append((answer.status, path))

    opened.on("response", look)
    yield opened
    assert wrong == []


def test_a_page_of_each_kind_asks_for_nothing_that_is_not_there(page, below, url):
    """Each kind of page has all its styles, scripts, fonts and pictures, below the path alone."""
    pages = kinds(below)
    assert len(pages) > 10
    for address in pages.values():
        page.goto(urljoin(url, address), wait_until="networkidle")


def test_every_link_leads_somewhere_below_the_path(server, below):
    """Whatever a page links to or fetches on its host is answered, and is below the path."""
    asked = set()
    for file in below.rglob("*.html"):
        here = BASE + file.relative_to(below).as_posix().removesuffix("index.html")
        for found in LINK.findall(file.read_text(encoding="utf-8")):
            parts = urlsplit(urljoin(f"{HOST}{here}", html.unescape(found)))
            if parts.netloc == urlsplit(HOST).netloc:
                asked.add(parts.path)
    assert len(asked) > 50
    assert {path for path in asked if not path.startswith(BASE)} == set()
    assert {path for path in asked if server.ask(path).status != 200} == set()


def test_no_file_names_the_host_alone(below):
    """Feeds, calendars, data and the map of the site name addresses below the path."""
    texts = [path for path in below.rglob("*.*") if path.suffix in TEXTS]
    assert len(texts) > 50
    bare = re.compile(rf"{re.escape(HOST)}(?!{BASE})\S*")
    named = {
        path.name: found
        for path in texts
        if path.parent.name != "server" and (found := bare.findall(path.read_text("utf-8")))
    }
    assert named == {}


def test_the_menu_and_the_search_lead_on(page, url):
    """A name typed into the dialog leads to its partner, and the menu back to the map."""
    page.goto(url)
    page.keyboard.press("Control+k")
    page.fill("#search-query", "Shiokaze")
    page.locator("#search .rel-search__result a").first.click()
    page.wait_for_url(f"{url}partners/shiokaze/")
    page.locator("#menu a[href*=map]").first.click()
    page.wait_for_url(f"{url}map/")


def test_the_page_of_the_search_answers(page, url):
    """A link to a search is answered, and its results stay below the path."""
    page.goto(f"{url}search/?q=Shiokaze")
    page.locator(".rel-found:not([aria-busy])").wait_for()
    first = page.locator("[data-found] .rel-search__result a").first
    assert first.evaluate("a => a.pathname").startswith(f"{BASE}partners/")


def test_the_map_leads_to_its_partners(page, url):
    """A mark of the map shows its card and leads to the page of its partner."""
    page.goto(f"{url}map/")
    page.locator(".is-open [data-rel-mark=shiokaze] > a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}partners/shiokaze/**")


def test_a_missing_page_at_any_depth_is_whole(new_page, url):
    """The page for a missing address has its styles wherever it stands, and leads home."""
    page, missing = new_page(), []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    address = f"{url}a/deep/nowhere"
    page.goto(address, wait_until="networkidle")
    assert missing == [address]
    page.locator("a.rel-brand").click()
    page.wait_for_url(url)

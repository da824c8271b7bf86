"""The city's own files: all of them pass, all of it is told, and every link leads somewhere."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from building import NOW, ROOT, SAMPLE_CITY
from city_relations.catalog import read_catalog
from links import astray, read_pages
from reading import leads_elsewhere, parse, told

SITES = {"site": ROOT, "sample_site": SAMPLE_CITY}
FRAMES = "/frames/"  # small pages for other sites, which alone lead to them


@pytest.fixture(scope="module")
def catalog():
    """Return the city's catalog on the day of the tests."""
    return read_catalog(ROOT, NOW)


def settings(project):
    """Return a project's configuration as plain data."""
    return yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))


def bare(text):
    """Return a text with plain blanks, whatever blanks typography has put in."""
    return " ".join(text.split())


def test_nothing_is_to_be_said_of_the_content(catalog):
    """Neither a fault nor a remark is found in the city's files."""
    assert catalog.remarks == ()


def test_the_eight_partners_are_there(catalog):
    """Eight partners, each with a tie, sources and the date it was last checked."""
    assert len(catalog.partners) == 8
    for partner in catalog.partners:
        assert partner.ties, partner.file
        assert partner.sources, partner.file
        assert partner.checked, partner.file


def test_at_least_eight_releases_are_there(catalog):
    """Eight releases or more, each with summary, place, partner and text."""
    assert len(catalog.releases) >= 8
    for release in catalog.releases:
        assert release.summary, release.file
        assert release.place, release.file
        assert release.partners, release.file
        assert len(release.body.split()) > 80, release.file


def test_every_partner_is_in_the_news_or_says_why_not(catalog):
    """Most partners have a release; none has one that is lost."""
    told_of = {slug for release in catalog.releases for slug in release.partners}
    assert told_of <= {partner.slug for partner in catalog.partners}
    assert len(told_of) >= 6


@pytest.mark.parametrize("name", SITES)
def test_every_page_says_it_is_a_demonstration(name, request):
    """The foot of every page, the one for lost readers too, says what the site is not."""
    site = request.getfixturevalue(name)
    said = settings(SITES[name])["extra"]["city"]["demonstration"]
    notices = [said] if isinstance(said, str) else [*said.values()]
    notices = [bare(notice.rstrip(".")) for notice in notices]
    pages = {path: parse(path.read_bytes()) for path in sorted(site.rglob("*.html"))}
    silent = [
        path.relative_to(site).as_posix()
        for path, page in pages.items()
        if not leads_elsewhere(page)
        and FRAMES not in path.as_posix()
        and not any(notice in bare(told(page.find(".//footer"))) for notice in notices)
    ]
    assert silent == []


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_somewhere(name, request):
    """Each internal link, picture, style and script of each page is there, its anchor too."""
    site_url = settings(SITES[name])["site_url"]
    assert astray(request.getfixturevalue(name), site_url) == []


def test_a_lost_link_is_told(tmp_path):
    """The judge is awake: a lost page, a lost anchor and a strange scheme are all told."""
    (tmp_path / "index.html").write_text(
        '<a href="x/">x</a><a href="#y">y</a><a href="javascript:z">z</a><a href="#ok" id="ok">'
        '<img src="none.png" srcset="a.png 1x, b.png 2x">',
        encoding="utf-8",
    )
    lost = [url for _, url in astray(tmp_path, "https://none.invalid/")]
    assert lost == ["x/", "#y", "javascript:z", "none.png", "a.png", "b.png"]


def test_home_leads_to_the_partners_and_the_news(site, catalog):
    """From the home page a reader reaches every partner and the newest release in one step."""
    urls = set(read_pages(site)[""][1])
    assert {f"partenaires/{partner.slug}/" for partner in catalog.partners} <= urls
    newest = catalog.releases[0]
    assert f"communiques/{newest.year}/{newest.slug}/" in urls


@pytest.mark.parametrize("name", SITES)
def test_no_page_is_an_island(name, request):
    """Every page is reached from the home page but that for lost readers and what was withdrawn."""
    site = request.getfixturevalue(name)
    pages = read_pages(site)
    withdrawn = {r.slug for r in read_catalog(SITES[name], NOW).withdrawn}
    reached, waiting = set(), [""]
    while waiting:
        here = waiting.pop()
        if here in pages and here not in reached:
            reached.add(here)
            waiting += [_address(here, url) for url in pages[here][1]]
    islands = {page for page in set(pages) - reached if page.split("/")[-2:][0] not in withdrawn}
    old = {page for page in islands if leads_elsewhere(parse(page_file(site, page).read_bytes()))}
    left = {page for page in islands - old if FRAMES not in page}
    assert {page for page in left if page.rpartition("/")[2] != "404.html"} == set()


def page_file(site, address):
    """Return the file of the page at an address."""
    return site / (f"{address}index.html" if address.endswith("/") else address)


def _address(here, url):
    return urlsplit(urljoin(f"https://x.invalid/{here}", url)).path.lstrip("/")

"""The demonstration in all its languages: each page leads to its others, no word is unmarked."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import yaml

from building import ROOT
from city_relations.language.words import LOCALES, READERS, STAFF
from reading import parse
from spoken import SHORT, holds, sentences, told_in

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
CITY = SETTINGS["extra"]["city"]
LANGUAGES = tuple(CITY["languages"])
FIRST, *OTHERS = LANGUAGES
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
# Small words that make a line of the demonstration French for certain.
FRENCH = re.compile(r"\b(?:de|du|des|la|le|les|et|sur)\b|\b[dl]’", re.IGNORECASE)
# A proper name that is said alike in every language is in none (WCAG 3.1.2).
NAMES = {"name", "of_name", "also_known_as", "with"}


@pytest.fixture(scope="module")
def pages(site):
    """Return each page of the demonstration, read, by its address; none that only leads on."""
    found = {
        path.relative_to(site).as_posix().removesuffix("index.html"): parse(path.read_bytes())
        for path in sorted(site.rglob("index.html"))
    }
    return {address: root for address, root in found.items() if kind(root)}


def site_map(site):
    """Return the site map of a built site, read."""
    return ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own


@pytest.fixture(scope="module")
def url(site):
    """Return the address of the demonstration."""
    return site_map(site).findtext("s:url/s:loc", namespaces=SITEMAP)


def kind(root):
    """Return the kind of a page, or nothing."""
    found = re.search(r"rel-page--(\w+)", root.find("body").get("class", ""))
    return found[1] if found else ""


def links(root, relation, key=None):
    """Return the addresses of a page's links of a relation, by another attribute or in a list."""
    found = [one for one in root.iter("link") if one.get("rel") == relation]
    told = [(one.get(key or "href"), one.get("href")) for one in found if one.get(key or "href")]
    assert len(dict(told)) == len(told), "one is told twice"
    return dict(told)


def written_in(year, slug):
    """Return the languages in which somebody wrote a release of the demonstration."""
    names = [path.name for path in (ROOT / "press_releases" / year).glob(f"{slug}*.md")]
    return {name.removeprefix(slug).removesuffix(".md").lstrip(".") or FIRST for name in names}


def test_each_page_names_itself_and_all_its_languages(pages, url):
    """Canonical is a page's own address; its languages are told alike by each of them."""
    told = {address: links(root, "alternate", "hreflang") for address, root in pages.items()}
    for address, found in told.items():
        assert list(links(pages[address], "canonical")) == [url + address]
        if found:
            assert found[pages[address].get("lang")] == url + address
            assert found["x-default"] == found.get(FIRST, url + address)
        for language, other in found.items():
            assert told[other.removeprefix(url)] == found, "not reciprocal"
            if language != "x-default":
                assert pages[other.removeprefix(url)].get("lang") == language


def test_every_page_stands_in_every_language_but_what_somebody_writes(pages):
    """A page made of facts is in all five; a release is where somebody wrote it, and no less."""
    releases = {}
    for address, root in pages.items():
        found = set(links(root, "alternate", "hreflang")) - {"x-default"}
        if kind(root) == "release":
            *_, year, slug, _ = address.split("/")
            releases[slug] = (found or {root.get("lang")}, written_in(year, slug))
        elif kind(root) != "easy":  # a text of its own too, for a page that has one
            assert found == set(LANGUAGES), address
    assert len(releases) > 5
    assert {slug: one for slug, one in releases.items() if one[0] != one[1]} == {}
    assert any(len(found) > 1 for found, _ in releases.values())


def test_the_site_map_says_what_pages_say(site, pages, url):
    """The site map has every page and no other, each with the languages its head names."""
    told = {}
    for entry in site_map(site).iterfind("s:url", SITEMAP):
        found = entry.iterfind("x:link", SITEMAP)
        address = entry.findtext("s:loc", namespaces=SITEMAP).removeprefix(url)
        told[address] = {one.get("hreflang"): one.get("href") for one in found}
    assert told == {
        address: links(root, "alternate", "hreflang") for address, root in pages.items()
    }


def in_language(pages, language):
    """Yield each page of a language: its address and all it says in that language."""
    for address, root in pages.items():
        if root.get("lang") == language:
            yield address, told_in(root, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_ours_in_another_language_is_unmarked(pages, language):
    """No page says a sentence of another readers' catalogue outside an element of its `lang`."""
    own = " ".join(sentences(language, READERS))
    others = set().union(*(sentences(one, READERS) for one in LANGUAGES if one != language))
    strange = [text for text in others if text not in own]
    assert len(strange) > 1000
    told = list(in_language(pages, language))
    assert len(told) > 40
    assert [(text, at) for at, said in told for text in strange if holds(said, text)] == []


def test_what_is_told_to_the_staff_is_on_no_page(pages):
    """No message of any staff's catalogue stands on any page, in any language."""
    spoken = [path.parent.parent.name for path in LOCALES.glob(f"*/LC_MESSAGES/{STAFF}.po")]
    readers = " ".join(text for one in LANGUAGES for text in sentences(one, READERS))
    staff = {text for one in ("en", *spoken) for text in sentences(one, STAFF)}
    strange = [text for text in staff if text not in readers]
    assert len(strange) > 1000
    told = {address: " ".join("".join(root.itertext()).split()) for address, root in pages.items()}
    assert [(text, at) for at, said in told.items() for text in strange if holds(said, text)] == []


def lines(value, key=""):
    """Yield the lines of one form that authors wrote in a file, but names."""
    if isinstance(value, dict):
        of_languages = value.keys() <= set(LANGUAGES)
        for name, one in value.items() if not of_languages else ():
            yield from lines(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from lines(one, key)
    elif isinstance(value, str) and key not in NAMES and len(value) > SHORT:
        yield " ".join(value.split())


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_an_author_in_another_language_is_unmarked(pages, language):
    """A line of a partner or of the city that is French says so on pages in other languages."""
    files = sorted((ROOT / "partners").glob("*.yml"))
    read = [CITY, *(yaml.safe_load(path.read_text(encoding="utf-8")) for path in files)]
    french = {line for one in read for line in lines(one) if FRENCH.search(line)}
    french.add(CITY["publisher"]["name"][FIRST])
    assert len(french) > 20
    told = list(in_language(pages, language))
    assert [(text, at) for at, said in told for text in french if holds(said, text)] == []

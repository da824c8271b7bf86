"""Reads built pages as a browser does, and reduces them to what a reader is told."""

from __future__ import annotations

import re
import unicodedata

import html5lib

_BLOCKS = """
    address article aside blockquote caption dd details div dl dt fieldset figcaption figure form
    h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot
    th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
UNTOLD = {"script", "style", "template", "svg"}


def parse(html):
    """Parse a page into its tree, mending what is broken as browsers do."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def fragment(body):
    """Parse the body of a page into its tree; any slip of the markup fails."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    return parser.parseFragment(str(body))


def words(element):
    """Return the words of an element, every space a plain one."""
    return " ".join("".join(element.itertext()).split())


def article(html):
    """Return the element that holds a page's own words; all of a page that only leads elsewhere."""
    page = parse(html)
    found = page.find(".//article")
    return page if found is None else found


def leads_elsewhere(page):
    """Return whether a parsed page stands at an old address and only leads to the new one."""
    return any(meta.get("http-equiv", "").lower() == "refresh" for meta in page.iter("meta"))


def told(element):
    """Return an element's words, one line a block, each link followed by where it leads."""
    lines = [" ".join(line.split()) for line in "".join(_pieces(element)).split("\n")]
    return "\n".join(line for line in lines if line) + "\n"


def _pieces(element):
    if element.tag in UNTOLD or not isinstance(element.tag, str):
        yield f"({element.tag})" if element.tag == "svg" else ""
        return
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield from _attributes(element)
    yield edge


def _attributes(element):
    if element.tag == "a" and element.get("href"):
        yield f" <{element.get('href')}>"
    if element.tag == "img":
        yield f" (picture: {element.get('alt')})"
    if element.tag == "time" and element.get("datetime"):
        yield f" ({element.get('datetime')})"


def folded(text):
    """Return a text without accents or case, to look for a word in any of its spellings."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", bare).casefold()

"""Finds what is live in HTML: whatever could run, ask, jump or stand in the place of ours."""

from __future__ import annotations

import re

import html5lib

from reading import parse

# No page of ours has any of these, so every one of them is an author's.
_NEVER = """
    animate animatemotion animatetransform annotation-xml applet audio base embed foreignobject
    frame frameset iframe keygen marquee math mglyph noscript object portal set slot style template
    textarea track video
"""
NEVER = frozenset(_NEVER.split())
# These are the frame's own, and have no place in an author's text.
_FRAME = "body button dialog form head html input link meta script select svg title use"
OF_THE_FRAME = frozenset(_FRAME.split())
_ADDRESSED = """
    action background cite classid code codebase data formaction href icon longdesc manifest ping
    popovertarget poster profile src srcdoc srcset style usemap xlink:href
"""
ADDRESSED = frozenset(_ADDRESSED.split())
# What photos are shown with: no author can write a class.
OF_PHOTOS = frozenset((("figure", "rel-photo"), ("span", "rel-credit")))
OPEN = ("http:", "https:", "mailto:", "tel:", "webcal:")
EVIL = "evil.example"


def live(html):
    """Return what is live on a whole page of ours."""
    page = parse(html)
    return _stray(page) + [fault for element in _elements(page) for fault in _faults(element)]


def live_in_part(html):
    """Return what is live in an author's text, which may hold nothing of the frame's either."""
    part = html5lib.parseFragment(html, namespaceHTMLElements=False)
    faults = [f"<{e.tag}>" for e in _elements(part) if _bare(e.tag) in OF_THE_FRAME]
    named = [
        f"{e.tag} {a}"
        for e in _elements(part)
        for a in ("name", "class")
        if a in e.attrib and (e.tag, e.get(a)) not in OF_PHOTOS
    ]
    ids = [f"#{e.get('id')}" for e in _elements(part) if not (e.get("id") or "p-").startswith("p-")]
    return faults + named + ids + _stray(part) + [f for e in _elements(part) for f in _faults(e)]


def _stray(tree):
    """Return each source that stands in no picture, and so is no photo of ours."""
    elements = _elements(tree)
    held = {id(one) for e in elements if _bare(e.tag) == "picture" for one in _elements(e)}
    return ["<source>" for e in elements if _bare(e.tag) == "source" and id(e) not in held]


def _elements(tree):
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def _bare(tag):
    """Return an element's name without its namespace, in small letters."""
    return tag.rpartition("}")[2].lower()


def _faults(element):
    tag = _bare(element.tag)
    if tag in NEVER:
        yield f"<{tag}>"
    if tag == "script" and not _is_ours(element):
        yield f"<script> {element.get('src')} {element.text}"
    if tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
        yield "a refresh"
    for name, value in element.attrib.items():
        if _bare(str(name)).startswith("on"):
            yield f"{tag} {name}={value}"
        parts = value.split(", ") if name == "srcset" else [value]
        if _bare(str(name)) in ADDRESSED and not all(is_harmless(part, tag) for part in parts):
            yield f"{tag} {name}={value}"


def _is_ours(script):
    """Return whether a script is a file of the site, or data that nothing runs."""
    source = script.get("src") or ""
    data = script.get("type") == "application/ld+json" and "<" not in (script.text or "")
    return data or (is_near(source) and source.endswith(".js") and not (script.text or ""))


def is_near(url):
    """Return whether an address stays on the site: no scheme, no host."""
    return bool(url) and not re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}|\\", _seen(url))


def is_harmless(url, tag):
    """Return whether an address may be followed, or for anything but a link, loaded."""
    if tag == "a":
        return _seen(url).startswith(OPEN) or is_near(url) or not url
    return (is_near(url) or tag == "link" or not url) and EVIL not in url


def _seen(url):
    """Return an address as a browser reads it, without what does not count (WHATWG URL, 4.4)."""
    return re.sub(r"[\t\n\r]", "", url).strip("".join(map(chr, range(0x21)))).lower()

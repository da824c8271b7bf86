"""Exports of a whole site, WordPress' own (WXR), RSS 2.0 and Atom (RFC 4287), as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from xml.etree import ElementTree as ET

from city_relations.author_files import Refused
from city_relations.importing.found_dates import day_of_message
from city_relations.importing.html_blocks import blocks_of, links_lost
from city_relations.importing.source import NOWHERE, Block, LeftOut, Source
from city_relations.language.plain_text import plain_text
from city_relations.language.words import Text, say

WP = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}"
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# A text that goes on elsewhere ends so.
CUT = re.compile(
    r"(?i)(?:\[?(?:…|\.\.\.|&hellip;|&#8230;)\]?|(?:lire la suite|read more|weiterlesen|"
    r"leggi tutto|continue reading)[^<]{0,60})\s*(?:</?\w+[^>]*>\s*)*\Z"
)
CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL)
IMAGE = re.compile(r"(?:<a[^>]*>)?\s*(<img[^>]*>)\s*(?:</a>)?")
SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?/?\](?!\()")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_export(name: str, data: bytes) -> Iterator[Source]:
    """Yield the releases of an export or a feed, those that are public and whole.

    What is left out is told with the first. Raises Refused for what is no such file.
    """
    if ENTITY.search(data[:2000]):
        raise Refused(say("this file defines words of its own (DOCTYPE): it is not read."))
    try:
        root = ET.fromstring(data)  # noqa: S314 - no entity is defined, as is seen above
    except ET.ParseError as error:
        line, _ = error.position
        raise Refused(
            say("the file is broken at line {line}: export it anew.", line=line)
        ) from None
    left_out: list[LeftOut] = []
    entries = [*root.iter("item"), *root.iter(f"{ATOM}entry")]
    found = [source for entry in entries if (source := _source(name, entry, left_out))]
    if not entries:
        raise Refused(say("this file is neither an export of WordPress nor a feed."))
    for n, source in enumerate(found):
        yield source if n else replace(source, left_out=(*left_out, *source.left_out))
    if not found:
        raise Refused(
            say(
                "none of its {n} entries is a public text that is whole: {why}.",
                n=len(entries),
                why=left_out[0].why if left_out else "",
            )
        )


def _source(name: str, entry: ET.Element, left_out: list[LeftOut]) -> Source | None:
    told = {WP.sub("wp:", child.tag): (child.text or "").strip() for child in entry}
    title = plain_text(told.get("title") or told.get(f"{ATOM}title") or "")
    html = next(filter(None, (told.get(one) for one in (CONTENT, "description"))), "") or _of_atom(
        entry
    )
    if why := _why_not(told, html):
        left_out.append(LeftOut(why, title or told.get("link", "")))
        return None
    link = entry.find(f"{ATOM}link")
    address = told.get("link") or ("" if link is None else link.get("href") or "")
    blocks, own = _blocks(html, address)
    return Source(name, blocks, title=title, date=_day(told), address=address, left_out=tuple(own))


def _why_not(told: dict[str, str], html: str) -> Text | None:
    """Say why an entry is no release to import; nothing where it is one."""
    if told.get("wp:post_type", "post") != "post":
        return say("no article, but a page, a picture or a setting of the old site")
    if told.get("wp:status", "publish") != "publish" or told.get("wp:post_password"):
        return say("not public on the old site")
    if not html.strip():
        return say("an article without a text")
    if CONTENT not in told and "wp:post_type" not in told and CUT.search(html.strip()):
        return say("the feed gives only its beginning: import the page, or an export of the site")
    return None


def _of_atom(entry: ET.Element) -> str:
    for tag in ("content", "summary"):
        part = entry.find(f"{ATOM}{tag}")
        if part is not None and part.get("type") == "xhtml":
            return "".join(ET.tostring(child, encoding="unicode") for child in part)
        if part is not None and part.text:
            return part.text if part.get("type") == "html" else f"<p>{escape(part.text)}</p>"
    return ""


def _day(told: dict[str, str]) -> str:
    for tag in ("wp:post_date", f"{ATOM}published", f"{ATOM}updated"):
        if re.match(r"(?!0000)\d{4}-\d\d-\d\d", told.get(tag, "")):
            return told[tag][:10]
    return day_of_message(told.get("pubDate", ""))


def _blocks(html: str, address: str) -> tuple[tuple[Block, ...], list[LeftOut]]:
    """Return the blocks of an article as WordPress keeps it: blank lines may part paragraphs."""
    html = CAPTION.sub(_figure, COMMENT.sub("", html))
    codes = [LeftOut(say("a code of the old site"), one[0]) for one in SHORTCODE.finditer(html)]
    html = SHORTCODE.sub("", html)
    if "<p" not in html.lower():
        html = "\n".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", html) if part.strip())
    lost = [LeftOut(NOWHERE, href) for href in links_lost(html, address)]
    return blocks_of(html, base=address), [*codes, *lost]


def _figure(found: re.Match[str]) -> str:
    image = IMAGE.search(found[1])
    if not image:
        return found[1]
    words = found[1].replace(image[0], "").strip()
    return f"\n\n<figure>{image[1]}<figcaption>{words}</figcaption></figure>\n\n"

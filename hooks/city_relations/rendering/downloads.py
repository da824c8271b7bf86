"""Documents as readers are offered them: with form, weight and language; links that lead on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote

from markupsafe import Markup, escape

from city_relations.attachments.files import Attachment
from city_relations.language.direction import direction
from city_relations.language.words import Words, languages_told
from city_relations.links.access import Access
from city_relations.rendering.numbers import languages, weight

LINK = re.compile(
    r"""(?P<opening><a(?=[\s>])(?:"[^"]*"|'[^']*'|[^'">])*>)(?P<words>.*?)</a>""", re.DOTALL
)
HREF = re.compile(r"""\shref=(?:"([^"]*)"|'([^']*)')""")
OWN_ID = re.compile(r"""\sid=(?:"[^"]*"|'[^']*')""")
TAG = re.compile(r"<[^>]*>")
WEIGHT = re.compile(r"(?i)\d\s?([kmg](o|b)|octets|bytes)\b")


@dataclass(frozen=True)
class Download:
    """A document behind a link: its URL, what it is, and in words its form, weight and more.

    More is its language, and that it lacks a version everyone can read.

    `language` is that of the words, where it is not that of the text around.
    """

    url: str
    attachment: Attachment
    said: tuple[str, ...]
    language: str = ""

    @property
    def attributes(self) -> Markup:
        """Return what a link says of it to machines (HTML, `type` and `hreflang`)."""
        told = Markup(' type="{}"').format(self.attachment.form.media_type)
        own = self.attachment.language
        return told + (Markup(' hreflang="{}"').format(own) if own else Markup())

    def note(self, words: str = "") -> Markup:
        """Return what is said of it behind its name, but for what the words say already."""
        form, weight, *more = self.said
        told = [form] if not re.search(rf"\b{form}\b", words) else []
        told += [weight] if not WEIGHT.search(words) else []
        if not (told or more):
            return Markup()
        note = Markup("({})").format(", ".join([*told, *more]))
        if self.language:
            own, way = self.language, direction(self.language)
            note = Markup('<span lang="{}" dir="{}">{}</span>').format(own, way, note)
        return Markup(" ") + note


def download(
    attachment: Attachment, address: str, url: Callable[[str], str], language: str, words: Words
) -> Download:
    """Offer a document in a text of a language, told by the words of the site or of its own."""
    own = attachment.language if attachment.language != language else ""
    spoken = languages([own], words.language) if own else []
    lacks = [] if attachment.accessible else [words(Access.LACKING.label)]
    said = (attachment.form.name, weight(attachment.size, words), *spoken, *lacks)
    foreign = words.language if language not in languages_told() else ""
    return Download(url(quote(address, safe="/#=&~:")), attachment, said, foreign)


def finished_links(html: str, find: Callable[[str], Download | None]) -> str:
    """Tell of each document behind a link; a link that leads nowhere is no link.

    `find` gives the document behind a URL. Our own HTML: no link stands in another.
    """
    return LINK.sub(lambda link: _finished(link, find), html) if "<a" in html else html


def _finished(link: re.Match[str], find: Callable[[str], Download | None]) -> str:
    opening, words = link["opening"], link["words"]
    href = HREF.search(opening)
    if not href:
        own = OWN_ID.search(opening)
        return f"<span{own[0]}>{words}</span>" if own else words
    found = find(unescape(href[1] if href[1] is not None else href[2]))
    if not found:
        return link[0]
    plain = unescape(TAG.sub("", words))
    return f"{opening[:-1]}{found.attributes}>{words}{found.note(plain)}</a>"


def named(name: str, found: Download) -> Markup:
    """Return a link to a document called by a name."""
    return Markup('<a href="{}"{}>{}{}</a>').format(
        found.url, found.attributes, escape(name), found.note()
    )

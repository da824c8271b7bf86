"""Links inside Markdown: where authors point, and where that lives on the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath, splitext
from urllib.parse import unquote

from pydantic_core import PydanticCustomError

from city_relations.content import Content
from city_relations.language.words import Text, say, words_for
from city_relations.links.addresses import Addresses
from city_relations.problems import Fault
from city_relations.schema.city import City
from city_relations.schema.nearest import NEARER, closest
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import safe_url

CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`|^(?: {4}|\t).*$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"\]\(\s*<?(?P<target>[^\s)>]*)")
REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*["']?(?P<target>[^\s"'>]+)""", re.IGNORECASE)
PICTURE = re.compile(r"""(?:!\[[^\]]*\]\(\s*<?|<img\b[^>]*\bsrc\s*=\s*["']?)\Z""", re.IGNORECASE)
OPEN_SCHEMES = ("mailto:", "tel:")


def find_links(markdown: str) -> Iterator[tuple[str, int]]:
    """Give every target of a link or picture in Markdown, with its offset; code is left out."""
    if "](" not in markdown and "]:" not in markdown and "=" not in markdown:
        return
    prose = CODE.sub(lambda found: " " * len(found[0]), markdown)
    for pattern in (INLINE, REFERENCE, ATTRIBUTE):
        for found in pattern.finditer(prose):
            yield found["target"], found.start("target")


def is_picture(markdown: str, offset: int) -> bool:
    """Tell whether the target that begins at an offset is that of a picture."""
    return bool(PICTURE.search(markdown, max(0, offset - 2000), offset))


UNPUBLISHED = "?"


@dataclass(frozen=True)
class Destinations:
    """Where a link may lead: content files and their addresses.

    `addresses` maps the path of each content file or hand-written page to its address; a file that
    is not published yet maps to UNPUBLISHED, and a link to it is told as plain text.
    """

    addresses: Mapping[str, str]

    def resolve(self, target: str, file: str) -> str | Text:
        """Give the address a target leads to, an outside URL, or the sentence why it is refused."""
        target = target.strip()
        if target.startswith("#") or target.lower().startswith(OPEN_SCHEMES):
            return target
        if target.startswith("//") or "\\" in target or re.match(r"[a-zA-Z][\w+.-]*:", target):
            return _outside(target)
        path, mark, anchor = target.partition("#")
        found = self._inside(unquote(path), file)
        linked = isinstance(found, str) and found != UNPUBLISHED
        return f"{found}{mark}{anchor}" if linked else found

    def _inside(self, path: str, file: str) -> str | Text:
        if path.startswith("/"):
            wanted = path.strip("/") + "/" if path.strip("/") else ""
            if wanted in self.addresses.values():
                return wanted
            meant = closest(path, (f"/{a}" for a in self.addresses.values()))
            return _lost(path, meant)
        wanted = normpath(join(dirname(file), path))
        if wanted in self.addresses:
            return self.addresses[wanted]
        alike = [file for file in self.addresses if splitext(file)[1] == splitext(wanted)[1]]
        meant = closest(wanted, alike, NEARER) or closest(wanted, self.addresses, NEARER)
        return _lost(path, relpath(meant, dirname(file)) if meant else "")


def _outside(target: str) -> str | Text:
    try:
        return safe_url(target)
    except PydanticCustomError as error:
        fault: Fault = (error.context or {})["fault"]
        return fault.text


def _lost(wanted: str, meant: str) -> Text:
    if meant:
        return say(
            "the link leads nowhere: “{target}”; did you mean “{meant}”?",
            target=wanted,
            meant=meant,
        )
    return say("the link leads nowhere: “{target}”.", target=wanted)


def destinations(content: Content, city: City, visible: Collection[PressRelease]) -> Destinations:
    """Say where every file that can be linked to lives; `visible` releases alone have a page."""
    addresses = Addresses(words_for(city.master))
    found = {release.file: UNPUBLISHED for release in content.releases}
    found |= {release.file: addresses.release(release) for release in visible}
    found |= {partner.file: addresses.partner(partner.slug) for partner in content.partners}
    found |= {page.path: addresses.written(page.file) for page in content.written}
    for address in (addresses.partners, addresses.releases, addresses.timeline, addresses.map):
        found[f"/{address}"] = address
    return Destinations(found)

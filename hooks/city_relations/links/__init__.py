"""Links inside Markdown: where authors point, and where that lives on the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, join, normpath, relpath, splitext
from urllib.parse import unquote

from pydantic_core import PydanticCustomError

from city_relations.attachments.forms import form_of
from city_relations.content import Content
from city_relations.content.written_pages import PAGES, WrittenPage
from city_relations.language.words import Text, say
from city_relations.links.addresses import Addresses, site_addresses
from city_relations.links.places import Places
from city_relations.markdown.anchors import Anchors
from city_relations.markdown.reading import Target, read
from city_relations.problems import Fault
from city_relations.schema.city import City
from city_relations.schema.nearest import NEARER, closest
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import safe_url

# Most links are written so; beside code, HTML, references or escapes they may be something else.
PLAIN = re.compile(r"(?P<picture>!?)\[[^][\n]*\]\((?P<to>[^\s()<>&]+)\)")
NOT_PLAIN = re.compile(r"[`<\\~]|\]:|^(?: {4}|\t)", re.MULTILINE)
OPEN_SCHEMES = ("mailto:", "tel:")


def find_links(markdown: str) -> tuple[Target, ...]:
    """Return every target of a link or picture in Markdown, with its offset; code is left out."""
    if "](" in markdown or "]:" in markdown or ("<" in markdown and "=" in markdown):
        return _plain_links(markdown) or tuple(read(markdown).targets())
    return ()


def _plain_links(markdown: str) -> tuple[Target, ...]:
    """Return the links of a text in which every link is plain: it needs no reading as Markdown."""
    if NOT_PLAIN.search(markdown):
        return ()
    found = tuple(PLAIN.finditer(markdown))
    if len(found) != markdown.count("]("):
        return ()
    return tuple(Target(m["to"], m.start("to"), bool(m["picture"])) for m in found)


UNPUBLISHED = "?"
SHELF = f"{PAGES}/documents"
OUTSIDE = re.compile(r"[a-zA-Z][\w+.-]*:|//|.*\\")


@dataclass(frozen=True)
class Destinations:
    """Where a link may lead: content files and their addresses.

    `addresses` maps the path of each content file or hand-written page to its address; a file that
    is not published yet maps to UNPUBLISHED, and a link to it is told as plain text. `anchors`
    gives the places of the page of a file, nothing where they are not known. A document that is
    named alone and does not lie beside is looked for in the folder `shelf`.
    """

    addresses: Mapping[str, str]
    anchors: Callable[[str], Anchors | None] = lambda _: None
    shelf: str = ""

    def resolve(self, target: str, file: str) -> str | Text:
        """Return the address a target leads to, an outside URL, or why it is refused, in words."""
        key = target.strip(), file
        if key not in self._resolved:
            self._resolved[key] = self._resolve(*key)
        return self._resolved[key]

    @cached_property
    def _resolved(self) -> dict[tuple[str, str], str | Text]:
        return {}

    def _resolve(self, target: str, file: str) -> str | Text:
        if target.startswith("#"):
            return self._place(target, file, target[1:])
        if target.lower().startswith(OPEN_SCHEMES):
            return target
        if target.startswith("//") or "\\" in target or re.match(r"[a-zA-Z][\w+.-]*:", target):
            return _outside(target)
        path, mark, anchor = target.partition("#")
        found = self._inside(unquote(path), file)
        if isinstance(found, Text) or found == UNPUBLISHED or not mark:
            return found
        place = self._place(target, self._file(unquote(path), file), anchor)
        return place if isinstance(place, Text) else found + place

    def _file(self, path: str, file: str) -> str:
        """Return the file that a path which leads somewhere means."""
        if not path.startswith("/"):
            return normpath(join(dirname(file), path))
        wanted = path.strip("/") + "/"
        return next((name for name, address in self.addresses.items() if address == wanted), "")

    def _place(self, target: str, file: str, anchor: str) -> str | Text:
        """Return the way to a place on the page of a file, or the sentence that there is none."""
        known = self.anchors(file) if anchor else None
        if known is None:
            return f"#{anchor}"
        if found := known.find(anchor):
            return f"#{found}"
        meant = known.nearest(anchor)
        return lost(target, f"{target.partition('#')[0]}#{meant}" if meant else "")

    def document(self, target: str, file: str) -> str:
        """Return the file of the document a target means, seen from a file; nothing for none."""
        path = unquote(target.strip().partition("#")[0].partition("?")[0])
        if not path or OUTSIDE.match(path) or form_of(path) is None:
            return ""
        if path.startswith("/"):
            wanted = [f"{PAGES}/{path.strip('/')}"]
        else:
            wanted = [normpath(join(dirname(file), path))]
            wanted += [f"{self.shelf}/{path}"] if self.shelf and "/" not in path else []
        return next((name for name in wanted if name in self.addresses), "")

    def document_address(self, target: str, file: str) -> str:
        """Return where the document a target means lives; nothing for none."""
        found = self.document(target, file)
        return self.addresses[found] if found else ""

    def _inside(self, path: str, file: str) -> str | Text:
        if document := self.document(path, file):
            return self.addresses[document]
        if path.startswith("/"):
            wanted = path.strip("/") + "/" if path.strip("/") else ""
            if wanted in self.addresses.values():
                return wanted
            meant = closest(path, (f"/{a}" for a in self.addresses.values()))
            return lost(path, meant)
        wanted = normpath(join(dirname(file), path))
        if wanted in self.addresses:
            return self.addresses[wanted]
        others = [f for f in self.addresses if f != file and _may_be(f, wanted)]
        meant = closest(wanted, others, NEARER)
        return lost(path, relpath(meant, dirname(file)) if meant else "")


def _may_be(file: str, wanted: str) -> bool:
    """Return whether a file may be the one that was wanted: of its kind, of a like name and day."""
    (day, name, ending), (other_day, other, sought) = _parts(file), _parts(wanted)
    days = day == other_day or closest(other_day, [day], NEARER)
    return bool(ending == sought and days and closest(other, [name]))


def _parts(path: str) -> tuple[str, str, str]:
    """Return the day a file's name begins with, the rest of it, and its ending."""
    stem, ending = splitext(basename(path))
    found = DATE.match(stem)
    day = found[0] if found else ""
    return day, stem.removeprefix(day), _KIND.get(ending, ending)


_KIND = {".yaml": ".yml", ".markdown": ".md", ".jpeg": ".jpg", "": ".md"}
DATE = re.compile(r"\d{4}-\d\d-\d\d-")


def _outside(target: str) -> str | Text:
    try:
        return safe_url(target)
    except PydanticCustomError as error:
        fault: Fault = (error.context or {})["fault"]
        return fault.text


def lost(wanted: str, meant: str) -> Text:
    """Say that a link leads nowhere, and where it was probably to lead."""
    if meant:
        return say(
            "the link leads nowhere: “{target}”; did you mean “{meant}”?",
            target=wanted,
            meant=meant,
        )
    return say("the link leads nowhere: “{target}”.", target=wanted)


def destinations(content: Content, city: City, visible: Collection[PressRelease]) -> Destinations:
    """Map each file one can link to onto its address; `visible` releases alone have a page."""
    site = site_addresses(content.root, city.languages)
    addresses = site[city.master]
    found = {release.file: UNPUBLISHED for release in content.releases}
    found |= {release.file: addresses.release(release) for release in visible}
    found |= {partner.file: UNPUBLISHED for partner in content.partners}
    found |= {one.file: addresses.partner(one.slug) for one in content.published_partners}
    found |= {page.path: written_address(site, page) for page in content.written}
    for told in site.values():
        for address in (told.partners, told.releases, told.timeline, told.map):
            found[f"/{address}"] = address
    found |= {file: file.removeprefix(f"{PAGES}/") for file in content.pages if file not in found}
    documents = (file for file in (*content.files, *content.pages) if form_of(file))
    found |= {file: addresses.document(file) for file in documents}
    return Destinations(found, Places(content), SHELF)


# The parts of pages that have an address in each language, whoever writes the page around them.
IN_OWN_WORDS = ("legal", "accessibility", "privacy")


def written_address(site: Mapping[str, Addresses], page: WrittenPage) -> str:
    """Return where a hand-written page lives; `site` are the addresses in each language."""
    own = site[page.language] if page.language else next(iter(site.values()))
    address = own.home + Addresses.written(page.ordinary)
    if page.translates and page.insert in IN_OWN_WORDS:
        address = str(getattr(own, page.insert))
    return own.easy_version(address) if page.eases else address

"""Rules of hand-written pages and of the menu: what they lead to is there, and stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, relpath, splitext

from city_relations.content import Content
from city_relations.content.menu import MenuEntry
from city_relations.content.written_pages import PAGES, WrittenPage
from city_relations.language.words import Text, say
from city_relations.links import Destinations, find_links, written_address
from city_relations.links.addresses import Addresses, site_addresses
from city_relations.problems import Problem
from city_relations.schema.nearest import closest

# The parts of hand-written pages that outputs make; a test holds that they are these.
INSERTS = ("accessibility", "easy", "home", "legal", "privacy")

ENDING = "/index.md"


def refusals(content: Content, made: tuple[str, ...]) -> Iterator[Problem]:
    """Tell what a build would refuse of hand-written pages; `made` pages have these addresses."""
    sources = {f"{PAGES}/{address}index.md": address for address in made}
    found = Destinations({**sources, **{file: file for file in content.pages}})
    yield from _same_address(content)
    for page in content.written:
        yield from _overwritten(page, made)
        yield from _lost_insert(page)
        yield from _lost_links(page, found, made)
    yield from _lost_entries(content, found)
    yield from _omitted(content)


def _overwritten(page: WrittenPage, made: tuple[str, ...]) -> Iterator[Problem]:
    """Refuse a hand-written page at the address of a page that is made."""
    address = Addresses.written(page.file)
    if address in made:
        yield overwritten(page.path, address)


def _same_address(content: Content) -> Iterator[Problem]:
    """Refuse a page in easy language at the address of another hand-written page."""
    easy = [page for page in content.written if page.eases]
    site = site_addresses(content.root, content.languages) if easy else {}
    taken = {written_address(site, page) for page in content.written if site and not page.eases}
    for page in easy:
        if (address := written_address(site, page)) in taken:
            yield overwritten(page.path, address)
        taken.add(address)


def overwritten(file: str, address: str) -> Problem:
    """Say that what a file makes would be written over another at an address."""
    message = say("another page already stands at the address {address}.", address=address)
    return Problem(file, 1, 1, "", message, rule="one-page-one-address")


def _lost_insert(page: WrittenPage) -> Iterator[Problem]:
    """Refuse to put a part nobody makes into a hand-written page."""
    if page.insert and page.insert not in INSERTS:
        message = say(
            "no generated part has this name; write one of {names}.", names=", ".join(INSERTS)
        )
        place = page.insert_place
        where = page.path, place.line, place.column
        yield Problem(*where, "relations", message, rule="part-unknown")


# What is made beside the home page; pictures and documents there are an author's.
MADE_AT_ROOT = (".ics", ".txt", ".xml")


def _lost_links(page: WrittenPage, found: Destinations, made: tuple[str, ...]) -> Iterator[Problem]:
    """Every link of a hand-written page leads to a page or a file."""
    sections = {address.split("/")[0] for address in made}
    for link in find_links(page.document.body):
        path = link.address.partition("#")[0].partition("?")[0]
        wanted = _relative(path, page.file) if path.startswith("/") else path
        # What is made beside pages, such as feeds and tables, is known to the build alone.
        ending, section = splitext(path)[1], path.lstrip("./").split("/")[0]
        is_ours = ending in MADE_AT_ROOT if "/" not in path.strip("./") else section in sections
        if is_ours and ending not in ("", ".md"):
            continue
        text = found.resolve(wanted, page.path) if path else ""
        if isinstance(text, Text):
            yield replace(page.document.body_problem(link.offset, text), rule="written-links-lead")


def _relative(path: str, file: str) -> str:
    """Return a path from the root of `docs/` as seen from a page."""
    return relpath(path.lstrip("/") or ".", dirname(file) or ".")


def _lost_entries(content: Content, found: Destinations) -> Iterator[Problem]:
    """Every entry of the menu leads to a page."""
    for entry in content.menu.entries:
        if "://" not in entry.target and f"{PAGES}/{entry.target}" not in found.addresses:
            yield _lost_entry(content.settings, entry, found)


def _lost_entry(file: str, entry: MenuEntry, found: Destinations) -> Problem:
    pages = [file.removeprefix(f"{PAGES}/") for file in found.addresses if file.endswith(".md")]
    # Two addresses are alike by their own words, not by the ending that all of them share.
    by_name = {page.removesuffix(ENDING): page for page in pages}
    meant = by_name.get(closest(entry.target.removesuffix(ENDING), by_name), "")
    message = say("this entry of the menu leads nowhere: “{target}”.", target=entry.target)
    if meant:
        message = say(
            "this entry of the menu leads nowhere: “{target}”; did you mean “{meant}”?",
            target=entry.target,
            meant=meant,
        )
    where = file, entry.place.line, entry.place.column
    return Problem(*where, "nav", message, rule="menu-leads")


def _omitted(content: Content) -> Iterator[Problem]:
    """Every hand-written page stands in the menu, or among those that need not."""
    menu = content.menu
    if not (menu.entries and menu.names_all):
        return
    listed = {entry.target for entry in menu.entries}
    for page in content.written:
        needs_none = page.language or page.eases or menu.may_lack(page.file)
        if page.file not in listed and not needs_none:
            message = say(
                "this page is in no menu: add it under “nav:” in {file}, or under “not_in_nav:”.",
                file=content.settings,
            )
            yield Problem(page.path, 1, 1, "", message, rule="menu-names-all")

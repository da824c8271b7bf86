"""Rules of links: every link in a text leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import unquote

from city_relations.attachments.forms import NAMES
from city_relations.checks.alone import found_alone
from city_relations.checks.derived import derived_of_content
from city_relations.checks.for_each import (
    Rule,
    cities_with_content,
    for_each,
    partners_and_city,
    wordings,
)
from city_relations.checks.places import expected_path, in_text, mended
from city_relations.content import Content
from city_relations.content.unread_files import GUIDES
from city_relations.documents import Document
from city_relations.documents.reading import Loc
from city_relations.language.words import Text, say
from city_relations.links import UNPUBLISHED, Destinations, destinations, find_links, lost
from city_relations.links.places import Places
from city_relations.links.texts import Texts, texts_of, ways_of
from city_relations.markdown.reading import Target
from city_relations.problems import Problem
from city_relations.schema.choices import Status
from city_relations.schema.city import City
from city_relations.schema.partial import Unknown, UnknownError
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Every link in Markdown leads to a page of the site or to the web; every picture is ours."""
    targets = targets_of(content)
    for release, target in found_alone(content, content.releases, _in_text, None):
        file = expected_path(release)
        if not _can_be_judged(content, target):
            continue
        if file != release.file and "/" not in target.address:
            continue  # a picture beside, which moves with the release
        if fault := _refusal(targets, release, file, target):
            problem = release.document.body_problem(target.offset, fault)
            yield mended(problem, _written(target, problem.shown))
    for partner in content.partners:
        for loc, markdown in _worded(texts_of(partner)):
            for target in find_links(markdown):
                fault = _refusal(targets, partner, partner.file, target)
                if fault and _can_be_judged(content, target):
                    yield in_text(partner, loc, _written(target, markdown), fault)


def _written(target: Target, text: str) -> str:
    """Return a target as its author wrote it, with its blanks."""
    spaced = target.address.replace("%20", " ")
    return spaced if target.address not in text and spaced in text else target.address


@for_each(cities_with_content)
def city_ways_link_to_pages(city: City, content: Content) -> Iterator[Problem]:
    """A link in what one can join leads somewhere, from mkdocs.yml; a picture has no place."""
    yield from lost_in_settings(city, content, ways_of(city))


def lost_in_settings(city: City, content: Content, texts: Texts) -> Iterator[Problem]:
    """Tell each link in texts of the configuration that leads nowhere, and each picture."""
    targets = targets_of(content)
    for loc, text in _worded(texts):
        for target in find_links(text):
            found = targets.resolve(target.address, city.file)
            if target.is_picture:
                found = say("no picture can stand here: put it on a page of docs/, and lead there.")
            if isinstance(found, Text):
                yield in_text(city, loc, target.address, found)


def anchors_of_pages_exist(content: Content) -> Iterator[Problem]:
    """A link to a place of a hand-written page leads to a heading of it, by its very id."""
    places = Places(content)
    pages = {page.path for page in content.written}
    for page in content.written:
        for target in find_links(page.document.body):
            path, mark, anchor = target.address.partition("#")
            file = normpath(join(dirname(page.path), unquote(path))) if path else page.path
            known = places(file) if mark and anchor and file in pages else None
            if known and not any(place.id == unquote(anchor) for place in known.places):
                meant = known.find(anchor) or known.find(known.nearest(anchor))
                fault = lost(target.address, f"{path}#{meant}" if meant else "")
                yield mended(page.document.body_problem(target.offset, fault), target.address)


def _in_text(document: Document, _: None) -> tuple[Target, ...]:
    """Return the links of a text: most have none."""
    return find_links(document.body)


def _can_be_judged(content: Content, target: Target) -> bool:
    """Return whether a link can be judged: no address is known without the city's language."""
    return bool(content.master) or not target.address.startswith("/")


@derived_of_content
def targets_of(content: Content) -> Destinations:
    """Return where links may lead, files that are not published among them."""
    files = dict.fromkeys((*content.files, *content.pages), UNPUBLISHED)
    if not (content.city and content.master):
        return Destinations(files)
    dated = [release for release in content.releases if not isinstance(release.date, Unknown)]
    found = destinations(content, content.city, dated)
    return Destinations({**files, **found.addresses}, found.anchors, found.shelf)


def _refusal(
    targets: Destinations, record: Partner | PressRelease, file: str, target: Target
) -> Text | None:
    """Say why a target is refused; nothing for a good one."""
    leads = targets.resolve(target.address, file)
    if isinstance(leads, Text):
        return leads
    if target.is_picture and targets.document(target.address, file):
        return say(
            "“{target}” is a document and no picture: take away the “!” before the bracket.",
            target=target.address,
        )
    if leads == UNPUBLISHED and not target.is_picture and _stays(record, target.address):
        return say(
            "“{target}” lies there and is not published: a document is {forms}, a photo is named "
            "under “photos:”.",
            target=target.address,
            forms=NAMES,
        )
    if ":" in leads and target.is_picture:
        return say(
            "a picture from another site would tell it who reads this page: “{target}”; put the "
            "file beside the text and name it under photos.",
            target=target.address,
        )
    return None


def _stays(record: Partner | PressRelease, target: str) -> bool:
    """Return whether a file is no record and no photo of this one: nothing of it is published."""
    name = basename(unquote(target.partition("#")[0]))
    with suppress(UnknownError):
        is_photo = any(photo.file == unquote(target) for photo in record.photos)
        is_record = splitext(name)[1] in (".md", ".yml") and name.lower() not in GUIDES
        return not (is_photo or is_record)
    return False


def _worded(texts: Texts) -> Iterator[tuple[Loc, str]]:
    """Return texts in each of their languages."""
    return ((loc, text) for loc, told in texts for text in wordings(told))


def links_do_not_wait(content: Content, today: date) -> Iterator[Problem]:
    """A link of what can be read leads to what can be read: until then its words are no link."""
    waiting = {one.file for one in content.releases if _waits(one, today)}
    waiting |= {one.file for one in content.partners if one.is_draft}
    read = [one for one in content.releases if one.file not in waiting] if waiting else []
    for release, target in found_alone(content, read, _in_text, None):
        if _file(target, release.file) in waiting:
            yield release.document.body_problem(target.offset, _waiting(target), remark=True)
    for (record,) in partners_and_city(content) if waiting else ():
        for loc, markdown in _worded(texts_of(record)):
            for target in find_links(markdown):
                if _file(target, record.file) in waiting:
                    problem = in_text(record, loc, target.address, _waiting(target))
                    yield replace(problem, remark=True)


def _waits(release: PressRelease, today: date) -> bool:
    with suppress(UnknownError):
        return release.status == Status.DRAFT or release.appears.date() > today
    return False


def _file(target: Target, file: str) -> str:
    return normpath(join(dirname(file), unquote(target.address.partition("#")[0])))


def _waiting(target: Target) -> Text:
    return say(
        "“{target}” is not published yet: until it is, these words are no link.",
        target=target.address,
    )


LINK_CHECKS: tuple[Rule, ...] = (
    links_lead_somewhere,
    city_ways_link_to_pages,
    anchors_of_pages_exist,
)

"""Rules of links: every link in a text leads somewhere, every picture named is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations.checks.each import Rule, each, photos, wordings
from relations.checks.places import at_value, in_text, mended
from relations.content import Content
from relations.documents.reading import Loc
from relations.links import UNPUBLISHED, Destinations, destinations, find_links, is_picture
from relations.problems import Problem
from relations.schema.base import Localized
from relations.schema.meant import closest, folded
from relations.schema.partial import Unknown, known
from relations.schema.partner import Partner
from relations.schema.parts import Photo
from relations.schema.press_release import PressRelease
from relations.words import Text, say


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Every link in Markdown leads to a page of the site or to the web; every picture is ours."""
    targets = _targets(content)
    for release in content.releases:
        for target, offset in _links(content, release.body):
            if fault := _refusal(targets, release.file, release.body, (target, offset)):
                yield mended(release.document.body_problem(offset, fault), target)
    for partner in content.partners:
        for loc, markdown in _texts(partner):
            for target, offset in _links(content, markdown):
                if fault := _refusal(targets, partner.file, markdown, (target, offset)):
                    yield in_text(partner, loc, target, fault)


def _links(content: Content, markdown: str) -> Iterator[tuple[str, int]]:
    """Give the links that can be judged: no address is known without the city's language."""
    found = find_links(markdown)
    return found if content.master else (f for f in found if not f[0].startswith("/"))


def _targets(content: Content) -> Destinations:
    files = dict.fromkeys((*content.files, *content.pages), UNPUBLISHED)
    if not (content.city and content.master):
        return Destinations(files)
    dated = [release for release in content.releases if not isinstance(release.date, Unknown)]
    return Destinations({**files, **destinations(content, content.city, dated).addresses})


def _refusal(
    targets: Destinations, file: str, markdown: str, found: tuple[str, int]
) -> Text | None:
    """Say why a target, found at an offset, is refused; nothing for a good one."""
    target, offset = found
    leads = targets.resolve(target, file)
    if isinstance(leads, Text):
        return leads
    if ":" in leads and is_picture(markdown, offset):
        return say(
            "a picture from another site would tell it who reads this page: “{target}”; put the "
            "file beside the text and name it under photos.",
            target=target,
        )
    return None


def _texts(partner: Partner) -> Iterator[tuple[Loc, str]]:
    """Give the Markdown texts of a profile."""
    found: list[tuple[Loc, Localized | None]] = [
        (("about",), partner.about),
        (("take_part",), partner.take_part),
        *((("projects", i, "about"), project.about) for i, project in known(partner.projects)),
    ]
    return ((loc, markdown) for loc, text in found for markdown in wordings(text))


def _named(content: Content) -> Iterator[tuple[Partner | PressRelease, int, Photo, set[str]]]:
    files = set(content.files)
    return ((*found, files) for found in photos(content))


@each(_named)
def pictures_exist(
    record: Partner | PressRelease, i: int, photo: Photo, files: set[str]
) -> Iterator[Problem]:
    """Every picture named stands beside the file that names it, its case told."""
    folder = record.file.rsplit("/", 1)[0]
    if f"{folder}/{photo.file}" not in files:
        yield _lost_picture(record, ("photos", i, "file"), photo, folder, files)


def _lost_picture(
    record: Partner | PressRelease, loc: Loc, photo: Photo, folder: str, files: Iterable[str]
) -> Problem:
    beside = [f.rsplit("/", 1)[-1] for f in files if f.rsplit("/", 1)[0] == folder]
    meant = next((name for name in beside if folded(name) == folded(photo.file)), "")
    meant = meant or closest(photo.file, (n for n in beside if not n.endswith((".md", ".yml"))))
    if meant:
        message = say("no file “{name}”; did you mean “{meant}”?", name=photo.file, meant=meant)
    else:
        message = say(
            "no file “{name}” in {folder}/: put it into that folder, under exactly this name, "
            "capitals too.",
            name=photo.file,
            folder=folder,
        )
    return at_value(record, loc, photo.file, meant, message)


LINK_CHECKS: tuple[Rule, ...] = (
    links_lead_somewhere,
    pictures_exist,
)

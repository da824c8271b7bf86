"""Rules of links: every link in a text leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.checks.for_each import Rule, wordings
from city_relations.checks.places import expected_path, in_text, mended
from city_relations.content import Content
from city_relations.documents.reading import Loc
from city_relations.language.words import Text, say
from city_relations.links import UNPUBLISHED, Destinations, destinations, find_links, is_picture
from city_relations.problems import Problem
from city_relations.schema.localized import Localized
from city_relations.schema.partial import Unknown, known
from city_relations.schema.partner import Partner


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Every link in Markdown leads to a page of the site or to the web; every picture is ours."""
    targets = _targets(content)
    for release in content.releases:
        file = expected_path(release)
        for target, offset in _links(content, release.body):
            if file != release.file and "/" not in target:
                continue  # a picture beside, which moves with the release
            if fault := _refusal(targets, file, release.body, (target, offset)):
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


LINK_CHECKS: tuple[Rule, ...] = (links_lead_somewhere,)

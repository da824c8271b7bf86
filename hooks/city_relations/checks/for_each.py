"""How a rule is held against the content: fact by fact, passing over what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from typing import Any

from city_relations.content import Content
from city_relations.problems import Problem
from city_relations.schema.city import City
from city_relations.schema.localized import Localized
from city_relations.schema.partial import Unknown, UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event, Photo
from city_relations.schema.press_release import PressRelease
from city_relations.schema.tie import Act, Tie

Rule = Callable[..., Iterator[Problem]]
# What a rule says of one fact or file at most: nobody reads more before mending.
MOST_TOLD = 200


def for_each(facts: Callable[[Content], Iterable[tuple[Any, ...]]]) -> Callable[[Rule], Rule]:
    """Make a rule for the content of a rule for one fact; more, such as the day, is handed on.

    What hangs on a value that could not be read is not said: its own fault is told already.
    """

    def lift(rule: Rule) -> Rule:
        @wraps(rule)
        def hold(content: Content, *more: object) -> Iterator[Problem]:
            for fact in facts(content):
                try:
                    yield from islice(rule(*fact, *more), MOST_TOLD)
                except UnknownError:
                    continue

        return hold

    return lift


def cities(content: Content) -> Iterator[tuple[City]]:
    """List the city, if there is one."""
    return zip([content.city] if content.city else [])


def partners(content: Content) -> Iterator[tuple[Partner]]:
    """List the profiles."""
    return zip(content.partners)


def partners_and_city(content: Content) -> Iterator[tuple[Partner | City]]:
    """List the profiles, then the city, if there is one."""
    yield from partners(content)
    yield from cities(content)


def cities_with_content(content: Content) -> Iterator[tuple[City, Content]]:
    """List the city, if there is one, with all the content."""
    return ((city, content) for (city,) in cities(content))


def releases(content: Content) -> Iterator[tuple[PressRelease]]:
    """List the releases."""
    return zip(content.releases)


def ties(content: Content) -> Iterator[tuple[Partner, int, Tie]]:
    """List the ties of all partners, each with its number."""
    for partner in content.partners:
        for i, tie in known(partner.ties):
            yield partner, i, tie


def acts(content: Content) -> Iterator[tuple[Partner, int, Tie, int, Act]]:
    """List the acts of all ties, each with its number."""
    for partner, i, tie in ties(content):
        for j, act in known(tie.acts):
            yield partner, i, tie, j, act


def events(content: Content) -> Iterator[tuple[Partner | PressRelease, int, Event]]:
    """List the events of profiles and releases, each with its number."""
    for record in content.records:
        for i, event in known(record.events):
            yield record, i, event


def photos(content: Content) -> Iterator[tuple[Partner | PressRelease, int, Photo]]:
    """List the photos of profiles and releases, each with its number."""
    for record in content.records:
        for i, photo in known(record.photos):
            yield record, i, photo


def wordings(text: Localized | None) -> Iterator[str]:
    """Yield a text in each of its languages; nothing of one that could not be read."""
    if text is not None and not isinstance(text, Unknown):
        yield from text.values()

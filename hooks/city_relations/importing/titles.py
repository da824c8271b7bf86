"""Which block of a release is its title, and where its text begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from city_relations.importing.contacts import has_details
from city_relations.importing.datelines import dateline
from city_relations.importing.persons import Persons
from city_relations.importing.source import Block, Kind, Source, length
from city_relations.importing.wordings import CITY, CONTACT, EMBARGO, FROM, LABEL

LONG = 160  # signs of a paragraph that only the text of a release has
SAYS_SOMETHING = 20  # twice the signs of a title in a script without blanks


def beginning(blocks: Sequence[Block]) -> int:
    """Return the number of the first paragraph of the text itself."""
    texts = (
        n
        for n, block in enumerate(blocks)
        if block.kind is Kind.TEXT and length(block.text) > LONG and "\n" not in block.text[:LONG]
    )
    return next(texts, len(blocks))


def title_at(head: Sequence[Block], source: Source, persons: Persons) -> int:
    """Return the number of the block that is the title; -1 where the file alone tells it."""
    able = [n for n, block in enumerate(head) if _may_be_title(block, persons)]
    if source.address and source.title:  # an article of a site, whose title stands beside it
        same = [n for n in able if head[n].text == source.title]
        return same[0] if same else -1
    largest = max((head[n].size for n in able), default=0.0)
    usual = min((head[n].size for n in able), default=0.0)
    told: tuple[Callable[[Block], bool], ...] = (
        lambda block: block.level == 1,
        lambda block: block.size == largest > usual * 1.1,
        lambda block: bool(source.title) and is_same(block.text, source.title),
        lambda block: block.kind is Kind.HEADING,
        lambda block: block.strong,
    )
    for is_it in told:
        if found := [n for n in able if is_it(head[n])]:
            return found[0]
    if source.title and not LABEL.fullmatch(source.title):
        return -1
    return max(able, key=lambda n: len(head[n].text), default=-1)


def is_same(one: str, other: str) -> bool:
    """Return whether a text is another, or stands within it, case and blanks aside."""
    return bool(one) and " ".join(one.split()).casefold() in " ".join(other.split()).casefold()


def _may_be_title(block: Block, persons: Persons) -> bool:
    text = block.text
    return (
        block.kind in (Kind.HEADING, Kind.TEXT)
        and (len(text.split()) > 2 or length(text) > 2 * len(text) > SAYS_SOMETHING)  # noqa: PLR2004 - words of a title
        and not LABEL.fullmatch(text)
        and not FROM.match(text)
        and not CONTACT.match(text)
        and not EMBARGO.search(text)
        and not (CITY.match(text) and len(text.split()) < 7)  # noqa: PLR2004 - a letterhead
        and not dateline(text)
        and not has_details(text, persons.guard.countries)
    )

"""Where content files name documents: in their texts, and under `document:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from city_relations.attachments.forms import FORMS, form_of
from city_relations.content.written_pages import WrittenPage
from city_relations.documents.reading import Loc
from city_relations.links import OUTSIDE, find_links
from city_relations.links.texts import texts_of
from city_relations.schema.partial import Unknown, known
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

# What every document is written with: most texts hold none of it.
ENDING = re.compile("|".join(map(re.escape, FORMS)), re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A document named: as it is written, and where.

    `loc` is the field, empty for the text of a release or page, where `offset` is its place.
    """

    target: str
    loc: Loc = ()
    offset: int = 0
    is_field: bool = False


def mentions(record: Partner | PressRelease | WrittenPage) -> Iterator[Mention]:
    """Yield every document that a record or hand-written page names, as far as it can be read."""
    if isinstance(record, Partner):
        yield from _of_fields(record)
        for loc, told in texts_of(record):
            for text in told.values() if told and not isinstance(told, Unknown) else ():
                yield from (Mention(m.target, loc) for m in mentions_in(text))
    else:
        yield from mentions_in(record.document.body)


def mentions_in(text: str) -> Iterator[Mention]:
    """Yield every document that a text in Markdown names."""
    for link in find_links(text) if ENDING.search(text) else ():
        path = link.address.partition("#")[0].partition("?")[0]
        if form_of(path) and not OUTSIDE.match(path):
            yield Mention(link.address, offset=link.offset)


def _of_fields(partner: Partner) -> Iterator[Mention]:
    for i, tie in known(partner.ties):
        for k, name in known(tie.document):
            yield Mention(name, ("ties", i, "document", k), is_field=True)
        for j, act in known(tie.acts):
            for k, name in known(act.document):
                yield Mention(name, ("ties", i, "acts", j, "document", k), is_field=True)

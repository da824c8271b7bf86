"""Which documents are published: those that something a reader may see names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from city_relations.attachments.files import Attachment, accompanied, examine
from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.links import Destinations
from city_relations.links.mentions import mentions
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import store_of

Naming = Partner | PressRelease | WrittenPage


def published_documents(
    content: Content, releases: Iterable[PressRelease], destinations: Destinations
) -> Mapping[str, Attachment]:
    """Return the documents that profiles, pages, the menu or `releases` name, by address."""
    naming: tuple[Naming, ...] = (*content.published_partners, *releases, *content.written)
    files = [file for one in naming for file in documents_named(one, destinations)]
    menu = (f"/{entry.target}" for entry in content.menu.entries)
    files += [file for entry in menu if (file := destinations.document(entry, ""))]
    store = store_of(content.root)
    read = {file: examine(content.root / file, store) for file in sorted(set(files))}
    sound = {file: one for file, one in read.items() if isinstance(one, Attachment)}
    return {destinations.addresses[file]: one for file, one in accompanied(sound).items()}


def documents_named(one: Naming, destinations: Destinations) -> Iterator[str]:
    """Yield the file of each document that a record or page names, each once, in its order."""
    file = one.path if isinstance(one, WrittenPage) else one.file
    told = (destinations.document(mention.target, file) for mention in mentions(one))
    yield from dict.fromkeys(filter(None, told))


def own_documents(
    content: Content, records: Iterable[Naming], destinations: Destinations
) -> tuple[str, ...]:
    """Return the files of the documents that some records name, and nothing else does."""
    own = list(records)
    others = [one for one in (*content.records, *content.written) if one not in own]
    kept = {file for one in others for file in documents_named(one, destinations)}
    named = {file for one in own for file in documents_named(one, destinations)}
    return tuple(sorted(named - kept))

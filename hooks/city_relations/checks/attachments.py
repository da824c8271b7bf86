"""Rules of documents that come with a text: each is there, is what it says, and can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from posixpath import basename, dirname

from city_relations.attachments.files import HEAVY, Attachment, accompanied, examine
from city_relations.attachments.forms import form_of
from city_relations.author_files import MEGABYTE
from city_relations.checks.alone import found_alone, releases_and_pages
from city_relations.checks.derived import derived_of_content
from city_relations.checks.for_each import Rule
from city_relations.checks.links import targets_of
from city_relations.checks.places import at_value, in_text
from city_relations.content import Content
from city_relations.content.file_names import is_kept
from city_relations.content.written_pages import WrittenPage
from city_relations.documents import Document
from city_relations.language.words import Text, say
from city_relations.links import OUTSIDE
from city_relations.links.access import Access, access_of
from city_relations.links.mentions import Mention, mentions, mentions_in
from city_relations.problems import Problem
from city_relations.schema.partial import UnknownError
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import store_of

Naming = Partner | PressRelease | WrittenPage
Found = tuple[Naming, Mention, str]


def documents_exist(content: Content) -> Iterator[Problem]:
    """A document named under `document:` lies beside the profile or in docs/documents/."""
    targets = targets_of(content)
    for partner in content.partners:
        for mention in mentions(partner):
            inside = mention.is_field and not OUTSIDE.match(mention.target)
            if inside and not targets.document(mention.target, partner.file):
                fault = targets.resolve(mention.target, partner.file)
                if isinstance(fault, Text):
                    meant = str(dict(fault.values).get("meant", ""))
                    yield at_value(partner, mention.loc, mention.target, meant, fault)


def documents_are_sound(content: Content) -> Iterator[Problem]:
    """A document is what its name says, of a size one can send, and does nothing by itself."""
    store = store_of(content.root)
    for record, mention, file in _named(content):
        found = examine(content.root / file, store)
        if isinstance(found, Text):
            yield _problem(record, mention, found)


def documents_can_be_read(content: Content) -> Iterator[Problem]:
    """A document can be read by everyone: it is tagged, light, and its comments are settled."""
    named, sound = list(_named(content)), _sound(content)
    for record, mention, file in named:
        if found := sound.get(file):
            for text in _doubts(found):
                yield replace(_problem(record, mention, text), remark=True)


def documents_elsewhere_can_be_read(content: Content) -> Iterator[Problem]:
    """A PDF on another site has an accessible version beside it: nobody here can judge it."""
    fields = [(one, field) for one in content.partners for field in _with_addresses(one)]
    targets, sound = targets_of(content), _sound(content) if fields else {}
    for partner, field in fields:
        names = [one.target for one in field]
        own = [sound.get(targets.document(name, partner.file)) for name in names]
        for mention, access in zip(field, access_of(names, own), strict=True):
            if access == Access.UNKNOWN:
                yield replace(_problem(partner, mention, ELSEWHERE), remark=True)


def _with_addresses(partner: Partner) -> Iterator[list[Mention]]:
    """Yield what each field of documents names, where an address of the web is among it."""
    told = (one for one in mentions(partner) if one.is_field)
    for _, field in groupby(told, key=lambda one: one.loc[:-1]):
        named = list(field)
        if any(OUTSIDE.match(one.target) for one in named):
            yield named


ELSEWHERE = say(
    "nothing here tells whether a screen reader can follow this PDF of another site: name beside "
    "it, as a list, the same document as tagged PDF, ODT or DOCX; until then readers are told "
    "“accessibility not known”."
)


def _sound(content: Content) -> dict[str, Attachment]:
    """Return the sound documents that are named and there, by their files."""
    store = store_of(content.root)
    read = {file: examine(content.root / file, store) for _, _, file in _named(content)}
    return accompanied({file: one for file, one in read.items() if isinstance(one, Attachment)})


def _doubts(found: Attachment) -> Iterator[Text]:
    if not found.accessible:
        yield say(
            "a screen reader cannot follow this PDF (it has no tags): export it as “tagged PDF”, "
            "or put the same document as ODT or DOCX beside it."
        )
    if found.commented:
        yield say(
            "comments or changes nobody accepted are left in this document, for everyone to read: "
            "settle them first."
        )
    if found.size > HEAVY:
        yield say(
            "the document weighs {size} MB, which takes long on a telephone: save it smaller.",
            size=found.size // MEGABYTE,
        )


def documents_are_named(content: Content) -> Iterator[Problem]:
    """A document that lies there is named by a text, or forgotten: it is not published."""
    files = (*content.files, *content.pages)
    lying = [file for file in files if form_of(file) and not is_kept(basename(file))]
    if not lying:
        return
    named = {file for _, _, file in _named(content)}
    written = [line for record in content.records for _, line in record.document.written()]
    unread = {dirname(problem.file) for problem in content.problems if not problem.remark}
    in_menu = {f"docs/{entry.target}" for entry in content.menu.entries}
    for file in lying:
        is_told = file in named or any(basename(file) in line for line in written)
        if not is_told and dirname(file) not in unread and file not in in_menu:
            message = say(
                "no text names “{name}”, so it is not published: name it by a link or under "
                "“document:”.",
                name=basename(file),
            )
            yield Problem(file, 1, 1, "", message, remark=True)


def documents_have_their_own_address(content: Content) -> Iterator[Problem]:
    """No two documents that are published get one address."""
    targets, files = targets_of(content), defaultdict(list)
    for file in sorted({file for _, _, file in _named(content)}):
        files[targets.addresses[file]].append(file)
    for address, (first, *others) in files.items():
        for file in others:
            message = say(
                "“{other}” already stands at the address {address}: rename one of the two.",
                other=basename(first),
                address=address,
            )
            yield Problem(file, 1, 1, "", message)


@derived_of_content
def _named(content: Content) -> tuple[Found, ...]:
    """Return each document that is named and there, with who names it and where."""
    return tuple(_each_named(content))


def _each_named(content: Content) -> Iterator[Found]:
    targets = targets_of(content)
    for record, mention in (*_of_profiles(content), *_of_texts(content)):
        if document := targets.document(mention.target, _file(record)):
            yield record, mention, document


def _of_profiles(content: Content) -> Iterator[tuple[Naming, Mention]]:
    for partner in content.partners:
        with suppress(UnknownError):
            yield from ((partner, mention) for mention in mentions(partner))


def _of_texts(content: Content) -> Iterator[tuple[Naming, Mention]]:
    return found_alone(content, releases_and_pages(content), _in_text, None)


def _in_text(document: Document, _: None) -> Iterator[Mention]:
    return mentions_in(document.body)


def _file(record: Naming) -> str:
    return record.path if isinstance(record, WrittenPage) else record.file


def _problem(record: Naming, mention: Mention, text: Text) -> Problem:
    """Make a problem where a document is named."""
    if not mention.loc:
        return record.document.body_problem(mention.offset, text)
    if mention.is_field or isinstance(record, WrittenPage):
        return record.document.problem(mention.loc, text)
    return in_text(record, mention.loc, mention.target, text)


ATTACHMENT_CHECKS: tuple[Rule, ...] = (
    documents_exist,
    documents_are_sound,
    documents_can_be_read,
    documents_elsewhere_can_be_read,
    documents_are_named,
    documents_have_their_own_address,
)

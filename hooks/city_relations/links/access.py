"""Whether everyone can read a document that a field names: what is known of its accessible form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from city_relations.attachments.files import Attachment
from city_relations.attachments.forms import form_of
from city_relations.language.words import say_in
from city_relations.links import OUTSIDE
from city_relations.schema.choice import Choice


@dataclass(frozen=True)
class _Traits:
    """What is true of an access: readers are told of it beside the document."""

    told: bool


TOLD, QUIET = _Traits(told=True), _Traits(told=False)


class Access(Choice):
    """Whether everyone can read a document, those who have it read aloud too."""

    told: bool

    ACCESSIBLE = "accessible", say_in("document", "accessible"), "", QUIET
    LACKING = "no_accessible_version", say_in("document", "no accessible version"), "", TOLD
    UNKNOWN = "unknown", say_in("document", "accessibility not known"), "", TOLD
    ELSEWHERE = "elsewhere", say_in("document", "on another site"), "", QUIET


def access_of(names: Sequence[str], own: Sequence[Attachment | None]) -> tuple[Access, ...]:
    """Return of each document that a field names whether everyone can read it, in their order.

    `own` holds the file of each name, and None for one of the web. Of a PDF elsewhere nothing is
    known, unless a file that everyone can read stands beside it in the field.
    """
    helped = any(one and one.accessible for one in own)
    return tuple(_of(name, one, helped=helped) for name, one in zip(names, own, strict=True))


def _of(name: str, own: Attachment | None, *, helped: bool) -> Access:
    if own:
        return Access.ACCESSIBLE if own.accessible else Access.LACKING
    form = form_of(urlsplit(name).path) if OUTSIDE.match(name) else None
    if form is None or form.name != "PDF":
        return Access.ELSEWHERE
    return Access.ACCESSIBLE if helped else Access.UNKNOWN

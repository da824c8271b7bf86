"""Drafts of releases: the file to write, and what its author has to verify."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from urllib.parse import urlsplit

from city_relations.author_files import Refused
from city_relations.content import RELEASES, Content
from city_relations.documents import MARKDOWN_LIMIT
from city_relations.documents.yaml_rewriting import flow, quoted_line
from city_relations.importing.bodies import Body, body_of
from city_relations.importing.named import Named, partners_named, themes_named
from city_relations.importing.persons import persons_of
from city_relations.importing.picture_files import picture_files
from city_relations.importing.recognising import Recognised, recognise
from city_relations.importing.source import LeftOut, Picture, Source
from city_relations.importing.wordings import BODIES
from city_relations.language.words import say
from city_relations.schema.choices import IssuerKind
from city_relations.schema.nearest import folded
from city_relations.schema.old_address import is_old_address
from city_relations.schema.values import short_name

STEM = 64
SHOWN = 60  # signs of a summary
UNNAMED = "communique"
TO_FILL = '""'  # between its quotes only the words are to be written
WITHIN = say("a quotation that stays in its paragraph")
THEMES_SAID = re.compile(r"(?i)thémati|thème|themen|topics|temi|المجالات|المواضيع")
MOST_THEMES = 6


@dataclass(frozen=True)
class Draft:
    """A draft to be written: its path, its text, its pictures, and what is to be said of it.

    `verify` has what was recognised, by the name of its field, with the words it came from.
    """

    file: str
    title: str
    text: str
    pictures: tuple[Picture, ...] = ()
    verify: tuple[tuple[str, str, str], ...] = ()
    remarks: tuple[LeftOut, ...] = ()
    lacking: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """How a source is to be drafted: in which language, and as the translation of which file."""

    today: date
    language: str = ""
    translation_of: str = ""


@dataclass
class _Fields:
    """The fields of a draft, as lines in their order."""

    lines: list[str] = field(default_factory=list)

    def add(self, name: str, value: object) -> None:
        if value:
            self.lines.append(f"{name}: {value}")


def draft_of(source: Source, content: Content, wanted: Wanted, taken: set[str]) -> Draft:
    """Return the draft of a source; `taken` holds the paths that are no longer free."""
    found = recognise(source, persons_of(content))
    body = body_of(found.body)
    language = wanted.language or content.master
    file = _file(found, wanted, language, taken)
    stem = file.rpartition("/")[2].removesuffix(".md")
    pictures, without = picture_files(body.pictures, stem)
    fields, remarks = _fields(found, body, content, wanted)
    fields.lines += _photos(pictures, language)
    fields.lines += _contacts(found, language)
    old = _old_address(source)
    fields.add("embargo", found.embargo)
    fields.add("old_addresses", flow([old]) if old else "")
    fields.add("status", "draft")
    text = "\n".join(["---", *fields.lines, "---", body.markdown or found.summary]) + "\n"
    if len(text.encode()) > MARKDOWN_LIMIT:
        raise Refused(
            say("the text has more than {n} kB: no release is that long.", n=MARKDOWN_LIMIT // 1000)
        )
    return Draft(
        file,
        found.title,
        text,
        tuple(pictures),
        tuple(_verify(found, body, old)),
        (*source.to_verify, *remarks, *(LeftOut(WITHIN, words) for words in body.within)),
        tuple(_lacking(found, pictures)),
        (*source.left_out, *found.left_out, *body.left_out, *without, *_unaddressed(source, old)),
    )


def _lacking(found: Recognised, pictures: Sequence[Picture]) -> Iterator[str]:
    """Yield the fields that publication asks for, or readers look for, and nothing told."""
    has = {
        "title": found.title,
        "date": found.day,
        "place": found.place,
        "summary": found.summary,
        "alt": all(picture.alt for picture in pictures),
        "credit": all(picture.credit for picture in pictures),
    }
    yield from (name for name, value in has.items() if not value)


def _fields(
    found: Recognised, body: Body, content: Content, wanted: Wanted
) -> tuple[_Fields, list[LeftOut]]:
    fields, remarks = _Fields(), []
    told = f"{found.title}\n{found.summary}"
    whole = f"{told}\n{body.markdown}"
    partners = partners_named(content)
    named, everywhere = partners(told), partners(whole)
    fields.add("title", quoted_line(found.title) if found.title else "")
    fields.add("date", found.day.isoformat() if found.day else "")
    fields.add("language", "" if wanted.translation_of else wanted.language)
    fields.add("place", quoted_line(found.place) if found.place else "")
    fields.add("partners", flow(named) if named else "")
    fields.add("summary", quoted_line(found.summary) if found.summary else "")
    fields.add("issuer", _issuer(found, content, partners))
    themes = _themes(told, whole)
    fields.add("themes", flow(themes) if themes else "")
    if named:
        remarks.append(LeftOut(say("partners that title and summary name"), ", ".join(named)))
    if others := [slug for slug in everywhere if slug not in named]:
        remarks.append(LeftOut(say("partners that only the text names"), ", ".join(others)))
    if themes:
        remarks.append(LeftOut(say("themes whose words stand in the text"), ", ".join(themes)))
    if found.doubtful_date:
        remarks.append(LeftOut(say("the day was read before the month"), found.said["date"]))
    return fields, remarks


def _themes(told: str, whole: str) -> list[str]:
    """Return the themes that title and summary name, and those that a sentence lists as such."""
    lists = [s for s in re.split(r"(?<=[.!?])\s+|\n", whole) if THEMES_SAID.search(s)]
    return themes_named()("\n".join([told, *lists]))[:MOST_THEMES]


def _issuer(found: Recognised, content: Content, partners: Named) -> str:
    """Return who speaks, where that is not the city itself."""
    city = content.city if content.city and content.city.whole else None
    name = found.issuer
    own = [city.name, *city.publisher.name.values()] if city else []
    if not name or any(folded(one) in folded(name) for one in own):
        return ""
    slug = next(iter(partners(name)), "")
    kind = next((kind for kind, said in BODIES.items() if said.search(name)), "")
    kind = kind or (str(IssuerKind.PARTNER) if slug else "")
    return flow([{"name": name, **({"kind": kind} if kind else {})}])


def _photos(pictures: Sequence[Picture], language: str) -> Iterator[str]:
    if pictures:
        yield "photos:"
    for picture in pictures:
        yield f"  - file: {picture.name}"
        for name, value in (("alt", picture.alt), ("caption", picture.caption)):
            if value:
                yield f"    {name}: {flow({language: value}) if language else quoted_line(value)}"
            elif name == "alt":
                yield f"    {name}: {TO_FILL}"
        yield f"    credit: {quoted_line(picture.credit) if picture.credit else TO_FILL}"


def _contacts(found: Recognised, language: str) -> Iterator[str]:
    if found.contacts:
        yield "contacts:"
    for contact in found.contacts:
        office = contact.office
        yield f"  - office: {flow({language: office}) if language else quoted_line(office)}"
        if contact.phone:
            yield f"    phone: {quoted_line(contact.phone)}"
        if contact.email:
            yield f"    email: {contact.email}"


def _old_address(source: Source) -> str:
    """Return the path an article had on its old site, where a static site can answer there."""
    parts = urlsplit(source.address)
    return parts.path if is_old_address(parts.path) and not parts.query else ""


def _unaddressed(source: Source, old: str) -> Iterator[LeftOut]:
    if source.address and not old:
        why = say("an old address at which no page of ours can answer")
        yield LeftOut(why, source.address)


def _file(found: Recognised, wanted: Wanted, language: str, taken: set[str]) -> str:
    """Return a path that is free; a translation stands beside its original."""
    if wanted.translation_of:
        file = wanted.translation_of.removesuffix(".md") + f".{wanted.language}.md"
        taken.add(file)
        return file
    day = (found.day or wanted.today).isoformat()
    stem = _cut(f"{day}-{short_name(found.title, language) or UNNAMED}", STEM)
    n, file = 1, f"{RELEASES}/{day[:4]}/{stem}.md"
    while file in taken:
        n += 1
        file = f"{RELEASES}/{day[:4]}/{_cut(stem, STEM - 4)}-{n}.md"
    taken.add(file)
    return file


def _cut(stem: str, most: int) -> str:
    """Return a name of at most so many signs, cut between two words."""
    return stem if len(stem) <= most else stem[: most + 1].rpartition("-")[0].strip("-")


def _verify(found: Recognised, body: Body, old: str) -> Iterator[tuple[str, str, str]]:
    told = {
        "title": found.title,
        "date": found.day.isoformat() if found.day else "",
        "place": found.place,
        "summary": shorten(found.summary, SHOWN, placeholder="…"),
        "issuer": found.issuer,
        "contacts": " ; ".join(c.office for c in found.contacts),
        "embargo": found.embargo,
        "old_addresses": old,
    }
    for name, value in told.items():
        said = found.said.get(name, "")
        if value:
            yield name, value, "" if said in (value, found.summary) else " ".join(said.split())
    for speaker in body.quoted:
        yield "quotation", speaker, ""

"""What the blocks of a release are: its title, date, place, summary, contacts, text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from city_relations.importing.contacts import FoundContact, contact_in, has_details
from city_relations.importing.datelines import dateline
from city_relations.importing.found_dates import DIGITS, dates_in
from city_relations.importing.persons import PERSONS_OWN, Persons
from city_relations.importing.source import Block, Kind, LeftOut, Source, length
from city_relations.importing.titles import LONG, beginning, is_same, title_at
from city_relations.importing.wordings import (
    CITY,
    CONTACT,
    EMBARGO,
    END,
    FROM,
    HOUR,
    LABEL,
    OFFICE,
    SUBJECT,
)
from city_relations.language.words import say

SHORT = 110  # signs of a heading
LINK = re.compile(r"\]\((https?://[^)\s]+)")
STOPS = (*".!?:;…,»،؟。！？：、」",)


@dataclass
class Recognised:
    """What was recognised of a release so far, with the words it was read in.

    `said` holds the words of each field, by its name; `foot` the lines at the end that give the
    contacts.
    """

    title: str = ""
    day: date | None = None
    place: str = ""
    embargo: str = ""
    issuer: str = ""
    summary: str = ""
    contacts: list[FoundContact] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    doubtful_date: bool = False
    left_out: list[LeftOut] = field(default_factory=list)


def recognise(source: Source, persons: Persons) -> Recognised:
    """Return what the parts of a release are; what is in none of them is told as left out."""
    found = Recognised()
    blocks = []
    for block in source.blocks:
        clean, taken = persons.without(block)
        found.left_out += taken
        if clean.text or clean.picture:
            blocks.append(clean)
    start = beginning(blocks)
    at = title_at(blocks[:start], source, persons)
    _read_title(found, blocks, at, source)
    for block in blocks[: max(at, 0)]:
        _read_head(found, block, persons)
    for line in source.margins:
        _read_margin(found, line, persons)
    rest = _below_title(found, blocks[at + 1 :], persons, max(0, start - at - 1))
    _read_text(found, rest, persons)
    if not found.day and source.date:
        found.day, found.said["date"] = _iso(source.date), source.date
    return found


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read_title(found: Recognised, blocks: Sequence[Block], at: int, source: Source) -> None:
    title = blocks[at].text if at >= 0 else LABEL.sub("", source.title, count=1)
    found.title = _without_subject(" ".join(title.split()).strip(" –—-*_"))
    if found.title:
        found.said["title"] = title
    if at >= 0 and source.title and not is_same(found.title, source.title):
        found.left_out.append(
            LeftOut(say("the subject of the message, or the page's title"), source.title)
        )


def _without_subject(title: str) -> str:
    """Return a title without the « Subject: » that letters put before it."""
    said = SUBJECT.match(title)
    return title[said.end() :] if said else title


def _take_dateline(found: Recognised, text: str) -> bool:
    line = dateline(text)
    if not line:
        return False
    if found.day is None:
        found.day, found.doubtful_date = line.day, line.doubtful
        found.said["date"] = text
    elif line.day != found.day:
        found.left_out.append(LeftOut(say("another date"), text))
    if line.place and not found.place:
        found.place = line.place
        found.said["place"] = text
    return True


def _take_embargo(found: Recognised, text: str) -> bool:
    if not EMBARGO.search(text) or length(text) > LONG:
        return False
    day = next(dates_in(text), None)
    plain = text.translate(DIGITS)
    hour = HOUR.search(plain[day.end :]) or HOUR.search(plain[: day.start]) if day else None
    if day and hour:
        found.embargo = f"{day.day.isoformat()}T{_hour(hour)}"
        found.said["embargo"] = text
    else:
        found.left_out.append(LeftOut(say("an embargo of which no day and hour can be read"), text))
    return True


def _hour(told: re.Match[str]) -> str:
    """Return an hour as ISO 8601 writes it; noon is 12pm, and midnight 12am."""
    hour, half = int(told["hour"]), (told["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{told['minute'] or '00'}"


def _read_head(found: Recognised, block: Block, persons: Persons) -> None:
    """Read a block above the title."""
    if block.picture:
        why = say("a picture above the title, such as the letterhead's mark")
        found.left_out.append(LeftOut(why, block.picture.alt or block.picture.name))
        return
    lines = block.text.split("\n")
    if has_details(block.text, persons.guard.countries) and not LABEL.fullmatch(block.text):
        _take_contact(found, block.text, persons)
        return
    for line in lines:
        _read_line(found, line)


def _read_line(found: Recognised, line: str) -> None:
    if _take_embargo(found, line) or _take_dateline(found, line):
        return
    if LABEL.fullmatch(line):
        found.left_out.append(LeftOut(say("the site says it of every release"), line))
    elif FROM.match(line) or CITY.match(line):
        name = FROM.sub("", line).strip()
        if not found.issuer:
            found.issuer, found.said["issuer"] = name, line
        elif name != found.issuer:
            found.left_out.append(LeftOut(say("stands above the title"), line))
    elif line:
        found.left_out.append(LeftOut(say("stands above the title"), line))


def _read_margin(found: Recognised, line: str, persons: Persons) -> None:
    clean, taken = persons.cleaned(line)
    found.left_out += [LeftOut(PERSONS_OWN, words) for words in taken]
    if has_details(clean, persons.guard.countries):
        _take_contact(found, clean, persons)
    elif clean and not (found.issuer and clean == found.issuer):
        _read_line(found, clean)


def _take_contact(found: Recognised, text: str, persons: Persons) -> None:
    contact = contact_in(text, persons.guard.countries)
    same = [
        one
        for one in found.contacts
        if contact and (one.email, one.phone) == (contact.email, contact.phone)
    ]
    if contact and contact.office and not same:
        found.contacts.append(contact)
        found.said["contacts"] = " ; ".join(one.said for one in found.contacts)
    elif not same and text not in [one.said for one in found.contacts]:
        found.left_out.append(LeftOut(say("a contact that names no office"), text))
    line = next((line for line in text.split("\n") if FROM.match(line) and CITY.search(line)), "")
    if line and not found.issuer:
        found.issuer, found.said["issuer"] = FROM.sub("", line).strip(), line


def _below_title(
    found: Recognised, blocks: Sequence[Block], persons: Persons, short: int
) -> list[Block]:
    """Read the lines between the title and the text, and give what is left of the blocks."""
    left: list[Block] = []
    for n, block in enumerate(blocks):
        is_line = n < short and block.kind is Kind.TEXT and "\n" not in block.text
        if is_line and (_take_embargo(found, block.text) or _take_dateline(found, block.text)):
            continue
        if is_line and LABEL.fullmatch(block.text):
            _read_line(found, block.text)
            continue
        if n < short and has_details(block.text, persons.guard.countries):
            _take_contact(found, block.text, persons)
            continue
        left.append(block)
    return left


def _read_text(found: Recognised, blocks: list[Block], persons: Persons) -> None:
    blocks = _without_foot(found, blocks, persons)
    texts = [n for n, block in enumerate(blocks) if block.kind is Kind.TEXT]
    if texts and (first := blocks[texts[0]]) and texts[0] <= 2:  # noqa: PLR2004 - pictures may stand above
        opened = _opened(found, first)
        is_summary = len(texts) > 1 and (length(opened.text) > LONG / 2 or opened.strong)
        if is_summary:
            found.summary = " ".join(opened.text.split())
            found.said["summary"] = first.text
            for link in LINK.findall(opened.markdown):
                found.left_out.append(
                    LeftOut(say("a link in the summary, which is plain text"), link)
                )
            del blocks[texts[0]]
        else:
            blocks[texts[0]] = opened
    found.body = blocks


def _opened(found: Recognised, block: Block) -> Block:
    """Take « Valclair, le 10 mars 2023 – » off the beginning of a text."""
    for sign in ("–", "—", " - ", ":", "."):
        head, sign_found, rest = block.text.partition(sign)
        if sign_found and len(head) < SHORT / 2 and _take_dateline(found, head.strip(" (*")):
            _, _, markdown = block.markdown.partition(sign)
            return block.saying(markdown.strip(" *"), rest.strip())
    return block


def _without_foot(found: Recognised, blocks: list[Block], persons: Persons) -> list[Block]:
    """Take the contacts off the end of the text, and the mark that says it is the end."""
    kept: list[Block] = []
    in_foot, gathered = False, [""]
    last_long = max((n for n, b in enumerate(blocks) if length(b.text) > LONG), default=-1)
    for n, block in enumerate(blocks):
        text = block.text
        if END.fullmatch(text):
            found.left_out.append(LeftOut(say("the mark at the end of the text"), text))
        elif n >= last_long and _is_foot(text, persons, in_foot=in_foot):
            in_foot = True
            if CONTACT.match(text) and gathered[-1]:
                gathered.append("")
            gathered[-1] = f"{gathered[-1]}\n{text}".strip()
        else:
            in_foot = False
            kept.append(block)
    for passage in filter(None, gathered):
        _take_contact(found, passage, persons)
    return kept


def _is_foot(text: str, persons: Persons, *, in_foot: bool) -> bool:
    if length(text) > LONG * 2:
        return False
    is_label = bool(CONTACT.match(text)) and length(text) < LONG
    is_line = in_foot and len(text) < SHORT / 2 and bool(OFFICE.search(text))
    return is_label or is_line or has_details(text, persons.guard.countries)


def is_heading(block: Block, after: Block | None) -> bool:
    """Return whether a paragraph only heads the one after it."""
    text = block.text
    return (
        block.kind is Kind.TEXT
        and "\n" not in text
        and len(text) <= SHORT
        and not text.endswith(STOPS)
        and not text[:1].islower()
        and after is not None
        and after.kind is not Kind.PICTURE
        and (block.strong or len(after.text) > len(text))
    )

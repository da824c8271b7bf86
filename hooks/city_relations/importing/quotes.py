"""What somebody is quoted with: block quotes that end with who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from city_relations.importing.wordings import JAPANESE, NAMED_FIRST, SAID, SAYING, SAYS_FIRST

QUOTED = re.compile(
    r"[*_]{0,2}(?:«\s*(?P<a>[^«»]+?)\s*»|„(?P<b>[^„“”]+)[“”]|“(?P<c>[^“”]+)”|(?<!\w)\"(?P<d>[^\"]+)\")"
    r"[*_]{0,2}"
)
LONGEST = 170  # signs of who speaks


@dataclass(frozen=True)
class Quotation:
    """A quotation: its words, without their marks, and who said them."""

    words: str
    speaker: str

    @property
    def markdown(self) -> str:
        """Return it as a block quote."""
        return f"> {self.words}\n> — {self.speaker}"


def quotations_in(paragraph: str) -> list[Quotation]:
    """Return the quotations of a paragraph that holds nothing else; else none.

    The verb between a quotation and its speaker goes: the form says it.
    """
    if told := JAPANESE.fullmatch(paragraph.strip()):
        return [Quotation(told["words"], told["who"])]
    found = list(QUOTED.finditer(paragraph))
    if not found:
        return []
    before = paragraph[: found[0].start()].strip()
    if before:
        return _announced(before, paragraph[found[0].start() :], found)
    return _followed(paragraph, found)


def _announced(before: str, rest: str, found: list[re.Match[str]]) -> list[Quotation]:
    """Read « X, maire, déclare : « … » »."""
    if len(found) != 1 or QUOTED.sub("", rest).strip(" .*_"):
        return []
    if said := SAYING.match(before) or SAYS_FIRST.match(before):
        return [Quotation(_words(found[0]), said["who"].strip(" ,"))]
    named = NAMED_FIRST.match(before)
    is_person = named and (named["role"] or len(before.split()) > 2)  # noqa: PLR2004 - a title and a name
    return [Quotation(_words(found[0]), before.strip(" :,*_"))] if is_person else []


def _followed(paragraph: str, found: list[re.Match[str]]) -> list[Quotation]:
    """Read « « … », explique X, maire. », several times over."""
    told = []
    for n, quote in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(paragraph)
        speaker = _speaker(paragraph[quote.end() : end])
        if not speaker:
            return []
        told.append(Quotation(_words(quote), speaker))
    return told


def _words(quote: re.Match[str]) -> str:
    return str(next(filter(None, quote.groups()))).strip(" *_")


def _speaker(after: str) -> str:
    said = SAID.match(after.strip(" *_"))
    who = after.strip(" *_")[said.end() :].strip(" .*_\n") if said else ""
    is_name = who[:1].isupper() or (who[:1].isalpha() and who[:1].lower() == who[:1].upper())
    has_article = re.match(r"(?:le |la |l['’]|the |der |die |il )", who)
    return who if who and len(who) <= LONGEST and (is_name or has_article) else ""

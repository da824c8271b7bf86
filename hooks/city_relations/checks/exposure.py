"""Rules of what exposes a person: no mobile number, no address in somebody's name."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

from city_relations.checks.alone import every_file, for_each_file, nothing
from city_relations.checks.for_each import Rule
from city_relations.checks.telephones import canonical, mobile_numbers
from city_relations.content import Content
from city_relations.documents import Document
from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.schema.partial import UnknownError

# Looked for from the beginning of a word alone: from each letter, a long text takes minutes.
E_MAIL = re.compile(r"(?<![\w.+-])(?P<who>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
# Words that name an office: an address that holds one is nobody's own.
OFFICES = re.compile(
    r"accueil|administration|association|bureau|cabinet|city|com|communication|comite|contact|"
    r"cooperation|culture|direction|dpo|europe|event|info|inter|jumelage|mairie|maire|media|"
    r"office|presse?|protocole|rgpd|relations|secretariat|service|sports?|tourisme?|ville|web"
)
# A message with more than its address, and a web address with a name before the site's.
DISGUISED = re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]+@[\w.-]+(?:\?|%3f)[\w%-]+(?:=|%3d)[^\s<>)\"']*|(?<=<)https?://[^\s/<>()\"'?#]*@[^\s<>)\"']*"
)
# Less than this holds no number: most texts are passed over at once.
DIGITS = re.compile(r"\d(?:\D{0,12}\d){7}")


@dataclass(frozen=True)
class Guard:
    """What is judged by: the countries whose numbers are read, and what the city made public."""

    countries: tuple[str, ...]
    public: tuple[str, ...]

    def plain(self, contact: str) -> str:
        """Return a number or an address for comparison."""
        return contact.lower() if "@" in contact else canonical(contact, self.countries)


def guard_of(content: Content) -> Guard:
    """Return what is judged by; a number without country code is the city's or a partner's."""
    countries = [content.city.country] if content.city else []
    for partner in content.partners:
        with suppress(UnknownError):
            countries += [str(partner.country)] if partner.country else []
    guard = Guard(tuple(dict.fromkeys(countries)), ())
    contacts = content.city.public_contacts if content.city else ()
    return Guard(guard.countries, tuple(sorted(map(guard.plain, contacts))))


@for_each_file(every_file, guard_of)
def nobody_is_exposed(document: Document, guard: Guard) -> Iterator[Problem]:
    """No mobile number and no address in somebody's name, unless the city made it public."""
    for i, part in enumerate(document.parts()):
        text = _spelt_out(part[0], is_yaml=i == 0)
        for contact, start in persons_own(text, guard):
            message = say(
                "“{contact}” looks like a person's own: give the office's. If it is really "
                "public, ask whoever keeps the site to allow it.",
                contact=" ".join(contact.split()),
            )
            yield _at(document, part, (text, start), message)


@for_each_file(every_file, nothing)
def addresses_do_what_they_say(document: Document, _: None) -> Iterator[Problem]:
    """An address in a text adds no copy and no text to a message, and hides no other site."""
    for text, first in document.parts():
        for found in DISGUISED.finditer(text) if "@" in text else ():
            message = say(
                "“{address}” does more than it shows: write the address alone.", address=found[0]
            )
            yield _at(document, (text, first), (text, found.start()), message)


def _at(
    document: Document, part: tuple[str, int], found: tuple[str, int], message: Text
) -> Problem:
    """Make a problem at an offset of a part's text."""
    (written, first), (text, start) = part, found
    line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start)
    return Problem(
        document.file, first + line, column, "", message, shown=written.split("\n")[line]
    )


# What hides a sign from who looks for it: an entity of HTML, an escape of YAML, a comment.
SPELT = re.compile(r"&#(?:\d{1,7}|[xX][\da-fA-F]{1,6});|&(?:commat|period|lowbar|plus|sol);")
ESCAPED = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))")
COMMENT = re.compile(r"<!--[^<>\n]{0,200}-->")


def _spelt_out(text: str, *, is_yaml: bool) -> str:
    """Return a text with the signs its readers see; its lines stay as they are counted."""
    if is_yaml and "\\" in text:
        text = ESCAPED.sub(_sign, text)
    if "&" in text:
        text = SPELT.sub(lambda found: " ".join(unescape(found[0]).split("\n")), text)
    return COMMENT.sub("", text) if "<!--" in text else text


def _sign(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    sign = chr(number) if number <= sys.maxunicode else " "
    return " " if sign == "\n" else sign


def persons_own(text: str, guard: Guard) -> Iterator[tuple[str, int]]:
    """Yield each mobile number and each mailbox in a person's name that the city keeps to itself.

    Each comes as it is written, with the offset it begins at.
    """
    for contact, start in (*_numbers(text, guard), *_names(text)):
        if guard.plain(contact) not in guard.public:
            yield contact, start


def _numbers(text: str, guard: Guard) -> Iterator[tuple[str, int]]:
    for found in mobile_numbers(text, guard.countries) if DIGITS.search(text) else ():
        yield found.written, found.start


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Find the addresses in somebody's name: two words without an office among them."""
    for found in E_MAIL.finditer(text) if "@" in text else ():
        words = re.split(r"[._-]", found["who"].lower())
        if len(words) > 1 and not any(OFFICES.match(word) for word in words):
            yield found[0], found.start()


EXPOSURE_CHECKS: tuple[Rule, ...] = (nobody_is_exposed, addresses_do_what_they_say)

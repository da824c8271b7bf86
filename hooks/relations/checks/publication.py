"""Rules of publication: what may be told to everybody, and what a reader and the law expect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from relations.colour import PAPER, READABLE, contrast
from relations.content import Content
from relations.dates import Said, parse_date
from relations.documents import Document
from relations.problems import Problem
from relations.schema.base import Record
from relations.schema.choices import Status
from relations.schema.press_release import PressRelease
from relations.words import languages_told, say, words_for

LONGEST_TITLE = 110
# What a draft holds in the place of its text, until somebody writes one.
WAITING_TEXT = say("Write the text of the release here.")
# A French mobile number; not the digits inside a SIRET, an IBAN or a sum.
MOBILE = re.compile(
    r"(?<!\d)(?<!\d[ .\u00a0\u202f])(?:\+33[ \u00a0.]?(?:\(0\)[ ]?)?|0033[ ]?|0)[67]"
    r"(?:[ .\u00a0\u202f-]?\d\d){4}(?![ ]?\d)"
)
E_MAIL = re.compile(r"(?P<who>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
# Words that name an office: an address that holds one is nobody's own.
OFFICES = re.compile(
    r"accueil|administration|association|bureau|cabinet|city|com|communication|comite|contact|"
    r"cooperation|culture|direction|dpo|europe|event|info|inter|jumelage|mairie|maire|media|"
    r"office|presse?|protocole|rgpd|relations|secretariat|service|sports?|tourisme?|ville|web"
)


def nobody_is_exposed(content: Content) -> Iterator[Problem]:
    """No mobile number and no address in somebody's name, unless the city made it public."""
    public = (
        {_plain(contact) for contact in content.city.public_contacts} if content.city else set()
    )
    records: list[Record] = [*content.partners, *content.releases]
    for record in records:
        yield from _exposed(record.document, public)


def _exposed(document: Document, public: set[str]) -> Iterator[Problem]:
    for number, line in document.written():
        for found in (*_mobiles(line), *_names(line)):
            if _plain(found[0]) not in public:
                message = say(
                    "“{contact}” looks like a person's own: give the office's. If it is really "
                    "public, ask whoever keeps the site to allow it.",
                    contact=found[0],
                )
                yield Problem(document.file, number, found.start() + 1, "", message, shown=line)


def _mobiles(line: str) -> Iterator[re.Match[str]]:
    """Find mobile numbers; most lines hold none of the digits they begin with."""
    if "06" in line or "07" in line or "33" in line:
        yield from MOBILE.finditer(line)


def _names(line: str) -> Iterator[re.Match[str]]:
    """Find the addresses in somebody's name: two words without an office among them."""
    for found in E_MAIL.finditer(line) if "@" in line else ():
        words = re.split(r"[._-]", found["who"].lower())
        if len(words) > 1 and not any(OFFICES.match(word) for word in words):
            yield found


def _plain(contact: str) -> str:
    """Give a number or an address for comparison: no blanks and signs, the country's prefix 0."""
    plain = re.sub(r"[ .()\u00a0\u202f-]", "", contact.lower())
    return contact.lower() if "@" in contact else re.sub(r"^(\+33|0033)0?", "0", plain)


def titles_are_short(content: Content) -> Iterator[Problem]:
    """A title is one message that fits a list and a search engine."""
    for release in content.releases:
        if len(release.title) > LONGEST_TITLE:
            message = say(
                "the title has {n} characters: shorten it to {most} at most.",
                n=len(release.title),
                most=LONGEST_TITLE,
            )
            yield release.problem(("title",), message, remark=True)


def releases_have_a_summary(content: Content) -> Iterator[Problem]:
    """A release says its message in two sentences, for lists, feeds and those in a hurry."""
    for release in content.releases:
        if not release.summary:
            message = say(
                "the release has no summary (“summary:”): lists and feeds lack its message."
            )
            yield release.problem((), message, remark=True)


def releases_say_something(content: Content) -> Iterator[Problem]:
    """A release has a text."""
    for release in content.releases:
        if not release.body.strip():
            yield release.problem((), say("the release has no text under its fields."))


def texts_are_written(content: Content) -> Iterator[Problem]:
    """A release that is no draft any more has its own text, not the one a draft waits with."""
    waiting_texts = [words_for(language)(WAITING_TEXT) for language in languages_told()]
    for release in content.releases:
        found = [release.body.find(text) for text in waiting_texts if text in release.body]
        if found and release.status is not Status.DRAFT:
            message = say(
                "the waiting text is still here; replace “{text}” by yours.", text=WAITING_TEXT
            )
            yield release.document.body_problem(found[0], message)


def embargoes_end_after_the_date(content: Content) -> Iterator[Problem]:
    """An embargo does not end before the day of its release."""
    for release in content.releases:
        embargo = release.embargo
        if embargo and embargo.date() < release.date.first:
            message = say(
                "{day} at {hour} is before the date of the release ({date}): "
                "check the year, or delete the line.",
                day=Said(parse_date(embargo.date().isoformat())),
                hour=f"{embargo:%H:%M}",
                date=Said(release.date),
            )
            yield release.problem(("embargo",), message, remark=True)


def french_stands_beside_two_languages(content: Content) -> Iterator[Problem]:
    """A French public site that is translated is translated into two languages at least."""
    city = content.city
    if city and city.country == "FR" and len(city.languages) == 2:  # noqa: PLR2004 - French and one
        message = say(
            "one foreign language alone: the law of 4 August 1994 asks for two (article 4)."
        )
        yield city.problem(("languages",), message, remark=True)


def accent_is_readable(content: Content) -> Iterator[Problem]:
    """The city's accent is strong enough for links and titles on the site's paper."""
    city = content.city
    if city and (ratio := contrast(city.accent, PAPER)) < READABLE:
        message = say(
            "this colour is too weak on the page: {ratio} to 1, at least 4.5 is needed; "
            "choose a darker one.",
            ratio=f"{ratio:.1f}",
        )
        yield city.problem(("accent",), message)


def waiting(content: Content, today: date) -> Iterator[Problem]:
    """Tell of the releases that are not shown yet, and of secrets in a public folder."""
    for release in content.releases:
        if release.status is Status.PUBLISHED and release.date.first > today:
            message = say(
                "this release is dated in the future ({date}): it appears on that day.",
                date=Said(release.date),
            )
            yield release.problem(("date",), message, remark=True)
        if _is_secret(release, today) and content.city and content.city.public_repository:
            message = say(
                "this folder is public: the release can be read already. "
                "Keep it elsewhere until the embargo ends."
            )
            yield release.problem(("embargo",), message)


def _is_secret(release: PressRelease, today: date) -> bool:
    return release.embargo is not None and release.embargo.date() > today


PUBLICATION_CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    nobody_is_exposed,
    titles_are_short,
    releases_have_a_summary,
    releases_say_something,
    texts_are_written,
    embargoes_end_after_the_date,
    french_stands_beside_two_languages,
    accent_is_readable,
)

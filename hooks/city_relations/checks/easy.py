"""Rules of easy language (FALC, Leichte Sprache): what is called so was written so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import splitext

from city_relations.checks.for_each import Rule, cities, cities_with_content, for_each
from city_relations.checks.links import lost_in_settings
from city_relations.checks.places import in_text
from city_relations.content import Content
from city_relations.content.written_pages import EASY, ENDING, PAGES, WrittenPage
from city_relations.documents.reading import Loc
from city_relations.language.sentences import Sentence, counts_words, sentences
from city_relations.language.words import Text, say
from city_relations.links.texts import easy_kinds_of
from city_relations.markdown.reading import Reading, read
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.choices import TieKind
from city_relations.schema.city import City
from city_relations.schema.localized import Localized
from city_relations.schema.partial import Unknown, known

# The European rules (Inclusion Europe, “Information for all”) ask for short sentences and give no
# number; the British government's for Easy Read, “Accessible communication formats”, give this.
MOST_WORDS = 15
SHOWN_WORDS = 4
ATTRIBUTES = re.compile(r"\{[^}\n]*\}")


@dataclass(frozen=True)
class EasyText:
    """A text in easy language and where it stands: in a field of a record, or on a page."""

    text: str
    language: str
    where: Record | WrittenPage
    loc: Loc = ()

    def problem(self, sentence: Sentence, line: int, message: Text) -> Problem:
        """Make a remark at a sentence that begins on a line of the text, from 0."""
        begins = "".join(sentence.text.split("\n")[:1]).rstrip()
        if isinstance(self.where, WrittenPage):
            lines = self.text.split("\n")
            before = sum(len(one) + 1 for one in lines[:line])
            offset = before + max(0, lines[line].find(begins))
            return self.where.document.body_problem(offset, message, remark=True)
        return in_text(self.where, self.loc, begins, message, remark=True)


def _in_fields(content: Content) -> Iterator[tuple[Record, Loc, Localized]]:
    """Yield each field in easy language, with the record it stands in."""
    for partner in content.partners:
        if partner.easy is not None and not isinstance(partner.easy, Unknown):
            yield partner, ("easy",), partner.easy
    if content.city:
        for i, one in known(content.city.easy):
            if not isinstance(one.text, Unknown):
                yield content.city, ("easy", i, "text"), one.text


def easy_texts(content: Content) -> Iterator[tuple[EasyText]]:
    """Yield every text in easy language, as far as it can be read."""
    first = content.master
    for record, loc, told in _in_fields(content):
        for language, text in told.items():
            yield (EasyText(text, language or first, record, loc),)
    for page in content.written:
        if page.eases:
            yield (EasyText(page.document.body, page.language or first, page),)


@for_each(easy_texts)
def easy_sentences_are_short(told: EasyText) -> Iterator[Problem]:
    """A sentence of a text in easy language has 15 words at most.

    No word is counted where a language sets none apart (Japanese, Chinese, Thai).
    """
    if not counts_words(told.language):
        return
    for line, paragraph in _paragraphs(read(told.text)):
        for sentence in sentences(paragraph, told.language):
            if sentence.words > MOST_WORDS:
                message = say(
                    "“{begins} …” has {n} words: in easy language a sentence has {most} at most. "
                    "Make two of it, one idea each.",
                    begins=" ".join(sentence.text.split()[:SHOWN_WORDS]),
                    n=sentence.words,
                    most=MOST_WORDS,
                )
                at = line + paragraph[: sentence.start].count("\n")
                yield told.problem(sentence, at, message)


def _paragraphs(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the words of each block, its lines kept, with the line it begins on."""
    for token in reading.tokens:
        if token.type == "inline":
            parts = (
                "\n" if part.type in ("softbreak", "hardbreak") else part.content
                for part in token.children or ()
                if part.type in ("text", "code_inline", "softbreak", "hardbreak")
            )
            yield reading.line_of(token), ATTRIBUTES.sub("", "".join(parts))


@for_each(cities)
def easy_kinds_are_explained_once(city: City) -> Iterator[Problem]:
    """A kind of tie is explained once: its languages stand in one entry."""
    told: set[TieKind] = set()
    for i, one in known(city.easy):
        if one.kind in told:
            message = say(
                "“{kind}” is explained above already: keep one of the two.", kind=one.kind
            )
            yield city.problem(("easy", i, "kind"), message)
        told.add(one.kind)


@for_each(cities_with_content)
def easy_kinds_link_to_pages(city: City, content: Content) -> Iterator[Problem]:
    """A link in what a kind of tie is leads somewhere, from mkdocs.yml; a picture has no place."""
    yield from lost_in_settings(city, content, easy_kinds_of(city))


def _beside(content: Content) -> Iterator[tuple[Record | WrittenPage, Loc, str, str]]:
    """Yield each easy text beside the ordinary one of its language, where both are there."""
    for partner in content.partners:
        easy, about = partner.easy, partner.about
        if easy and about and not (isinstance(easy, Unknown) or isinstance(about, Unknown)):
            for language in easy:
                yield partner, ("easy",), easy[language], about.get(language, "")
    pages = {page.file: page for page in content.written}
    for page in content.written:
        if page.eases in pages:
            yield page, (), page.document.body, pages[page.eases].document.body


@for_each(_beside)
def easy_texts_are_written_anew(
    where: Record | WrittenPage, loc: Loc, easy: str, ordinary: str
) -> Iterator[Problem]:
    """A text in easy language is not the ordinary one over again."""
    if easy.split() and easy.split() == ordinary.split():
        message = say(
            "this is the ordinary text, word for word: write it anew in easy words, or take it out."
        )
        yield where.document.problem(loc, message, remark=True)


def _in_languages(content: Content) -> Iterator[tuple[Record, Loc, str, list[str]]]:
    for record, loc, told in _in_fields(content):
        for language in told:
            if content.languages:
                yield record, loc, language, list(content.languages)


@for_each(_in_languages)
def easy_texts_are_in_a_language_of_the_site(
    record: Record, loc: Loc, language: str, languages: list[str]
) -> Iterator[Problem]:
    """A text in easy language is in a language of the site: no page would show it else."""
    if language and language not in languages:
        message = say(
            "the site is not told in “{language}”, so no page shows this text: write it in one of "
            "{languages}, or add the language under “languages:” in mkdocs.yml.",
            language=language,
            languages=", ".join(languages),
        )
        yield record.problem((*loc, language), message, remark=True)


def _pages(content: Content) -> Iterator[tuple[WrittenPage, Mapping[str, WrittenPage], list[str]]]:
    pages = {page.file: page for page in content.written}
    for page in content.written:
        yield page, pages, list(content.languages)


@for_each(_pages)
def easy_pages_stand_beside_their_page(
    page: WrittenPage, pages: Mapping[str, WrittenPage], languages: list[str]
) -> Iterator[Problem]:
    """`name.easy.md` stands beside `name.md`, `name.de.easy.md` beside `name.de.md`."""
    stem, _, last = splitext(page.file)[0].rpartition(".")
    if last in languages and stem.endswith(EASY):
        message = say(
            "a page in easy language has its language first: name this file {file}.",
            file=f"{PAGES}/{stem.removesuffix(EASY)}.{last}{EASY}{ENDING}",
        )
        yield page.document.problem((), message)
    elif page.eases and page.eases not in pages:
        message = say(
            "this tells {file} in easy language, which is not there: write that page too, or take "
            "“.easy” out of this name.",
            file=f"{PAGES}/{page.eases}",
        )
        yield page.document.problem((), message)


def _in_pairs(
    content: Content,
) -> Iterator[tuple[WrittenPage, WrittenPage, str]]:
    pages = {page.file: page for page in content.written}
    for page in content.written:
        if page.eases in pages:
            yield page, pages[page.eases], content.master


@for_each(_in_pairs)
def easy_pages_say_what_their_page_says(
    page: WrittenPage, ordinary: WrittenPage, first: str
) -> Iterator[Problem]:
    """A page in easy language is in the language of its page, and says something."""
    if ordinary.language != page.language:
        message = say(
            "{file} is in “{language}”, and this page must be too: write “lang: {language}”.",
            file=ordinary.path,
            language=ordinary.language or first,
        )
        yield page.document.problem(("lang",), message)
    if not page.document.body.strip():
        message = say("this page in easy language is empty: write its text, or delete the file.")
        yield page.document.problem((), message)


EASY_CHECKS: tuple[Rule, ...] = (
    easy_sentences_are_short,
    easy_kinds_are_explained_once,
    easy_kinds_link_to_pages,
    easy_texts_are_written_anew,
    easy_texts_are_in_a_language_of_the_site,
    easy_pages_stand_beside_their_page,
    easy_pages_say_what_their_page_says,
)

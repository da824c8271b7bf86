"""Rules of a site in several languages: each text says which it is in, and what it translates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import splitext

from city_relations.checks.for_each import Rule, for_each
from city_relations.content import Content
from city_relations.content.menu import MenuEntry
from city_relations.content.originals import FIELD, print_of_words
from city_relations.content.written_pages import EASY, ENDING, PAGES, WrittenPage
from city_relations.documents import Document
from city_relations.language.words import base_language, languages_told, say
from city_relations.problems import Problem
from city_relations.schema.city import City
from city_relations.schema.press_release import PressRelease

HOME = "index.md"


def _other_languages(content: Content) -> Iterator[tuple[City, int, str]]:
    if content.city:
        for i, language in enumerate(content.languages[1:], 1):
            yield content.city, i, language


@for_each(_other_languages)
def languages_have_words(city: City, i: int, language: str) -> Iterator[Problem]:
    """A language of the site is one that we have words in, or the site's own words tell it."""
    if not {language, base_language(language)} & set(languages_told()):
        message = say(
            "we have no words in “{language}”: ours are told in English on its pages, and marked "
            "so; write them in words/{language}.po, or take the language out.",
            language=language,
        )
        yield city.problem(("languages", i), message, remark=True)


def _in_a_language(content: Content) -> Iterator[tuple[PressRelease, Sequence[str]]]:
    return ((release, content.languages) for release in content.releases if content.languages)


@for_each(_in_a_language)
def releases_are_in_a_language_of_the_site(
    release: PressRelease, languages: Sequence[str]
) -> Iterator[Problem]:
    """A release says its language where it is not the site's first; a translation by its name."""
    if release.language and release.translated_into:
        message = say("the language of a translation stands in its file's name: delete this line.")
        yield release.problem(("language",), message)
    elif release.language and release.language not in languages:
        message = say(
            "“{language}” is no language of the site: write one of {languages}, or add it under "
            "“languages:” in mkdocs.yml.",
            language=release.language,
            languages=", ".join(languages),
        )
        yield release.problem(("language",), message)


def _in_pairs(content: Content) -> Iterator[tuple[PressRelease, PressRelease, str]]:
    """Yield each translation with its original and the site's first language."""
    originals = {one.file: one for one in content.releases if not one.translated_into}
    for release in content.releases:
        original = originals.get(release.original_file) if release.translated_into else None
        if original and content.master:
            yield release, original, content.master


@for_each(_in_pairs)
def one_text_in_a_language(
    release: PressRelease, original: PressRelease, first: str
) -> Iterator[Problem]:
    """A release has one text in each language: its translations are in others than the original."""
    own = original.own_language or first
    if release.translated_into == own and own != first:
        message = say(
            "{file} is in “{language}” already: keep one of the two.",
            file=original.file,
            language=own,
        )
        yield release.problem((), message)


def _translations(content: Content) -> Iterator[tuple[str, Document, Document]]:
    """Yield each translation, of a release or of a page, with its original, both as read."""
    for release, original, _ in _in_pairs(content):
        yield original.file, release.document, original.document
    originals = {page.file: page for page in content.written}
    for page in content.written:
        if page.translates in originals:
            told = originals[page.translates]
            yield told.path, page.document, told.document


@for_each(_translations)
def translations_are_up_to_date(
    file: str, translation: Document, original: Document
) -> Iterator[Problem]:
    """A translation that knows what it was made from was made from what its original says today."""
    known, now = str(translation.fields.get(FIELD) or ""), print_of_words(original)
    if known and known != now:
        message = say(
            "{file} has changed since this translation was made: read both again, then write "
            "this line.",
            file=file,
        )
        fix = f"{FIELD}: {now}"
        yield translation.problem((FIELD,), message, fix, remark=True)


def _pages(content: Content) -> Iterator[tuple[WrittenPage, Sequence[str], Sequence[str]]]:
    if len(content.languages) > 1:
        files = [page.file for page in content.written]
        yield from ((page, files, content.languages) for page in content.written)


@for_each(_pages)
def pages_have_an_original(
    page: WrittenPage, files: Sequence[str], languages: Sequence[str]
) -> Iterator[Problem]:
    """A translation of a hand-written page stands beside the page it translates."""
    is_easy = page.eases or page.translates.endswith(EASY + ENDING)  # told by rules of their own
    if page.translates and not is_easy and page.translates not in files:
        message = say(
            "this translates {file}, which is not there: write it, or name this page so and write "
            "“lang: {language}” above its text.",
            file=f"{PAGES}/{page.translates}",
            language=page.language,
        )
        yield page.document.problem((), message)
    stem, _, named = splitext(page.file)[0].rpartition(".")
    if named == languages[0] and f"{stem}.md" in files:
        message = say(
            "“{language}” is the site's first language, in which {file} is written: keep one of "
            "the two.",
            language=named,
            file=f"{PAGES}/{stem}.md",
        )
        yield page.document.problem((), message)


def _entries(
    content: Content,
) -> Iterator[tuple[str, MenuEntry, dict[str, WrittenPage], list[str]]]:
    """Yield the entries of the menu that lead to a hand-written page of a site in languages."""
    pages = {page.file: page for page in content.written}
    if len(content.languages) > 1:
        for entry in content.menu.entries:
            if entry.target in pages:
                yield content.settings, entry, pages, list(content.languages[1:])


@for_each(_entries)
def menus_lead_in_every_language(
    settings: str, entry: MenuEntry, pages: dict[str, WrittenPage], others: list[str]
) -> Iterator[Problem]:
    """The menu names pages of the first language; each is written in the others, or left out."""
    page, where = pages[entry.target], (settings, entry.place.line, entry.place.column)
    if page.language:
        message = say(
            "the menu is written once, in the site's first language: that of “{language}” finds "
            "its pages by it. Take this entry out.",
            language=page.language,
        )
        yield Problem(*where, "nav", message)
        return
    told = {one.language for one in pages.values() if one.translates == page.file}
    missing = [language for language in others if language not in told]
    if missing and not (page.insert or page.eases) and page.file != HOME:
        message = say(
            "nobody wrote {file} in {languages}: the menu there leaves it out. "
            "“relations new translation {path} {first}” begins one.",
            file=page.path,
            languages=", ".join(missing),
            path=page.path,
            first=missing[0],
        )
        yield Problem(*where, "nav", message, remark=True)


LANGUAGE_CHECKS: tuple[Rule, ...] = (
    languages_have_words,
    releases_are_in_a_language_of_the_site,
    one_text_in_a_language,
    translations_are_up_to_date,
    pages_have_an_original,
    menus_lead_in_every_language,
)

"""`relations languages`: what exists in which language, and what our words lack in each."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, replace

from babel.messages.pofile import read_po

from city_relations.checks.easy import easy_texts
from city_relations.checks.languages import translations_are_up_to_date
from city_relations.commands.call import Call, Refused
from city_relations.content import Content, read_content
from city_relations.language.words import (
    LOCALES,
    READERS,
    SOURCE_LANGUAGE,
    Words,
    base_language,
    say,
)

COMPLETE = "fr"
# The files that say each original, by language.
Spoken = Mapping[str, Mapping[str, str]]
Sentence = tuple[str, str]


@dataclass(frozen=True)
class InLanguage:
    """How much of a site is written in a language; `lacking` are sentences of ours.

    `easy` are the texts of partners, kinds of tie and pages in easy language.
    """

    language: str
    releases: int
    pages: int
    lacking: int
    easy: int


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help=words(say("as data, for a program")))


def run(call: Call) -> int:
    """Tell each language of the site, and what waits to be translated anew."""
    content = read_content(call.root, call.settings)
    if not content.languages:
        raise Refused(say("the languages of the site cannot be read: run “relations check”."))
    spoken, whole = _spoken(content), _sentences(COMPLETE)
    releases = {release.file for release in content.releases}
    found = [_in(spoken, releases, whole, language) for language in content.languages]
    easy = Counter(text.language for (text,) in easy_texts(content))
    found = [replace(one, easy=easy[one.language]) for one in found]
    texts = {language: _missing(spoken, language) for language in content.languages}
    stale = [problem.file for problem in translations_are_up_to_date(content)]
    if call.options.json:
        told = [asdict(one) | {"missing": texts[one.language]} for one in found]
        data = {"languages": told, "changed_since": stale}
        call.tell(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        call.tell(
            say(
                "{language}: releases {releases}, pages {pages}, texts in easy language {easy}; "
                "sentences of ours it lacks: {n}.",
                language=one.language,
                releases=one.releases,
                pages=one.pages,
                easy=one.easy,
                n=one.lacking,
            ),
            *(f"  – {file}" for file in texts[one.language]),
        )
    if stale:
        call.tell(say("Changed since they were translated:"), *(f"  – {file}" for file in stale))
    return 0


def _spoken(content: Content) -> Spoken:
    """Map the path of each original to the files that say it, by language."""
    first = content.master
    found: dict[str, dict[str, str]] = {}
    for release in content.releases:
        original = release.file.replace(f".{release.translated_into}.md", ".md")
        found.setdefault(original, {})[release.own_language or first] = release.file
    for page in content.written:
        if page.eases:
            continue  # whoever writes one need not write it in each language
        original = page.path.removesuffix(page.file) + page.original
        found.setdefault(original, {})[page.language or first] = page.path
    return found


def _in(
    spoken: Spoken, releases: AbstractSet[str], whole: AbstractSet[Sentence], language: str
) -> InLanguage:
    """Count what is written in a language; `whole` are all sentences that readers meet."""
    told = [file for own in spoken.values() for file in [own.get(language)] if file]
    mine = sum(file in releases for file in told)
    # The source language lacks nothing: it stands in the code.
    base = base_language(language)
    lacking = 0 if base == SOURCE_LANGUAGE else len(whole - _sentences(base))
    return InLanguage(language, mine, len(told) - mine, lacking, easy=0)


def _missing(spoken: Spoken, language: str) -> list[str]:
    """List the originals that nobody wrote in a language."""
    return sorted(file for file, own in spoken.items() if language not in own)


def _sentences(language: str) -> set[Sentence]:
    """Return the sentences that a catalogue tells, each with its context."""
    path = LOCALES / language / "LC_MESSAGES" / f"{READERS}.po"
    if not path.is_file():
        return set()
    with path.open("rb") as file:
        told = [one for one in read_po(file, locale=language.replace("-", "_")) if one.id]
    return {(one.context or "", str(one.id)) for one in told if one.string and any(one.string)}

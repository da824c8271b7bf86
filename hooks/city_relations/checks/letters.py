"""Rules of letters: what is to be printed and drawn has fonts, and the city's own can be read."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

from city_relations.checks.for_each import Rule, cities, for_each
from city_relations.content import Content
from city_relations.language.words import say
from city_relations.pictures.letters import missing_letters
from city_relations.pictures.other_fonts import fonts_for, readable_letters
from city_relations.problems import Problem
from city_relations.schema.city import City
from city_relations.schema.partial import known
from city_relations.schema.press_release import PressRelease

MOST_LETTERS = 20


def _city_and_root(content: Content) -> Iterator[tuple[City, Path]]:
    """List the city, if there is one, and the folder of its site."""
    return ((city, content.root) for (city,) in cities(content))


@for_each(_city_and_root)
def fonts_are_there(city: City, root: Path) -> Iterator[Problem]:
    """The fonts that a city brings stand beside its settings and can be read."""
    for n, name in known(city.fonts):
        if not (root / name).is_file():
            yield city.problem(("fonts", n), say("no file “{file}”.", file=name))
        elif not readable_letters(root / name):
            message = say("“{file}” is no font that can be read: name a .ttf or .otf.", file=name)
            yield city.problem(("fonts", n), message)


def _releases_and_fonts(content: Content) -> Iterator[tuple[PressRelease, tuple[Path, ...]]]:
    """List the releases, each with the fonts of the city."""
    names = [name for _, name in known(content.city.fonts)] if content.city else []
    own = tuple(path for name in names if (path := content.root / name).is_file())
    return ((release, own) for release in content.releases)


@for_each(_releases_and_fonts)
def letters_can_be_printed(release: PressRelease, own: tuple[Path, ...]) -> Iterator[Problem]:
    """A release is written in letters that a font has, so that it can be had as PDF."""
    document = release.document
    whole = "\n".join((*document.reading.lines, document.body))
    if "&" not in whole and not missing_letters(whole):
        return
    # A letter may be written as « &#1234; » in the text; a comment among the fields is not told.
    told = [
        (number, unescape(line))
        for number, line in release.document.written()
        if number >= release.document.body_line or not line.lstrip().startswith("#")
    ]
    text = "\n".join(line for _, line in told)
    others = fonts_for(text, own)
    if letters := missing_letters(text, others):
        number, line = next(one for one in told if missing_letters(one[1], others))
        column = line.find(letters[0]) + 1
        message = say(
            "no PDF is made of this text: our fonts lack {letters}. Replace what is an ornament; "
            "a text in another script is published all the same.",
            letters=" ".join(letters[:MOST_LETTERS]),
        )
        file = release.document.file
        yield Problem(file, number, column, "", message, remark=True, shown=line)


LETTERS_CHECKS: tuple[Rule, ...] = (letters_can_be_printed, fonts_are_there)

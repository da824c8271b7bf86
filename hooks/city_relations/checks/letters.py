"""Rules of letters: what is to be printed and drawn has fonts, and the city's own can be read."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

from city_relations.checks.alone import found_alone
from city_relations.checks.for_each import Rule, cities, for_each
from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.documents import Document
from city_relations.documents.reading import Loc
from city_relations.language.scripts import other_letters
from city_relations.language.words import Text, say
from city_relations.pictures.font_tables import FontForm
from city_relations.pictures.letters import known_letters, missing_letters
from city_relations.pictures.other_fonts import font_form, fonts_for, readable_letters
from city_relations.problems import Problem
from city_relations.schema.city import City
from city_relations.schema.partial import Unknown, known
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

MOST_LETTERS = 20
Line = tuple[int, str]  # with its number


def _city_and_root(content: Content) -> Iterator[tuple[City, Path]]:
    """List the city, if there is one, and the folder of its site."""
    return ((city, content.root) for (city,) in cities(content))


@for_each(_city_and_root)
def fonts_are_there(city: City, root: Path) -> Iterator[Problem]:
    """The fonts that a city brings stand beside its settings and can be read."""
    for n, name in known(city.fonts):
        if message := _unusable(root / name, name):
            yield city.problem(("fonts", n), message)


def _unusable(path: Path, name: str) -> Text | None:
    """Say why nothing can be set in a font, and what to name instead; nothing where it can."""
    if not path.is_file():
        return say("no file “{file}”.", file=name)
    form = font_form(path)
    if form and form.packed:
        return say(
            "“{file}” is packed for browsers (WOFF), and cards and PDF cannot be set in it: "
            "name the .ttf or .otf it was made from.",
            file=name,
        )
    if form is None or not readable_letters(path):
        return say("“{file}” is no font that can be read: name a .ttf or .otf.", file=name)
    if not form.may_be_embedded:
        return say(
            "“{file}” forbids to be embedded (OS/2, fsType): name another, such as Noto’s.",
            file=name,
        )
    return None


@for_each(_city_and_root)
def fonts_are_used_whole(city: City, root: Path) -> Iterator[Problem]:
    """A font of the city is one font of one weight, may be cut for pages, and adds letters."""
    fonts = known(city.fonts)
    before = set[str]().union(*known_letters()) if fonts else set[str]()
    for n, name in fonts:
        path = root / name
        form = font_form(path) if path.is_file() else None
        letters = readable_letters(path) if form else frozenset()
        if form and letters:
            for message in _half_used(form, name, is_idle=letters <= before):
                yield city.problem(("fonts", n), message, remark=True)
        before |= letters


def _half_used(form: FontForm, name: str, *, is_idle: bool) -> Iterator[Text]:
    """Say what of a font is left aside, and what to name instead."""
    if is_idle:
        yield say(
            "“{file}” has no letter that our fonts and those named before it lack: delete it here.",
            file=name,
        )
    if form.collection:
        yield say(
            "“{file}” holds several fonts, of which only the first is taken: name the one you mean "
            "as a file of its own, .ttf or .otf.",
            file=name,
        )
    if form.variable:
        yield say(
            "“{file}” holds a range of weights, and cards and PDF may take another than the "
            "regular one: name a file of one weight, such as NotoSansHebrew-Regular.ttf.",
            file=name,
        )
    if form.may_be_embedded and not form.may_be_served:
        yield say(
            "“{file}” may be printed and not served (OS/2, fsType): its letters are the reader’s "
            "own on pages. For pages too, name a font under an open licence, such as Noto’s.",
            file=name,
        )


def _own_fonts(content: Content) -> tuple[Path, ...]:
    """List the fonts of the city that are there."""
    names = [name for _, name in known(content.city.fonts)] if content.city else []
    return tuple(path for name in names if (path := content.root / name).is_file())


def _beyond_our_fonts(document: Document, _: None) -> Iterator[tuple[Line, ...]]:
    """Give the lines of a text in which a letter stands that our own fonts lack."""
    whole = "\n".join((*document.reading.lines, document.body))
    if "&" not in whole and not missing_letters(whole):
        return
    # A letter may be written as « &#1234; » in the text; a comment among the fields is not told.
    told = tuple(
        (number, unescape(line))
        for number, line in document.written()
        if number >= document.body_line or not line.lstrip().startswith("#")
    )
    if missing_letters("\n".join(line for _, line in told)):
        yield told


def _in_other_letters(
    content: Content,
) -> Iterator[tuple[PressRelease, tuple[Line, ...], tuple[Path, ...]]]:
    """List the releases that our own fonts do not print, each with the fonts of the city."""
    own = _own_fonts(content)
    found = found_alone(content, content.releases, _beyond_our_fonts, None)
    return ((release, told, own) for release, told in found)


@for_each(_in_other_letters)
def letters_can_be_printed(
    release: PressRelease, told: tuple[Line, ...], own: tuple[Path, ...]
) -> Iterator[Problem]:
    """A release is written in letters that a font has, so that it can be had as PDF."""
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


def _names_and_fonts(
    content: Content,
) -> Iterator[tuple[Partner, Loc, str, tuple[Path, ...]]]:
    """List the names of partners that cards draw, each with its place and the city's fonts."""
    own = _own_fonts(content)
    for partner in content.partners:
        for field in ("name", "local_name"):
            names = getattr(partner, field)
            for language, name in () if isinstance(names, Unknown) else names.items():
                yield partner, (field, language) if language else (field,), name, own


@for_each(_names_and_fonts)
def names_can_be_drawn(
    partner: Partner, loc: Loc, name: str, own: tuple[Path, ...]
) -> Iterator[Problem]:
    """A partner's name is written in letters that a font has, so that its card shows it."""
    if letters := missing_letters(name, fonts_for(name, own)):
        yield partner.problem(loc, _left_to_readers(letters), remark=True)


def _pages_and_fonts(content: Content) -> Iterator[tuple[WrittenPage, tuple[Path, ...]]]:
    """List the hand-written pages, each with the fonts of the city."""
    own = _own_fonts(content)
    return ((page, own) for page in content.written)


@for_each(_pages_and_fonts)
def letters_of_pages_have_a_font(page: WrittenPage, own: tuple[Path, ...]) -> Iterator[Problem]:
    """A hand-written page is in scripts that a font has, so that all its readers see it alike."""
    told = [(number, unescape(line)) for number, line in page.document.written()]
    script = "".join(other_letters("\n".join(line for _, line in told)))
    others = fonts_for(script, own)
    if letters := missing_letters(script, others):
        number, line = next(one for one in told if letters[0] in one[1])
        column, file = line.find(letters[0]) + 1, page.document.file
        message = _left_to_readers(letters)
        yield Problem(file, number, column, "", message, remark=True, shown=line)


def _left_to_readers(letters: str) -> Text:
    return say(
        "our fonts lack {letters}: pages leave them to the reader's own fonts, and cards leave the "
        "text out. Name a font that has them under “fonts:” in mkdocs.yml.",
        letters=" ".join(letters[:MOST_LETTERS]),
    )


LETTERS_CHECKS: tuple[Rule, ...] = (
    letters_can_be_printed,
    names_can_be_drawn,
    letters_of_pages_have_a_font,
    fonts_are_there,
    fonts_are_used_whole,
)

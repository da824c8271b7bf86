"""The sentences the software says, written once in English, told in any catalogue's language."""

from __future__ import annotations

import gettext
import io
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from city_relations.language.catalogue_files import Catalogue
from city_relations.language.untranslated import English, Untranslated, filled

LOCALES = Path(__file__).parent / "locales"
SOURCE_LANGUAGE = "en"
OWN_WORDS = "words"
# A catalogue has two halves: what reaches a page or a file for readers, and what the staff is told.
READERS, STAFF = HALVES = ("readers", "staff")


@dataclass(frozen=True)
class Text:
    """A sentence not yet told in any language: its English wording and the values it names."""

    one: str
    many: str = ""
    count: int = 0
    context: str = ""
    values: tuple[tuple[str, object], ...] = ()


def say(message: str, /, **values: object) -> Text:
    """Return a sentence; `{name}` in it stands for a value, itself perhaps a Text."""
    return Text(message, values=tuple(values.items()))


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools know
    """Mark a text for the catalogues and give it back."""
    return message


def say_in(context: str, message: str, /, **values: object) -> Text:
    """Return a sentence whose translation depends on where it stands."""
    return Text(message, context=context, values=tuple(values.items()))


def say_n(one: str, many: str, n: int, /, **values: object) -> Text:
    """Return a sentence that depends on a number, named `{n}` in it."""
    return Text(one, many=many, count=n, values=(("n", n), *values.items()))


@dataclass(frozen=True)
class Words:
    """The sentences of one language; calling it tells a Text."""

    language: str
    catalogue: gettext.NullTranslations = field(compare=False)

    def __call__(self, text: Text | str) -> str:
        """Tell a sentence, its own values told first; plain text is told as it is."""
        if isinstance(text, str):
            return text
        values = {name: self._told(value) for name, value in text.values}
        return filled(self._pattern(text), values)

    def _told(self, value: object) -> object:
        if isinstance(value, Text):
            return self(value)
        return value.translate(self) if isinstance(value, Tellable) else value

    def _pattern(self, text: Text) -> str:
        if text.many:
            return self.ngettext(text.one, text.many, text.count)
        if text.context:
            return self.pgettext(text.context, text.one)
        return self.gettext(text.one)

    def gettext(self, message: str) -> str:
        """Return the wording of a message; one that is told of several too is told as of one."""
        found = self.catalogue.gettext(message) if message else ""
        # Some Pythons, such as 3.11.2, look for it alone and pass over that wording.
        return self.ngettext(message, message, 1) if isinstance(found, Untranslated) else found

    def pgettext(self, context: str, message: str) -> str:
        """Return the wording of a message in its context."""
        return self.catalogue.pgettext(context, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the wording that fits a number."""
        return self.catalogue.ngettext(one, many, n)


class Tellable(ABC):
    """A value of a sentence that finds its own words once the language is known."""

    @abstractmethod
    def translate(self, words: Words) -> str:
        """Return the value in the language of these words."""


def catalogues_of(language: str) -> list[Path]:
    """List the halves of our catalogue that a language has begun, or the one it is a variety of."""
    known = (LOCALES / code / "LC_MESSAGES" for code in (language, base_language(language)))
    return next((found for folder in known if (found := sorted(folder.glob("*.po")))), [])


def base_language(language: str) -> str:
    """Return the language that a tag names (BCP 47): `fr` of `fr-CA`."""
    return language.partition("-")[0]


def in_country(languages: Sequence[str], country: str) -> tuple[str, ...]:
    """Return languages, the first as it is spoken in a country (ISO 3166-1): `en-GB`.

    One that names its country keeps it; without a country it stays as it is.
    """
    first, *others = languages
    return (first if "-" in first or not country else f"{first}-{country}", *others)


@cache
def words_for(language: str) -> Words:
    """Read the catalogue of a language; a language without one is told in English."""
    own = base_language(language) == SOURCE_LANGUAGE
    catalogue = gettext.NullTranslations() if own else English()
    for path in catalogues_of(language):
        half, catalogue = catalogue, Catalogue(path)
        catalogue.add_fallback(half)
    return Words(language, catalogue)


def words_of(root: Path, language: str) -> Words:
    """Read the words of a site: those of `words/<language>.po` below its root, over ours."""
    path = own_words_file(root, language)
    if not path.is_file():
        return words_for(language)
    catalogue = _compiled(path, language)
    catalogue.add_fallback(words_for(language).catalogue)
    return Words(language, catalogue)


def own_words_file(root: Path, language: str) -> Path:
    """Return where a site renames our words, whether or not the file is there."""
    return root / OWN_WORDS / f"{language}.po"


def _compiled(path: Path, language: str) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.replace("-", "_")))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def staff_words(*languages: str) -> Words:
    """Return the words for the staff, in the first of some languages they are told in.

    That is a language whose half for the staff was begun; else English.
    """
    told = (base_language(language) for language in languages)
    return words_for(next((one for one in told if one in staff_languages()), SOURCE_LANGUAGE))


@cache
def staff_languages() -> tuple[str, ...]:
    """List the languages in which the staff is told what concerns them, English first."""
    catalogues = LOCALES.glob(f"*/*/{STAFF}.po")
    return (SOURCE_LANGUAGE, *sorted({path.parent.parent.name for path in catalogues}))


@cache
def languages_told() -> tuple[str, ...]:
    """List the languages the interface speaks, English first."""
    catalogues = LOCALES.glob("*/*/*.po")
    return (SOURCE_LANGUAGE, *sorted({path.parent.parent.name for path in catalogues}))

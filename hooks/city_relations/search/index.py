"""The index of a whole site, as the files a browser fetches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from city_relations.language.words import say_in
from city_relations.published import Asset, Page
from city_relations.rendering.context import Context
from city_relations.schema.choices import Theme
from city_relations.search.blocks import BLOCK, SHEET, compact, shelves
from city_relations.search.entries import Documents, Entry, documents
from city_relations.search.pieces import Lines, Pieces, sheet_files, version
from city_relations.search.words import choice_of, fold

# What a language writes so often that nobody looks for it, and the words a date is told with.
COMMON = say_in("search", "a an and are as at by for from in is it of on or the to was with")
# Letters that sound alike, each `written=heard`, applied in this order; `$` is the end of a word.
SOUNDS = say_in("search", "ph=f ck=k sh=s y=i h= s$=")


def files(
    context: Context,
    pages: Iterable[Page],
    look: Callable[[str], Page],
    print_of: Callable[[str], str],
) -> Iterator[Asset]:
    """Yield every file the search reads: the pages of a site, in pieces.

    Of `pages` their names are known; `look` returns one whole by its address, `print_of` its print.
    """
    names = {partner.slug: context.plain(partner.name) for partner in context.partners}
    yield from assets(context, documents(context, pages, look, print_of), names)


def assets(context: Context, found: Documents, partners: Mapping[str, str]) -> Iterator[Asset]:
    """Yield the files of an index of documents; `partners` are the names of each, by slug."""
    folder, common = context.addresses.search, frozenset(_common(context))
    facts, versions, lines = found.facts, list[str](), Lines()
    for shelf in shelves(found, common, context.store, context.progress):
        yield from sheet_files(shelf, folder)
        versions += shelf.versions
        lines.add(shelf)
    cut = Pieces(lines, context.store, folder)
    yield from cut.files()
    spellings = compact(" ".join(cut.spellings)).encode()
    yield Asset(f"{folder}spellings.json", spellings)
    yield Asset(f"{folder}names.json", compact(_names(context, facts)).encode())
    index = {
        **_columns(context, facts, partners),
        "common": sorted(common),
        "months": _months(context),
        "pieces": [piece for start in cut.starts for piece in start],
        "block": BLOCK // SHEET,
        "sheet": SHEET,
        "sheets": versions,
        "spellings": version(spellings),
    }
    yield Asset(f"{folder}index.json", compact(index).encode())


def _common(context: Context) -> Iterator[str]:
    return (fold(word) for word in context.words(COMMON).split())


def _names(context: Context, found: Sequence[Entry]) -> dict[str, object]:
    """Return what the dialog knows: pages that are no release, by number, and what sounds alike."""
    told = [[one.address, one.title, one.kind, *one.names] for one in found if not one.day]
    return {"names": told, "sounds": context.words(SOUNDS).split()}


def _columns(
    context: Context, found: Sequence[Entry], called: Mapping[str, str]
) -> dict[str, object]:
    """Return the facts of every document, a column each; days as gaps, since most are near."""
    days = [_day(one.day) for one in found]
    kinds, languages = _listed(one.kind for one in found), _listed(one.language for one in found)
    partners = {slug: i for i, slug in enumerate(called)}
    themes = [theme.value for theme in Theme]
    labels = [context.words(theme.label) for theme in Theme]
    return {
        "days": [after - before for before, after in zip([0, *days], days, strict=False)],
        "kind": _runs(found, lambda one: kinds.index(one.kind)),
        "language": _runs(found, lambda one: languages.index(one.language)),
        "partner": [_short(partners[slug] for slug in one.partners) for one in found],
        "theme": [_short(themes.index(value) for value in one.themes) for one in found],
        "values": {
            "kind": [[choice_of(kind), kind] for kind in kinds],
            "language": [[code, _language(code, context.language)] for code in languages],
            "partner": [[*pair] for pair in called.items()],
            "theme": [[choice_of(label), label[:1].upper() + label[1:]] for label in labels],
        },
    }


def _day(told: str) -> int:
    return (date.fromisoformat(told) - date(1900, 1, 1)).days if told else 0


def _listed(values: Iterable[str]) -> list[str]:
    return sorted(set(values))


def _short(values: Iterable[int]) -> int | list[int]:
    """Return one value bare, several as a list, none as -1."""
    found = list(values)
    return found[0] if len(found) == 1 else found or -1


def _runs(found: Iterable[Entry], value: Callable[[Entry], int]) -> list[int]:
    """Return values in turn, each with how often it stands in a row."""
    return [n for told, row in groupby(map(value, found)) for n in (told, sum(1 for _ in row))]


def _language(code: str, language: str) -> str:
    """Name a language in another; one that is unknown stays its code."""
    try:
        return Locale.parse(code, sep="-").get_language_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code


def _months(context: Context) -> dict[str, int]:
    """Return the number of each month by its names and abbreviations, folded."""
    try:
        told = [
            get_month_names(width, locale=context.language) for width in ("wide", "abbreviated")
        ]
    except (UnknownLocaleError, ValueError):
        return {}
    return {fold(name.strip(".")): n for names in told for n, name in names.items()}

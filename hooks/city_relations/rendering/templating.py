"""How templates are read, and what each of them may call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from city_relations.dates import in_html, in_words, noun, when
from city_relations.links.addresses import relative
from city_relations.rendering import numbers
from city_relations.ties.terms import parties_on, term_in_words
from city_relations.timeline.milestones import brief, by_year

if TYPE_CHECKING:
    from city_relations.rendering.edition import Edition
    from city_relations.rendering.photographs import Shown
    from city_relations.schema.localized import Localized

RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "ur", "yi")


def environment(edition: Edition) -> Environment:
    """Give the templates of `outputs/templates/`, which tell an edition."""
    made = Environment(
        loader=PackageLoader("city_relations.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=edition.compiled,
        auto_reload=False,  # an edition lives for one build
    )
    words = edition.words
    made.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=words.gettext, ngettext=words.ngettext, pgettext=words.pgettext, newstyle=True
    )
    made.globals.update(_things(edition) | _dates(edition) | _figures(edition))
    return made


def _things(edition: Edition) -> dict[str, Any]:
    """Give what there is to tell, and how texts, links and photos are told."""
    return {
        "edition": edition,
        "catalog": edition.catalog,
        "city": edition.catalog.city,
        "addresses": edition.addresses,
        "words": edition.words,
        "text": edition.text,
        "direction": direction,
        "foreign": foreign,
        "source_html": source_html,
        "link": _link,
        "prose": _prose,
        "photo": _photo,
    }


def _dates(edition: Edition) -> dict[str, Any]:
    """Give the ways to tell dates, and to group what is dated."""
    words = edition.words
    return {
        "date_words": lambda date: in_words(date, words),
        "date_when": lambda date: when(date, words),
        "date_noun": lambda date: noun(date, words),
        "date_html": lambda date, form="bare": in_html(date, words, form),
        "by_year": lambda told: by_year(brief(told)),
    }


def _figures(edition: Edition) -> dict[str, Any]:
    """Give what is said of ties, money, people and distances."""
    catalog, language = edition.catalog, edition.language
    return {
        "standings": lambda partner: catalog.standings_of(partner.slug),
        "parties_on": lambda tie: parties_on(tie, catalog.today),
        "term_in_words": term_in_words,
        "money": lambda amount, currency: numbers.money(amount, currency, language),
        "people": lambda population: numbers.people(population, language),
        "away": lambda point: numbers.away(catalog.city.coordinates, point, language),
        "language_names": lambda codes: numbers.languages(codes, language),
        "own_name": lambda code: numbers.own_name(code, language),
    }


def direction(language: str) -> str:
    """Give the direction a language is written in, `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def foreign(text: str, language: str) -> Markup:
    """Mark a passage with its language and direction."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction(language), text)


def source_html(source: str) -> Markup:
    """Give a source as a link told by its host, or as the name of a document."""
    if not source.startswith(("http://", "https://")):
        return Markup.escape(source)
    host = (urlsplit(source).hostname or source).removeprefix("www.")
    return Markup('<a href="{}" rel="noopener">{}</a>').format(source, host)


@pass_context
def _link(context: Context, address: str) -> str:
    """Give the URL of an address from the page being rendered."""
    return relative(address, context["here"])


@pass_context
def _prose(context: Context, markdown: Localized | str | None, file: str, part: str) -> Markup:
    """Render an author's Markdown as a part of the page being rendered, named for its ids."""
    edition: Edition = context["edition"]
    return edition.prose(markdown, file, context["here"], part).html


@pass_context
def _photo(context: Context, photo: Shown, *, first: bool = False) -> Markup:
    """Give a photo's figure for the page being rendered."""
    edition: Edition = context["edition"]
    return edition.figure(photo, lambda address: relative(address, context["here"]), first=first)

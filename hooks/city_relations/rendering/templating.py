"""How templates are read, and what each of them may call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from city_relations.dates import SaidHours, in_html, in_words, noun, when
from city_relations.language.direction import direction
from city_relations.language.untranslated import capital, has_other_language
from city_relations.language.words import Words, say
from city_relations.links.addresses import relative
from city_relations.rendering import attending, numbers
from city_relations.rendering.compiled import compiled_templates
from city_relations.rendering.context import Context
from city_relations.rendering.foreign import foreign
from city_relations.rendering.notes import first_cited, numbered
from city_relations.rendering.quick_calls import QuickContext, from_here, sentences
from city_relations.rendering.source_names import host_of, source_name
from city_relations.schema.reference import Reference
from city_relations.schema.tie import Act
from city_relations.ties.moments import done_from
from city_relations.ties.parties import changes_of_parties, parties_of
from city_relations.ties.terms import term_in_words
from city_relations.timeline.milestones import brief, by_decade, by_year, unfolded

# What a template asks by an address, a text or a photo, told for the page being rendered.
ForPage = Callable[..., Markup]


def environment(
    context: Context, loader: BaseLoader, *, prose: ForPage, photo: ForPage, document: ForPage
) -> Environment:
    """Return the environment of all templates: escaping, and refusing what is undefined.

    `loader` finds them; `prose`, `photo` and `document` render an author's Markdown, a photo and
    a document; each is given the page's address before what a template hands it.
    """
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
        auto_reload=False,  # an edition lives for one build
    )
    made.context_class = QuickContext
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.globals.update(sentences(context.words))
    made.globals.update(_things(context) | _dates(context) | _figures(context))
    made.globals.update(prose=_for_page(prose), photo=_for_page(photo))
    made.globals.update(document=_for_page(document))
    return made


def _things(context: Context) -> dict[str, Any]:
    """Return what there is to tell, and how texts, links and photos are told."""
    return {
        "edition": context,
        "catalog": context.catalog,
        "city": context.catalog.city,
        "law": context.law,
        "addresses": context.addresses,
        "words": context.words,
        "text": context.text,
        "name_of": context.name_of,
        "as_written": context.as_written,
        "naming": context.naming,
        "capital": capital,
        "has_other_language": has_other_language,
        "direction": direction,
        "foreign": foreign,
        "source_html": partial(source_html, told=context.as_written),
        "reference_html": partial(reference_html, told=context.as_written, words=context.words),
        "link": _link,
        "webcal": lambda address: webcal(context.absolute(address)),
    }


def _dates(context: Context) -> dict[str, Any]:
    """Return the ways to tell dates, and to group what is dated."""
    words = context.words
    return {
        "date_words": lambda date: in_words(date, words),
        "date_when": lambda date: when(date, words),
        "date_noun": lambda date: noun(date, words),
        "date_html": lambda date, form="bare": in_html(date, words, form),
        "numbered": numbered,
        "first_cited": first_cited,
        "by_year": lambda milestones: by_year(brief(milestones)),
        "by_decade": lambda milestones: by_decade(brief(milestones)),
        "unfolded": unfolded,
    }


def _figures(context: Context) -> dict[str, Any]:
    """Return what is said of ties, money, people and distances."""
    catalog, language = context.catalog, context.language

    def done(act: Act) -> bool:
        return catalog.has_come(done_from(act))

    return {
        "parties_on": lambda tie: parties_of(tie, done),
        "changes_of_parties": lambda tie, act: changes_of_parties(tie, act, done),
        "term_in_words": term_in_words,
        "number": lambda value: numbers.number(value, language),
        "money": lambda amount, currency: numbers.money(amount, currency, language),
        "price_in_words": lambda price: attending.price_in_words(price, context.words),
        "hours_in_words": lambda hours: SaidHours(hours).translate(context.words),
        "people": lambda population: numbers.people(population, language),
        "clocks": lambda partner: numbers.clocks(partner, catalog.city),
        "away": lambda km: numbers.away(km, language),
        "language_names": lambda codes: numbers.languages(codes, language),
        "own_name": lambda code: numbers.own_name(code, language),
    }


def source_html(
    source: str, told: Callable[[str], Markup] = Markup.escape, words: str = ""
) -> Markup:
    """Return a source as a link told by its host, or as the name of a document, as `told`.

    `words` are those of the link where it has its own.
    """
    if not source.startswith(("http://", "https://")):
        return told(source)
    return Markup('<a href="{}" rel="noopener">{}</a>').format(source, words or host_of(source))


def webcal(url: str) -> str:
    """Return the URL that a calendar subscribes to; "" where the site does not know its own."""
    scheme, sign, rest = url.partition("://")
    return f"webcal://{rest}" if sign and scheme in ("http", "https") else ""


def reference_html(
    one: Reference, told: Callable[[str], Markup], words: Words, *, listed: bool = False
) -> Markup:
    """Return a source, and the way to the copy that an archive keeps of it.

    In a list (`listed`) it is told from other pages of the same site.
    """
    source = source_html(one.source, told, source_name(one.source) if listed else "")
    if one.archived is None:
        return source
    copy = Markup('<a href="{}" rel="noopener">{}</a>')
    return source + Markup(" ({})").format(copy.format(one.archived, words(say("archived copy"))))


@from_here
def _link(here: str, address: str) -> str:
    """Return the URL of an address from the page being rendered."""
    return relative(address, here)


def _for_page(make: ForPage) -> ForPage:
    """Hand the address of the page being rendered to a function, before its own arguments."""

    @from_here
    def told(here: str, *of: Any, **named: Any) -> Markup:
        return make(here, *of, **named)

    return told

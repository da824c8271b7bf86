"""The catalog in one language: words, addresses, texts, names, links and photos to tell it with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar, TypeVarTuple, Unpack
from urllib.parse import quote

from babel.lists import format_list
from markupsafe import Markup

from city_relations.catalog import Catalog
from city_relations.language.elision import naming_city
from city_relations.language.locale import locale_of
from city_relations.language.typeset_words import typeset_words
from city_relations.language.typography import typeset_plain
from city_relations.language.untranslated import capital
from city_relations.language.words import Tellable, Text, Words, languages_told, say, words_of
from city_relations.law import LawOfCity, law_of
from city_relations.links.addresses import Addresses
from city_relations.links.texts import texts_of
from city_relations.progress import SILENT, Progress
from city_relations.published import Link
from city_relations.rendering.asking import Ledger, watched
from city_relations.rendering.foreign import foreign
from city_relations.rendering.ordering import in_order
from city_relations.rendering.photographs import PublishedPhoto, named_in_text, published_photos
from city_relations.schema.countries import territories
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import store_of
from city_relations.workers import ALONE, Workers

C = TypeVar("C", bound="Context")
A = TypeVarTuple("A")
T = TypeVar("T")


@dataclass(frozen=True)
class Derived:
    """What was derived once, and what was asked for it."""

    answer: Any
    asked: Mapping[str, str]


class Context:
    """What every output asks before it renders anything."""

    progress: Progress = SILENT
    workers: Workers = ALONE

    def __init__(self, catalog: Catalog, language: str, site_url: str) -> None:
        """Tell `catalog` in `language`; `site_url` is the site's address, ending in `/`."""
        self.ledger = Ledger(catalog)
        self.ledger.tell("photos", self._photos_of)
        self.catalog, self._unwatched = watched(catalog, self.ledger), catalog
        self.language, self.site_url = language, site_url
        self.words: Words = typeset_words(words_of(catalog.root, language))
        self.addresses = catalog.addresses.get(language) or Addresses(self.words)
        self.store = store_of(catalog.root)
        self.derived: dict[tuple[Callable[..., object], tuple[object, ...]], Derived] = {}
        self.lately: dict[Callable[..., object], dict[tuple[object, ...], None]] = {}
        self._photos: dict[str, tuple[PublishedPhoto, ...]] = {}

    @cached_property
    def law(self) -> LawOfCity:
        """Return what the law asks of the city: its country's, with the city's own words."""
        return law_of(self.catalog.city)

    def text(self, text: Text | Localized | str | None) -> Markup:
        """Return a text, escaped; marked with its language where it is not the page's."""
        language = self.language_of(text) if isinstance(text, Localized) else self.language
        return self.in_language(self.plain(text), language)

    def languages_of_texts(self, partner: Partner) -> tuple[str, ...]:
        """Return the other languages than the page's in which texts of a profile are told."""
        beside = (text for _, text in texts_of(partner) if text and text is not partner.easy)
        told = (self.language_of(text) for text in beside)
        return tuple(dict.fromkeys(language for language in told if language != self.language))

    def name_of(self, text: Localized) -> Markup:
        """Return a name, escaped; marked where its author says in which language it is.

        A proper name that is said alike in every language is in none (WCAG 3.1.2).
        """
        language = text.language(self.language, self.first_language)
        return self.in_language(self.plain(text), language)

    def local_names(self, partner: Partner) -> dict[str, str]:
        """Return a partner's own names by language, but for the one that these readers say too."""
        said = self.plain(partner.name)
        return {own: name for own, name in partner.local_name.items() if name != said}

    def language_of(self, text: Localized) -> str:
        """Return the language in which a text of an author is told to these readers."""
        return text.language(self.language, self.first_language) or self.first_language

    @property
    def first_language(self) -> str:
        """Return the site's first language, in which authors write where they name no other.

        An edition in a language that the site has not is taken for the first.
        """
        known = self.language in self.catalog.addresses
        return self.catalog.city.master if known else self.language

    @property
    def is_first(self) -> bool:
        """Return whether these are the readers of the site's first language."""
        return self.language == self.first_language

    @property
    def foreign_files(self) -> frozenset[str]:
        """Return the files of the releases that are listed and nobody wrote in this language."""
        return _foreign_files(self)

    def in_language(self, text: str, language: str) -> Markup:
        """Return a text, escaped; marked with its language where it is not the page's."""
        own = language in ("", self.language)
        return Markup.escape(text) if own else foreign(text, language)

    def as_written(self, text: str) -> Markup:
        """Return an author's text of one form, escaped; marked on pages in another language.

        Where its field names no language, it is in the site's first.
        """
        return self.in_language(text, self.first_language)

    def naming(self, sentence: Text) -> Markup:
        """Tell a sentence of ours that begins a line, the names in it marked as authors' lines."""
        if any(isinstance(value, Tellable) for _, value in sentence.values):
            return Markup.escape(capital(self.words(sentence)))  # nothing in it is an author's
        pattern = Markup.escape(capital(self.words.gettext(sentence.one)))
        return pattern.format(
            **{key: self.as_written(str(value)) for key, value in sentence.values}
        )

    def spoken(self, release: PressRelease) -> str:
        """Return the language a release is written in."""
        return release.own_language or self.first_language

    def of_release(self, text: str, release: PressRelease) -> Markup:
        """Return a text of a release, escaped; marked where it is not in the page's language."""
        return self.in_language(text, self.spoken(release))

    def title(self, text: Text | str) -> str:
        """Return a title bare, its typography set."""
        return typeset_plain(self.words(text), self.language)

    def naming_city(self, text: str) -> str:
        """Return a sentence that names the city, its name joined to what stands before it."""
        city = self.catalog.city
        own = city.of_name if self.language == city.master else None
        return naming_city(text, self.language, city.name, own or "")

    def attribute(self, text: Localized | None) -> str:
        """Return an author's text bare, set in its own language, for an attribute."""
        language = self.language_of(text) if text else self.language
        return typeset_plain(self.plain(text), language)

    def plain(self, text: Text | Localized | str | None) -> str:
        """Return a text bare, for titles and data."""
        if isinstance(text, Localized):
            return text.in_(self.language, self.first_language)
        return self.words(text or "")

    def photos(self, record: Partner | PressRelease) -> tuple[PublishedPhoto, ...]:
        """Return the photos of a record that may be shown today."""
        found: tuple[PublishedPhoto, ...] = self.ledger.ask("photos", record)
        return found

    def _photos_of(self, record: Partner | PressRelease) -> tuple[PublishedPhoto, ...]:
        """Find the photos of a record once; their files are read, so they are one answer.

        They live once on a site, where its first language does.
        """
        if record.file not in self._photos:
            found = published_photos(self._unwatched, self.addresses.first, record)
            self._photos[record.file] = tuple(found)
        return self._photos[record.file]

    def photos_beside(self, record: Partner | PressRelease) -> tuple[PublishedPhoto, ...]:
        """Return the photos of a record that its texts do not show themselves."""
        told = named_in_text(record)
        return tuple(one for one in self.photos(record) if one.photo.file not in told)

    def photos_by_name(self, file: str) -> dict[str, PublishedPhoto]:
        """Map the names of the photos of a content file to the photos that may be shown."""
        record = self.catalog.record(file)
        return {one.photo.file: one for one in self.photos(record)} if record else {}

    @property
    def partners(self) -> tuple[Partner, ...]:
        """Return the partners by name, accents aside."""
        return _partners(self)

    @property
    def site_name(self) -> str:
        """Return what the site is called in a language that is not its first."""
        city = self.catalog.city
        own = city.site_name.get(self.language) if city.site_name else ""
        return self.title(own or say("{city} abroad", city=city.name))

    def country(self, code: str) -> str:
        """Name a country, by its ISO 3166-1 alpha-2 code; a partner without one is of several."""
        several = self.words(say("Several countries"))
        return territories(self.language)[code] if code else several

    def partner_names(self, partners: Iterable[Partner]) -> str:
        """Name partners one after the other: « Korça et Turin »."""
        names = [self.plain(partner.name) for partner in partners]
        return str(format_list(names, locale=locale_of(self.language)))

    def home_link(self) -> Link:
        """Return the way to the home page."""
        return Link(self.addresses.home, self.words.gettext("Home"))

    def partner_link(self, partner: Partner) -> Link:
        """Return the way to a partner's page."""
        return Link(self.addresses.partner(partner.slug), self.plain(partner.name))

    def issuers(self, release: PressRelease) -> tuple[str, ...]:
        """Return the names of all who speak in a release, in its language where they have one."""
        own, first = self.spoken(release), self.first_language
        publisher = self.catalog.city.publisher.name.in_(own, first)
        each = self.catalog.issuers(release).each
        return tuple(publisher if one.is_publisher else one.name for one in each)

    def issuer_names(self, release: PressRelease) -> str:
        """Name all who speak in a release: « la Ville et le Comité »."""
        return self._listed(self.issuers(release), release)

    def issuers_marked(self, release: PressRelease) -> Markup:
        """Name all who speak in a release, each marked where its name is in another language."""
        publisher, each = self.catalog.city.publisher.name, self.catalog.issuers(release).each
        names = [
            str(self.text(publisher) if one.is_publisher else self.as_written(one.name))
            for one in each
        ]
        return Markup(self._listed(names, release))  # noqa: S704 - each is escaped

    def _listed(self, names: Sequence[str], release: PressRelease) -> str:
        own = release.own_language
        language = own if own in languages_told() else self.language
        return str(format_list(names, locale=locale_of(language)))

    def document_address(self, name: str, file: str) -> str:
        """Return where a document that a field of a file names lives; of one of the web nothing."""
        return self.catalog.destinations.document_address(name, file)

    def document_url(self, name: str, file: str) -> str:
        """Return the full URL of a document that a field of a file names."""
        address = self.document_address(name, file)
        return self.absolute(quote(address)) if address else name

    def absolute(self, address: str) -> str:
        """Return the full URL of an address."""
        return self.site_url + address


def derived_once(make: Callable[[C, Unpack[A]], T]) -> Callable[[C, Unpack[A]], T]:
    """Let a function of a context compute each answer once a context, by its other arguments.

    Whoever is given the answer has asked what it was derived from.
    """

    @wraps(make)
    def derived(context: C, *of: *A) -> T:
        key = (make, of)
        known = context.derived.get(key)
        if known is None:
            with context.ledger.noting() as asked:
                found = make(context, *of)
            context.derived[key] = Derived(found, asked)
            return found
        context.ledger.note_all(known.asked)
        again: T = known.answer
        return again

    return derived


@derived_once
def _partners(context: Context) -> tuple[Partner, ...]:
    found = context.catalog.partners
    named = in_order(found, lambda p: context.plain(p.name), context.language, context.store)
    return tuple(named)


@derived_once
def _foreign_files(context: Context) -> frozenset[str]:
    catalog = context.catalog
    return frozenset(one.file for one in catalog.releases if not catalog.speaks(one))

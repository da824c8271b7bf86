"""What is told in easy language (FALC, Leichte Sprache): where somebody wrote it, there alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from city_relations.content.written_pages import WrittenPage
from city_relations.links import written_address
from city_relations.links.addresses import Addresses
from city_relations.schema.city import EasyKind
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner


def languages_of(text: Localized | None, site: Iterable[str]) -> tuple[str, ...]:
    """Return the languages of a site in which somebody wrote a text, in the site's order."""
    known = tuple(site)
    told = {language or known[0] for language, words in (text or {}).items() if words}
    return tuple(language for language in known if language in told)


@dataclass(frozen=True)
class EasyLanguage:
    """What a site tells in easy language: texts of partners, kinds of tie, pages of `docs/`.

    `site` holds the addresses in each language; nothing of it is made for a language in which
    nobody wrote anything.
    """

    site: Mapping[str, Addresses]
    partners: Sequence[Partner]
    kinds: Sequence[EasyKind]
    written: Sequence[WrittenPage]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which something is told so: each has a list of it."""
        texts = [partner.easy for partner in self.partners] + [one.text for one in self.kinds]
        told = {own for text in texts for own in languages_of(text, self.site)}
        told |= {page.language or next(iter(self.site)) for page in self.written if page.eases}
        return tuple(language for language in self.site if language in told)

    def partners_in(self, language: str) -> tuple[Partner, ...]:
        """Return the partners with an easy text in a language."""
        return tuple(p for p in self.partners if language in languages_of(p.easy, self.site))

    def kinds_in(self, language: str) -> tuple[EasyKind, ...]:
        """Return the kinds of tie that are explained in a language."""
        return tuple(one for one in self.kinds if language in languages_of(one.text, self.site))

    def pages_in(self, language: str) -> tuple[WrittenPage, ...]:
        """Return the hand-written easy pages in a language, its list of them aside."""
        own = "" if language == next(iter(self.site)) else language
        return tuple(
            page
            for page in self.written
            if page.eases and page.language == own and page.ordinary != "index.md"
        )

    @property
    def rows(self) -> Iterator[dict[str, str]]:
        """Yield the pages that are made, each as its address in the languages that have it."""
        if self.languages:
            yield {language: self.site[language].easy for language in self.languages}
        for partner in self.partners:
            if told := languages_of(partner.easy, self.site):
                yield {language: self._partner(partner, language) for language in told}

    def _partner(self, partner: Partner, language: str) -> str:
        own = self.site[language]
        return own.easy_version(own.partner(partner.slug))

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """Map the address of each page to where it is told in easy language."""
        found = {self.site[language].home: self.site[language].easy for language in self.languages}
        for partner in self.partners:
            for language in languages_of(partner.easy, self.site):
                there = self.site[language].partner(partner.slug)
                found[there] = self._partner(partner, language)
        at = {page.file: written_address(self.site, page) for page in self.written}
        told = ((at.get(page.eases), at[page.file]) for page in self.written if page.eases)
        return found | {ordinary: easy for ordinary, easy in told if ordinary is not None}

    @cached_property
    def ordinary(self) -> Mapping[str, str]:
        """Map the address of each easy page to that of the page it tells."""
        return {easy: address for address, easy in self.versions.items()}

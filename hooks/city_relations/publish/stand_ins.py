"""Pages that stand for hand-written ones in languages nobody wrote them in: facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from city_relations.catalog.languages import part_of
from city_relations.language.untranslated import mark_language
from city_relations.language.words import Text, say
from city_relations.published import Insert, Output, Page
from city_relations.rendering.edition import Edition

TITLES: Mapping[str, Text] = MappingProxyType(
    {
        "legal": say("Legal notice"),
        "accessibility": say("Accessibility"),
        "privacy": say("Data protection"),
    }
)


def stand_ins(edition: Edition, outputs: Sequence[Output]) -> Iterator[Page]:
    """Yield a page for each generated part that no hand wrote a page for in this language."""
    parts = {output.name: output for output in outputs if isinstance(output, Insert)}
    for address, (language, page) in edition.catalog.stand_ins.items():
        if language == edition.language:
            yield _page(edition, address, parts[part_of(page)])


def _page(edition: Edition, address: str, part: Insert) -> Page:
    is_home = address == edition.addresses.home
    title = edition.site_name if is_home else edition.title(TITLES[part.name])
    heading = Markup(mark_language(Markup("<h1>{}</h1>\n").format(title)))  # noqa: S704 - it was Markup
    return Page(
        address=address,
        title=title,
        body=heading + part.body,
        language=edition.language,
        kind="home" if is_home else "text",
        trail=() if is_home else (edition.home_link(),),
    )

"""What is done, theme by theme."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from city_relations.language.untranslated import capital
from city_relations.published import Link, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.choices import Theme


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the list of themes and one page for each."""
    here, title = edition.addresses.themes, edition.words.gettext("Themes")
    yield Page(
        address=here,
        title=title,
        body=edition.render("theme_list.html", here=here),
        language=edition.language,
        kind="list",
        trail=(edition.home_link(),),
        search_text=Markup(),  # what is listed is found itself
    )
    for theme in edition.catalog.themes:
        yield _page(edition, edition.addresses.theme(theme), theme, Link(here, title))


@kept_page
def _page(edition: Edition, here: str, theme: Theme, parent: Link) -> Page:
    name = edition.words(theme.label)
    title = capital(name)
    return Page(
        address=here,
        title=title,
        body=edition.render("theme.html", here=here, theme=theme, title=title),
        language=edition.language,
        kind="theme",
        trail=(edition.home_link(), parent),
        search_text=Markup(),  # what is listed is found itself
    )

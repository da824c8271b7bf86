"""What is done, theme by theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from city_relations.language.untranslated import capital
from city_relations.maps.vignettes import vignette
from city_relations.published import Later, Link, Page
from city_relations.rendering.crowds import by_region, manner_of
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the list of themes and one page for each."""
    here, title = edition.addresses.themes, edition.words.gettext("Themes")
    yield edition.page_in_time(here, "list", partial(_list, edition, here, title))
    for theme in edition.catalog.themes:
        below = edition.addresses.theme(theme)
        make = partial(_page, edition, below, theme, Link(here, title))
        yield edition.page_in_time(below, "theme", make)


@kept_page
def _list(edition: Edition, here: str, title: str) -> Page:
    return Page(
        address=here,
        title=title,
        body=edition.render("theme_list.html", here=here, by_weight=_most_told_first(edition)),
        language=edition.language,
        kind="list",
        trail=(edition.home_link(),),
        search_text=Markup(),  # what is listed is found itself
    )


def _most_told_first(edition: Edition) -> list[Theme]:
    """Return the themes in their order, but first the one that most partners and releases name."""
    catalog, themes = edition.catalog, edition.catalog.themes
    told = {t: len(catalog.partners_on(t)) + len(catalog.releases_on(t)) for t in themes}
    most = max(themes, key=lambda theme: told[theme], default=None)
    return [theme for theme in themes if theme is most] + [t for t in themes if t is not most]


@kept_page
def _page(edition: Edition, here: str, theme: Theme, parent: Link) -> Page:
    title = capital(edition.words(theme.label))
    return Page(
        address=here,
        title=title,
        body=_body(edition, here, theme, title),
        language=edition.language,
        kind="theme",
        trail=(edition.home_link(), parent),
        search_text=Markup(),  # what is listed is found itself
    )


def _body(edition: Edition, here: str, theme: Theme, title: str) -> Markup:
    partners = edition.catalog.partners_on(theme)
    return edition.render(
        "theme.html",
        here=here,
        theme=theme,
        title=title,
        manner=manner_of(len(partners)),
        regions=by_region(_by_name(edition, partners)),
        drawing=partial(vignette, edition),
    )


def _by_name(edition: Edition, partners: tuple[Partner, ...]) -> list[Partner]:
    return [partner for partner in edition.partners if partner in partners]

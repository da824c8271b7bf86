"""The frame: a finished body becomes a whole document, whichever engine or none publishes it."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.language.untranslated import mark_language
from city_relations.links.addresses import relative
from city_relations.publish.layout import Layout
from city_relations.published import Page
from city_relations.rendering.edition import Edition
from city_relations.servers.place import base_of


def frame(edition: Edition, page: Page, layout: Layout) -> str:
    """Return the document of a page: its body between masthead and foot, its links relative."""
    template = edition.template("frame.html")
    return mark_language(
        template.render(
            here=page.address, page=page, layout=layout, link=lambda to: _url(to, page.address)
        )
    )


def missing(edition: Edition, layout: Layout) -> str:
    """Return the document served for a missing address: its links begin at the host's root."""
    root = base_of(edition)
    page = Page(
        address="404.html",
        title=edition.words.gettext("Page not found"),
        body=Markup(),
        language=edition.language,
        kind="text",
    )
    template = edition.template("missing.html")
    return mark_language(
        template.render(here="", page=page, layout=layout, link=lambda to: _url(to, None, root))
    )


def _url(target: str, here: str | None, root: str = "/") -> str:
    """Return the URL of an address from a page, or from the host's root; another site's stays."""
    if "://" in target:
        return target
    return root + target if here is None else relative(target, here)

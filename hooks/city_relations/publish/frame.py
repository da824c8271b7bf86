"""The frame: a finished body becomes a whole document, whichever engine or none publishes it."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from city_relations.language.untranslated import mark_language
from city_relations.links.addresses import relative
from city_relations.publish.layout import Layout
from city_relations.publish.script_sheet import PLACE, SHEET, with_sheet
from city_relations.published import Alternate, Head, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.numbers import own_name
from city_relations.servers.place import MISSING, base_of


def frame(edition: Edition, page: Page, layout: Layout) -> str:
    """Return the document of a page: its body between masthead and foot, its links relative."""
    return _document(edition, "frame.html", page, layout, lambda to: _url(to, page.address))


def missing(edition: Edition, layout: Layout) -> str:
    """Return the document served for a missing address: its links begin at the host's root.

    Its switch leads to where each language of the site begins.
    """
    root, told = base_of(edition), edition.catalog.addresses
    begins = [Alternate(own, edition.absolute(one.home), one.home) for own, one in told.items()]
    page = Page(
        address=f"{edition.addresses.home}{MISSING}",
        title=edition.words.gettext("Page not found"),
        body=Markup(),
        language=edition.language,
        kind="text",
        head=Head(alternates=tuple(begins) if len(begins) > 1 else ()),
    )
    return _document(edition, "missing.html", page, layout, lambda to: _url(to, None, root))


def _document(
    edition: Edition, template: str, page: Page, layout: Layout, link: Callable[[str], str]
) -> str:
    here = page.address if template == "frame.html" else ""
    told = edition.template(template).render(
        here=here, page=page, layout=layout, link=link, script_sheet=PLACE
    )
    # The names of languages in the switch are set in the reader's own letters (languages.css).
    switch = page.head.alternates if len(layout.languages) > 1 else ()
    names = "".join(own_name(one.language, edition.language) for one in switch)
    return with_sheet(mark_language(told), link(SHEET), names)


def _url(target: str, here: str | None, root: str = "/") -> str:
    """Return the URL of an address from a page, or from the host's root; another site's stays."""
    if "://" in target:
        return target
    return root + target if here is None else relative(target, here)

"""Our finished pages in the shapes MkDocs knows: front matter and a tree of headings."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from city_relations.published import Heading, Page


def front_matter(page: Page) -> dict[str, Any]:
    """Give what the theme, the search and the sitemap read of a page, already escaped.

    They take words for HTML: the search shows them, the theme strips what looks like a tag.
    """
    told: dict[str, Any] = {"title": str(escape(page.title)), "kind": page.kind, **dict(page.meta)}
    if page.description:
        told["description"] = str(escape(page.description))
    if page.updated:
        told["updated"] = page.updated.isoformat()
    if not page.searchable:
        told["search"] = {"exclude": True}
    return told


def toc_tokens(page: Page) -> list[Any]:
    """Give a page's headings as Python-Markdown's `toc_tokens`: each with its children."""
    top: list[Any] = []
    for heading in page.headings:
        token = _token(heading)
        under = top[-1] if top and top[-1]["level"] < heading.level else None
        (under["children"] if under else top).append(token)
    return top


def _token(heading: Heading) -> dict[str, Any]:
    title = str(escape(heading.title))
    return {"level": heading.level, "id": heading.id, "name": title, "html": title, "children": []}

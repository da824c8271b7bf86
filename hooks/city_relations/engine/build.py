"""What one build of MkDocs remembers from event to event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.nav import Navigation

from city_relations.publish.layout import Layout
from city_relations.publish.site import Site
from city_relations.published import Page


@dataclass
class Build:
    """A site on its way through MkDocs.

    `target` is the folder it will take; `serving` is true in a preview, which builds into a
    folder of its own; `nav` is known before the pages are read, `layouts`, one a language, after;
    `written` holds each hand-written page once it has been framed, for the search, and `days` the
    days they tell.
    """

    site: Site
    target: Path
    serving: bool
    nav: Navigation | None = None
    layouts: Mapping[str, Layout] | None = None
    written: list[Page] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)

    @property
    def menu(self) -> Navigation:
        """The menu, which MkDocs' order of events has made before any page is read."""
        if self.nav is None:
            raise RuntimeError("the frame is laid out before the menu is known")
        return self.nav

    @property
    def laid_out(self) -> Mapping[str, Layout]:
        """The layouts, which MkDocs' order of events has made before any page is framed."""
        if self.layouts is None:
            raise RuntimeError("a page is framed before the menu is known")
        return self.layouts

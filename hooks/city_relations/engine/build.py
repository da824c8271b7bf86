"""What one build of MkDocs remembers from event to event."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from city_relations.publish.layout import Layout
from city_relations.publish.site import Site


@dataclass
class Build:
    """A site on its way through MkDocs.

    `target` is the folder it will take; `serving` is true in a preview, which builds into a
    folder of its own; `layout` is known once the menu is.
    """

    site: Site
    target: Path
    serving: bool
    layout: Layout | None = None

    @property
    def laid_out(self) -> Layout:
        """The layout, which MkDocs' order of events has made before any page is framed."""
        if self.layout is None:
            raise RuntimeError("a page is framed before the menu is known")
        return self.layout

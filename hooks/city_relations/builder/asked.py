"""A site as its settings tell it, for programs that render one thing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from city_relations.builder.configuration import Configuration
from city_relations.catalog import Catalog, read_catalog
from city_relations.publish.theme_files import overrides
from city_relations.rendering.edition import Edition
from city_relations.rendering.prose import Renderer
from city_relations.store import store_of


@dataclass(frozen=True)
class AskedSite:
    """What a site's settings say: its folder, their name, its address, its own templates."""

    root: Path
    settings: str
    url: str
    overrides: Path | None

    def catalog(self, now: datetime) -> Catalog:
        """Return the catalog as it stands at an hour; raises ContentError."""
        return read_catalog(self.root, now, self.settings)

    def edition(self, catalog: Catalog, asked: str = "") -> Edition:
        """Return a catalog in a language, in the site's first where it is not told in it."""
        language = asked if asked in catalog.addresses else catalog.city.master
        renderer = Renderer(store_of(catalog.root))
        told = catalog.told_in(language)
        return Edition(told, language, renderer, self.url, self.overrides)


def site_in(root: Path, settings: str, environ: Mapping[str, str]) -> AskedSite:
    """Read what the settings of a site say; raises ContentError where they cannot be read."""
    told = Configuration(root / settings, environ)
    url, folder = told.text("site_url"), told.text("theme", "custom_dir")
    own = overrides(root / folder) if folder else None
    return AskedSite(root, settings, f"{url.rstrip('/')}/", own)

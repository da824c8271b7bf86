"""The files that our theme, and a city's own folder over it, publish beside all pages."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from city_relations import theme

THEME = Path(str(theme.__file__)).resolve().parent
# What MkDocs reads of a theme and never publishes.
UNPUBLISHED = (
    *(".*", "*/.*", "*.py", "*.pyc", "*.html", "*readme*", "mkdocs_theme.yml", "locales/*"),
    *("*.md", "*.markdown", "*.mdown", "*.mkdn", "*.mkd", "404.html", "sitemap.xml"),
)


def overrides(custom: Path | None) -> Path | None:
    """Return the folder of the city's own templates; our theme itself is none."""
    return custom if custom and custom.resolve() != THEME else None


def theme_files(own: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield the path of each file from the site's root and where it lies; the city's come first."""
    taken: set[str] = set()
    for folder in filter(None, (own, THEME)):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            if name not in taken and not any(fnmatchcase(name.lower(), one) for one in UNPUBLISHED):
                taken.add(name)
                yield name, file

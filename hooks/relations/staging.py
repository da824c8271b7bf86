"""A site is built beside the one that stands, and takes its place only when it is whole."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

# No build takes this many seconds: a folder that stood for longer was left by a killed one.
ABANDONED = 3600


def stage(site: Path) -> Path:
    """Make an empty folder beside a site's folder, on the same disk, to build into.

    Whatever is still in it when the program ends is removed: the build did not finish.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    atexit.register(shutil.rmtree, staged, ignore_errors=True)
    for other in site.parent.glob(f".{site.name}-*"):
        if staged.stat().st_mtime - other.stat().st_mtime > ABANDONED:
            shutil.rmtree(other, ignore_errors=True)
    return staged


def put_in_place(staged: Path, site: Path) -> None:
    """Put a finished site in the place of the last one."""
    staged.chmod(0o755)
    last = staged.with_name(staged.name + ".last")
    if site.exists():
        site.replace(last)
    staged.replace(site)
    shutil.rmtree(last, ignore_errors=True)


def is_preview(site: Path) -> bool:
    """Tell whether a site's folder is that of `mkdocs serve`, which makes one of its own."""
    return site.parent == Path(tempfile.gettempdir()) and site.name.startswith("mkdocs_")

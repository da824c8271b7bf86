"""A site is built beside the one that stands, and takes its place only when it is whole."""

from __future__ import annotations

import atexit
import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from city_relations.locks import ON_UNIX, lock

MARK = "-staged-"
ASIDE = ".last"
# Of Linux' renameat2: paths as they are written, and both change places in one step.
AT_FDCWD, RENAME_EXCHANGE = -100, 2


def stage(site: Path) -> Path:
    """Make an empty folder beside a site's folder, on the same disk, to build into.

    It is held until the program ends, however it ends, and what is still in it then is removed:
    by the program itself, or by the next build when it was killed.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    _clear(site)
    staged = Path(tempfile.mkdtemp(prefix=f".{site.name}{MARK}", dir=site.parent))
    _hold(staged, wait=True)
    if not staged.is_dir():  # another build took it for abandoned before it was held
        return stage(site)
    atexit.register(shutil.rmtree, staged, ignore_errors=True)
    return staged


def put_in_place(staged: Path, site: Path) -> None:
    """Put a finished site in the place of the last one; a link stays, and leads to the new one."""
    site = site.resolve()
    staged.chmod(0o755)
    if not site.exists():
        staged.replace(site)
        return
    try:
        _exchange(staged, site)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        _fill(staged, site)
    shutil.rmtree(staged, ignore_errors=True)


def is_preview(site: Path) -> bool:
    """Return whether a site's folder is that of `mkdocs serve`, which makes one of its own."""
    return site.parent == Path(tempfile.gettempdir()) and site.name.startswith("mkdocs_")


def _clear(site: Path) -> None:
    """Mend what killed builds left: a last site set aside is put back, the rest is removed."""
    left = [path for path in site.parent.iterdir() if path.name.startswith(f".{site.name}{MARK}")]
    for path in sorted(left, reverse=True):  # what was set aside comes before its own build
        owner = path.with_suffix("")
        held = _hold(owner) if owner.is_dir() else -1
        if held is None:
            continue
        if path.suffix == ASIDE and not site.exists():
            path.replace(site)
        else:
            shutil.rmtree(path, ignore_errors=True)
        if held != -1:
            os.close(held)


def _hold(folder: Path, *, wait: bool = False) -> int | None:
    """Hold a folder until the program ends or closes the handle; nothing when another holds it.

    A file system that cannot hold folders holds them all: what killed builds left stays there.
    """
    if not ON_UNIX or not folder.is_dir():
        return None
    handle = os.open(folder, os.O_RDONLY)
    if lock(handle, wait=wait):
        return handle
    os.close(handle)
    return None


def _exchange(one: Path, other: Path) -> None:
    """Let two entries of a disk change places: in one step where the system knows how."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    at_once = getattr(libc, "renameat2", None)
    paths = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other))
    if at_once and at_once(*paths, RENAME_EXCHANGE) == 0:
        return
    aside = one.with_name(one.name + ASIDE)
    other.replace(aside)
    one.replace(other)  # killed before this line, there is no site until the next build begins
    with suppress(FileNotFoundError):  # another build has removed it
        aside.replace(one)


def _fill(staged: Path, site: Path) -> None:
    """Fill a folder that cannot be moved, as a mount point, file by file; pages come last.

    What can fail for want of room fails before. Killed among the files, the site is of two
    versions until the next build.
    """
    _hold(site, wait=True)
    inside = site / staged.name
    shutil.copytree(staged, inside)
    files = [path.relative_to(inside) for path in inside.rglob("*") if path.is_file()]
    folders = {folder for name in files for folder in name.parents}
    _drop(site, lambda path, name: name in (folders if path.is_file() else files))
    for name in sorted(files, key=lambda name: (name.suffix == ".html", name)):
        (site / name.parent).mkdir(parents=True, exist_ok=True)
        (inside / name).replace(site / name)
    _drop(site, lambda _, name: name not in folders and name not in files)


def _drop(site: Path, is_stale: Callable[[Path, Path], bool]) -> None:
    """Remove what is stale in a folder, told by its path and its name below the folder."""
    for path in sorted(site.rglob("*"), reverse=True):
        if is_stale(path, path.relative_to(site)):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()

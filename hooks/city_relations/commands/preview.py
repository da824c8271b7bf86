"""`relations preview`: serves the site on this machine and renews it at each save."""

from __future__ import annotations

import subprocess
import sys
import time
from argparse import ArgumentParser

from city_relations.catalog import read_catalog
from city_relations.commands.call import Call
from city_relations.language.words import Words, say
from city_relations.problems import ContentError, tell

SECONDS = 1.0


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument("--port", type=int, default=8000, help=words(say("by default 8000")))


def run(call: Call) -> int:
    """Serve until Ctrl+C; content that is broken from the start is told, and waited for."""
    address = f"127.0.0.1:{call.options.port}"
    _wait_until_sound(call)
    call.tell(say("The preview opens at http://{address}; Ctrl+C ends it.", address=address))
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--quiet"]
    command += ["--config-file", call.settings]
    environ = {**call.environ, "NO_MKDOCS_2_WARNING": "1"}  # an advertisement of the theme's
    return subprocess.run(command, cwd=call.root, env=environ, check=False).returncode  # noqa: S603 - our own


def _wait_until_sound(call: Call) -> None:
    """Tell what is wrong, again after each change, until there is a site to serve."""
    last: tuple[str, ...] = ()
    while True:
        try:
            read_catalog(call.root, call.now, call.settings)
        except ContentError as error:
            lines = tuple(tell(error.problems, call.words))
        else:
            return
        if lines != last:
            call.tell(*lines, say("The preview begins as soon as this is mended; Ctrl+C ends it."))
            last = lines
        time.sleep(SECONDS)

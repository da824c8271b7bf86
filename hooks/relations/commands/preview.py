"""`relations preview`: serves the site on this machine and renews it at each save."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser

from relations.commands.call import Call
from relations.words import Words, say


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument("--port", type=int, default=8000, help=words(say("by default 8000")))


def run(call: Call) -> int:
    """Serve until Ctrl+C."""
    address = f"127.0.0.1:{call.options.port}"
    call.tell(say("The preview opens at http://{address}; Ctrl+C ends it.", address=address))
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--quiet"]
    try:
        return subprocess.run(command, cwd=call.root, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0

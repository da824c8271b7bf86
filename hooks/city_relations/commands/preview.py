"""`relations preview`: serves the site on this machine and renews it at each save."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Listener

from city_relations.catalog import read_catalog
from city_relations.commands.call import Call, Refused
from city_relations.content.memory import Memory
from city_relations.language.words import Words, say
from city_relations.locks import ON_UNIX
from city_relations.problems import ContentError, tell

SECONDS = 1.0
PATIENCE = 3.0  # seconds in which a server that was asked to end does so
HOST = "127.0.0.1"
PORTS = range(8000, 65535)  # those that anybody may take, and one more


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument("--port", type=int, default=8000, help=words(say("by default 8000")))


def run(call: Call) -> int:
    """Serve until Ctrl+C; content that is broken from the start is told, and waited for.

    A preview that is told to end (SIGTERM) does so likewise, and its server with it.
    """
    _refuse_taken(call.options.port)
    before = signal.signal(signal.SIGTERM, _told_to_end)
    try:
        while (status := _serve(call)) and _is_broken(call, memory := Memory()):
            call.tell(say("The preview begins as soon as this is mended; Ctrl+C ends it."))
            _wait_until_sound(call, memory)
    except KeyboardInterrupt:
        call.tell("", say("The preview has ended; your files are as you saved them."))
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)
    return status


class _ToldToEnd(KeyboardInterrupt):
    """The preview alone was told to end: unlike at Ctrl+C on a terminal, its server was not."""


def _told_to_end(*_: object) -> None:
    raise _ToldToEnd


def _refuse_taken(port: int) -> None:
    """Refuse a port on which another program of this machine listens, before anything is built."""
    try:
        Listener((HOST, port)).close()
    except (OSError, OverflowError):
        raise Refused(
            say(
                "port {port} is not free: end the other preview, or write “--port {other}”.",
                port=port,
                other=port + 1 if PORTS.start <= port < PORTS.stop else PORTS.start,
            )
        ) from None


def _serve(call: Call) -> int:
    """Serve until the server ends, as it does when the content is broken from the start.

    On Ctrl+C it puts away what it made.
    """
    address = f"{HOST}:{call.options.port}"
    call.tell(say("The preview opens at http://{address}; Ctrl+C ends it.", address=address))
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--quiet"]
    command += ["--config-file", call.settings]
    environ = {**call.environ, "NO_MKDOCS_2_WARNING": "1"}  # an advertisement of the theme's
    with subprocess.Popen(command, cwd=call.root, env=environ) as server:  # noqa: S603 - our own
        try:
            return server.wait()
        except KeyboardInterrupt as asked:
            _end(server, at_once=isinstance(asked, _ToldToEnd))
            raise


def _end(server: subprocess.Popen[bytes], *, at_once: bool) -> None:
    """End a server; one that a terminal began with us was told by Ctrl+C itself, and is waited for.

    With `at_once` it is known not to be.
    """
    ask = partial(server.send_signal, signal.SIGINT) if ON_UNIX else server.terminate
    waited = () if at_once else (None,)
    for end in (*waited, ask, server.terminate, server.kill):
        if end:
            end()
        with suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE)
            return


def _is_broken(call: Call, memory: Memory) -> bool:
    """Return whether the content is why there is no site to serve; the server has told it."""
    return bool(_faults(call, memory))


def _wait_until_sound(call: Call, memory: Memory) -> None:
    """Wait until there is a site to serve; tell what is wrong when it is something else."""
    last = _faults(call, memory)
    while faults := _faults(call, memory):
        if faults != last:
            call.tell(*faults, say("The preview begins as soon as this is mended; Ctrl+C ends it."))
            last = faults
        time.sleep(SECONDS)


def _faults(call: Call, memory: Memory) -> tuple[str, ...]:
    """Return what is wrong with the content, in the words of the call."""
    try:
        read_catalog(call.root, call.now, call.settings, memory=memory)
    except ContentError as error:
        return tuple(tell(error.problems, call.words))
    return ()

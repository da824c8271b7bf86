"""How long a preview takes to answer, and to show what was saved."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 900
WORD = "Corrigé à l’instant"


def seconds_of_preview(city: Path) -> Iterator[tuple[str, float, float]]:
    """Begin a preview twice, each at a port of its own, and save a text: name, seconds, most."""
    for name, most in (("first preview, seconds to answer", 10.0), ("later ones", 3.0)):
        port, start = _free_port(), time.monotonic()
        command = [sys.executable, "-m", "city_relations", "preview", "--port", str(port)]
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(command, cwd=city, stdout=quiet, start_new_session=True)
        try:
            _wait(port, "", "<main")
            yield name, time.monotonic() - start, most
            if name == "later ones":
                yield "seconds from a save to its page", _save(city, port), 1.0
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _save(city: Path, port: int) -> float:
    """Save a release with a word more; give the seconds until its page has it."""
    path = max((city / "press_releases").rglob("*.md"))
    text, word = path.read_text(encoding="utf-8"), f"{WORD} {time.time_ns()}"
    start = time.monotonic()
    path.write_text(text.replace('summary: "', f'summary: "{word}. ', 1), encoding="utf-8")
    _wait(port, f"communiques/{path.parent.name}/{path.stem}/", word)
    return time.monotonic() - start


def _wait(port: int, address: str, words: str) -> None:
    end, url = time.monotonic() + PATIENCE, f"http://127.0.0.1:{port}/{address}"
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as got:
                if words in got.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(words)

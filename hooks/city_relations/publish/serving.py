"""An engine's server of previews, which asks the core first and looks at files often."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Protocol
from urllib.parse import quote

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver

from city_relations.language.words import Words
from city_relations.publish.previewing import shown_from

OFTEN, SELDOM = 0.1, 1.0  # seconds from a look at the content, or at code, to the next
SETTLED = 0.05  # seconds in which nothing more is saved

Start = Callable[..., Any]
Answer = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Server(Protocol):
    """What is asked of the engine's server: MkDocs' own, which lets nobody set how it looks."""

    observer: PollingObserver
    builder: Callable[[], None]
    build_delay: float
    mount_path: str
    _watched_paths: dict[str, int]
    _visible_epoch: int

    def watch(self, path: str) -> None:
        """Look at a file, or at all below a folder."""

    def unwatch(self, path: str) -> None:
        """Look at it no more."""

    def serve_request(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """Answer with a file that the engine has written."""

    def set_app(self, application: Answer) -> None:
        """Answer in another way."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put in what loads a page anew when another site is shown than that of an epoch."""

    def _guess_type(self, path: str) -> str:
        """Return the media type of a file."""


class _Emitter(PollingEmitter):
    """Looks at files while nothing is built: what is saved meanwhile is seen afterwards."""

    def __init__(self, idle: Event, *of: Any, **named: Any) -> None:
        super().__init__(*of, **named)
        self._idle = idle

    def queue_events(self, timeout: float) -> None:
        if self._idle.wait(timeout):
            super().queue_events(timeout)


class _Observer(PollingObserver):
    """An observer that waits for a build to end: to look at a thousand files slows it down."""

    def __init__(self, idle: Event, *, timeout: float) -> None:
        BaseObserver.__init__(self, partial(_Emitter, idle), timeout=timeout)  # type: ignore[arg-type]


def watch(
    server: Server, build: Callable[[], None], content: Iterable[Path], code: Iterable[Path]
) -> None:
    """Let a server that has not begun see saved content sooner than MkDocs would, and our code.

    It builds by `build`, and looks at nothing until that has ended.
    """
    idle = Event()
    idle.set()

    def build_alone() -> None:
        idle.clear()
        try:
            build()
        finally:
            idle.set()

    server.builder = build_alone
    begun = [*server._watched_paths]  # noqa: SLF001
    for path in begun:
        server.unwatch(path)
    server.observer = seldom = _Observer(idle, timeout=SELDOM)
    for one in filter(Path.exists, code):
        server.watch(str(one))
    seldom.start()  # it ends with the program
    server.observer, server.build_delay = _Observer(idle, timeout=OFTEN), SETTLED
    for path in (*begun, *map(str, filter(Path.exists, content))):
        server.watch(path)


def ask_the_core(server: Server, folder: Path, words: Words) -> None:
    """Let a server answer with what the core makes, and only then with the files of a folder."""
    theirs: Answer = server.serve_request
    shown = shown_from(folder)

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(server.mount_path):
            return theirs(environ, start)
        name = posixpath.normpath(path[len(server.mount_path) - 1 :]).lstrip("/")
        file = posixpath.join(name, "index.html") if path.endswith("/") else name
        content = shown.answer(file.lstrip("/"), words)
        if content is not None:
            return _sent(server, file, content, start)
        if not path.endswith("/") and shown.answer(f"{name}/index.html", words) is not None:
            start("302 Found", [("Location", quote(f"{path}/"))])
            return []
        return theirs(environ, start)

    server.set_app(answer)


def _sent(server: Server, file: str, content: bytes, start: Start) -> list[bytes]:
    """Send a file; a page with the script that loads it anew when another site is shown."""
    if file.endswith(".html"):
        content = server._inject_js_into_html(content, server._visible_epoch)  # noqa: SLF001
    kind = server._guess_type(file)  # noqa: SLF001
    start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]

"""Serves a built folder on loopback, with the strictest policy the site promises to live under."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from building import BASE

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Handler(SimpleHTTPRequestHandler):
    """A plain file server: the policy on every answer, the site's own page where nothing is.

    A connection is kept for the next file, and a file of the theme for an hour, as hosts do.
    """

    base = BASE
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def end_headers(self):
        """Send the policy with every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        if self.path.startswith(f"{self.base}assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def translate_path(self, path):
        """Return the file at a path below where the site is; nothing is beside it."""
        below = path.removeprefix(self.base)
        return super().translate_path(f"/{below}" if path.startswith(self.base) else "/beside/it")

    def send_error(self, code, message=None, explain=None):
        """Answer with the site's 404 page, as its host is told to."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments):
        """Say nothing: what went wrong is seen in the browser."""


class Server(ThreadingHTTPServer):
    """Serves a hundred who ask at once: on a busy machine a queue of five turned some away."""

    request_queue_size = 128


class AtTheRoot(Handler):
    """Serves what a test built for the root of a host, wherever the cities stand."""

    base = "/"


@contextmanager
def served(folder, handler=Handler):
    """Serve a folder on a free port while the block runs; give its address, ending in `/`."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{handler.base}"
    finally:
        server.shutdown()
        server.server_close()

"""A server on this machine that answers, moves, fails, hangs and misbehaves, by path."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE = 0.3  # what the tests wait for a word, in seconds
STATUSES = {"gone": 410, "missing": 404, "broken": 500, "busy": 429, "members": 403}
MOVES = {
    "old": (301, "/new/"),
    "older": (308, "/old"),
    "for-now": (302, "/new/"),
    "for-now-then-old": (302, "/old"),
    "old-then-for-now": (301, "/for-now"),
    "home": (301, "/"),
    "moved-to-nothing": (301, "/missing"),
    "loop": (301, "/loop"),
    "to-a-file": (301, "file:///etc/passwd"),
    "to-within": (302, "http://192.168.0.1/"),
    "accents": (301, "/caf\u00c3\u00a9/"),  # as UTF-8, the way servers write it
}


class Handler(BaseHTTPRequestHandler):
    """Answers as the path asks."""

    def log_message(self, *_):
        """Say nothing."""

    def do_HEAD(self):
        """Answer without a body."""
        self.answer(body=False)

    def do_GET(self):
        """Answer with a body."""
        self.answer(body=True)

    def answer(self, *, body):
        """Note who asks for what, then do as the path says."""
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        name = self.path.strip("/").partition("?")[0]
        if name == "robots.txt":
            self.begin(200 if self.server.robots else 404)
            self.wfile.write(self.server.robots)
        elif name.startswith("back-in-"):
            self.begin(503, Retry_After=name.removeprefix("back-in-"))
        elif name in MOVES:
            self.begin(MOVES[name][0], Location=MOVES[name][1])
        elif name == "no-head" and not body:
            self.begin(405)
        elif name in STATUSES:
            self.begin(STATUSES[name])
        elif method := getattr(self, name.replace("-", "_"), None):
            method(body)
        else:
            self.begin(200)
            self.wfile.write(b"Bonjour." if body else b"")

    def begin(self, status, **headers):
        """Send a status and headers."""
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()

    def hang(self, _):
        """Never say a word."""
        self.server.over.wait()

    def midway(self, body):
        """Promise more than is sent."""
        if not body:
            return self.begin(500)
        self.begin(200, Content_Length="1000")
        return self.wfile.write(b"only this")

    def endless(self, body):
        """Send data as long as anybody listens."""
        if not body:
            return self.begin(500)
        self.begin(200)
        while not self.server.over.is_set():
            self.server.sent += self.wfile.write(b"x" * 10_000)
        return None

    def drops(self, body):
        """Send a letter of a header now and then, for ever."""
        del body
        while not self.server.over.is_set():
            self.wfile.write(b"H")
            self.wfile.flush()
            time.sleep(PATIENCE / 5)

    def noise(self, _):
        """Speak no HTTP."""
        self.wfile.write(b"\x00\xff what?\r\n\r\n")

    def silent(self, _):
        """Close without a word."""


class Server(ThreadingHTTPServer):
    """Keeps who asked for what."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_):
        """Say nothing of those who hang up."""


@contextmanager
def serving():
    """Serve on a free port of this machine; give the server, its `address` among it."""
    server = Server(("127.0.0.1", 0), Handler)
    server.asked, server.sent, server.over = [], 0, threading.Event()
    server.robots = b""
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()

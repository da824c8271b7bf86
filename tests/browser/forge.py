"""A forge on loopback: what the forms ask of Forgejo, answered as Forgejo answers it."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from contextlib import contextmanager
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

TOKEN, CODE, REPOSITORY = "a-good-token", "a-code", "ville/relations"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Allow-Methods": "GET, POST",
}
PERSON = {"id": 1, "login": "presse", "full_name": "Service presse", "email": "p@ville.example"}


def blob(content):
    """Return the name that git gives a content."""
    return sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 - git's own


class Forge:
    """A repository: its files by path, what was committed to it, and whether its line is cut."""

    def __init__(self, files):
        """Begin with files by path."""
        self.files, self.commits, self.dead = dict(files), [], False

    @property
    def head(self):
        """Return a name of the last commit."""
        return blob(json.dumps({p: blob(c) for p, c in sorted(self.files.items())}).encode())

    def commit(self, told):
        """Take a commit as Forgejo does: refuse what was made from another state of a file."""
        for file in told["files"]:
            known = self.files.get(file["path"])
            if file["operation"] == "update" and file.get("sha") != blob(known or b""):
                return 422, {"message": "sha does not match"}
            if file["operation"] == "create" and known is not None:
                return 422, {"message": "repository file already exists"}
        for file in told["files"]:
            self.files[file["path"]] = b64decode(file["content"])
        self.commits.append(told)
        done = [
            {"path": file["path"], "sha": blob(self.files[file["path"]])} for file in told["files"]
        ]
        return 201, {"commit": {"sha": self.head, "created": "2026-11-20T10:00:00Z"}, "files": done}

    def answer(self, path, asked, told):
        """Return the status and the answer to a question of somebody who is logged in."""
        below = path.removeprefix(f"/repos/{REPOSITORY}")
        if below == "/contents" and told:
            return self.commit(told)
        if below == "/git/blobs":
            named = {blob(content): content for content in self.files.values()}
            shas = asked["shas"][0].split(",")
            return 200, [_encoded(sha, named[sha]) for sha in shas if sha in named]
        answers = {
            "/user": PERSON,
            "/version": {"version": "13.0.0+gitea-1.22.0"},
            "/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            f"/repos/{REPOSITORY}": {"default_branch": "main", "permissions": {"pull": True}},
        }
        if path in answers:
            return 200, answers[path]
        if below.startswith("/branches/"):
            return 200, {"commit": {"id": self.head, "message": "One more"}}
        if below.startswith("/git/trees/"):
            return 200, {"tree": [_leaf(*one) for one in self.files.items()], "truncated": False}
        return (200, []) if below == "/commits" else (404, {"message": f"not spoken here: {path}"})


def _encoded(sha, content):
    return {"sha": sha, "encoding": "base64", "content": b64encode(content).decode()}


def _leaf(path, content):
    return {"path": path, "type": "blob", "sha": blob(content), "size": len(content)}


class Speaking(BaseHTTPRequestHandler):
    """Speaks for a forge: who is logged in by a good token is answered, from any site."""

    protocol_version = "HTTP/1.1"
    forge = None

    def do_OPTIONS(self):
        """Allow any site to ask."""
        self._say(204, b"")

    def do_GET(self):
        """Let a person in, or answer a question."""
        url = urlsplit(self.path)
        if url.path == "/login/oauth/authorize":
            asked = {name: values[0] for name, values in parse_qs(url.query).items()}
            back = f"{asked['redirect_uri']}?code={CODE}&state={asked['state']}"
            self._say(302, b"", {"Location": back})
            return
        self._answer(url, None)

    def do_POST(self):
        """Give a token for a code, or take a commit."""
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/login/oauth/access_token":
            good = told["code"] == CODE and told["code_verifier"]
            self._tell(200, {"access_token": TOKEN} if good else {"error": "invalid_grant"})
            return
        self._answer(urlsplit(self.path), told)

    def _answer(self, url, told):
        if self.forge.dead:
            self.close_connection = True
            self.connection.close()
        elif self.headers["Authorization"] != f"token {TOKEN}":
            self._tell(401, {"message": "user does not exist"})
        else:
            path = re.sub(r"^/api/v1", "", url.path)
            self._tell(*self.forge.answer(path, parse_qs(url.query), told))

    def _tell(self, status, said):
        self._say(status, json.dumps(said).encode(), {"Content-Type": "application/json"})

    def _say(self, status, content, more=()):
        self.send_response(status)
        for name, value in {**CORS, **dict(more), "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments):
        """Say nothing: what went wrong is seen in the browser."""


@contextmanager
def a_forge(files):
    """Keep files on a forge while the block runs; give it and its address."""
    forge = Forge(files)
    handler = type("OfThisForge", (Speaking,), {"forge": forge})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield forge, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

"""Keeps a preview alive: when a build fails the site stays, and every page tells what is wrong."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Callable
from pathlib import Path

from relations.words import Words, say

BANNER = re.compile(rb"<!-- problems -->.*?<!-- /problems -->", re.DOTALL)
BODY = re.compile(rb"<body[^>]*>")


def kept_alive(
    build: Callable[[], None], site: Path, code: Path, words: Words
) -> Callable[[], None]:
    """Give a build that never ends the server: a failure is told on each page of the last site.

    Code below the folder `code` that changed since is loaded anew, as content and templates are.
    """
    state = {"code": _newest(code)}

    def build_or_tell() -> None:
        newest = _newest(code)
        if newest != state["code"]:
            state["code"] = newest
            _forget_code()
        try:
            build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server lives
            tell_on_pages(site, str(error.__context__ or error).strip(), words)

    return build_or_tell


def _newest(code: Path) -> int:
    return max((path.stat().st_mtime_ns for path in code.rglob("*.py")), default=0)


def _forget_code() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "relations"]:
        del sys.modules[name]


def tell_on_pages(site: Path, told: str, words: Words) -> None:
    """Put what is wrong at the head of every page of a folder, in the place of what stood there."""
    title = words(say("Not published: something must be mended. This is the site as it was."))
    notice = (
        f'<!-- problems --><div role="alert"><h1>{html.escape(title)}</h1>'
        f"<pre>{html.escape(told)}</pre></div><!-- /problems -->"
    ).encode()
    for page in site.rglob("*.html"):
        content = BANNER.sub(b"", page.read_bytes())
        page.write_bytes(BODY.sub(lambda body: body[0] + notice, content, count=1))

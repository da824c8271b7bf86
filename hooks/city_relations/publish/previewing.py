"""Keeps a preview alive: when a build fails the site stays, and every page tells what is wrong."""

from __future__ import annotations

import html
import importlib
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol

import jinja2
import yaml
from jinja2 import TemplateSyntaxError

from city_relations.content.memory import Memory
from city_relations.documents import read_city_section
from city_relations.language.words import Words, say
from city_relations.problems import ContentError, in_order, refusal

# The notice is what stands first in the body: nothing further down can be taken for it.
HEAD = re.compile(rb"(?P<body><body[^>]*>)(?:<!-- problems -->.*?<!-- /problems -->)?", re.DOTALL)

# Whose errors are sentences for readers already.
SPEAKING = ("city_relations", "click", "mkdocs", "properdocs")
# A preview has no policy against styles of a page's own, and readers load none of this.
IN_SIGHT = (
    "position: sticky; top: 0; z-index: 20; max-height: 60vh; overflow: auto; padding: .5rem 1rem; "
    "background: Canvas; color: CanvasText; border-bottom: 4px solid"
)


class Answers(Protocol):
    """A site that answers with what stands at its paths."""

    def find(self, path: str) -> bytes | None:
        """Return what stands at a path, such as `partners/index.html`; nothing if nothing does."""


@dataclass
class Shown:
    """What a preview shows: the last good site, and what is wrong with the next, if anything."""

    site: Answers | None = None
    notice: bytes = b""
    last: dict[str, bytes] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def show(self, site: Answers) -> None:
        """Show another site from now on."""
        self.site, self.notice = site, b""

    def answer(self, path: str, words: Words) -> bytes | None:
        """Return what is shown at a path of the site; nothing where it has nothing.

        A page that cannot be made tells why, on the last one if there was any.
        """
        try:
            content = self.site.find(path) if self.site else None
        except Exception as error:
            if not path.endswith(".html"):
                raise
            return _noted(self.last.get(path, b"<body>"), notice_of(_told(error, words), words))
        if content is None or not path.endswith(".html"):
            return content
        self.last[path] = content
        return _noted(content, self.notice)


@cache
def shown_from(_folder: Path) -> Shown:
    """Return what the preview shows that builds into a folder."""
    return Shown()


def guarded_build(
    build: Callable[[], None],
    site: Path,
    code: Sequence[Path],
    words: Words,
    forget: Callable[[], None],
) -> Callable[[], None]:
    """Return a build that never ends the server: a failure is told on each page of the last site.

    When a file or anything below a folder of `code` has changed, all of it is loaded anew: our
    modules, and by `forget` the file that the engine has loaded. Only this module stays as it was.
    """
    state, shown = {"code": _newest(code)}, shown_from(site)

    def build_or_tell() -> None:
        newest = _newest(code)
        if newest != state["code"]:
            state["code"] = newest
            _forget_modules()
            shown.memory = Memory()
            forget()
        try:
            build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server lives
            shown.notice = notice_of(_told(error, words), words)
            tell_on_pages(site, shown.notice)

    return build_or_tell


def _told(error: BaseException, words: Words) -> str:
    """Say what went wrong, and where in the settings, in code or in a template if there."""
    context = error.__context__
    if isinstance(context, yaml.MarkedYAMLError) and (said := _of_settings(context, words)):
        return said
    told = error if context is None or isinstance(context, OSError) else context
    return f"{_place_of(told)}{told}".strip()


def _of_settings(error: yaml.MarkedYAMLError, words: Words) -> str:
    """Say in our words what an engine could not read in its configuration, and what to write."""
    mark = error.problem_mark or error.context_mark
    path = Path(mark.name) if mark else None
    if path is None or not path.is_file():
        return ""
    problems = read_city_section(path.parent, path).problems
    return refusal(ContentError(in_order(problems)), words).strip() if problems else ""


def _place_of(error: BaseException) -> str:
    """Return `file:line: ` of a fault in code or in a template; nothing where a sentence has it."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: "
    if type(error).__module__.split(".")[0] in SPEAKING or isinstance(error, SyntaxError | OSError):
        return ""
    library = str(Path(jinja2.__file__).parent)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.startswith(library)]
    return f"{own[-1].filename}:{own[-1].lineno}: {type(error).__name__}: " if own else ""


def _newest(code: Sequence[Path]) -> int:
    found = (path for root in code for path in (root, *root.rglob("*")))
    files = (path for path in found if path.suffix != ".pyc" and path.is_file())
    return max((path.stat().st_mtime_ns for path in files), default=0)


def _forget_modules() -> None:
    """Let our modules be read again, and leave no compiled files, which would look like edits."""
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    ours = [name for name in sys.modules if name.split(".")[0] == "city_relations"]
    for name in ours:
        if name != __name__:
            del sys.modules[name]


def notice_of(told: str, words: Words) -> bytes:
    """Return what is wrong as it stands first in a page."""
    title = words(say("Not published: something must be mended. This is the site as it was."))
    return (
        f'<!-- problems --><div role="alert" style="{IN_SIGHT}">'
        f'<h1 style="font-size: 1.25rem">{html.escape(title)}</h1>'
        f'<pre style="white-space: pre-wrap">{html.escape(told)}</pre></div><!-- /problems -->'
    ).encode()


def _noted(page: bytes, notice: bytes) -> bytes:
    """Put a notice at the head of a page, in the place of what stood there."""
    return HEAD.sub(lambda found: found["body"] + notice, page, count=1)


def tell_on_pages(site: Path, notice: bytes) -> None:
    """Put a notice at the head of every page of a folder, in the place of what stood there."""
    for page in site.rglob("*.html"):
        page.write_bytes(_noted(page.read_bytes(), notice))

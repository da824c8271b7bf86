"""How Markdown is read: CommonMark with what the forges add, and what authors mean by a line."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline, linkify
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

# A list whose first number has three digits is a sentence that begins with a year.
YEAR = re.compile(r"\d{3,}[.)]")
# What an address with a blank in it looks like; words in brackets after words are no address.
SPACED = re.compile(
    r"(?P<address>[^\s()<>\"']+(?:[ ][^\s()<>\"']+)+)(?=[ ]*(?:\)|[ ][\"']))",
)
ADDRESS = re.compile(r"[\w.+-]+:|[#/]|.*/|.*\.\w{2,5}(?:#.*)?$")
DEEPEST_READ = 150
# No host has a longer name (RFC 1035), no browser opens a longer path: to look for their ends at
# each of their signs would take for ever.
LONGEST_HOST, LONGEST_PATH = 253, 2048
WWW = re.compile(
    rf"(?![\w.-]{{{LONGEST_HOST + 1}}})[\w-]+(?:\.[\w-]+)+(?!/[^\s<>\"']{{{LONGEST_PATH}}})"
    r"(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]])?/?"
)
# A paragraph with more brackets than this is no text: to look for links in it takes for ever.
MOST_BRACKETS = 500


@cache
def reader() -> MarkdownIt:
    """Return the reader of Markdown, which keeps nothing of one text for the next."""
    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST_READ, "linkify": True})
    made.enable(["table", "strikethrough", "linkify"])
    made.use(footnote_plugin).use(deflist_plugin)
    made.disable("footnote_inline")
    made.inline.ruler.at("linkify", _bare_link)
    made.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    parts: Any = SimpleNamespace(
        parseLinkDestination=_destination,
        parseLinkLabel=_label,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    made.helpers = parts
    # Every address is judged once, when the HTML is cleaned: here it is only read.
    made.validateLink = _any  # type: ignore[method-assign]
    made.normalizeLink = _spaceless  # type: ignore[method-assign]
    made.normalizeLinkText = _as_typed  # type: ignore[method-assign]
    if made.linkify:
        made.linkify.set({"fuzzy_link": False, "fuzzy_ip": False, "fuzzy_email": True})
        made.linkify.pretest = _may_hold_address
        www = _Www()
        made.linkify.add("www.", {"validate": www.validate, "normalize": www.normalize})
        for unsafe in ("//", "ftp:"):
            made.linkify.add(unsafe, None)
    return made


# What every bare address has: most texts hold none of it, and are passed over in one look.
ADDRESSED = re.compile(r"@|www\.|https?:|mailto:", re.IGNORECASE)


def _may_hold_address(text: str) -> bool:
    return ADDRESSED.search(text) is not None


class _Www:
    """How a bare `www.example.org` is read, which the forges make a link too."""

    def validate(self, text: str, start: int) -> int:
        """Return how many signs after `www.` belong to an address."""
        found = WWW.match(text, start)
        return len(found[0]) if found else 0

    def normalize(self, match: Any) -> None:
        """Lead to the address a reader types."""
        match.url = f"https://{match.url}"


def _any(url: str) -> bool:
    del url
    return True


def _as_typed(link: str) -> str:
    return link


def _spaceless(url: str) -> str:
    return url.strip().replace(" ", "%20")


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - its rule
    """Read a list, unless what looks like its first number is a year."""
    first = state.bMarks[start] + state.tShift[start]
    return not YEAR.match(state.src, first) and list_block(state, start, end, silent)


# What stands before the colon of a bare address; theirs looks for it in all words before.
LONGEST_SCHEME = 200


def _bare_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - its rule
    """Read a bare address, in a time that grows no faster than the text."""
    words = state.pending
    if state.src.startswith("://", state.pos) and len(words) > 2 * LONGEST_SCHEME:
        state.pending = words[:-LONGEST_SCHEME]
        state.pushPending()
        state.pending = words[-LONGEST_SCHEME:]
    return linkify(state, silent)


def _label(state: StateInline, start: int, disable_nested: bool = False) -> int:  # noqa: FBT001, FBT002 - theirs
    """Find the end of a link's words, in a time that grows no faster than the text."""
    brackets: dict[str, int] = state.env.setdefault("brackets", {})
    if state.src not in brackets:
        brackets[state.src] = state.src.count("[")
    if brackets[state.src] > MOST_BRACKETS:
        return -1
    return helpers.parseLinkLabel(state, start, disable_nested)


def _destination(text: str, start: int, end: int) -> Any:
    """Read a link's address, blanks in it too, as those who paste one leave them."""
    found = helpers.parseLinkDestination(text, start, end)
    spaced = SPACED.match(text, start, end) if found.ok and text[start : start + 1] != "<" else None
    if spaced and found.pos < spaced.end("address") and ADDRESS.match(spaced["address"]):
        found.pos, found.str = spaced.end("address"), spaced["address"]
    return found

"""The text an author typed or pasted, made ready for Markdown; every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What word processors put before the points of a list; two of them are private signs of Symbol.
BULLET = re.compile(
    r"^(?P<before>[ \t]*(?:>[ \t]?)*)"
    r"(?:[•·▪●■◦‣⁃\uf0b7\uf0a7][ \t\u00a0\u202f]*|[➢✓✔►][ \t\u00a0\u202f]+)(?=\S)"
)
# Two lines that begin so are a list, as French typography sets it; one alone may be speech.
DASHED = re.compile(r"^(?P<before>[ \t]*)–[ \t\u00a0\u202f]+(?=\S)")
BULLETS = "–➢✓✔►•·▪●■◦‣⁃\uf0b7\uf0a7"
FENCE = re.compile(r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})")
# Deeper than this no text goes: what would be nested further is an attack on the reader's stack.
DEEPEST = 40
MARKS = re.compile(
    rf"^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{DEEPEST}}})[ \t>*+-]+"
)
# A line longer than this was broken by nobody: its end is that of a paragraph, as Word pastes it,
# where the line below begins another. Code stays, and so do a list, a quote with who said it, a
# table, a heading, a note, a reference, HTML and what is indented.
PARAGRAPH_END = re.compile(
    r"""
    (?P<code> ^[ ]{0,3}(?P<fence>`{3,}|~{3,}) (?s:.*?) (?:^[ ]{0,3}(?P=fence)|\Z)
            | <pre\b (?s:.*?) (?:</pre>|\Z) )
    | ^ (?: [^<>\n] | >(?=.*\n(?!—)) ) .{160,} (?<![ ]{2}) (?<!\\) \n
      (?! \s | \Z | [-*+:][ \t] | \d+[.)][ \t] | [>\#<{] | .*\| | `{3} | ~{3} | !{3}
        | [-=]+[ \t]*$ | ([-*_][ ]*){3,}$ | \*?\[[^]\n]*\]: )
    """,
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Source:
    """A text ready for Markdown; `lines` gives for each of its lines the author's own, from 0."""

    text: str
    lines: tuple[int, ...]


def prepared(body: str) -> Source:
    """Make lists of a word processor's bullets, and paragraphs of lines nobody broke."""
    typed = _listed(body)
    ready = parted(typed)
    return Source(ready, _numbers(typed, ready))


def _listed(body: str) -> str:
    """Return a text whose bullets are those of Markdown, and none nested beyond reason."""
    if not (any(sign in body for sign in BULLETS) or MARKS.search(body) or len(body) > LONG):
        return body
    lines, fence = body.split("\n"), ""
    dashed = {i for i, line in enumerate(lines) if DASHED.match(line)}
    for i, line in enumerate(lines):
        opened = FENCE.match(line)
        if opened and (not fence or opened["fence"].startswith(fence)):
            fence = "" if fence else opened["fence"]
        elif not fence and i in dashed:
            lines[i] = DASHED.sub(r"\g<before>- ", line) if {i - 1, i + 1} & dashed else line
        elif not fence:
            lines[i] = MARKS.sub(r"\1 ", BULLET.sub(r"\g<before>- ", line))
    return "\n".join(lines)


LONG = 10_000


def parted(markdown: str) -> str:
    """Set a blank line between paragraphs that only the end of a long line parts."""
    return PARAGRAPH_END.sub(lambda found: found[0] + ("" if found["code"] else "\n"), markdown)


def _numbers(typed: str, ready: str) -> tuple[int, ...]:
    """Return the author's line for each line of a text in which blank ones were set."""
    lines = typed.split("\n")
    if len(typed) == len(ready):
        return tuple(range(len(lines)))
    numbers, own = [], 0
    for line in ready.split("\n"):
        numbers.append(min(own, len(lines) - 1))
        own += own < len(lines) and line == lines[own]
    return tuple(numbers)

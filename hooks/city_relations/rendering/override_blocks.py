"""The blocks that a city's own template fills: one that ours has not would show nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from city_relations.language.words import Text, say

# Where ours lie: the frame and its parts, then the bodies of pages.
FOLDERS = ("theme", "outputs/templates")
EXTENDS = re.compile(r"""\{%[-+]?\s*extends\s+["']([^"']+)["']""")
BLOCK = re.compile(r"\{%[-+]?\s*(?:block\s+(?P<name>\w+)|endblock)")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True)
class LostBlock:
    """A block that nothing shows: the line it stands on, and what is wrong."""

    line: int
    message: Text


def lost_blocks(text: str, overrides: Path) -> Iterator[LostBlock]:
    """Yield the blocks of a template in `overrides` that fill none of those it extends.

    A block within one that is filled may have any name: it is shown where it stands.
    """
    text = _without_comments(text)
    extended = EXTENDS.search(text)
    known = _blocks_of(extended[1], overrides) if extended else None
    if extended is None or known is None:
        return
    for name, start in _outermost(text):
        if name not in known:
            message = _lost(name, extended[1], known)
            yield LostBlock(text.count("\n", 0, start) + 1, message)


def _lost(name: str, template: str, known: list[str]) -> Text:
    if not known:
        return say(
            "“{template}” has no block to fill: copy it whole, and change the copy.",
            template=template,
        )
    return say(
        "“{template}” has no block “{name}”, so nothing would show it; fill one of {names}.",
        template=template,
        name=name,
        names=", ".join(known),
    )


def _without_comments(text: str) -> str:
    """Take comments away, and keep their lines."""
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


def _outermost(text: str) -> Iterator[tuple[str, int]]:
    """Yield the name and the start of each block that stands within no other."""
    depth = 0
    for found in BLOCK.finditer(text):
        if found["name"] and depth == 0:
            yield found["name"], found.start()
        depth += 1 if found["name"] else -1


def _blocks_of(template: str, overrides: Path) -> list[str] | None:
    """List the blocks of a template and of those it extends; None where there is no such one."""
    found: list[str] = []
    seen: set[str] = set()
    while template not in {"", *seen}:
        seen.add(template)
        text = _text_of(template, overrides)
        if text is None:
            return None
        found += [block["name"] for block in BLOCK.finditer(text) if block["name"]]
        extended = EXTENDS.search(text)
        template = extended[1] if extended else ""
    return list(dict.fromkeys(found))


def _text_of(template: str, overrides: Path) -> str | None:
    """Read a template as Jinja would find it: the city's before ours, unless ours is asked for."""
    name = template.removeprefix("ours/")
    own = () if name != template else (overrides / name,)
    ours = (files("city_relations").joinpath(folder, name) for folder in FOLDERS)
    for file in (*own, *ours):
        if file.is_file():
            return _without_comments(file.read_bytes().decode(errors="replace"))
    return None

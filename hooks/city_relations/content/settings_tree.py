"""The configuration as a tree of YAML: it may hold tags, and nothing of it is made."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import yaml

from city_relations.content.memory import Memory


def settings_tree(path: Path, memory: Memory | None = None) -> yaml.Node | None:
    """Return the tree of a configuration; None of one that cannot be read, or is not there.

    A text that `memory` knows is not parsed again.
    """
    content = b""
    with suppress(OSError):
        content = path.read_bytes()
    known = memory.settings if memory else None
    if known is None or known[0] != content:
        known = content, _parsed(content)
    if memory:
        memory.settings = known
    return known[1]


def _parsed(content: bytes) -> yaml.Node | None:
    with suppress(UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return yaml.compose(content.decode("utf-8"), yaml.SafeLoader)
    return None

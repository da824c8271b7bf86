"""The configuration as a tree of YAML: it may hold tags, and nothing of it is made."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import yaml


def settings_tree(path: Path) -> yaml.Node | None:
    """Return the tree of a configuration; None of one that cannot be read, or is not there."""
    with suppress(OSError):
        return _parsed(path.read_bytes())
    return None


@lru_cache(maxsize=1)  # asked for its menu and for what it sets in vain, at each save of a preview
def _parsed(content: bytes) -> yaml.Node | None:
    with suppress(UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return yaml.compose(content.decode("utf-8"), yaml.SafeLoader)
    return None

"""Finds jing on the machine, which judges Atom by a grammar, or says how to get it."""

from __future__ import annotations

import shutil

HOW_TO_GET_ONE = "apt-get install jing"


def find():
    """Return the path of jing, or None."""
    return shutil.which("jing")

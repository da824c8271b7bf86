"""Memory that was freed, which the C library keeps for later: handed back to the system.

Where this is not glibc, nothing is done.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from functools import cache

ARENAS = -8  # M_ARENA_MAX of glibc's malloc.h


def keep_one_heap() -> None:
    """Let threads that are begun later share the heap: each of their own keeps what it freed."""
    if found := _library("mallopt"):
        found(ARENAS, 1)


def give_back() -> None:
    """Give back what is free; it takes some milliseconds, and as long to have it again."""
    if found := _library("malloc_trim"):
        found(0)


@cache
def _library(name: str) -> Callable[..., object] | None:
    """Return a function of the C library; nothing where it has none of this name."""
    with suppress(OSError, TypeError, AttributeError):
        found: Callable[..., object] = getattr(ctypes.CDLL(None), name)
        return found
    return None

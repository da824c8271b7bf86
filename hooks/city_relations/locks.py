"""Locks of open files, on each system in its own way: a lock ends with whoever holds it."""

from __future__ import annotations

import sys

# Whether folders can be held as files can, and whoever inherits a handle holds its lock too.
ON_UNIX = sys.platform != "win32"

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def lock(handle: int, *, wait: bool = False) -> bool:
    """Lock an open file or folder; tell whether it is ours now, or wait until it is.

    On Unix whoever inherits the handle holds the lock too. Windows locks files alone, by their
    first byte, and waits ten seconds at most.
    """
    try:
        _lock(handle, wait=wait)
    except OSError:
        return False
    return True

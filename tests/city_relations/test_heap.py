"""Memory that was freed goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from city_relations.heap import give_back

PIECE, MANY = 1 << 16, 1000  # each below what glibc takes from the system by itself


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of another system")
def test_what_was_freed_below_what_is_held_goes_back_to_the_system():
    """A heap whose last piece is held, all others freed, gives back nearly all of them."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "malloc_trim"):
        pytest.skip("only glibc keeps what was freed until it is asked")
    library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    pieces = [library.malloc(PIECE) for _ in range(MANY)]
    for piece in pieces:
        ctypes.memset(piece, 1, PIECE)
    for piece in pieces[:-1]:
        library.free(piece)
    before = _held()
    give_back()
    library.free(pieces[-1])
    assert before - _held() > PIECE * MANY / 2


def _held() -> int:
    """Return the bytes this process holds."""
    resource = pytest.importorskip("resource")
    return (
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        * resource.getpagesize()
    )

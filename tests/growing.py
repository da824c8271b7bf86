"""How the work on a text grows with it: a measure that is the same on any machine."""

from __future__ import annotations

import time

TWICE = 3.0  # twice as much work takes less; what looks at all again for each sign takes four times


def growth(work, size):
    """Return how many times as long work of twice a size takes, each at its best of three.

    Seconds are those of the processor, in this very run.
    """
    return best(work, 2 * size) / best(work, size)


def best(work, size):
    """Return the fewest seconds of the processor that work of a size took."""
    return min(taken(work, size) for _ in range(3))


def taken(work, size):
    """Return the seconds of the processor that work of a size takes."""
    started = time.process_time()
    work(size)
    return time.process_time() - started

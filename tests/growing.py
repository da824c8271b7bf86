"""How the work on a text grows with it: a measure that is the same on any machine."""

from __future__ import annotations

import time

TWICE = 3.0  # twice as much work takes less; what looks at all again for each sign takes four times


def growth(work, size):
    """Return how many times as long work of twice a size takes, each at its best of three.

    Seconds are those of the processor, in this very run.
    """
    return best(lambda: work(2 * size)) / best(lambda: work(size))


def best(work):
    """Return the fewest seconds of the processor that some work took."""
    return min(taken(work) for _ in range(3))


def taken(work):
    """Return the seconds of the processor that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started

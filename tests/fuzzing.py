"""Examples drawn seed after seed for some seconds; what fails names its seed (FUZZ_SEED)."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, Phase, given, seed, settings


def try_for(seconds, first, chunk, one, **strategies):
    """Call `one` with what strategies draw, `chunk` examples a seed, from seed `first` on.

    The first seed is tried whole, however long it takes.
    """
    bounds = settings(
        max_examples=chunk,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    end, number = time.monotonic() + seconds, first
    while time.monotonic() < end or number == first:

        @seed(number)
        @bounds
        @given(**strategies)
        def example(**drawn):
            one(**drawn)

        example()
        number += 1

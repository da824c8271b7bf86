"""What the site publishes: one module an output, one word in OUTPUTS."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relations.edition import Edition
from relations.outputs import (
    accent,
    home,
    legal,
    partner_list,
    partner_pages,
    release_lists,
    release_pages,
    theme_pages,
)
from relations.published import Output

OUTPUTS: tuple[Callable[[Edition], Iterator[Output]], ...] = (
    accent.outputs,
    home.outputs,
    partner_list.outputs,
    partner_pages.outputs,
    release_lists.outputs,
    release_pages.outputs,
    theme_pages.outputs,
    legal.outputs,
)


def publish(edition: Edition) -> list[Output]:
    """Give everything the site publishes in one language."""
    return [output for outputs in OUTPUTS for output in outputs(edition)]

"""Each press kit as one ZIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations.press.kit import kits
from relations.press.package import package
from relations.published import Copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relations.edition import Edition


def outputs(edition: Edition) -> Iterator[Copy]:
    """Give every release's and translation's kit."""
    for kit in kits(edition):
        yield Copy(kit.path("zip"), package(edition, kit))

"""Rules that hold between files, each a small generator whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from relations.checks.addresses import ADDRESS_CHECKS
from relations.checks.beside import BESIDE_CHECKS
from relations.checks.each import Rule
from relations.checks.examples import EXAMPLE_CHECKS
from relations.checks.links import LINK_CHECKS
from relations.checks.partners import PARTNER_CHECKS
from relations.checks.photos import PHOTO_CHECKS
from relations.checks.publication import PUBLICATION_CHECKS
from relations.checks.time import TIME_CHECKS
from relations.checks.twice import TWICE_CHECKS
from relations.content import Content
from relations.problems import Problem
from relations.schema.partial import UnknownError

CHECKS: tuple[Rule, ...] = (
    *PARTNER_CHECKS,
    *ADDRESS_CHECKS,
    *LINK_CHECKS,
    *PUBLICATION_CHECKS,
    *EXAMPLE_CHECKS,
    *PHOTO_CHECKS,
    *BESIDE_CHECKS,
    *TIME_CHECKS,
    *TWICE_CHECKS,
)


def check(content: Content) -> Iterator[Problem]:
    """Hold every rule against the content; one that hangs on what is unknown is passed over."""
    for rule in CHECKS:
        with suppress(UnknownError):
            yield from rule(content)

"""Rules that hold between files, each a small generator whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator

from relations.checks.addresses import ADDRESS_CHECKS
from relations.checks.each import Rule
from relations.checks.links import LINK_CHECKS
from relations.checks.partners import PARTNER_CHECKS
from relations.checks.photos import PHOTO_CHECKS
from relations.checks.publication import PUBLICATION_CHECKS
from relations.checks.time import TIME_CHECKS
from relations.checks.twice import TWICE_CHECKS
from relations.content import Content
from relations.problems import Problem

CHECKS: tuple[Rule, ...] = (
    *PARTNER_CHECKS,
    *ADDRESS_CHECKS,
    *LINK_CHECKS,
    *PUBLICATION_CHECKS,
    *PHOTO_CHECKS,
    *TIME_CHECKS,
    *TWICE_CHECKS,
)


def check(content: Content) -> Iterator[Problem]:
    """Hold every rule against the content."""
    for rule in CHECKS:
        yield from rule(content)

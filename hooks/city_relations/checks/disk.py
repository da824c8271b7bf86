"""What the machine would not let us keep: told, as everything is done all the same."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.checks.for_each import Rule
from city_relations.content import Content
from city_relations.forms.brought import is_brought
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.store import store_of

CACHE = ".cache/relations"


def what_is_costly_can_be_kept(content: Content) -> Iterator[Problem]:
    """What is costly to draw can be kept from one build to the next, in `.cache/relations`."""
    if trouble := store_of(content.root).trouble:
        yield Problem(CACHE, 1, 1, "", trouble, remark=True)


def forms_are_installed(content: Content) -> Iterator[Problem]:
    """The software of the forms is there when a city says where they write."""
    city = content.city
    forms = city.forms if city else None
    if not (city and forms):
        return
    told = bool(forms.repository and forms.branch)  # not while either is to be mended
    if told and not is_brought(content.root):
        message = say(
            "the forms are not installed, and the site has no /admin/: “relations forms install” "
            "brings them."
        )
        yield city.problem(("forms",), message, remark=True)


DISK_CHECKS: tuple[Rule, ...] = (what_is_costly_can_be_kept, forms_are_installed)

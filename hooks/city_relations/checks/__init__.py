"""Rules that hold between files, each a small generator whose docstring is the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from city_relations.checks.addresses import ADDRESS_CHECKS, translations_have_an_original
from city_relations.checks.alone import keep_silence
from city_relations.checks.attachments import ATTACHMENT_CHECKS
from city_relations.checks.attending import ATTENDING_CHECKS
from city_relations.checks.bodies import BODY_CHECKS
from city_relations.checks.demonstration import DEMONSTRATION_CHECKS
from city_relations.checks.derived import derived_of_content
from city_relations.checks.disk import DISK_CHECKS
from city_relations.checks.doubts import DOUBT_CHECKS, corrections_are_past
from city_relations.checks.duplicates import TWICE_CHECKS
from city_relations.checks.easy import EASY_CHECKS
from city_relations.checks.examples import EXAMPLE_CHECKS
from city_relations.checks.exposure import EXPOSURE_CHECKS
from city_relations.checks.for_each import MOST_TOLD, Rule
from city_relations.checks.languages import LANGUAGE_CHECKS
from city_relations.checks.law import LAW_CHECKS
from city_relations.checks.letters import LETTERS_CHECKS
from city_relations.checks.links import LINK_CHECKS, links_do_not_wait
from city_relations.checks.partners import PARTNER_CHECKS, partners_exist
from city_relations.checks.photo_files import BESIDE_CHECKS
from city_relations.checks.photos import (
    PHOTO_CHECKS,
    consents_last,
    photos_have_a_credit,
    photos_say_what_they_show,
)
from city_relations.checks.publication import (
    PUBLICATION_CHECKS,
    releases_say_something,
    releases_wait_for_their_day,
    secrets_are_elsewhere,
)
from city_relations.checks.quotations import QUOTATION_CHECKS
from city_relations.checks.recurrences import RECURRENCE_CHECKS
from city_relations.checks.time import (
    TIME_CHECKS,
    deeds_are_past,
    lives_have_begun,
    ties_do_not_overlap,
)
from city_relations.content import Content
from city_relations.content.drafts import is_draft
from city_relations.problems import Problem, named
from city_relations.progress import RULES, SILENT, Progress
from city_relations.schema.partial import UnknownError

CHECKS: tuple[Rule, ...] = (
    *PARTNER_CHECKS,
    *ADDRESS_CHECKS,
    *LANGUAGE_CHECKS,
    *EASY_CHECKS,
    *LINK_CHECKS,
    *EXPOSURE_CHECKS,
    *BODY_CHECKS,
    *QUOTATION_CHECKS,
    *PUBLICATION_CHECKS,
    *LAW_CHECKS,
    *LETTERS_CHECKS,
    *EXAMPLE_CHECKS,
    *PHOTO_CHECKS,
    *BESIDE_CHECKS,
    *ATTACHMENT_CHECKS,
    *TIME_CHECKS,
    *RECURRENCE_CHECKS,
    *ATTENDING_CHECKS,
    *TWICE_CHECKS,
    *DOUBT_CHECKS,
    *DISK_CHECKS,
    *DEMONSTRATION_CHECKS,
)


# Rules that hang on the day.
DATED: tuple[Rule, ...] = (
    consents_last,
    releases_wait_for_their_day,
    secrets_are_elsewhere,
    lives_have_begun,
    deeds_are_past,
    ties_do_not_overlap,
    links_do_not_wait,
    corrections_are_past,
)


# What only publication asks for: a draft may wait for it.
ASKED_OF_PUBLISHED: frozenset[Rule] = frozenset(
    (
        partners_exist,
        photos_say_what_they_show,
        photos_have_a_credit,
        releases_say_something,
        translations_have_an_original,
    )
)


def check(content: Content, progress: Progress = SILENT) -> Iterator[Problem]:
    """Hold every rule against the content; one that hangs on what is unknown is passed over.

    Of one file a rule says at most 200 things: see `for_each`.
    """
    for rule in progress.over(RULES, CHECKS):
        with suppress(UnknownError):
            found = _no_flood(named(rule, content))
            yield from _waited_for(found, content) if rule in ASKED_OF_PUBLISHED else found
    keep_silence(content)


def _waited_for(problems: Iterator[Problem], content: Content) -> Iterator[Problem]:
    """Yield problems, those of drafts as remarks."""
    drafts = _drafts(content)
    return (replace(one, remark=one.remark or one.file in drafts) for one in problems)


@derived_of_content
def _drafts(content: Content) -> frozenset[str]:
    return frozenset(one.file for one in content.releases if is_draft(one.document))


def _no_flood(problems: Iterator[Problem]) -> Iterator[Problem]:
    told: Counter[str] = Counter()
    for problem in problems:
        told[problem.file] += 1
        if told[problem.file] <= MOST_TOLD:
            yield problem


def check_on(today: date, content: Content) -> Iterator[Problem]:
    """Hold the rules that hang on the day against the content."""
    for rule in DATED:
        yield from named(rule, content, today)

"""Rules of partners: each has a profile, its ties a beginning, its point a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from city_relations.checks.for_each import Rule, acts, for_each, partners, ties, wordings
from city_relations.checks.places import at_value
from city_relations.content import Content
from city_relations.geography.countries import inside, is_known
from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.schema.choices import Status
from city_relations.schema.city import City
from city_relations.schema.coordinates import Coordinates
from city_relations.schema.countries import country_called, nation_called
from city_relations.schema.nearest import closest
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Act, Tie
from city_relations.schema.validation_errors import missing
from city_relations.schema.values import SLUG

NEAR = 0.7  # of a partner's name: less would take one city for another
NAME_AND_COUNTRY = re.compile(r"(?P<name>.+?)(?:\s+[–-]\s+|\s*[,(]\s*)(?P<country>[^,()]+?)\s*\)?")


def partners_exist(content: Content) -> Iterator[Problem]:
    """A release names only partners that have a profile."""
    slugs, names = content.partner_slugs, dict(content.names)
    for release in content.releases:
        for i, slug in known(release.partners):
            if slug not in slugs:
                meant = closest(slug, slugs, NEAR) or names.get(closest(slug, names, NEAR), "")
                meant = meant if SLUG.fullmatch(meant) else ""
                yield at_value(release, ("partners", i), slug, meant, _no_profile(slug, meant))


def partners_are_published(content: Content) -> Iterator[Problem]:
    """A release that can be read names no partner whose profile is a draft."""
    drafts = {one.slug for one in content.partners if one.is_draft}
    told = [one for one in content.releases if one.status != Status.DRAFT] if drafts else []
    for release in told:
        for i, slug in known(release.partners):
            if slug in drafts:
                yield release.problem(("partners", i), _a_draft(slug))


def _a_draft(slug: str) -> Text:
    return say(
        "partners/{slug}.yml is a draft: delete its line “status: draft” to publish it, or take "
        "the partner out of this release.",
        slug=slug,
    )


def _no_profile(slug: str, meant: str) -> Text:
    if meant:
        return say(
            "no profile partners/{slug}.yml; did you mean “{meant}”?", slug=slug, meant=meant
        )
    return say("no profile partners/{slug}.yml: write it first.", slug=slug)


@for_each(partners)
def partners_have_a_country(partner: Partner) -> Iterator[Problem]:
    """Every partner but a network has a country."""
    if not partner.country and partner.kind.has_country:
        yield partner.problem(("country",), missing(Partner, ("country",)).text)


@for_each(partners)
def names_stand_alone(partner: Partner) -> Iterator[Problem]:
    """A partner's name does not tell its country, which is a field of its own."""
    for name in wordings(partner.name):
        found = NAME_AND_COUNTRY.fullmatch(name)
        if found and country_called(found["country"]) == partner.country:
            message = say("the name alone is enough: the country stands under “country:”.")
            problem = at_value(partner, ("name",), name, found["name"], message)
            yield replace(problem, remark=True)


@for_each(partners)
def nations_are_regions(partner: Partner) -> Iterator[Problem]:
    """A country within a country, such as Scotland, is told as the region it is."""
    written = str(partner.document.fields.get("country", ""))
    code = nation_called(written)
    if code and partner.region is None:
        message = say(
            "the page will name the state ({country}); to name {nation} too, add "
            "“region: {{code: {code}, name: {nation}}}”.",
            country=partner.country,
            nation=written,
            code=code,
        )
        yield partner.problem(("country",), message, remark=True)


@for_each(ties)
def ties_have_a_beginning(partner: Partner, i: int, tie: Tie) -> Iterator[Problem]:
    """A tie has at least one act, or says since when it lives."""
    if not tie.acts and tie.since is None:
        message = say(
            "a tie needs an act (“acts:”) or a first year (“since: 1991”); "
            "where nobody knows it, write “since: unknown”."
        )
        yield partner.problem(("ties", i), message)


@for_each(acts)
def acts_have_a_date(partner: Partner, i: int, _: Tie, j: int, act: Act) -> Iterator[Problem]:
    """An act says when it was done, or when it was announced for."""
    if act.when is None:
        message = say(
            "an act needs “date:” (done) or “planned:” (announced); "
            "where nobody knows when, write “date: unknown”."
        )
        yield partner.problem(("ties", i, "acts", j), message)


def _located(content: Content) -> Iterator[tuple[Partner | City]]:
    return zip((*content.partners, *([content.city] if content.city else [])))


@for_each(_located)
def points_in_their_country(record: Partner | City) -> Iterator[Problem]:
    """A partner's and the city's coordinates lie in the country named, or nearly."""
    point = record.coordinates
    if point and is_known(record.country) and not inside(record.country, point.lon, point.lat):
        text, fix = _astray(record.country, point)
        # the swap that puts the point right proves the fault; a point astray may be an island
        yield record.problem(("coordinates",), text, fix, remark=not fix)


def _astray(country: str, point: Coordinates) -> tuple[Text, str]:
    """Say that a point is not where it should be, and the swap that would put it there."""
    if abs(point.lon) <= 90 and inside(country, point.lat, point.lon):  # noqa: PLR2004 - a latitude
        fix = f"coordinates: {{lat: {point.lon}, lon: {point.lat}}}"
        return say("latitude and longitude seem swapped for {country}.", country=country), fix
    return say("this point does not lie in the country named ({country}).", country=country), ""


PARTNER_CHECKS: tuple[Rule, ...] = (
    partners_exist,
    partners_are_published,
    partners_have_a_country,
    names_stand_alone,
    nations_are_regions,
    ties_have_a_beginning,
    acts_have_a_date,
    points_in_their_country,
)

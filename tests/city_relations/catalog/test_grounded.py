"""Answers that have grounds follow from these, the city and the language alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from building import NOW, ROOT
from city_relations.catalog import read_catalog
from city_relations.catalog.grounded import OF_DAY, OF_RELEASE


@pytest.fixture(scope="module")
def city():
    """Read the demonstration city: translations, corrections, events told later, withdrawals."""
    return read_catalog(ROOT, NOW)


def nothing_but(catalog, **more):
    """Return a catalog of nothing but its city, its language and what is given."""
    none = dict.fromkeys(("partners", "releases", "originals", "withdrawn", "written"), ())
    none |= {"translations": {}, "documents": {}, "remarks": (), "destinations": None}
    return replace(catalog, **{**none, **more})


def answers(catalog, names, of):
    """Return what a catalog answers to questions about a thing."""
    return {name: getattr(catalog, name)(of) for name in names}


def test_what_is_asked_of_a_release_follows_from_its_grounds(city):
    """A catalog of these files alone, on another day, answers the same of each release."""
    told = (
        *city.originals,
        *city.withdrawn,
        *(one for f in city.translations.values() for one in f),
    )
    assert len(told) > len(city.originals)
    for language in city.addresses:
        own = city.told_in(language)
        for one in told:
            _, original, *translations = own.grounds_of(one)
            found = {original.slug: tuple(translations)}
            bare = nothing_but(own, originals=(original,), translations=found)
            bare = replace(bare, now=NOW + timedelta(days=999))
            assert answers(bare, OF_RELEASE, one) == answers(own, OF_RELEASE, one), one.file


def test_what_is_asked_of_a_year_that_is_over_follows_from_its_grounds(city):
    """A catalog of these alone answers the same, of the whole and of each partner."""
    for year in city.years_reported[1:]:
        seen = city.seen_from(year)
        day, partners, releases, corrected = seen.grounds
        bare = nothing_but(seen, partners=partners, releases=releases, originals=corrected)
        assert bare.today == day
        for name in OF_DAY:
            told, own = getattr(seen, name), getattr(bare, name)
            if callable(told):
                assert answers(bare, [name], "korca") == answers(seen, [name], "korca")
            else:
                assert own == told, (year, name)

"""What tells partners apart in a filter."""

from __future__ import annotations

import pytest

from city_relations.rendering.facets import facets, values
from small_city import catalog_of, edition_of, profile

GHENT = """\
name: Gand
country: BE
ties:
  - {kind: friendship, since: 2001, themes: [culture]}
  - {kind: project, since: 2010, themes: [water]}
"""


@pytest.fixture
def edition(tmp_path):
    """Return an edition with two partners, one of them bound twice."""
    files = {"partners/gand.yml": GHENT, "partners/turin.yml": profile()}
    return edition_of(catalog_of(tmp_path, files))


def test_a_filter_holds_what_somebody_has(edition):
    """Each filter offers the values met; one that all share would tell nobody apart."""
    found = {facet.key: facet for facet in facets(edition, edition.catalog.partners)}
    assert [words for _, words in found["country"].options] == ["Belgique", "Italie"]
    assert {slug for slug, _ in found["theme"].options} == {"culture", "eau"}
    assert "state" not in found


def test_a_row_answers_for_its_own_tie(edition):
    """A row that tells one tie answers to the kind of that tie only."""
    partner = edition.catalog.partner("gand")
    first, second = edition.catalog.ties_with_standing("gand")
    assert values(edition, partner, [first])["kind"] != values(edition, partner, [second])["kind"]
    both = values(edition, partner, [first, second])["kind"].split()
    assert len(both) == 2

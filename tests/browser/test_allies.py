"""The ties of partners among themselves, which the map draws when it is asked to."""

from __future__ import annotations

import pytest
from axe import violations
from serving import AtTheRoot, served

from building import built
from small_city import write_city

ALBSTADT = """name: Albstadt
country: DE
coordinates: {lat: 48.21, lon: 9.02}
ties:
  - kind: twinning
    acts: [{act: signature, date: 1979-05}]
elsewhere:
  - {with: Turin, country: IT, kind: friendship, period: 1990/2010}
"""


@pytest.fixture(scope="module")
def ring_url(tmp_path_factory):
    """Serve a city two of whose partners are tied to each other."""
    project = write_city(
        tmp_path_factory.mktemp("ring") / "city", {"partners/albstadt.yml": ALBSTADT}
    )
    with served(built(project, project / "site"), AtTheRoot) as address:
        yield address


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_ties_among_partners_show_when_asked_for(ring_url, new_page, javascript):
    """They are not drawn until the box is ticked, by hand or by key; unticked, they go."""
    page = new_page(javascript=javascript)
    page.goto(f"{ring_url}carte/")
    drawn = page.locator(".is-open .rel-ally")
    assert drawn.count() > 0
    assert not any(line.is_visible() for line in drawn.all())
    page.get_by_label("Montrer les liens").check()
    assert all(line.is_visible() for line in drawn.all())
    page.keyboard.press("Space")
    assert not any(line.is_visible() for line in drawn.all())


def test_the_table_says_the_ties_among_partners(ring_url, new_page):
    """What the line tells stands in words in the row, switch or not, scripts or not."""
    page = new_page(javascript=False)
    page.goto(f"{ring_url}carte/")
    assert "Turin" in page.locator("#p-albstadt td").nth(1).inner_text()


def test_the_map_with_such_ties_breaks_no_rule(ring_url, new_page, axe_source):
    """With the box ticked, axe finds nothing to mend."""
    page = new_page(bypass_csp=True)
    page.goto(f"{ring_url}carte/")
    page.locator("[data-rel-allies]").check()
    assert violations(page, axe_source) == []

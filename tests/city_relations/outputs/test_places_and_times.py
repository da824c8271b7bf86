"""Places and times as they are: cases G6 to G8."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from html import unescape

import pytest

from small_city import CONFIGURATION, assets, profile, read_city, write_bare_city

SOUTH = CONFIGURATION.replace("{lat: 45.5, lon: 5.9}", "{lat: -22.27, lon: 166.44}").replace(
    "country: FR", "country: NC"
)


def told(html):
    """Return what a page says, in one line with plain blanks."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", str(html)))).replace("\u202f", " ")


def rows(site, name):
    """Return the lines of a table of the open data."""
    text = assets(site)[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def noumea(tmp_path_factory):
    """Return a city of the south in its summer, as it is published."""
    events = "events: [{date: été 2026-2027, title: Un tournoi}, {date: hiver 2026, title: Fête}]\n"
    acts = "ties: [{kind: agreement, acts: [{act: signature, planned: été 2026-2027}]}]\n"
    files = {"partners/suva.yml": f"name: Suva\ncountry: FJ\n{acts}{events}"}
    root = write_bare_city(tmp_path_factory.mktemp("south") / "city", files, SOUTH)
    return read_city(root, datetime(2026, 12, 20, 12, tzinfo=UTC))


def test_g6_a_summer_of_the_south_spans_two_years(noumea):
    """G6: in December the summer of the south is under way, and what is planned not overdue."""
    events = {str(m.date): str(m.status) for m in noumea.catalog.milestones if m.event}
    assert events == {"2026-30": "under_way", "2026-32": "done"}
    (_, standing) = noumea.catalog.main_tie("suva")
    assert standing.overdue == ()
    assert [str(step.date) for step in standing.coming] == ["2026-30"]


def test_g6_page_agenda_and_data_tell_the_season_of_the_city(noumea):
    """G6: readers read « été 2026-2027 », data hold EDTF's season of the south."""
    assert "été 2026-2027" in told(noumea.pages["partenaires/suva/"].body)
    assert "Été 2026-2027" in told(noumea.pages["agenda/"].body)
    assert {row["planned"] for row in rows(noumea, "actes")} == {"2026-30"}


def test_g8_a_spelling_is_told_in_full(tmp_path):
    """G8: what was read in words is told on the page, whatever its spelling."""
    events = [
        "{date: 14 et 15 juin 2025, title: A}",
        "{date: fin 2024, title: B}",
        "{date: 1er semestre 2024, title: C}",
        "{date: mi-juin 2025, title: D}",
    ]
    more = f"events: [{', '.join(events)}]\n"
    site = read_city(write_bare_city(tmp_path / "city", {"partners/turin.yml": profile(more=more)}))
    page = told(site.pages["partenaires/turin/"].body)
    said = ("du 14 au 15 juin 2025", "fin 2024", "1er semestre 2024", "mi-juin 2025")
    assert all(words in page for words in said)

"""The catalog: what may be told on a day, in what order, and nothing else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from city_relations.catalog import read_catalog
from city_relations.problems import ContentError
from city_relations.schema.choices import Theme
from small_city import catalog_of, profile, release, write_bare_city

YEAR = "press_releases/2024"


def test_releases_come_newest_first(tmp_path):
    """Newest first; of one day, the last name of the natural order is the newest."""
    files = {
        f"{YEAR}/2024-05-06-b.md": release(date="2024-05-06"),
        f"{YEAR}/2024-05-06-a.md": release(date="2024-05-06"),
        f"{YEAR}/2024-01-02-c.md": release(date="2024-01-02"),
        "press_releases/2025/2025-01-01-d.md": release(date="2025-01-01"),
    }
    catalog = catalog_of(tmp_path, files)
    slugs = [r.slug for r in catalog.releases]
    assert slugs == ["2025-01-01-d", "2024-05-06-b", "2024-05-06-a", "2024-01-02-c"]
    assert [(y, len(found)) for y, found in catalog.years.items()] == [(2025, 1), (2024, 3)]


def test_releases_are_found_by_partner(tmp_path):
    """A partner has the releases that name it, a partner without any has none."""
    files = {
        "partners/korca.yml": profile("Korça"),
        "partners/muette.yml": profile("Muette"),
        f"{YEAR}/2024-05-06-a.md": release(partner="turin, korca, turin"),
        f"{YEAR}/2024-05-07-b.md": release(date="2024-05-07", partner="korca"),
    }
    catalog = catalog_of(tmp_path, files)
    assert [r.slug[-1] for r in catalog.releases_of("korca")] == ["b", "a"]
    assert [r.slug[-1] for r in catalog.releases_of("turin")] == ["a"]
    assert catalog.releases_of("muette") == ()
    assert catalog.partner("korca").name.in_("fr") == "Korça"


@pytest.mark.parametrize(
    ("more", "date", "seen"),
    [
        ("", "2024-05-06", True),
        ("", "2030-01-01", False),
        ("status: draft\n", "2024-05-06", False),
        ("embargo: 2026-11-22T12:59\n", "2024-05-06", True),
        ("embargo: 2026-11-22T13:01\n", "2024-05-06", False),
    ],
)
def test_what_waits_is_not_there(tmp_path, more, date, seen):
    """Drafts, the future and what is under embargo are in no list; it is 13 h in Paris."""
    path = f"press_releases/{date[:4]}/{date}-a.md"
    catalog = catalog_of(tmp_path, {path: release(date=date, more=more)})
    assert bool(catalog.releases) is seen
    assert bool(catalog.years) is seen
    assert bool(catalog.releases_of("turin")) is seen


def test_what_is_withdrawn_keeps_its_address_alone(tmp_path):
    """A withdrawn release is in no list, and is known as withdrawn."""
    path = f"{YEAR}/2024-05-06-a.md"
    catalog = catalog_of(tmp_path, {path: release(more="status: withdrawn\n")})
    assert catalog.releases == ()
    assert [r.slug for r in catalog.withdrawn] == ["2024-05-06-a"]


def test_the_day_is_the_city_s(tmp_path):
    """At 23:30 UTC in summer it is already tomorrow in Paris."""
    now = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert catalog_of(tmp_path, now=now).today.isoformat() == "2026-07-02"


def test_a_translation_goes_with_its_original(tmp_path):
    """A translation is no release of its own; it leads back to its original."""
    path = f"{YEAR}/2024-05-06-a"
    files = {f"{path}.md": release("Original"), f"{path}.it.md": release("Traduzione")}
    catalog = catalog_of(tmp_path, files)
    assert [r.title for r in catalog.releases] == ["Original"]
    (translation,) = catalog.translations["2024-05-06-a"]
    assert catalog.original(translation).title == "Original"
    assert catalog.original(catalog.releases[0]) is catalog.releases[0]


def test_themes_are_those_somebody_speaks_of(tmp_path):
    """A theme is told when a tie, a project or a release is about it."""
    files = {
        "partners/turin.yml": "name: Turin\ncountry: IT\n"
        "ties: [{kind: twinning, since: 1990, themes: [water]}]\n",
        f"{YEAR}/2024-05-06-a.md": release(more="themes: [sport]\n"),
    }
    catalog = catalog_of(tmp_path, files)
    assert set(catalog.themes) == {Theme.WATER, Theme.SPORT}
    assert [p.slug for p in catalog.partners_on(Theme.WATER)] == ["turin"]
    assert [r.slug for r in catalog.releases_on(Theme.SPORT)] == ["2024-05-06-a"]
    assert catalog.releases_on(Theme.WATER) == ()


def test_nothing_in_it_can_be_changed(tmp_path):
    """Neither the catalog nor a record in it takes another value."""
    catalog = catalog_of(tmp_path)
    with pytest.raises(FrozenInstanceError):
        catalog.partners = ()
    with pytest.raises(ValueError, match="frozen"):
        catalog.partners[0].country = "FR"


def test_bad_content_has_no_catalog(tmp_path):
    """Every problem of every file is raised at once; remarks alone stop nothing."""
    write_bare_city(tmp_path, {"partners/a.yml": "nom: A\n", f"{YEAR}/2024-05-06-a.md": "rien"})
    with pytest.raises(ContentError) as raised:
        read_catalog(tmp_path, datetime(2026, 1, 1, tzinfo=UTC))
    assert {p.file for p in raised.value.problems} == {"partners/a.yml", f"{YEAR}/2024-05-06-a.md"}
    assert raised.value.faults >= 3

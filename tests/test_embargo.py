"""What may not be read yet is in no byte of what is published."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from building import copy_project, run_mkdocs
from canaries import DRAFT, EMBARGOED, FUTURE, WORDS, add_canaries, found_in
from city_relations.catalog.visibility import is_visible
from city_relations.schema.press_release import PressRelease

PARIS = ZoneInfo("Europe/Paris")


def epoch(moment):
    """Return a moment in Chambéry as a build takes it."""
    return str(int(datetime.fromisoformat(moment).replace(tzinfo=PARIS).timestamp()))


def built(project, **environ):
    """Build a project's site, not strictly: nothing but the core holds words back."""
    done = run_mkdocs(project, "build", "--site-dir", str(project / "site"), **environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def canary_site(tmp_path_factory):
    """Build the city's own site with releases nobody may read yet."""
    project = copy_project(tmp_path_factory.mktemp("canaries"))
    add_canaries(project)
    return built(project)


def test_nothing_waiting_is_published(canary_site):
    """No word of a draft, an embargoed, a future or a withdrawn release is in any file."""
    assert found_in(canary_site, WORDS) == {word: [] for word in WORDS}


def test_a_withdrawn_release_keeps_its_address(canary_site):
    """A withdrawn release's page stays, and says that it was withdrawn."""
    page = canary_site / "communiques/2026/2026-07-01-retire/index.html"
    assert "Il a été retiré" in page.read_text(encoding="utf-8")
    assert not (page.parent / "it").exists()


def test_the_search_sees_a_leak_in_every_kind_of_file(tmp_path):
    """The same releases, published, are found in each kind of file: the test above can fail."""
    project = copy_project(tmp_path)
    add_canaries(project, telling=True)
    found = found_in(built(project), WORDS)
    for word, files in found.items():
        kinds = {PurePosixPath(path).suffix for path in files}
        assert kinds >= KINDS, (word, sorted(KINDS - kinds))
        assert any("/recherche/sheets/" in f"/{path}" for path in files)
    assert "sitemap.xml.gz" in found[DRAFT]


_TEXTS = {".html", ".xml", ".json", ".ics", ".csv", ".txt"}
KINDS = _TEXTS | {".webp", ".jpg", ".pdf", ".zip", ".ods", ".xlsx"}


@pytest.mark.parametrize(
    ("now", "told"),
    [(epoch("2027-07-01T11:59"), {FUTURE}), (epoch("2027-07-01T12:00"), {FUTURE, EMBARGOED})],
)
def test_an_embargo_ends_at_its_minute_in_the_built_site(tmp_path, now, told):
    """In summer time, a release appears at its minute and not before, with its translation."""
    project = copy_project(tmp_path)
    add_canaries(project)
    found = found_in(built(project, SOURCE_DATE_EPOCH=now), WORDS)
    assert {word for word, files in found.items() if files} == told


@pytest.mark.parametrize(
    ("embargo", "last_hidden", "first_shown"),
    [
        # Winter and summer: eleven o'clock in Chambéry is not the same hour in Greenwich.
        ("2026-01-15T11:00", "2026-01-15T09:59Z", "2026-01-15T10:00Z"),
        ("2026-07-15T11:00", "2026-07-15T08:59Z", "2026-07-15T09:00Z"),
        # 29 March 2026, 02:30 is skipped: never early, so 03:30.
        ("2026-03-29T02:30", "2026-03-29T01:29Z", "2026-03-29T01:30Z"),
        # 25 October 2026, 02:30 comes twice: never early, so the second time, and then for good.
        ("2026-10-25T02:30", "2026-10-25T01:29Z", "2026-10-25T01:30Z"),
        # No embargo: the day itself, from midnight.
        ("", "2026-06-30T21:59Z", "2026-06-30T22:00Z"),
    ],
)
def test_an_embargo_ends_at_its_minute(embargo, last_hidden, first_shown):
    """The minute is the city's, whatever the season and the zone of the machine that builds."""
    release = PressRelease.model_validate(
        {
            "title": "T",
            "date": embargo[:10] or "2026-07-01",
            **({"embargo": embargo} if embargo else {}),
        }
    )
    assert not is_visible(release, PARIS, datetime.fromisoformat(last_hidden))
    assert is_visible(release, PARIS, datetime.fromisoformat(first_shown))
    assert is_visible(release, PARIS, datetime.fromisoformat(first_shown).astimezone(PARIS))

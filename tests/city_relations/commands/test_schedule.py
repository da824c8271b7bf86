"""What is said of a forge's schedule, and the issue that a job opens once a month."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from building import NOW
from city_relations.catalog.findings import findings
from city_relations.commands.issue import MARK, issue
from city_relations.commands.schedule import schedule_stopping
from city_relations.language.words import words_for
from small_city import catalog_of

WORKFLOW = "on:\n  schedule:\n    - cron: '7 * * * *'\n"
SAVED = datetime(2026, 10, 1, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path):
    """Write a repository whose one commit was on a day of October 2026."""
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/site.yml").write_text(WORKFLOW)
    day = SAVED.isoformat()
    who = ["-c", "user.name=x", "-c", "user.email=x@city.example"]
    for asked in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        environ = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day, "HOME": str(tmp_path)}
        subprocess.run(["git", *asked], cwd=tmp_path, env=environ, check=True)
    return tmp_path


@pytest.mark.parametrize(("days", "told"), [(44, False), (45, True), (90, True)])
def test_f15_a_schedule_that_stops_is_told(repository, days, told):
    """F15: a fortnight before GitHub stops the schedule, and from then on, it is said."""
    said = schedule_stopping(repository, SAVED + timedelta(days=days))
    assert (said is not None) == told
    assert said is None or str(days) in words_for("fr")(said)


def test_f15_nothing_is_said_without_a_schedule(repository, tmp_path_factory):
    """A folder without Git, or a repository whose workflows have no schedule, is told nothing."""
    late = SAVED + timedelta(days=400)
    assert schedule_stopping(tmp_path_factory.mktemp("bare"), late) is None
    (repository / ".github/workflows/site.yml").write_text("on: push\n")
    assert schedule_stopping(repository, late) is None


def test_an_issue_tells_what_is_due(tmp_path):
    """The issue has its title first, a box for each finding, and the mark it is found by."""
    catalog = catalog_of(tmp_path)
    lines = list(issue(findings(catalog), None, catalog.today, words_for("fr")))
    assert lines[0] == "Ce qui est à relire, le 22 novembre 2026"
    assert any(line.startswith("- [ ] partners/turin.yml:1:") for line in lines)
    assert lines[-1] == MARK


def test_an_issue_is_empty_where_nothing_is_due():
    """Where nothing is due nothing is written, and the job closes the issue."""
    assert list(issue((), None, NOW.date(), words_for("fr"))) == []

"""What the staff are told of time: each matter once, never as a fault, also as data."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

import forked
from building import NOW, environment
from city_relations.catalog import read_catalog
from city_relations.catalog.findings import Matter, as_data, findings, remarks, report
from city_relations.language.words import words_for
from small_city import RELEASE, write_city

FR = words_for("fr")
BASE = """name: Turin
country: IT
coordinates: {lat: 45.07, lon: 7.69}
sources: ["Registre de la Ville"]
"""
PLANNED = "ties: [{kind: agreement, since: 2020, acts: [{act: renewal, %s}]}]\n"
TERM = "ties: [{kind: agreement, term: {years: 3}, acts: [{act: signature, date: %s}]}]\n"
ALIVE = "events: [{date: 2026-05-01, title: Une fête}]\nchecked: {date: 2026-11-01}\n"
MATTERS = {
    Matter.TERM_ENDING: TERM % "2024-03-01" + ALIVE,
    Matter.TERM_ENDED: TERM % "2020-03-01" + ALIVE,
    Matter.PLAN_OVERDUE: PLANNED % "planned: 2026-21" + ALIVE,
    Matter.DATE_AHEAD: PLANNED % "date: 2027-03-01" + ALIVE,
    Matter.DORMANT: "ties: [{kind: twinning, since: 1957}]\nchecked: {date: 2026-11-01}\n",
    Matter.RECHECK_DUE: "ties: [{kind: twinning, since: 1957}]\n"
    + ALIVE.replace("2026-11-01", "2026-01-01, next: 2026-06"),
    Matter.UNSOURCED: "ties: [{kind: twinning, since: 1957}]\npopulation: {value: 12}\n" + ALIVE,
}


def catalog(root, profile, now=NOW):
    """Return the catalog of a city with one partner."""
    files = {"partners/turin.yml": BASE + profile}
    return read_catalog(write_city(root / "city", files, base=False), now)


@pytest.mark.parametrize("matter", MATTERS)
def test_each_matter_is_found(matter, tmp_path):
    """A profile with one thing to look at gets that finding alone, with its place."""
    found = findings(catalog(tmp_path, MATTERS[matter]))
    assert [f.matter for f in found] == [matter]
    assert found[0].problem.remark
    assert found[0].problem.file == "partners/turin.yml"
    assert found[0].problem.line > 4
    assert FR(found[0].problem.text)


def test_nothing_to_look_at_is_said(tmp_path):
    """A profile in order gives no finding, and a sentence says so."""
    found = findings(catalog(tmp_path, "ties: [{kind: twinning, since: 1957}]\n" + ALIVE))
    assert found == ()
    assert report(found, FR) == ["Rien à signaler."]


def test_two_files_that_disagree_are_told(tmp_path):
    """What the check remarked, such as two dates for one event, is listed too, once in the log."""
    release = RELEASE.replace("themes:", "events: [{date: 2024-05-20, title: Fête}]\nthemes:")
    event = "ties: [{kind: twinning, since: 1957}]\nevents: [{date: 2024-05-19, title: Fête}]\n"
    files = {
        "partners/turin.yml": BASE + event + "checked: {date: 2026-11-01}\n",
        "press_releases/2024/2024-05-19-turin.md": release,
    }
    found = read_catalog(write_city(tmp_path / "city", files, base=False), NOW)
    assert [f.matter for f in findings(found)] == [Matter.DOUBTFUL]
    assert remarks(found) == ()


def test_findings_as_data(tmp_path):
    """A scheduled job gets the day, the matter, the rule, the place and the sentence."""
    stands = catalog(tmp_path, MATTERS[Matter.TERM_ENDED])
    data = as_data(findings(stands), stands.today, FR)
    assert data["day"] == "2026-11-22"
    assert data["findings"][0]["matter"] == "term_ended"
    assert data["findings"][0]["rule"] == "term-ended"
    assert data["findings"][0]["line"] == 5
    json.dumps(data)


def test_another_day_gives_other_findings(tmp_path):
    """The same files on another day have another standing."""
    profile = MATTERS[Matter.TERM_ENDING]
    later = datetime(2027, 4, 1, 12, tzinfo=UTC)
    assert [f.matter for f in findings(catalog(tmp_path, profile, later))] == [Matter.TERM_ENDED]


def test_the_command_says_it(tmp_path):
    """`relations status --on` speaks for a day, as text and as JSON, and never fails."""
    root = write_city(
        tmp_path / "city", {"partners/turin.yml": BASE + MATTERS[Matter.TERM_ENDING]}, base=False
    )
    said = status(root, "--on", "2027-04-01")
    assert said.startswith("Durées achevées sans renouvellement\n  partners/turin.yml:5:")
    assert json.loads(status(root, "--on", "2027-04-01", "--format", "json"))["day"] == "2027-04-01"
    assert "Échéances dans les six mois" in status(root)


def status(root, *options):
    """Run the command as the staff do; give what it says."""
    done = forked.run("city_relations", ["status", *options], root, environment())
    assert done.returncode == 0, done.stderr
    return done.stdout

"""The files of the forges: nothing unpinned, no secret where code of others runs."""

from __future__ import annotations

import re

import pytest
import yaml

from building import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def read(path):
    """Read a YAML file of a forge."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow):
    """Return the steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_hash(path):
    """Code of others is named by what it is, not by a name that can move."""
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]
    assert used
    assert all(PINNED.fullmatch(action) for action in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_building_has_no_secret(path):
    """What runs the code of a pull request may read the repository, and nothing more."""
    text, workflow = path.read_text(encoding="utf-8"), read(path)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        runs_code = any("run" in step for step in job["steps"])
        assert not runs_code or job["permissions"] == {"contents": "read"}


def test_publishing_is_a_job_of_its_own():
    """Only the main branch publishes: on a change, on the hour, or at the press of a button."""
    workflow = read(ROOT / ".github" / "workflows" / "site.yml")
    assert {"schedule", "workflow_dispatch", "pull_request", "push"} <= workflow[True].keys()
    assert "refs/heads/main" in workflow["jobs"]["publish"]["if"]
    assert workflow["jobs"]["publish"]["needs"] == "build"


def test_gitlab_reports_and_publishes():
    """The report stands on the lines of a merge request; pages come from the default branch."""
    jobs = read(ROOT / ".gitlab-ci.yml")
    assert jobs["build"]["artifacts"]["reports"] == {"codequality": "gl-code-quality.json"}
    assert "CI_DEFAULT_BRANCH" in jobs["pages"]["rules"][0]["if"]


def test_the_hook_checks_all_that_hangs_together():
    """A change in one file may break another: the hook looks at all of them."""
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["entry"], hook["pass_filenames"]) == ("relations check", False)
    assert hook["always_run"], "a file taken away alone must be told as well"
    assert "files" not in hook

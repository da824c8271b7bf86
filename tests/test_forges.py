"""The files of the forges: nothing unpinned, no secret where code of others runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import check_jsonschema
import pytest
import yaml
from jsonschema.validators import validator_for

from building import ROOT
from city_relations.commands.issue import MARK

STARTER = ROOT / "hooks" / "city_relations" / "starter" / "common"
# This repository's files for each forge, and those that `relations init` writes.
GITHUB = [
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    *sorted((STARTER / "dot-github" / "workflows").glob("*.txt")),
]
FORGEJO = [
    *sorted((ROOT / ".forgejo" / "workflows").glob("*.yml")),
    *sorted((STARTER / "dot-forgejo" / "workflows").glob("*.txt")),
]
GITLAB = [ROOT / ".gitlab-ci.yml", STARTER / "dot-gitlab-ci.yml.txt"]
WORKFLOWS = [*GITHUB, *FORGEJO]
SCHEMAS = Path(check_jsonschema.__file__).parent / "builtin_schemas" / "vendor"
PINNED = re.compile(r"(https://data\.forgejo\.org/)?[\w-]+/[\w-]+@[0-9a-f]{40}")
VERSION = re.compile(r"uses: (\S+)@(\S+) # (v\d+\S*)")


def read(path):
    """Read a YAML file of a forge."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def name_of(path):
    """Return the path of a forge's file as a test is called by it."""
    return path.relative_to(ROOT).as_posix().replace("hooks/city_relations/", "")


def steps(workflow):
    """Return the steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_actions_are_pinned_by_hash(path):
    """Code of others is named by what it is, not by a name that can move."""
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]
    assert used
    assert all(PINNED.fullmatch(action) for action in used)


@pytest.mark.parametrize("path", GITHUB, ids=name_of)
def test_building_has_no_secret(path):
    """What runs the code of a pull request may read the repository, and nothing more."""
    text, workflow = path.read_text(encoding="utf-8"), read(path)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        has_code = any("actions/checkout" in step.get("uses", "") for step in job["steps"])
        assert not has_code or job["permissions"] == {"contents": "read"}


JUDGED = {
    "github-workflows": WORKFLOWS,  # Forgejo reads the same grammar
    "gitlab-ci": GITLAB,
    "dependabot": sorted(ROOT.glob(".github/dep*")) + sorted(STARTER.glob("dot-github/dep*")),
    "renovate": sorted(ROOT.glob(".*/renovate.json")) + sorted(STARTER.glob("dot-*/renovate*")),
}


class Loader(yaml.SafeLoader):
    """Reads YAML 1.2 as forges do: `on` is a word."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, sign) for tag, sign in found if not tag.endswith(":bool") or first in "tTfF"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(
    ("schema", "path"),
    [(schema, path) for schema, paths in JUDGED.items() for path in paths],
    ids=lambda told: told if isinstance(told, str) else name_of(told),
)
def test_each_file_is_as_its_forges_schema_says(schema, path):
    """No field is unknown to the forge, of another kind, or in the wrong place."""
    rules = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    told = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a SafeLoader
    assert [error.message for error in validator_for(rules)(rules).iter_errors(told)] == []


@pytest.mark.parametrize("schema", JUDGED)
def test_the_schemas_refuse_what_is_no_file_of_theirs(schema):
    """The judges are awake: a file with a slip is refused."""
    rules = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    slip = {"jobs": 3, "stages": 4, "version": "x", "extends": 5}
    assert list(validator_for(rules)(rules).iter_errors(slip))
    assert JUDGED[schema]


def test_an_action_has_one_version():
    """Every file names one version of an action, by the same hash: they are renewed together."""
    told = [found for path in WORKFLOWS for found in VERSION.findall(path.read_text("utf-8"))]
    versions = {}
    for action, digest, version in told:
        versions.setdefault(action.rpartition("actions/")[2], set()).add((digest, version))
    assert len(told) == sum(len([s for s in steps(read(p)) if "uses" in s]) for p in WORKFLOWS)
    assert {action: found for action, found in versions.items() if len(found) > 1} == {}


def test_f5_each_forge_renews_what_its_files_name():
    """F5: each forge's own updater looks at its files, here and in a city's repository."""
    for home, dot, end in ((ROOT, ".", ""), (STARTER, "dot-", ".txt")):
        github = read(home / f"{dot}github" / f"dependabot.yml{end}")
        assert [one["package-ecosystem"] for one in github["updates"]] == ["github-actions"]
        for forge, manager in (("gitlab", "gitlabci"), ("forgejo", "github-actions")):
            renovate = read(home / f"{dot}{forge}" / f"renovate.json{end}")
            assert renovate["enabledManagers"] == [manager]


@pytest.mark.parametrize("name", ["audit.yml", "import.yml", "site.yml", "status.yml", "tidy.yml"])
@pytest.mark.parametrize("forge", ["github", "forgejo"])
def test_a_city_has_this_repositorys_workflows(forge, name):
    """What a city begins with does what this repository does, but for how it installs."""
    own = (ROOT / f".{forge}" / "workflows" / name).read_text(encoding="utf-8")
    begun = (STARTER / f"dot-{forge}" / "workflows" / f"{name}.txt").read_text(encoding="utf-8")
    begun = begun.replace("# Once: Settings > Pages > Source > GitHub Actions.\n", "")
    assert own.replace(".venv/site.stamp", ".venv/stamp") == begun


@pytest.mark.parametrize("path", [p for p in WORKFLOWS if p.name.startswith("site")], ids=name_of)
def test_what_is_costly_is_kept_between_runs(path):
    """An hourly run finds what the last one drew."""
    (kept,) = [step for step in steps(read(path)) if "/cache@" in step.get("uses", "")]
    assert kept["with"]["path"] == ".cache/relations"
    assert "github.run_id" in kept["with"]["key"]
    assert kept["with"]["restore-keys"] == "relations-"


@pytest.mark.parametrize("path", [p for p in WORKFLOWS if p.name.startswith("site")], ids=name_of)
def test_f5_every_file_of_the_site_is_kept(path):
    """F5: what begins with a point, as `.well-known/`, is in every artefact of the site."""
    kept = [step for step in steps(read(path)) if "upload" in step.get("uses", "")]
    assert kept
    assert all(step["with"]["include-hidden-files"] is True for step in kept)


@pytest.mark.parametrize("path", [p for p in WORKFLOWS if p.name.startswith("site")], ids=name_of)
def test_who_asks_for_a_change_is_led_to_its_site(path):
    """The run of a pull request says where its site can be had."""
    told = [step["run"] for step in steps(read(path)) if step.get("name") == "Say where it is"]
    assert len(told) == 1
    assert "http.server" in told[0]


@pytest.mark.parametrize("path", [p for p in FORGEJO if p.name.startswith("site")], ids=name_of)
def test_f14_forgejo_publishes_where_the_site_is_served(path):
    """F14: the machine that serves publishes by our command, of the main branch alone."""
    job = read(path)["jobs"]["publish"]
    assert any("relations publish" in step.get("run", "") for step in job["steps"])
    assert "refs/heads/main" in job["if"]
    assert "vars.SERVED_FOLDER != ''" in job["if"]


STATUS = [path for path in WORKFLOWS if path.name.startswith("status")]


@pytest.mark.parametrize("path", STATUS, ids=name_of)
def test_a_month_has_one_issue(path):
    """Once a month what is due is found, and told in one issue, renewed or closed."""
    workflow = read(path)
    assert len(workflow[True]["schedule"][0]["cron"].split()) == 5
    assert workflow[True]["schedule"][0]["cron"].split()[2] == "1"
    assert "pull_request" not in workflow[True]
    script = steps(workflow)[-1]["run"]
    assert MARK in script


SHELL = [
    *(steps(read(path))[-1]["run"] for path in STATUS),
    *(read(path)["status"]["script"][-1] for path in GITLAB),
]
# Stands in for the forge: says what was asked of it, and which issue is open.
FORGE = """#!/bin/sh
case "$*" in *list*|*state=open*) cat issues;; *) printf '%s\\n' "$*" >> asked;; esac
"""
GH_LIST = """#!/bin/sh
case "$*" in *" list "*) cat last;; *) printf '%s\\n' "$*" >> asked;; esac
"""


@pytest.mark.parametrize(
    "script",
    SHELL,
    ids=["github", "github-city", "forgejo", "forgejo-city", "gitlab", "gitlab-city"],
)
@pytest.mark.parametrize(
    ("due", "is_open", "asked"),
    [(True, False, "new"), (True, True, "renewed"), (False, True, "closed"), (False, False, "")],
)
def test_the_issue_is_opened_renewed_or_closed(tmp_path, script, due, is_open, asked):
    """The script asks the forge for one thing: an issue opened, the same renewed, or closed."""
    if not shutil.which("jq"):
        pytest.skip("no jq: apt-get install jq")
    issue = {"number": 7, "iid": 7, "body": MARK, "description": MARK}
    (tmp_path / "issues").write_text(json.dumps([issue] if is_open else []), encoding="utf-8")
    (tmp_path / "last").write_text("7\n" if is_open else "", encoding="utf-8")
    (tmp_path / "due.md").write_text(f"A title\n\nDue.\n{MARK}\n" if due else "", "utf-8")
    for name, text in (("curl", FORGE), ("gh", GH_LIST)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    variables = {"CI_API_V4_URL": "x", "CI_PROJECT_ID": "1", "STATUS_TOKEN": "t", "TOKEN": "t"}
    environ = {**os.environ, "PATH": path, "ISSUES": "x/issues", **variables}
    program = ["bash", "-e", "-o", "pipefail", "-c", script]
    done = subprocess.run(program, cwd=tmp_path, env=environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    told = tmp_path / "asked"
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    assert len(lines) == (1 if asked else 0)
    assert not asked or any(word in lines[0] for word in WORDS[asked])
    assert ("7" in "".join(lines).split("/issues")[-1]) == (asked in ("renewed", "closed"))


# How each forge is asked: by its own program, or by its interface.
WORDS = {
    "new": ("issue create", "issue.json x/issues", "x/projects/1/issues"),
    "renewed": (
        "issue edit 7",
        "--request PATCH x/issues/7",
        "--request PUT x/projects/1/issues/7",
    ),
    "closed": ("issue close 7", "closed", "state_event=close"),
}


def test_publishing_is_a_job_of_its_own():
    """Only the main branch publishes: on a change, on the hour, or at the press of a button."""
    workflow = read(ROOT / ".github" / "workflows" / "site.yml")
    assert {"schedule", "workflow_dispatch", "pull_request", "push"} <= workflow[True].keys()
    assert "refs/heads/main" in workflow["jobs"]["publish"]["if"]
    assert workflow["jobs"]["publish"]["needs"] == "build"


@pytest.mark.parametrize("path", GITLAB, ids=name_of)
def test_gitlab_reports_and_publishes(path):
    """A merge request has its report and its site; pages come from the default branch alone."""
    jobs = read(path)
    kept = jobs["build"]["artifacts"]
    assert kept["reports"] == {"codequality": "gl-code-quality.json"}
    assert (kept["expose_as"], kept["paths"]) == ("site", ["site"])
    assert jobs["build"]["cache"]["paths"] == [".cache/relations"]
    assert "CI_DEFAULT_BRANCH" in jobs["pages"]["rules"][-1]["if"]
    assert "CI_DEFAULT_BRANCH" in jobs["status"]["rules"][0]["if"]
    assert jobs["build"]["rules"][0] == {"if": "$STATUS || $AUDIT || $SOURCES", "when": "never"}
    assert jobs["pages"]["rules"][0] == {"if": "$STATUS || $AUDIT || $SOURCES", "when": "never"}
    assert jobs["pages"]["needs"] == ["build"], "a weakness keeps nothing from being published"


def test_weaknesses_are_looked_up_once_a_week():
    """Each forge looks up what is installed by one command, here and in a city's repository."""
    audits = [read(path) for path in WORKFLOWS if path.name.startswith("audit")]
    assert len(audits) == 4
    for found in audits:
        assert steps(found)[-1]["run"].splitlines()[-1].strip() == "make audit"
        assert re.fullmatch(r"\d+ \d+ \* \* \d", found[True]["schedule"][0]["cron"])
        assert "Makefile" in found[True]["push"]["paths"]
    for found in map(read, GITLAB):
        assert found["audit"]["script"] == ["make audit"]
        assert "$AUDIT" in found["audit"]["rules"][0]["if"]


def test_sources_are_asked_once_a_month_by_jobs_that_may_only_read():
    """Each forge asks whether addresses answer, here and in a city, and may write nothing."""
    asking = [read(path) for path in WORKFLOWS if path.name.startswith("sources")]
    assert len(asking) == 4
    for found in asking:
        assert "relations sources" in steps(found)[-1]["run"]
        assert re.fullmatch(r"\d+ \d+ \d+ \* \*", found[True]["schedule"][0]["cron"])
        assert "token" not in json.dumps(found[True]) + json.dumps(found["jobs"])
    for found in map(read, GITLAB):
        assert found["sources"]["script"] == [".venv/bin/relations sources"]
        assert "$SOURCES" in found["sources"]["rules"][0]["if"]


@pytest.mark.parametrize("path", [ROOT / "Makefile", STARTER / "Makefile.txt"], ids=name_of)
def test_what_cannot_be_looked_up_does_not_pass(path):
    """Every look-up is strict: else an index that answers nothing tells of no weakness."""
    calls = re.findall(r"(?m)^\t.*/pip-audit (.*)$", path.read_text(encoding="utf-8"))
    assert calls
    assert all(call.startswith("--strict ") for call in calls)


def test_the_hook_checks_all_that_hangs_together():
    """A change in one file may break another: the hook looks at all of them."""
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["entry"], hook["pass_filenames"]) == ("relations check", False)
    assert hook["always_run"], "a file taken away alone must be told as well"
    assert "files" not in hook

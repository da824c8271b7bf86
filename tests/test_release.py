"""A release: bounded, audited, with its bill of materials, and refused where its words lack."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import tomllib

import pytest

from building import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Numbered by the calendar, so that a first number says nothing.
BY_CALENDAR = {"pdfminer.six", "tzdata"}
NAME = re.compile(r"[\w.-]+")
LOCKED = re.compile(r"(?m)^([\w.-]+)==(\S+)")


def test_dependencies_are_bounded():
    """No new first number of anything we stand on comes by itself into a city."""
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["places"]]
    free = [one for one in asked if "<" not in one]
    assert {NAME.match(one)[0] for one in free} == BY_CALENDAR


def test_what_is_locked_is_within_its_bounds():
    """The lock holds every dependency, in a version below its bound."""
    locked = dict(LOCKED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    for one in PROJECT["dependencies"]:
        name, bound = NAME.match(one)[0].replace(".", "-"), re.search(r"<(\d+)", one)
        assert name in locked, name
        if bound:
            assert int(re.match(r"\d+", locked[name])[0]) < int(bound[1]), name


def test_the_audit_is_locked_by_hash():
    """The tool that looks up weaknesses is known by what it is, and names no registry."""
    lock = (ROOT / ".github" / "audit.txt").read_text(encoding="utf-8")
    assert LOCKED.findall(lock)
    assert "pip-audit" in dict(LOCKED.findall(lock))
    assert "://" not in lock
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_the_bill_lists_what_is_locked(tmp_path):
    """The bill of materials names each locked package once, with its hashes, and the files made."""
    wheel = tmp_path / "city_relations-0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    main = runpy.run_path(str(ROOT / ".ci" / "sbom.py"))["main"]
    main(tmp_path)
    (file,) = tmp_path.glob("*.cdx.json")
    first = file.read_bytes()
    main(tmp_path)
    assert file.read_bytes() == first
    told = json.loads(first)
    locked = LOCKED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert sorted((one["name"], one["version"]) for one in told["components"]) == sorted(locked)
    assert all(one["externalReferences"][0]["hashes"] for one in told["components"])
    assert len({one["bom-ref"] for one in told["components"]}) == len(locked)
    assert told["metadata"]["component"]["properties"][0]["name"] == f"sha256:{wheel.name}"


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("## {version} – 2026-11-30\n", ""),
        ("## {version} – unreleased\n", "CHANGELOG.md: the newest version is not dated"),
        ("## 0.0.1 – 2026-11-30\n", "CHANGELOG.md: the newest version is 0.0.1, not {version}"),
        ("", "CHANGELOG.md: no version"),
    ],
)
def test_a_release_says_what_it_lacks(tmp_path, heading, told):
    """A version nobody described, or described as unreleased, is no release."""
    (tmp_path / "CHANGELOG.md").write_text(heading.format(version=PROJECT["version"]))
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    checked = runpy.run_path(str(ROOT / ".ci" / "releasable.py"))["faults"](tmp_path)
    assert [*checked] == ([told.format(version=PROJECT["version"])] if told else [])


def test_make_release_builds_and_only_says_what_comes_next():
    """`make -n release` checks, builds, bills, and pushes nothing."""
    release = ["make", "-n", "release"]
    done = subprocess.run(release, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert ".ci/releasable.py" in done.stdout
    assert ".ci/sbom.py dist" in done.stdout
    assert not re.search(r"(?m)^\s*git (push|tag)", done.stdout)


def git(*command):
    """Return what git tells of this checkout."""
    done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_a_release_can_be_rehearsed():
    """`make release-dry` tags, builds and bills the last commit, and leaves nothing behind."""
    committed = tomllib.loads(git("show", "HEAD:pyproject.toml"))["project"]["version"]
    before = git("tag"), sorted(ROOT.glob("dist/*"))
    dry = ["make", "release-dry"]
    done = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.partition(f"Rehearsed as v{committed}, then thrown away:\n")[2]
    sizes = {name: int(size) for size, name in map(str.split, told.splitlines())}
    package = f"city_relations-{committed}"
    made = {f"{package}-py3-none-any.whl", f"{package}.tar.gz", f"{package}.cdx.json"}
    assert {*sizes} == {*made, "total"}
    assert min(sizes.values()) > 100_000
    assert (git("tag"), sorted(ROOT.glob("dist/*"))) == before


def test_each_version_says_what_to_do_in_three_lines():
    """A city reads at most three steps for each version."""
    versions = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    for version in versions:
        todo = version.partition("### What to do\n")[2].partition("\n### ")[0]
        assert len(re.findall(r"(?m)^\d+\. ", todo)) <= 3, version[:20]
    assert "### What to do" in versions[0]


def test_security_says_where_to_tell():
    """SECURITY.md says where, what counts and which versions; CONTRIBUTING leads there."""
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for part in ("Tell us of a weakness", "What counts", "Which versions"):
        assert f"## {part}" in security
    assert "SECURITY.md" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

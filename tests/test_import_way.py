"""From a file dropped in a forge to a draft: each forge's steps, played on a bare repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from building import ROOT, environment
from manuscripts import docx, picture
from small_city import write_bare_city

DROPPED = "press_releases/import"
NAME = "Communiqué « final » n° 1.docx"
LONG = "Douze artisans de Turin et de Port-Arden partagent un atelier pendant trois mois. " * 3
BLOCKS = [
    ("p", "Communiqué de presse"),
    ("p", "Port-Arden, le 5 mai 2024"),
    ("h1", "Fixes #12 : un atelier @turin s’ouvre"),
    ("p", LONG),
    ("p", LONG),
    ("p", "Contact : Paul Exemple, 06 12 34 56 78"),
]
DRAFT = "press_releases/2024/2024-05-05-fixes-12-un-atelier-turin-s-ouvre"
STARTER = ROOT / "hooks/city_relations/starter/common"
FORGES = {
    "github": STARTER / "dot-github/workflows/import.yml.txt",
    "forgejo": STARTER / "dot-forgejo/workflows/import.yml.txt",
    "gitlab": STARTER / "dot-gitlab-ci.yml.txt",
}


def scripts(forge):
    """Return the steps of a forge that read what was dropped, and those that commit it."""
    told = yaml.safe_load(FORGES[forge].read_text(encoding="utf-8"))
    if forge == "gitlab":
        return told["import"]["script"], told["draft"]["script"]
    *first, last = [step["run"] for job in told["jobs"].values() for step in job["steps"]
                    if "run" in step]  # fmt: skip
    return first, [last]


class Forge:
    """A bare repository, whose pushes a workflow's steps follow; `asked` is what `gh` was told."""

    def __init__(self, folder, forge):
        self.folder, self.forge = folder, forge
        write_bare_city(folder / "desk", {f"{DROPPED}/LISEZMOI.md": "# Déposer\n"})
        (folder / "desk/.gitignore").write_text(".venv\n.cache\n", encoding="utf-8")
        tools = folder / "tools"
        tools.mkdir()
        for name in ("apt-get", "make"):
            self._tool(name, "")
        self._tool("gh", f'echo "$*" > "{folder}/asked"; cp comment.md "{folder}/comment"')
        bare = (folder / "home/city.git").as_uri()
        self.environ = environment(
            PATH=f"{tools}{os.pathsep}{os.environ['PATH']}",
            **dict.fromkeys(("GH_TOKEN", "TOKEN", "IMPORT_TOKEN"), "t"), REPOSITORY="city",
            GITHUB_SERVER_URL="https://forge.example", SERVER="https://forge.example",
            GITHUB_REPOSITORY="city", GITHUB_SHA="abc", CI_SERVER_HOST="forge.example",
            CI_PROJECT_PATH="city", CI_DEFAULT_BRANCH="main",
            GITHUB_STEP_SUMMARY=str(folder / "summary"),
            HOME=str(folder), GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_COUNT="2",
            GIT_CONFIG_KEY_0=f"url.{bare}.insteadOf",
            GIT_CONFIG_VALUE_0="https://x-access-token:t@forge.example/city.git",
            GIT_CONFIG_KEY_1=f"url.{bare}.insteadOf",
            GIT_CONFIG_VALUE_1="https://import:t@forge.example/city.git",
        )  # fmt: skip
        self.git("init", "--quiet", "--bare", "--initial-branch=main", "home/city.git", at=".")
        self.git("config", "receive.advertisePushOptions", "true", at="home/city.git")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", bare)
        self.push("Begin")

    def _tool(self, name, script):
        path = self.folder / "tools" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def git(self, *arguments, at="desk"):
        """Run git where the press officer works; give what it says."""
        program = ["git", "-c", "user.name=P", "-c", "user.email=p@x.example", *arguments]
        return subprocess.run(
            program, cwd=self.folder / at, env=self.environ, check=True, capture_output=True,
            text=True,
        ).stdout  # fmt: skip

    def push(self, message):
        """Commit all and push it, as the forge does for who saves in a browser."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", "HEAD:main")

    def play(self):
        """Run the workflow on the branch as it is; give whether it ended well, and what it said."""
        work = self.folder / "runner"
        work.mkdir()
        self.git("clone", "--quiet", "home/city.git", "runner/work", at=".")
        (work / "work/.venv/bin").mkdir(parents=True)
        command = Path(sys.executable).with_name("relations")
        (work / "work/.venv/bin/relations").symlink_to(command)
        read, commit = scripts(self.forge)
        done = self._run(read, work / "work")
        if done.returncode == 0:
            folder = work
            if self.forge == "forgejo":
                folder = work / "work"
            else:
                (work / "work/drafts").rename(work / "drafts")
            done = self._run(commit, folder)
        work.rename(self.folder / f"runner-{len(list(self.folder.glob('runner-*')))}")
        self.git("pull", "--quiet", "--rebase", "origin", "main")
        return done.returncode == 0, done.stdout + done.stderr

    def _run(self, steps, folder):
        program = ["bash", "-e", "-c", "\n".join(steps)]
        return subprocess.run(
            program, cwd=folder, env=self.environ, check=False, capture_output=True, text=True
        )


@pytest.mark.parametrize("forge", FORGES)
def test_what_is_dropped_becomes_a_draft(tmp_path, forge):
    """A dropped file and its photo are a draft, and the commit's message tells what to verify."""
    city = Forge(tmp_path, forge)
    folder = tmp_path / "desk" / DROPPED
    (folder / NAME).write_bytes(docx(BLOCKS))
    (folder / "Photo 1.jpg").write_bytes(picture())
    city.push("Add files via upload")
    assert city.play()[0]
    assert sorted(path.name for path in folder.iterdir()) == ["LISEZMOI.md"]
    text = (tmp_path / "desk" / f"{DRAFT}.md").read_text(encoding="utf-8")
    assert ("\nstatus: draft\n" in text, f"- file: {Path(DRAFT).name}-1.jpg" in text) == (True,) * 2
    assert '    alt: ""\n    credit: ""\n' in text, (
        "what lacks is to be filled in, not to be formed"
    )
    assert (tmp_path / "desk" / f"{DRAFT}-1.jpg").read_bytes() == picture()
    message = city.git("log", "-1", "--format=%B")
    assert message.startswith("Brouillon : Fixes #\u206012 : un atelier @\u2060turin s’ouvre\n\n")
    assert "06 12 34 56 78" in message
    if forge == "github":
        assert "06 12 34 56 78" in (tmp_path / "summary").read_text(encoding="utf-8")
        comment = (tmp_path / "comment").read_text(encoding="utf-8")
        assert f"- [{DRAFT}.md](https://forge.example/city/edit/main/{DRAFT}.md)" in comment
        assert "commits/abc/comments" in (tmp_path / "asked").read_text(encoding="utf-8")


def test_what_is_refused_stays_and_the_rest_is_drafted(tmp_path):
    """Of two files one is refused: it stays and the run is red, and the other is a draft."""
    city = Forge(tmp_path, "github")
    folder = tmp_path / "desk" / DROPPED
    (folder / "ancien.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "b.docx").write_bytes(docx(BLOCKS))
    (folder / "photo.jpg").write_bytes(picture())
    city.push("Add files via upload")
    is_well, _ = city.play()
    assert (is_well, (tmp_path / "desk" / f"{DRAFT}.md").exists()) == (False, True)
    assert sorted(path.name for path in folder.iterdir()) == [
        "LISEZMOI.md", "ancien.doc", "photo.jpg",
    ]  # fmt: skip
    comment = (tmp_path / "comment").read_text(encoding="utf-8")
    assert ("ancien.doc" in comment, "docx" in comment) == (True, True)
    before = city.git("rev-parse", "HEAD")
    assert city.play()[0] is False
    assert city.git("rev-parse", "HEAD") == before, "a run that drafts nothing commits nothing"


@pytest.mark.parametrize("forge", FORGES)
def test_what_is_no_draft_is_not_committed(tmp_path, forge):
    """Whatever came out of the reading, nothing that stood there is changed, nor code written."""
    city = Forge(tmp_path, forge)
    work = tmp_path / "runner"
    work.mkdir()
    city.git("clone", "--quiet", "home/city.git", "runner/work", at=".")
    (work / "work/mkdocs.yml").write_text("x", encoding="utf-8")
    patch = city.git("diff", "--binary", at="runner/work")
    (work / "drafts").mkdir()
    (work / "drafts/drafts.patch").write_text(patch, encoding="utf-8")
    (work / "drafts/message.txt").write_text("x", encoding="utf-8")
    before = city.git("ls-remote", "origin", "main")
    _, commit = scripts(forge)
    assert city._run(commit, work / ("work" if forge == "forgejo" else ".")).returncode  # noqa: SLF001
    assert city.git("ls-remote", "origin", "main") == before

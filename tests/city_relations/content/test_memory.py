"""What a preview remembers of the content is what a new reading would find."""

from __future__ import annotations

import os
import random

import pytest

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.content import read_content
from city_relations.content.memory import Memory
from city_relations.language.words import words_for
from city_relations.problems import ContentError, tell
from small_city import CONFIGURATION, profile, release, write_bare_city

FRENCH = words_for("fr")
NEWS = "press_releases/2024/2024-05-06-a.md"
# What is written into a file in turn, sound and unsound: most of it is told by some rule.
TEXTS = {
    NEWS: (
        release(),
        release("Autre titre"),
        release(partner="gand"),
        release(body="Appelez le 06 12 34 56 78, ou marie.dupont@port-arden.example."),
        release(body="Un signe 🂡 sans police."),
        release(more='embargo: "2024-05-06 08:00"\n'),
        release(date="2024-05-07"),
        "---\ntitle: [\n---\n",
        b"\xff\xfe",
        "",
    ),
    "press_releases/2024/2024-05-07-b.md": (release("Titre b", "2024-05-07"), release("Un titre")),
    "partners/turin.yml": (profile(), profile(more="website: x\n"), "name: Turin\n", "- a\n"),
    "partners/gand.yml": (profile("Gand"), profile("Turin"), profile("Gand", "contry: BE\n")),
    "mkdocs.yml": (
        CONFIGURATION,
        CONFIGURATION.replace("Europe/Paris", "America/Toronto"),
        CONFIGURATION.replace("presse@", "marie.dupont@"),
        CONFIGURATION.replace("country: FR", "country: BE"),
        f"{CONFIGURATION}copyright: Ville\nnav: [index.md]\n",
        f"{CONFIGURATION}copyright: [\n",
    ),
}


def told(root, memory=None):
    """Return all that a reading finds: problems, or records and remarks."""
    try:
        found = read_catalog(root, NOW, memory=memory)
    except ContentError as error:
        return tell(error.problems, FRENCH)
    return (
        tell(found.remarks, FRENCH),
        found.records,
        [record.document.body for record in found.records],
    )


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_it_says_what_a_new_reading_says(tmp_path, seed):
    """Files changed, removed and faulty, the city changed: memory never tells otherwise."""
    draw = random.Random(seed)  # noqa: S311 - edits, nothing secret
    root, memory = write_bare_city(tmp_path), Memory()
    for step in range(25):
        path = root / draw.choice([*TEXTS])
        path.parent.mkdir(parents=True, exist_ok=True)
        text = draw.choice(TEXTS[path.relative_to(root).as_posix()])
        if draw.random() < 0.15 and path.name != "mkdocs.yml":
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        assert told(root, memory) == told(root), (seed, step, path.name, text)


def test_a_file_that_says_the_same_is_not_read_again(tmp_path):
    """The same record is handed on, whatever its file's date; another text is another record."""
    root, memory = write_bare_city(tmp_path, {NEWS: release()}), Memory()
    first = read_content(root, memory=memory)
    os.utime(root / NEWS, (1, 1))
    again = read_content(root, memory=memory)
    assert again.releases[0].document is first.releases[0].document
    (root / NEWS).write_text(release("Un autre"), encoding="utf-8")
    assert read_content(root, memory=memory).releases[0].title == "Un autre"


def test_what_is_no_ordinary_file_is_refused_each_time(tmp_path):
    """A link, or a pipe, that takes a file's place is not answered from memory, nor waited for."""
    root, memory = write_bare_city(tmp_path, {NEWS: release()}), Memory()
    assert read_content(root, memory=memory).problems == []
    (root / NEWS).rename(tmp_path / "elsewhere.md")
    (root / NEWS).symlink_to(tmp_path / "elsewhere.md")
    assert [p.rule for p in read_content(root, memory=memory).problems] == ["link-to-a-file"]
    (root / NEWS).unlink()
    os.mkfifo(root / NEWS)
    assert [p.rule for p in read_content(root, memory=memory).problems] == ["no-ordinary-file"]

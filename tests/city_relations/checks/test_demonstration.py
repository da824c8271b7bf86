"""A fork that keeps our demonstration's texts is told so; nobody else is."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime

from building import CONTENT, ROOT, SAMPLE_CITY
from city_relations.checks import check
from city_relations.checks.demonstration import PRINTS, print_of, sentences
from city_relations.content import read_content
from city_relations.documents import with_fields
from city_relations.schema.nearest import folded
from city_relations.starter import FOLDER
from small_city import write_city

STARTERS = sorted(FOLDER.rglob("docs/*.md"))
RULE = "nothing-of-the-demonstration-stays"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def told(root):
    """Return the files in which the rule finds a text of the demonstration."""
    return {problem.file for problem in check(read_content(root)) if problem.rule == RULE}


def test_the_prints_are_those_of_the_demonstration():
    """Each sentence of our files is known by its print; `BLESS=1` takes them anew."""
    content = read_content(ROOT)
    documents = [one.document for one in (*content.records, *content.written)]
    every = [with_fields(path.read_text(encoding="utf-8"), path.name) for path in STARTERS]
    of_every_city = {one for document in every for one in sentences(document)}
    ours = {one for document in documents for one in sentences(document)} - of_every_city
    prints = sorted({print_of(one) for one in ours})
    text = "\n".join([print_of(folded(content.city.name)), *prints]) + "\n"
    if os.environ.get("BLESS"):
        PRINTS.write_text(text, encoding="ascii")
    assert len(prints) > 50
    known = PRINTS.read_text(encoding="ascii").split()
    assert known[0] == text.split()[0]
    assert set(prints) <= set(known), "BLESS=1 takes them anew"


def test_the_demonstration_itself_is_not_told():
    """Neither our demonstration nor the sample city nor a small one says what is another's."""
    assert told(ROOT) == set()
    assert told(SAMPLE_CITY) == set()


def test_a_fork_is_told_file_by_file(tmp_path):
    """Another city among our files is told of each of them; of those it wrote itself, of none."""
    for folder in CONTENT:
        shutil.copytree(ROOT / folder, tmp_path / "fork" / folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    name = read_content(ROOT).city.name
    (tmp_path / "fork" / "mkdocs.yml").write_text(
        settings.replace(f"name: {name}\n", "name: Gap\n")
    )
    own = tmp_path / "fork" / "docs" / "accessibilite.md"
    own.write_text(
        "---\ntitle: Accessibilité\n---\n# Accessibilité\n\nNotre propre phrase, assez longue.\n"
    )
    found = told(tmp_path / "fork")
    content = read_content(ROOT)
    files = {one.document.file for one in (*content.records, *content.written)}
    assert files - found == {"docs/accessibilite.md"}
    assert "docs/accessibilite.md" not in found
    assert len(found) > 15
    assert told(write_city(tmp_path / "small")) == set()

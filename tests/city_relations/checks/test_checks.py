"""Rules between files: what the golden mistakes do not show, that sound content breaks none."""

from __future__ import annotations

import ast
import shutil

import pytest

from city_relations.checks import CHECKS, check
from city_relations.content import read_content
from mistaken import CORE, base_at

CHECKING = CORE / "checks"


@pytest.fixture
def root(tmp_path):
    """Copy the small sound site."""
    return base_at(tmp_path / "site")


def rewrite(root, file, old, new):
    """Change a file of the site."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def found(root):
    """Return what the rules find."""
    return list(check(read_content(root)))


def test_every_rule_says_what_it_holds():
    """The docstring of a rule is the rule, in one sentence."""
    assert all(rule.__doc__.strip().endswith(".") for rule in CHECKS)


@pytest.mark.parametrize("path", sorted(CHECKING.glob("*.py")), ids=lambda path: path.stem)
def test_rules_compare_values_by_equality(path):
    """A rule asks `==`, never `is`, of a value: only so is one that is unknown noticed."""
    asked = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.Is | ast.IsNot)
        and isinstance(node.comparators[0], ast.Attribute)
    ]
    assert asked == []


def test_a_rule_passes_over_the_one_fact_it_cannot_judge(root):
    """Where one tie's act cannot be read, another tie's acts are still judged."""
    rewrite(root, "partners/korca.yml", "act: vote", "act: truc")
    acts = "acts: [{act: end, date: 1956}, {act: signature, date: 1957}]"
    rewrite(root, "partners/turin.yml", "since: 1957", acts)
    assert [(p.file, p.field) for p in found(root)] == [("partners/turin.yml", "ties.acts.date")]


def test_a_sound_site_breaks_no_rule(root):
    """The small site of the mistakes has none."""
    assert found(root) == []


def test_a_country_the_atlas_does_not_know_is_not_judged(root):
    """A point is only compared with a country whose outline is known."""
    rewrite(root, "partners/korca.yml", "country: AL", "country: TK")
    assert found(root) == []


def test_a_release_may_have_no_partner(root):
    """A release about all ties names none."""
    rewrite(root, "press_releases/2024/2024-02-29-korca.md", "partners: [korca]\n", "")
    assert found(root) == []


def test_a_translation_stands_beside_its_original(root):
    """A translation in another language, beside its original, is no fault."""
    folder = root / "press_releases" / "2023"
    shutil.copy(folder / "2023-06-10-turin.md", folder / "2023-06-10-turin.it.md")
    assert found(root) == []


def test_a_link_to_a_faulty_file_is_told_once(root):
    """A link to a file that exists but cannot be read is not broken by its fault."""
    rewrite(root, "partners/turin.yml", "country: IT", "country: Italie")
    assert found(root) == []

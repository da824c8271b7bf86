"""The names of the rules: each said once in the code, and changed on purpose alone."""

from __future__ import annotations

import ast
import re
from collections import Counter

from city_relations.catalog.findings import Matter
from city_relations.checks import CHECKS, DATED
from city_relations.problems import name_of
from mistaken import CORE, RULES

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Where a name is given: these take it first, and a problem by its name.
FIRST = {"Fault", "fault", "DateError"}


def written():
    """Yield each name of a rule that stands in the code, as often as it stands there."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                first = node.args[:1] if ast.unparse(node.func) in FIRST else []
                ruled = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
                names = [n for n in (*first, *ruled) if isinstance(n, ast.Constant)]
                yield from (name.value for name in names)


def test_a_name_is_one_rule_s_alone():
    """No two checks, matters of the status or places of the code give the same name."""
    due = (matter.replace("_", "-") for matter in Matter)
    names = Counter([*written(), *(name_of(rule) for rule in (*CHECKS, *DATED)), *due])
    assert [name for name, times in names.items() if times > 1] == []


def test_the_list_of_rules_is_sorted_and_plain():
    """The list names each rule once, in order, in small letters and hyphens."""
    assert sorted(set(RULES)) == RULES
    assert all(KEBAB.fullmatch(rule) for rule in RULES)


def test_every_name_in_the_code_is_in_the_list():
    """A rule renamed or added is renamed or added in the list too: programs know it by name."""
    names = {*written(), *(name_of(rule) for rule in (*CHECKS, *DATED))}
    assert names - set(RULES) == set(), "put it in tests/rules.txt"

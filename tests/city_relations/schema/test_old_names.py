"""Fields keep the names they had in earlier versions, beside the new ones."""

from __future__ import annotations

import pytest

from mistaken import problems
from small_city import catalog_of, profile, write_bare_city


@pytest.mark.parametrize("name", ["on", "date"])
def test_f16_the_day_of_a_check_is_read_under_both_names(tmp_path, name):
    """`checked: {on: …}` of earlier versions is read as `checked: {date: …}`."""
    catalog = catalog_of(
        tmp_path, {"partners/turin.yml": profile(more=f"checked: {{{name}: 2024-01-05}}\n")}
    )
    assert str(catalog.partners[0].checked.date.first) == "2024-01-05"


def test_f16_the_day_of_a_check_is_given_once(tmp_path):
    """Under both names at once, the older is told as a second one, with the line of the first."""
    more = "checked: {on: 2024-01-05, date: 2024-01-06}\n"
    write_bare_city(tmp_path, {"partners/turin.yml": profile(more=more)})
    told = [problem for problem in problems(tmp_path) if problem.file == "partners/turin.yml"]
    assert [(problem.rule, problem.field) for problem in told] == [("field-unknown", "checked.on")]

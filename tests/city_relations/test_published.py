"""What outputs give: files of JSON, as a whole or value by value."""

from __future__ import annotations

import pytest

from city_relations.published import json_asset, json_list


@pytest.mark.parametrize(
    "values", [[], [{}], [1, "a\nb"], [{"a": [1, 2], "b": {"c": "x\ny"}}, {"é": []}, []]]
)
def test_a_list_written_value_by_value_has_the_bytes_of_the_whole(values):
    """Whether values are held at once or one at a time, a file of JSON is the same."""
    assert json_list("a.json", iter(values)) == json_asset("a.json", values)

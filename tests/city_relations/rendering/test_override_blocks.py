"""Blocks of a city's own templates: those that nothing would show are found, and no others."""

from __future__ import annotations

import pytest

from city_relations.rendering.override_blocks import lost_blocks

FILL = "{%% extends '%s' %%}\n{%%- block %s %%}x{%% endblock %%}"


@pytest.fixture
def overrides(tmp_path):
    """Write two frames: one fills ours and adds a block in what it fills, one turns in a circle."""
    banner = "{% block main %}{% block banner %}{% endblock %}{% endblock %}"
    (tmp_path / "frame.html").write_text(f"{{% extends 'ours/frame.html' %}}{banner}")
    (tmp_path / "home.html").write_text("{% extends 'home.html' %}{% block mine %}{% endblock %}")
    return tmp_path


@pytest.mark.parametrize(
    ("template", "block", "lines"),
    [
        ("ours/frame.html", "footer_end", []),
        ("ours/frame.html", "footer_ends", [2]),
        ("ours/missing.html", "header_start", []),
        ("ours/frame.html", "banner", [2]),
        ("frame.html", "banner", []),
        ("frame.html", "baner", [2]),
        ("partner.html", "end", [2]),
        ("home.html", "mine", []),
        ("ours/nobody.html", "end", []),
    ],
)
def test_a_block_that_nothing_shows_is_found(overrides, template, block, lines):
    """A block must be one of the templates it extends, the city's own before ours."""
    found = lost_blocks(FILL % (template, block), overrides)
    assert [lost.line for lost in found] == lines


@pytest.mark.parametrize(
    "text",
    [
        "{% extends 'ours/frame.html' %}{% block main %}{% block x %}{% endblock %}{% endblock %}",
        "{% extends 'ours/frame.html' %}{# {% block new %}{% endblock %} #}",
        "{% block new %}{% endblock %}",
    ],
)
def test_a_block_of_its_own_is_shown(tmp_path, text):
    """A block within one that is filled, in a comment, or in a whole page fills nothing of ours."""
    assert list(lost_blocks(text, tmp_path)) == []

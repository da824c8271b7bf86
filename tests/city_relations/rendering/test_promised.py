"""What HACKING promises a city to replace is there."""

from __future__ import annotations

import re

from building import ROOT
from city_relations.rendering.overrides import templates

PROMISES = (ROOT / "HACKING.md").read_text(encoding="utf-8").partition("## What a city may")[2]


def test_every_promised_template_is_there():
    """Each template HACKING names can be replaced, and each partial and whole page is named."""
    rows = re.findall(r"^\| (`[^|]+`) \|", PROMISES, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([\w/]+\.html)`", row)]
    parts = {name for name in templates() if name.startswith("partials/")}
    promised = {f"partials/{name}" if f"partials/{name}" in parts else name for name in named}
    assert promised <= set(templates())
    assert parts <= promised
    assert len(promised) > 20


def test_every_promised_block_is_there():
    """The frame has each block that HACKING names, with a start and an end."""
    frame = (ROOT / "hooks/city_relations/theme/frame.html").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{%-? block (\w+) %}", frame))
    for name in ("header", "main", "footer"):
        assert {name, f"{name}_start", f"{name}_end"} <= blocks
    assert {"head", "head_end"} <= blocks

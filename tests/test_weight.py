"""The budget of a page holds in the built site, and the page on eco-design tells its figures."""

from __future__ import annotations

import pytest

from building import build, built, files
from city_relations.publish.weighing import KINDS
from city_relations.publish.weight import PageWeights, by_kind, kilo
from reading import article
from small_city import write_city

TOO_LONG = """---
title: Un très long communiqué
date: 2024-06-19
partners: [turin]
---
"""


LETTERS = str.maketrans("0123456789", "ghijklmnop")  # digits would be taken for telephones


def long_text():
    """Return a release that hardly compresses and stays under the size its file may have."""
    words = (f"{number * 7919 % 99991:x}{number * 104729 % 1299709:x}" for number in range(17_000))
    return TOO_LONG + " ".join(words).translate(LETTERS) + "\n"


def test_a_heavy_page_publishes_nothing(tmp_path):
    """The build stops with a sentence that names the release's file; the last site stays whole."""
    project = write_city(tmp_path / "city")
    before = files(built(project, project / "site"))
    name = "press_releases/2024/2024-06-19-long.md"
    (project / name).write_text(long_text(), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith(f"{name}:1:1: la page ")]
    assert len(told) == 1
    assert "raccourcissez le texte" in told[0]
    assert "reste tel quel" in done.stderr
    assert files(project / "site") == before
    assert {path.name for path in project.iterdir()} >= {"site", "docs"}
    assert not list(project.glob(".site-*"))


@pytest.mark.parametrize(
    ("city", "page"), [("site", "eco-conception"), ("sample_site", "eco-design")]
)
def test_the_page_tells_the_true_figures(request, city, page):
    """A kind's row holds the number of its pages and the weight of the longest; kinds have one."""
    folder = request.getfixturevalue(city)
    own = folder / page / "index.html"
    rows = article(own.read_bytes()).findall(".//tbody/tr")
    told = {row[0].text: tuple(cell.text for cell in row.findall("td")) for row in rows}
    assert len(told) == len(rows)
    weights = tuple(weight for weight in PageWeights(folder).pages if weight.kind != "eco")
    named = tuple(weight for weight in weights if weight.kind in KINDS)
    expected = {(str(one.pages), str(kilo(one.longest.total))) for one in by_kind(named)}
    assert expected <= set(told.values())
    assert sum(int(pages) for pages, _ in told.values()) == len(weights)
    assert b"data-rel-figures" not in own.read_bytes()


@pytest.mark.parametrize("city", ["site", "sample_site"])
def test_every_page_is_well_within_its_budget(request, city):
    """No page of either city comes near what it may weigh: a third is left for longer texts."""
    weights = PageWeights(request.getfixturevalue(city)).pages
    assert len(weights) > 20
    heavy = [w.path for w in weights if w.text + w.asked > 2 / 3 * w.budget]
    assert heavy == []

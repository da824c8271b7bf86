"""What a page weighs: its text, its stylesheets and scripts, compressed, against its budget."""

from __future__ import annotations

import gzip
import random
from string import ascii_letters

import pytest

from city_relations.language.words import words_for
from city_relations.problems import tell
from city_relations.publish.weight import (
    BUDGET,
    MAP_BUDGET,
    PageWeights,
    by_kind,
    compressed,
    kilo,
    overweight,
)

PAGE = """<!doctype html><html><head>{head}</head>
<body class="rel-page rel-page--{kind}"><main>{text}</main>{body}</body></html>"""
SHEET = '<link rel="stylesheet" href="../base.css"><script src="../a.js" defer></script>'


def noise(size):
    """Return letters that hardly compress, the same at every run."""
    generator = random.Random(size)  # noqa: S311 - no secret
    return "".join(generator.choices(ascii_letters, k=size))


@pytest.fixture
def folder(tmp_path):
    """Return a function that writes a page of a kind, and one whose weights are then read."""
    (tmp_path / "base.css").write_text(noise(1000), encoding="utf-8")
    (tmp_path / "a.js").write_text(noise(3000), encoding="utf-8")
    (tmp_path / "map.js").write_text(noise(5000), encoding="utf-8")

    def write(name, kind="text", size=100, head=SHEET, body=""):
        page = tmp_path / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = PAGE.format(kind=kind, head=head, body=body, text=noise(size))
        page.write_text(html, encoding="utf-8")
        return PageWeights(tmp_path).pages

    return write


def test_a_page_weighs_what_is_sent(folder, tmp_path):
    """The total is the gzip of page, sheet and script, each asked for once."""
    (weight,) = folder("a", head=SHEET + SHEET)
    files = [tmp_path / name for name in ("a/index.html", "base.css", "a.js")]
    sent = sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)
    assert weight.total == sent
    assert weight.shared == sent - weight.text


def test_a_page_that_is_written_later_is_weighed_then_and_no_other_again(folder, tmp_path):
    """What is weighed stays weighed; what has come since is weighed beside it."""
    folder("a")
    weights = PageWeights(tmp_path)
    (first,) = weights.pages
    folder("b")
    again, later = weights.pages
    assert again is first
    assert later.path == "b/index.html"


def test_what_is_not_there_or_not_ours_weighs_nothing(folder):
    """A file that is missing is a broken link's matter, and a page without our frame nobody's."""
    (weight,) = folder("a", head='<link rel="stylesheet" href="gone.css">')
    assert weight.shared == 0
    assert folder("b", kind='"><p class="') == (weight,)


def test_a_page_within_its_budget_is_not_told(folder):
    """Nothing is said of light pages, nor of a long one that compresses well."""
    folder("a")
    weights = folder("b", size=0, body="a" * 300_000)
    assert list(overweight(weights, {})) == []


@pytest.mark.parametrize(
    ("kind", "size", "heavy"),
    [
        ("text", 90_000, False),
        ("text", 110_000, True),
        ("map", 70_000, False),
        ("map", 85_000, True),
    ],
)
def test_the_map_is_counted_without_what_all_share(folder, kind, size, heavy):
    """Other pages may weigh 75 kB with all they ask for, the map 60 kB with what is its own."""
    weights = folder("a", kind=kind, size=size, body='<script src="/map.js"></script>')
    assert [weight.too_heavy for weight in weights] == [heavy]
    assert (BUDGET, MAP_BUDGET) == (75_000, 60_000)


def test_a_heavy_text_is_to_be_shortened(folder):
    """The message names the file, the page, its weight and its budget, and says what to do."""
    problems = overweight(folder("a", size=120_000), {"a/index.html": "docs/a.md"})
    (line,) = tell(problems, words_for("fr"))
    assert line.startswith("docs/a.md:1:1: la page /a/ pèse 9")


def test_a_heavy_theme_is_not_the_author_s(folder, tmp_path):
    """Where scripts and sheets weigh most, whoever maintains the site is to be told."""
    (tmp_path / "a.js").write_text(noise(120_000), encoding="utf-8")
    (line,) = tell(overweight(folder("a"), {}), words_for("fr"))
    assert line.startswith("a/index.html:1:1: ")
    assert "c’est au thème de maigrir" in line


def test_kinds_are_told_by_their_longest_page(folder):
    """Each kind has its number of pages and the weight of the longest, the heaviest kind first."""
    folder("a")
    folder("b", size=9000)
    weights = folder("c", kind="home", size=40_000)
    found = by_kind(weights)
    assert [(one.kind, one.pages, one.longest.path) for one in found] == [
        ("home", 1, "c/index.html"),
        ("text", 2, "b/index.html"),
    ]


def test_sizes_are_rounded_up():
    """A page is never told to weigh less than it does."""
    assert [kilo(size) for size in (0, 1, 1000, 1001)] == [0, 1, 1, 2]


def test_compressing_gives_the_same_each_time():
    """No time and no name of a file stands in what is measured."""
    assert compressed(b"a" * 5000) == compressed(b"a" * 5000) < 100

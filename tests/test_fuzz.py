"""Real files broken at random: always an answer in words, soon, and mending loses nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import forked
from city_relations.catalog import read_catalog
from city_relations.commands.mending import mended
from city_relations.language.words import words_for
from city_relations.problems import ContentError, tell
from growing import best, taken
from mistaken import BASE, NOW

ROOT = Path(__file__).parent.parent
FILES = [
    *sorted((ROOT / "partners").glob("*.yml")),
    *sorted((ROOT / "press_releases").rglob("2*.md")),
    *sorted((ROOT / "tests" / "sample_city" / "partners").glob("*.yml")),
]
# What hands, word processors and web pages leave in a file.
TOKENS = [
    *(":", " : ", "\t", "#", " #x", '"', "'", "[", "]", "{", "}", "- ", "---\n", "|", ">"),
    *("&a ", "*a", "!x ", "<<: ", "&a [*a]", "? ", "...\n", "%YAML 1.1\n", "%", "@", "`", "\\"),
    *("\u00a0", "\u200b", "\u2028", "\ufeff", "\x00", "\r\n", "\n\n", "  ", "\u0301", "\x1b[31m"),
    *("?", ", ", "=", "<b>", "<!-- ", "](x)", "../", "06 12 34 56 78", "2023-02-30", "null"),
    *("é", "🎈", "[" * 50, "a" * 2100),
]
PLACES = st.floats(0, 1, exclude_max=True)
MUTATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), PLACES, st.sampled_from(TOKENS)),
        st.tuples(st.just("delete"), PLACES, st.integers(1, 60)),
        st.tuples(st.just("repeat"), PLACES, st.integers(1, 200)),
        st.tuples(st.just("swap"), PLACES, PLACES),
    ),
    min_size=1,
    max_size=5,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8", "utf-8", "cp1252", "utf-16", "utf-8-sig"])
SOON = 40  # times what reading the file unbroken takes
BOUNDED = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def broken(text, mutations):
    """Break a text at some places."""
    for kind, place, what in mutations:
        at = int(place * len(text))
        if kind == "insert":
            text = text[:at] + what + text[at:]
        elif kind == "delete":
            text = text[:at] + text[at + what :]
        elif kind == "repeat":
            text = text[: at + what] + text[at:]
        else:
            lines = text.split("\n")
            i, j = int(place * len(lines)), int(what * len(lines))
            lines[i], lines[j] = lines[j], lines[i]
            text = "\n".join(lines)
    return text


def site_with(root, file, text, encoding):
    """Make a site of one broken file."""
    folder = root / ("partners" if file.suffix == ".yml" else "press_releases/2024")
    folder.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_bytes((BASE / "mkdocs.yml").read_bytes())
    for other in folder.iterdir():
        other.unlink()
    path = folder / file.name
    path.write_bytes(text.encode(encoding, "replace"))
    return path


def told(root):
    """Say everything, as `relations check` would."""
    try:
        problems = read_catalog(root, NOW).remarks
    except ContentError as error:
        problems = error.problems
    return [*tell(problems, words_for("fr")), *tell(problems, words_for("en"))]


def words_of(text):
    """Return the words of a text, whatever stands between and around them."""
    return re.findall(r"\w+", text)


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """Return the seconds of the processor that reading takes when nothing is broken."""
    root = tmp_path_factory.mktemp("usual")
    site_with(root, FILES[0], FILES[0].read_text(encoding="utf-8"), "utf-8")
    return best(lambda: told(root))


@BOUNDED
@given(file=st.sampled_from(FILES), mutations=MUTATIONS, encoding=ENCODINGS)
def test_there_is_always_an_answer(tmp_path, usual, file, mutations, encoding):
    """However a file is broken, every problem is told with its place, and soon."""
    text = broken(file.read_text(encoding="utf-8"), mutations)
    site_with(tmp_path, file, text, encoding)
    lines = []
    assert taken(lambda: lines.extend(told(tmp_path))) < SOON * usual
    for line in lines:
        assert line.startswith("    ") or re.match(r"\S.*?:\d+:\d+: ", line), line
        assert not re.search(r"pydantic|Traceback|<class|NoneType|\bdict\b", line), line


@BOUNDED
@given(file=st.sampled_from(FILES), mutations=MUTATIONS)
def test_mending_twice_is_mending_once(tmp_path, file, mutations):
    """What is mended stays as it is, and no word of the text is lost."""
    text = broken(file.read_text(encoding="utf-8"), mutations)
    path = site_with(tmp_path, file, text, "utf-8")
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]", " ", text)
    once = mended(clean, path)
    assert mended(once, path) == once
    body = clean.partition("\n---\n")[2]
    assert words_of(body) == words_of(once.partition("\n---\n")[2])


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"---", b"\x00" * 100, b"a: " * 20_000, b"[" * 60_000]
)
def test_the_command_never_shows_its_inside(tmp_path, data):
    """`relations check --fix` ends with 0 or 1 and without a traceback."""
    path = site_with(tmp_path, FILES[0], "", "utf-8")
    path.write_bytes(data)
    given = ("city_relations", ["check", "--fix"], tmp_path, {**os.environ})
    run = forked.run(*given, patience=20)
    assert run.returncode in (0, 1)
    assert run.stderr == ""

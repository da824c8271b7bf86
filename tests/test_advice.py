"""The line to copy is true: whoever copies what the software proposes gets on, and loses nothing.

A few seconds of it in `make test`; `make fuzz` breaks more files (FUZZ_SECONDS, FUZZ_SEED).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import strategies as st

from advice import follow, problems
from fuzzing import try_for
from mistaken import Case, base_at, cases, make
from small_city import picture
from test_fuzz import FILES, MUTATIONS, broken, site_with

SLIPS = yaml.safe_load((Path(__file__).parent / "slips.yml").read_text(encoding="utf-8"))
SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))
ADVISED = [case for case in cases() if "écrivez :" in case.data["told"]]
CHUNK = 40


def test_much_is_advised():
    """A third of all mistakes at least are told with the line to write."""
    assert len(ADVISED) >= len(cases()) / 3


@pytest.mark.parametrize("case", ADVISED, ids=lambda case: case.name)
def test_the_advice_on_a_mistake_is_true(case, tmp_path):
    """I: each line proposed is copied: it helps, leads in no circle, and keeps what was written."""
    make(case, tmp_path / "site")
    walk = follow(tmp_path / "site")
    assert walk.steps
    assert walk.wrong == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["slip"])
def test_the_advice_on_a_slip_is_true(slip, tmp_path):
    """I: so is what is said of the neighbours of these mistakes."""
    make(Case(Path(), {"change": [slip]}), tmp_path / "site")
    assert follow(tmp_path / "site").wrong == []


EXAMPLE = """---
title: "Une chorale de Turin chante aux jardins"
date: 2025-06-18
place: Valclair
partners: [turin, korca]
summary: "Le 21 juin 2025, une chorale de Turin donne un concert gratuit."
themes: [culture]
photos:
  - file: choeur.png
    alt: Des chanteurs debout sous les arbres.
    credit: Ville de Valclair
events:
  - {date: 2025-06-21, title: Une soirée, place: Jardin des plantes, kind: festival}
---
La chorale vient de [Turin](../../partners/turin.yml).
"""
# Typed one after the other by somebody in a hurry: what stood there, and what was typed.
SLIPS_OF_THE_HURRIED = [
    ("---\ntitle:", "–--\n“title” :"),
    ('"Une chorale de Turin chante aux jardins"', "“Été : une chorale de Turin chante”"),
    ("date: 2025-06-18", "date : mercredi 18 juin 2025"),
    ("[turin, korca]", "torino & korca"),
    ('"Le 21 juin 2025, une', "Le 21 juin : une"),
    ('gratuit."', "gratuit."),
    ("themes: [culture]", "thèmes: Culture"),
    ("  - file", "  • file"),
    ("    alt", "\talt"),
    ("    credit: Ville de Valclair\n", ""),
    ("{date: 2025-06-21, title", "date: 21/06/2025 à 18h, title"),
    ("place: Valclair", "place= Valclair"),
]


def test_a_hurried_officer_gets_there_by_the_messages_alone(tmp_path):
    """Slip after slip, and at last all at once with Windows' line ends, copying lines is enough."""
    names = [*range(1, len(SLIPS_OF_THE_HURRIED) + 1)]
    for last in (1, 4, 8, names[-1]):
        text = EXAMPLE
        for right, typed in SLIPS_OF_THE_HURRIED[:last]:
            assert text.count(right) == 1
            text = text.replace(right, typed)
        root = tmp_path / str(last)
        base_at(root)
        file = root / "press_releases/2025/2025-06-18-chorale.md"
        file.parent.mkdir()
        (file.parent / "choeur.png").write_bytes(picture())
        file.write_bytes(text.replace("\n", "\r\n").encode())
        walk = follow(root, strict=last < names[-1])
        assert walk.wrong == []
        assert [p for p in problems(root) if not p.remark] == []
        assert "La chorale vient de [Turin]" in file.read_text(encoding="utf-8")


def test_the_advice_on_broken_files_is_true(tmp_path):
    """I: so it is on real files that are broken at random."""

    def one(file, mutations):
        text = broken(file.read_text(encoding="utf-8"), mutations)
        site_with(tmp_path, file, text, "utf-8")
        assert follow(tmp_path, strict=False).wrong == []

    try_for(SECONDS, SEED, CHUNK, one, file=st.sampled_from(FILES), mutations=MUTATIONS)

"""The line to copy is true: whoever copies what the software proposes gets on, and loses nothing.

A few seconds of it in `make test`; `make fuzz` breaks more files (FUZZ_SECONDS, FUZZ_SEED).
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from advice import follow
from mistaken import Case, cases, make
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


def test_the_advice_on_broken_files_is_true(tmp_path):
    """I: so it is on real files that are broken at random."""
    bounds = settings(
        max_examples=CHUNK,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    end, number = time.monotonic() + SECONDS, SEED
    while time.monotonic() < end or number == SEED:

        @seed(number)
        @bounds
        @given(file=st.sampled_from(FILES), mutations=MUTATIONS)
        def one(file, mutations):
            text = broken(file.read_text(encoding="utf-8"), mutations)
            site_with(tmp_path, file, text, "utf-8")
            assert follow(tmp_path, strict=False).wrong == []

        one()
        number += 1

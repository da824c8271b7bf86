"""What many tests stand on: both cities built once, as their owners build them."""

from __future__ import annotations

import pytest
from hypothesis import settings

from building import ROOT, SAMPLE_CITY, built, run_mkdocs
from hostile_city import hostile_city

# How long one example takes is the machine's matter, and a busy one is no fault of ours.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Give the folder of the city's own site, built strictly."""
    return built(ROOT, tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory):
    """Give the folder of the sample city's site, built strictly."""
    return built(SAMPLE_CITY, tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """Give the folder of a small city's site whose files are all hostile, one payload a file."""
    project = hostile_city(tmp_path_factory.mktemp("hostile") / "city")
    done = run_mkdocs(project, "build", "--site-dir", str(project / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"

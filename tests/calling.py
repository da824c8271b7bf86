"""Commands called as staff call them, on a copy of the small sound site."""

from __future__ import annotations

from io import StringIO

import pytest

from city_relations import cli
from mistaken import base_at


@pytest.fixture
def site(tmp_path):
    """Copy the small sound site."""
    return base_at(tmp_path / "site")


@pytest.fixture
def relations(site, monkeypatch, capsys):
    """Call a command in the site; give its exit status and what it prints."""
    monkeypatch.chdir(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")  # 22 November 2026
    monkeypatch.setattr("sys.stdin", StringIO())

    def call(*arguments):
        status = cli.main([str(argument) for argument in arguments])
        return status, capsys.readouterr().out

    return call

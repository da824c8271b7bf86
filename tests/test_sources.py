"""The demonstration says no more than its public sources."""

from __future__ import annotations

import pytest
import yaml

from building import ROOT

TAROUDANT, KORCA, SHAWINIGAN, ZHANGJIAKOU = (
    yaml.safe_load((ROOT / f"partners/{name}.yml").read_text(encoding="utf-8"))
    for name in ("taroudant", "korca", "shawinigan", "zhangjiakou")
)


def release(name):
    """Return the text of a release."""
    return (ROOT / f"press_releases/{name}.md").read_text(encoding="utf-8")


def test_l_a_signature_has_the_place_its_sources_give():
    """The signature of Taroudant was announced there; where it took place is not known."""
    (signature,) = TAROUDANT["ties"][0]["acts"]
    assert "place" not in signature


def test_l_a_decision_is_no_vote():
    """The sources say that Korça was decided in 2020, not that a council voted."""
    assert [act["act"] for act in KORCA["ties"][0]["acts"]] == ["signature"]
    assert KORCA["events"][0]["date"] == 2020


def test_l_a_party_is_one_since_it_signed():
    """Grand Chambéry signed in 2021, not in 2016."""
    tie = SHAWINIGAN["ties"][0]
    assert "Grand Chambéry" not in tie["parties"]
    assert "Grand Chambéry" in tie["acts"][-1]["parties"]


def test_l_a_date_is_no_purpose():
    """The date of the letter was inferred from a mission, of which nothing else is known."""
    assert ZHANGJIAKOU["events"][0]["title"]["fr"].startswith("Mission dont se déduit la date")


def test_l_a_release_has_its_own_themes():
    """The themes of March 2023 are not those of the visit before."""
    assert "themes:" not in release("2023/2023-01-13-taroudant")


@pytest.mark.parametrize("name", ["2023/2023-03-24-qadisha-durable", "2023/2023-12-14-ouahigouya"])
def test_l_a_day_that_was_chosen_is_said(name):
    """A release whose day no source gives says so."""
    assert "a été choisi pour la démonstration" in release(name)


def test_l_a_film_is_a_link_wherever_it_is_told():
    """The page on accessibility says of films what the page on personal data says."""
    pages = [ROOT / f"docs/{name}.md" for name in ("accessibilite", "donnees-personnelles")]
    assert all("est signalée par un simple lien" in page.read_text("utf-8") for page in pages)

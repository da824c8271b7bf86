"""Countries are read by every name the site prints, and by the others people use."""

from __future__ import annotations

import pytest

from city_relations.language.words import languages_told
from city_relations.schema.countries import (
    NAMED,
    country_called,
    nation_called,
    successors,
    territories,
)
from small_city import catalog_of, edition_of, profile


@pytest.mark.parametrize("language", languages_told())
def test_d3_what_is_printed_is_read(language):
    """Every name of a country that a page may print may be written in a profile."""
    lost = {c: n for c, n in territories(language).items() if country_called(n) != c}
    assert lost == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Palestine", "PS"),
        ("Hong Kong", "HK"),
        ("République démocratique du Congo", "CD"),
        ("RDC", "CD"),
        ("Birmanie", "MM"),
        ("USA", "US"),
        ("Etats-Unis", "US"),
        ("UK", "GB"),
        ("Écosse", "GB"),
        ("Pays de Galles", "GB"),
        ("Macédoine", "MK"),
        ("République tchèque", "CZ"),
        ("Vatican", "VA"),
        ("le Maroc", "MA"),
        ("L'Italie", "IT"),
        ("Corée", "KR"),
        ("Côte d'Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("ma", "MA"),
        ("Atlantide", ""),
        ("EU", ""),
    ],
)
def test_d3_common_names_are_read(name, code):
    """The names staff use are read, accents, case and articles aside."""
    assert country_called(name) == code


def test_d3_a_dissolved_state_has_successors():
    """A state that is no more is no country; those of today are known."""
    assert country_called("Haute-Volta") == ""
    assert successors("la Haute-Volta") == ("BF",)
    assert "SI" in successors("Yougoslavie")


def test_d3_a_nation_has_its_code():
    """A country within a country has the code of its region."""
    assert nation_called("Écosse") == "GB-SCT"
    assert nation_called("Royaume-Uni") == ""


@pytest.mark.parametrize("code", NAMED)
def test_d3_the_page_prints_what_the_catalogue_says(code, tmp_path):
    """A country whose usual name differs from CLDR's is printed by it."""
    catalog = catalog_of(tmp_path)
    assert edition_of(catalog).country(code) == territories("fr")[code]
    assert "R.A.S." not in edition_of(catalog).country(code)


def test_d3_the_country_at_the_time_is_read(tmp_path):
    """A tie and an act may say what the country was called then."""
    then = "country_then: Haute-Volta"
    ties = f"ties:\n- kind: twinning\n  {then}\n  acts: [{{act: signature, date: 1967, {then}}}]\n"
    files = {"partners/ouaga.yml": profile("Ouagadougou").split("ties:")[0] + ties}
    tie = catalog_of(tmp_path, files).partner("ouaga").ties[0]
    assert (tie.country_then, tie.acts[0].country_then) == ("Haute-Volta", "Haute-Volta")

"""What the city says of itself for the law, in each language of its site."""

from __future__ import annotations

import pytest

from city_relations.publish.layout import Surroundings, layouts
from city_relations.publish.writing import write_pages
from small_city import CONFIGURATION, assets, read_city, write_city

PLAIN = "    publisher: {name: Ville de Port-Arden, address: Hôtel de ville}\n"
PLAIN_LEGAL = "    legal: {director: Le maire, host: Hébergeur, data_protection: Délégué}\n"
GIVEN = """    publisher:
      name: {fr: Ville de Port-Arden, de: Stadt Port-Arden}
      address: {fr: Hôtel de ville, de: Rathaus}
      registration: {fr: SIRET 1, de: Nummer 1}
    masthead_links: [{title: {fr: La ville, de: Die Stadt}, url: "https://port-arden.example/v"}]
    foot_links: [{title: Les archives, url: "https://port-arden.example/a"}]
"""
LEGAL = """    legal:
      director: {fr: Le maire, de: Der Bürgermeister}
      host: {fr: Hébergeur, de: Anbieter in Bern}
      data_protection: Délégué
"""
SETTINGS = (
    CONFIGURATION.replace("languages: [fr]", "languages: [fr, de]")
    .replace(PLAIN, GIVEN)
    .replace(PLAIN_LEGAL, LEGAL)
    .replace("contact: contact@port-arden.example", "contact: {fr: Le guichet, de: Am Schalter}")
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a city in French and German whose legal notice is told in both, but for one line."""
    return read_city(write_city(tmp_path_factory.mktemp("texts") / "city", settings=SETTINGS))


def test_the_legal_notice_is_told_in_each_language(site):
    """Each line stands in the language of the page; one without it in the original, marked."""
    first, other = site.parts["fr"]["legal"].body, site.parts["de"]["legal"].body
    for said in ("Ville de Port-Arden, Hôtel de ville", "SIRET 1", "Le maire", "Hébergeur"):
        assert f"<dd>{said}</dd>" in first.replace("\xa0", " ")
    for said in ("Stadt Port-Arden, Rathaus", "Nummer 1", "Der Bürgermeister", "Anbieter in Bern"):
        assert f"<dd>{said}</dd>" in other
    assert '<dd><span lang="fr" dir="ltr">Délégué</span></dd>' in other
    assert " Am Schalter</p>" in site.parts["de"]["accessibility"].body


def test_who_publishes_is_told_so_everywhere(site, tmp_path):
    """Frame, releases and feeds name the publisher as their readers do, a lost title marked."""
    laid_out = layouts(site, Surroundings("Les liens"))
    write_pages(tmp_path, site, laid_out)
    told = (tmp_path / "de/partner/index.html").read_text(encoding="utf-8")
    assert '<span class="rel-brand__city">Stadt Port-Arden</span>' in told
    assert ">Die Stadt</a>" in told
    assert '><span lang="fr" dir="ltr">Les archives</span></a>' in told
    assert "Ville de Port-Arden" not in told
    assert '"Stadt Port-Arden"' in laid_out["de"].linked_data
    feed = assets(site)["communiques/atom.xml"].decode()
    assert feed.count("<name>Ville de Port-Arden</name>") == 2

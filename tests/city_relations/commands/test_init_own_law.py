"""A city in a country whose law nobody has read claims none, whatever its files are for."""

from __future__ import annotations

from building import built, files
from city_relations.content import read_content
from city_relations.law import law_of
from own_law import claims, sentences_of_law


def test_a_city_of_a_country_not_read_claims_no_law(relations, tmp_path, monkeypatch):
    """In Brazil no page, feed, data file or server file names a law of anybody's."""
    monkeypatch.chdir(tmp_path)
    answers = ("--name", "Olinda", "--country", "BR", "--coordinates", "-8.01,-34.86", "--yes")
    status, told = relations("init", "olinda", *answers, "--language", "en")
    assert status == 0, told
    law = law_of(read_content(tmp_path / "olinda").city)
    assert law.files == ("world",)
    site = files(built(tmp_path / "olinda", tmp_path / "site"))
    assert len(site) > 30
    assert claims(site, law) == {}
    for page in ("legal", "accessibility", "privacy", "data", "eco-design"):
        assert sentences_of_law(site[f"{page}/index.html"].decode()) == []

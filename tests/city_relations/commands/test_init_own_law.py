"""A city in a country whose law nobody has read claims none, whatever its files are for."""

from __future__ import annotations

from building import built, files
from city_relations.content import read_content
from city_relations.law import law_of
from own_law import claims, sentences_of_law

OF_LAW = ("legal", "accessibility", "privacy", "data", "eco-design")


def test_a_city_of_a_country_not_read_claims_no_law(relations, tmp_path, monkeypatch):
    """In Brazil no page, feed, data file or server file names a law of anybody's."""
    monkeypatch.chdir(tmp_path)
    answers = ("--name", "Olinda", "--country", "BR", "--coordinates", "-8.01,-34.86", "--yes")
    status, told = relations("init", "olinda", *answers, "--language", "en")
    assert status == 0, told
    law = law_of(read_content(tmp_path / "olinda").city)
    assert law.files == ("world",)
    written = files(tmp_path / "olinda")
    site = files(built(tmp_path / "olinda", tmp_path / "site"))
    assert len(site) > 30
    assert claims({**written, **site}, law) == {}
    pages = {name: text.decode() for name, text in site.items() if name.endswith(".html")}
    assert {f"{page}/index.html" for page in OF_LAW} <= pages.keys()
    assert [name for name, text in pages.items() if sentences_of_law(text)] == []

"""A whole small city that is not the first: end to end, in a process of its own, twice alike."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import shutil
from urllib.parse import unquote

import pytest

from building import ROOT, SAMPLE_CITY, built, files
from reading import article, folded, told

EXPECTED = SAMPLE_CITY / "_expected"
# One file of each form in which the city's facts leave it; the others say the same again.
_FORMS = (
    r"data/[\w-]+\.csv|data/partners\.geojson|agenda\.ics|sitemap\.xml|press-releases/atom\.xml"
)
FORMS = re.compile(_FORMS)
# What the theme brings is not the city's, and the index says again what the pages say.
_INDEX = ("index.json", "names.json", "spellings.json", "positions/", "sheets/", "words/")
THEIRS = ("assets/", "sitemap.xml.gz", *(f"search/{name}" for name in _INDEX))
HOW_TO_ACCEPT = "read the difference; if it is meant, accept it with: make bless"


def reduced(site):
    """Reduce a site to what is compared: the paths of all it holds, its words and its data."""
    found = {name: data for name, data in files(site).items() if not name.startswith(THEIRS)}
    texts = {"paths.txt": "".join(f"{name}\n" for name in found)}
    for name, data in found.items():
        if name.startswith(("partners/", "press-releases/")) and name.endswith(".html"):
            texts[f"{name.removesuffix('/index.html')}.txt"] = told(article(data.decode()))
        elif FORMS.fullmatch(name):
            texts[name] = _indented(name, data.decode())
    return texts


def _indented(name, text):
    if not name.endswith("json"):
        return text
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def expected():
    """Return the reduced site that was last accepted."""
    return {name: data.decode() for name, data in files(EXPECTED).items()}


@pytest.fixture(scope="module")
def found(sample_site):
    """Return the sample city reduced; with BLESS=1 accept it as right."""
    texts = reduced(sample_site)
    if os.environ.get("BLESS") == "1":
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, text in texts.items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(text.encode())
    return texts


def test_nothing_is_missing_or_new(found):
    """The site holds the files it held when it was last accepted."""
    assert sorted(found) == sorted(expected()), HOW_TO_ACCEPT
    assert found["paths.txt"] == expected()["paths.txt"], HOW_TO_ACCEPT


@pytest.mark.parametrize("name", sorted(expected()))
def test_a_text_is_told_as_accepted(found, name):
    """A page or data file says what it said when it was last accepted."""
    assert found.get(name) == expected()[name], f"{name}: {HOW_TO_ACCEPT}"


def test_two_builds_are_alike(sample_site, tmp_path):
    """A second build gives the same bytes."""
    assert files(built(SAMPLE_CITY, tmp_path / "again")) == files(sample_site)


def test_the_first_city_is_nowhere_in_the_second(sample_site):
    """No file of the sample city's site names the city the software was first written for."""
    naming = [name for name, data in files(sample_site).items() if names_the_first_city(name, data)]
    assert naming == []


def test_the_code_knows_no_city():
    """Nothing below hooks/ names the city the software was first written for."""
    found = files(ROOT / "hooks")
    code = {name: data for name, data in found.items() if not re.search(r"(^|/)(\.|__py)", name)}
    assert len(code) > 50
    assert [name for name, data in code.items() if names_the_first_city(name, data)] == []


def names_the_first_city(name, data):
    """Return whether a file's name or content holds the city's name, however it is spelt."""
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    text = name + "\n" + data.decode("utf-8", "ignore")
    return "chambery" in folded(unquote(html.unescape(text)).replace("\\u00e9", "é"))


@pytest.mark.parametrize(
    "spelling", ["Chambéry", "CHAMBERY", "chambe\u0301ry", "Chamb&eacute;ry", "Chamb%C3%A9ry"]
)
def test_the_name_is_found_however_it_is_spelt(spelling):
    """The search for the first city's name finds it in capitals, bare, decomposed or encoded."""
    assert names_the_first_city("page.html", f"<p>à {spelling}</p>".encode())


def test_drafts_and_the_future_stay_in_the_drawer(sample_site):
    """No file of the site holds a word of a draft, or of a release whose day has not come."""
    everything = b"\n".join(files(sample_site).values())
    for canary in (b"draftcanarykorimako", b"embargocanarytieke", b"falelagi-draft", b"new-affil"):
        assert canary not in everything


def test_the_page_speaks_the_city_s_language(sample_site):
    """Interface and addresses are in the city's own language."""
    home = (sample_site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in home
    assert "Partenaires" not in home
    assert (sample_site / "partners" / "index.html").is_file()

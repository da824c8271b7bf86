"""Each part of a site in several languages is told in its own by every server (RFC 9110, 8.5)."""

from __future__ import annotations

import pytest

from building import NOW
from city_relations.publish.site import read_site
from running_servers import HOW_TO_GET_ONE, PROGRAMS, find, running
from small_city import CONFIGURATION, URL, assets, write_city

SETTINGS = CONFIGURATION.replace("languages: [fr]", "languages: [fr, de, ar]")
# What is asked for: the language that is told, of what is missing too.
TOLD = {"": "fr", "x.txt": "fr", "nowhere": "fr", "de/": "de", "de/x.txt": "de", "ar/": "ar"}
# What is not there, and the part of the site whose page says so.
MISSING = {"nowhere": "", "a/b/": "", "de/nowhere": "de/", "de/a/b/": "de/", "ar/x.html": "ar/"}


@pytest.mark.parametrize("base", ["/", "/international/"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_each_part_is_told_in_its_language(tmp_path, name, base):
    """`Content-Language` is said once, in the language of the part an address is in.

    What is missing there is told by that part's own page.
    """
    if not find(name):
        pytest.skip(f"no {name}: {HOW_TO_GET_ONE}")
    city = write_city(tmp_path / "city", settings=SETTINGS)
    found = assets(read_site(city, NOW, URL.rstrip("/") + base))
    pages = ("index.html", "x.txt", "de/index.html", "de/x.txt", "ar/index.html")
    lost = {f"{part}404.html": f"lost in {part}".encode() for part in MISSING.values()}
    for path, content in {**found, **dict.fromkeys(pages, b"here"), **lost}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)
    with running(name, tmp_path / "site", base) as server:
        told = {path: server.ask(base + path).headers.get("content-language") for path in TOLD}
        answers = {path: server.ask(base + path) for path in MISSING}
    assert told == TOLD
    assert {path: (one.status, one.body.decode()) for path, one in answers.items()} == {
        path: (404, f"lost in {part}") for path, part in MISSING.items()
    }


def test_hosts_of_static_sites_are_told_the_page_of_each_language(tmp_path):
    """Netlify is told which page stands for what is missing below each language, moves first."""
    city = write_city(tmp_path / "city", settings=SETTINGS)
    told = assets(read_site(city, NOW, URL.rstrip("/") + "/international/"))["_redirects"]
    assert told.decode().splitlines()[-2:] == [
        "/international/de/* /international/de/404.html 404",
        "/international/ar/* /international/ar/404.html 404",
    ]

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


@pytest.mark.parametrize("base", ["/", "/international/"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_each_part_is_told_in_its_language(tmp_path, name, base):
    """`Content-Language` is said once, in the language of the part an address is in."""
    if not find(name):
        pytest.skip(f"no {name}: {HOW_TO_GET_ONE}")
    city = write_city(tmp_path / "city", settings=SETTINGS)
    found = assets(read_site(city, NOW, URL.rstrip("/") + base))
    pages = ("index.html", "404.html", "x.txt", "de/index.html", "de/x.txt", "ar/index.html")
    for path, content in {**found, **dict.fromkeys(pages, b"here")}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)
    with running(name, tmp_path / "site", base) as server:
        told = {path: server.ask(base + path).headers.get("content-language") for path in TOLD}
    assert told == TOLD

"""The files for servers, judged by the servers themselves: at a host's root and below a path."""

from __future__ import annotations

import gzip
import os
import re
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from building import NOW, built
from city_relations.head.policy import framed_by
from city_relations.publish.site import read_site
from city_relations.servers.place import HEADERS, HTTPS_ALONE, SECURITY
from forms_brought import bring_to
from luggage import open_document
from running_servers import HOW_TO_GET_ONE, PROGRAMS, find, running
from sharing import made_once
from small_city import CONFIGURATION, RELEASE, TURIN, URL, assets, write_city

BASES = ("/", "/international/")
ODD = "l'été à (Paris)+ c"
OLD, NEW = "communiques/2024/2024-05-19-torino/", "communiques/2024/2024-05-19-turin/"
FILES = {
    "partners/turin.yml": f"{TURIN}formerly: [torino]\n",
    "press_releases/2024/2024-05-19-turin.md": RELEASE.replace(
        "---\nUn", "formerly: [2024-05-19-torino]\n---\nUn"
    ),
    "docs/plan d’accès.odt": open_document(),
    "docs/venir.md": "---\ntitle: Venir\n---\n# Venir\n\n[Le plan d’accès](<plan d’accès.odt>)\n",
}
HTTPS = {"/": "    hsts: oui\n", "/international/": ""}
FORGE = "    forms: {backend: gitlab, repository: ville/relations}\n"
FRAMING = "    embed_on: [https://www.ville.example]\n"


def settings(base):
    """Return the configuration of a city that is served below a path of its host."""
    return CONFIGURATION.replace(URL, URL.removesuffix("/") + base) + HTTPS[base] + FORGE + FRAMING


@pytest.fixture(scope="module", params=BASES)
def base(request):
    """Return where the site is served on its host."""
    return request.param


@pytest.fixture(scope="module")
def site(base, tmp_path_factory):
    """Return the small city's site, built for its place."""
    city = write_city(tmp_path_factory.mktemp("served"), FILES, settings=settings(base))
    name = f"served{base.strip('/')}"
    site = made_once(tmp_path_factory, name, lambda folder: built(bring_to(city), folder))
    for file in filter(Path.is_file, site.rglob("*")):
        os.utime(file, (0, 1_700_000_000))  # Apache trusts no file that may change in this second
    return site


@pytest.fixture(scope="module")
def servers(site, base):
    """Run every server there is on the site; in CI there must be all."""
    found = [name for name in PROGRAMS if find(name)]
    assert len(found) == len(PROGRAMS) or not os.environ.get("CI"), HOW_TO_GET_ONE
    with ExitStack() as stack:
        yield {name: stack.enter_context(running(name, site, base)) for name in found}


@pytest.fixture(params=PROGRAMS)
def server(request, servers):
    """Return one server, running on the site."""
    if request.param not in servers:
        pytest.skip(f"no {request.param}: {HOW_TO_GET_ONE}")
    return servers[request.param]


def test_a_server_finds_nothing_to_say_of_its_file(server):
    """The server's own check of its files is quiet: no warning, nothing told twice."""
    quiet = {"apache": "Syntax OK\n", "nginx": ""}
    assert server.name == "caddy" or server.judged == quiet[server.name]
    assert '"warn"' not in server.judged


def test_every_answer_has_the_headers(server, base):
    """Pages, files, data, redirects and what is missing bear every header, once each."""
    data = f"{base}donnees/partenaires.csv"
    for path in (
        base,
        f"{base}assets/relations/base.css",
        data,
        f"{base}nowhere/",
        f"{base}_headers",
    ):
        told = server.ask(path).headers
        assert {k: told.get(k.lower()) for k in HEADERS} == dict(HEADERS), path
    name, value = HTTPS_ALONE
    assert server.ask(base).headers.get(name.lower()) == (value if base == "/" else None)


def test_the_forms_alone_have_a_policy_of_their_own(server, base):
    """The forms may ask the forge and draw as they do: no second policy forbids it."""
    for path in ("admin/", "admin/sveltia-cms.js", "admin/config.yml"):
        told = server.ask(base + path).headers
        assert (
            "connect-src 'self' blob: data: https://gitlab.com;" in told["content-security-policy"]
        )
        assert told["content-security-policy"].count("script-src") == 1
        assert told["cross-origin-opener-policy"] == "unsafe-none"
        assert told["x-content-type-options"] == "nosniff"
    assert server.ask(f"{base}admin/").status == 200


def test_frames_alone_can_be_framed_by_the_named_site(server, base):
    """One policy is sent with each answer: that of the frames names who may frame them."""
    told = {path: server.ask(base + path) for path in ("integrer/cadres/partenaires/", "integrer/")}
    policies = [answer.headers["content-security-policy"] for answer in told.values()]
    assert [answer.status for answer in told.values()] == [200, 200]
    assert policies == [framed_by(["https://www.ville.example"]), HEADERS[SECURITY]]
    fragment = server.ask(f"{base}integrer/partenaires.inc")
    assert fragment.headers["content-type"].lower() == "text/html; charset=utf-8"


def test_f1_readers_stay_on_the_newest_site(server, base):
    """F1: everything is asked for again, and what has not changed is not sent again."""
    for path in (base, f"{base}assets/relations/base.css"):
        first = server.ask(path, **{"Accept-Encoding": "gzip"})
        assert first.headers["cache-control"] == "no-cache"
        known = {"If-None-Match": first.headers["etag"], "Accept-Encoding": "gzip"}
        again = server.ask(path, **known)
        assert (again.status, again.body) == (304, b""), path


def test_f8_types_have_their_letters(server, base):
    """F8: each file is what it is, and a text says in which letters."""
    kinds = {
        "": "text/html; charset=utf-8",
        "donnees/partenaires.csv": "text/csv; charset=utf-8",
        "donnees/partenaires.geojson": "application/geo+json; charset=utf-8",
        "partenaires/turin/agenda.ics": "text/calendar; charset=utf-8",
        "assets/relations/base.css": "text/css; charset=utf-8",
        "sitemap.xml": "text/xml; charset=utf-8",
        f"{NEW}2024-05-19-turin.pdf": "application/pdf",
        "plan%20d%E2%80%99acc%C3%A8s.odt": "application/vnd.oasis.opendocument.text",
    }
    told = {path: server.ask(base + path) for path in kinds}
    assert {path: answer.status for path, answer in told.items()} == dict.fromkeys(kinds, 200)
    found = {path: answer.headers["content-type"] for path, answer in told.items()}
    assert {path: kind.lower() for path, kind in found.items()} == kinds


def test_f8_texts_are_packed(server, base):
    """F8: pages, styles and data are sent packed to whoever can unpack them."""
    for path in ("", "assets/relations/base.css", "donnees/catalogue.jsonld"):
        packed = server.ask(base + path, **{"Accept-Encoding": "gzip"})
        plain = server.ask(base + path)
        assert packed.headers.get("content-encoding") == "gzip", path
        assert gzip.decompress(packed.body) == plain.body, path
        assert "accept-encoding" in packed.headers["vary"].lower()
        assert "content-encoding" not in plain.headers


def test_f7_what_is_missing_is_told_by_the_sites_own_page(server, site, base):
    """F7: an address of nothing, at any depth, gets the page for it and says 404."""
    for path in ("nowhere/", "a/b/c.html", "partenaires/nobody/"):
        answer = server.ask(base + path)
        assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes()), path


def test_f7_the_data_alone_are_open(server, base):
    """F7: other sites may read the data, and nothing else."""
    opened = "access-control-allow-origin"
    assert server.ask(f"{base}donnees/partenaires.csv").headers.get(opened) == "*"
    assert opened not in server.ask(base).headers


@pytest.mark.parametrize(
    "path", ["_headers", ".htaccess", "serveur/nginx.conf", "serveur/Caddyfile", "serveur/"]
)
def test_f8_what_is_for_servers_is_not_served(server, site, base, path):
    """F8: the servers' own files are no page for readers."""
    answer = server.ask(base + path)
    assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes())


@pytest.mark.parametrize("path", ["assets/", "assets/relations/"])
def test_f9_no_folder_is_listed(server, base, path):
    """F9: a folder without a page tells nothing of what is in it."""
    answer = server.ask(base + path)
    assert answer.status in (403, 404)
    assert b"base.css" not in re.sub(rb"<head>.*?</head>", b"", answer.body, flags=re.DOTALL)


def test_c3_an_old_address_leads_on(server, base):
    """C3: pages and files lead from their old addresses to the new ones, for good."""
    moves = {
        "partenaires/torino/": "partenaires/turin/",
        "partenaires/torino/agenda.ics": "partenaires/turin/agenda.ics",
        OLD: NEW,
        f"{OLD}2024-05-19-torino.pdf": f"{NEW}2024-05-19-turin.pdf",
    }
    for old, new in moves.items():
        answer = server.ask(base + old)
        assert answer.status == 301, old
        assert address(server, answer) == base + new


def test_f8_a_redirect_names_no_other_host(server, base):
    """F8: an address without its last stroke leads to the same with it, on the host asked."""
    answer = server.ask(f"{base}partenaires/turin")
    assert answer.status in (301, 308)
    assert address(server, answer) == f"{base}partenaires/turin/"


def test_f7_the_site_of_a_part_of_a_host_leaves_the_rest_alone(server, base):
    """F7: below a path, the rest of the host has neither our headers nor our missing page."""
    if base == "/":
        assert server.ask("/robots.txt").status == 200
        assert server.ask("/.well-known/security.txt").status == 200
        return
    rest = server.ask("/nowhere/")
    assert rest.status == 404
    assert not {name.lower() for name in HEADERS} & rest.headers.keys()
    assert address(server, server.ask("/international")) == "/international/"
    assert server.ask("/international/robots.txt").status == 404


@pytest.mark.parametrize("name", PROGRAMS)
def test_f7_a_path_of_any_signs_is_a_path(tmp_path, name):
    """F7: accents, blanks, quotes and signs of patterns in the address stay what they are."""
    if not find(name):
        pytest.skip(f"no {name}: {HOW_TO_GET_ONE}")
    url = f"{URL}{quote(ODD)}/"
    found = assets(read_site(write_city(tmp_path / "city"), NOW, url))
    site = tmp_path / "site"
    for path, content in {**found, "index.html": b"here", "404.html": b"nothing"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    with running(name, site, f"/{ODD}/") as server:
        told = server.ask(f"/{quote(ODD)}/donnees/partenaires.csv")
        assert (told.status, told.headers.get("access-control-allow-origin")) == (200, "*")
        assert server.ask(f"/{quote(ODD)}/x").body == b"nothing"
        assert server.ask("/x").body != b"nothing"


def address(server, answer):
    """Return where an answer leads on the host that was asked; Apache names that host."""
    return re.sub(rf"^http://127\.0\.0\.1:{server.port}(?=/)", "", answer.headers["location"])

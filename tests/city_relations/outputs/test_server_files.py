"""What a server and its visitors find beside the pages: old addresses, contacts, policies."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from browser.serving import POLICY
from building import NOW, ROOT, built
from city_relations.head import policy
from city_relations.language.words import words_for
from city_relations.problems import ContentError
from city_relations.publish.site import read_site
from city_relations.servers.place import HEADERS
from drawn import picture
from small_city import RELEASE, TURIN, URL, assets, read_city, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
PHOTOS = "photos: [{file: place.jpg, alt: Une place., credit: Ville de Turin}]\n"
MOVED = {
    "partners/turin.yml": TURIN + "formerly: [torino, turin-italie]\n" + PHOTOS,
    "partners/place.jpg": picture(),
    NAME.replace(".md", ".it.md"): RELEASE.replace("themes: [culture]\n", ""),
    NAME: RELEASE.replace("---\nUn", "formerly: [2024-05-19-torino]\n---\nUn"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the small city, which has old addresses, to the end."""
    folder = tmp_path_factory.mktemp("server")
    return built(write_city(folder / "city", MOVED), folder / "site")


def test_an_old_address_leads_to_the_new_one(site):
    """An old address leads on at once, without a script, and names the true address."""
    page = (site / "partenaires/torino/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../turin/">' in page
    assert f'<link rel="canonical" href="{URL}partenaires/turin/">' in page
    assert '<a href="../turin/">' in page
    assert "<script" not in page
    assert (site / "partenaires/turin-italie/index.html").is_file()
    release = (site / "communiques/2024/2024-05-19-torino/index.html").read_text(encoding="utf-8")
    assert "url=../2024-05-19-turin/" in release


OLD, NEW = "communiques/2024/2024-05-19-torino/", "communiques/2024/2024-05-19-turin/"


def test_c3_every_old_address_answers(site):
    """C3: feeds, calendar, kits, photos and translations answer where they stood."""
    kit = ["2024-05-19-{}.txt", "2024-05-19-{}.pdf", "2024-05-19-{}.zip", "it/2024-05-19-{}-it.txt"]
    pairs = [(OLD + name.format("torino"), NEW + name.format("turin")) for name in kit]
    names = ("agenda.ics", "atom.xml", "feed.json", "{}-1.jpg", "{}-1-card.jpg")
    pairs += [
        (f"partenaires/{old}/{name.format(old)}", f"partenaires/turin/{name.format('turin')}")
        for old in ("torino", "turin-italie")
        for name in names
    ]
    for old, new in pairs:
        assert (site / old).read_bytes() == (site / new).read_bytes(), old
    page = (site / OLD / "it/index.html").read_text(encoding="utf-8")
    assert "url=../../2024-05-19-turin/it/" in page


def test_c3_servers_are_told_where_pages_went(site):
    """C3: each kind of server leads every old address on for good, files by their new names."""
    nginx = (site / "serveur/nginx.conf").read_text(encoding="utf-8")
    rules = re.findall(r'^rewrite "(.+)" "(.+)" permanent;$', nginx, re.MULTILINE)
    assert moved(rules, "/partenaires/torino/") == "/partenaires/turin/"
    assert moved(rules, "/partenaires/turin-italie/agenda.ics") == "/partenaires/turin/agenda.ics"
    assert moved(rules, f"/{OLD}2024-05-19-torino.pdf") == f"/{NEW}2024-05-19-turin.pdf"
    assert moved(rules, f"/{OLD}it/2024-05-19-torino-it.txt") == f"/{NEW}it/2024-05-19-turin-it.txt"
    assert moved(rules, "/partenaires/turin/") == "/partenaires/turin/"
    apache = (site / ".htaccess").read_text(encoding="utf-8")
    assert re.findall(r'^RedirectMatch 301 "(.+)" "(.+)"$', apache, re.MULTILINE) == rules
    netlify = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert f"/{OLD}it/ /{NEW}it/ 301" in netlify
    assert "/partenaires/torino/ /partenaires/turin/ 301" in netlify
    caddy = (site / "serveur/Caddyfile").read_text(encoding="utf-8")
    matchers = re.findall(r"^@(moved\d+) path_regexp \1 `(.+)`$", caddy, re.MULTILINE)
    assert [pattern for _, pattern in matchers] == [pattern for pattern, _ in rules]


def moved(rules, path):
    """Return where the first rule that fits leads a path, as servers read them."""
    for pattern, to in rules:
        if re.search(pattern, path):
            return re.sub(pattern, re.sub(r"\$(\d)", r"\\g<\1>", to), path)
    return path


def test_c3_a_release_moved_to_another_year_answers_where_it_stood(tmp_path):
    """A former name that begins with another year stood in that year's folder."""
    told = MOVED[NAME].replace("2024-05-19-torino", "2023-12-31-torino")
    pages = assets(read_city(write_city(tmp_path, {NAME: told})))
    assert "communiques/2023/2023-12-31-torino/index.html" in pages


def test_an_old_address_is_not_on_the_map(site):
    """Search engines are led to the new address alone."""
    assert "torino" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["korca", "turin"])
def test_an_old_address_is_free(tmp_path, slug):
    """A name that is somebody's today, or one's own, cannot be an old one."""
    korca = TURIN.replace("Turin", "Korça").replace("IT", "AL")
    korca = korca.replace("45.07, lon: 7.69", "40.62, lon: 20.78")
    files = {
        "partners/turin.yml": f"{TURIN}formerly: [{slug}]\n",
        "partners/korca.yml": korca,
    }
    with pytest.raises(ContentError) as caught:
        read_city(write_city(tmp_path, files))
    (problem,) = caught.value.problems
    assert problem.field == "formerly"
    assert f"partners/{slug}.yml" in words_for("en")(problem.text)


def test_an_unpublished_release_has_no_old_address(tmp_path):
    """A draft's old name tells as much as the draft: it leads nowhere."""
    draft = MOVED[NAME].replace("---\nUn", "status: draft\n---\nUn")
    told = assets(read_city(write_city(tmp_path, {NAME: draft})))
    assert not [path for path in told if "torino" in path]


def test_robots_are_welcome(site):
    """Everything is open to everybody, and the map of the site is named."""
    told = (site / "robots.txt").read_text(encoding="utf-8")
    assert "Allow: /\n" in told
    assert "Disallow" not in told
    assert f"Sitemap: {URL}sitemap.xml" in told


def test_security_txt_is_as_the_standard_says(site):
    """The file is there in its dot-folder, with a contact, and expires in less than a year."""
    told = (site / ".well-known/security.txt").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in told.splitlines())
    assert fields["Contact"] == "mailto:contact@port-arden.example"
    assert fields["Canonical"] == f"{URL}.well-known/security.txt"
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=200) < expires - NOW < timedelta(days=365)


@pytest.mark.parametrize(
    "name", ["_headers", ".htaccess", "serveur/nginx.conf", "serveur/Caddyfile"]
)
def test_each_server_is_told_the_policy(site, name):
    """Each kind of server is told every header, and to open the data to other sites."""
    told = (site / name).read_text(encoding="utf-8")
    for header, value in HEADERS.items():
        assert header in told
        assert value in told
    assert re.search(r"/donnees/", told)
    assert "Access-Control-Allow-Origin" in told


def test_there_is_one_policy():
    """The policy of the servers, of the tests and of the pages themselves is one."""
    assert policy.POLICY == POLICY
    head = (ROOT / "hooks/city_relations/theme/partials/head.html").read_text(encoding="utf-8")
    assert policy.ON_THE_PAGE in head


def test_f7_robots_and_security_are_the_hosts(tmp_path):
    """F7: below a path nobody reads them: what they would say is handed to who runs the host."""
    below = read_site(write_city(tmp_path), NOW, f"{URL}international/")
    found = {path: text.decode() for path, text in assets(below).items() if path.endswith(".txt")}
    assert not {"robots.txt", ".well-known/security.txt"} & found.keys()
    robots = found["serveur/robots.txt"].splitlines()
    assert robots[0].startswith("# ")
    assert robots[1:] == [f"Sitemap: {URL}international/sitemap.xml"]
    assert f"\nCanonical: {URL}.well-known/security.txt\n" in found["serveur/security.txt"]

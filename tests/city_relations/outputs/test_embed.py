"""What other sites may show: fragments for everybody, frames for the sites the city names."""

from __future__ import annotations

import pytest

from building import NOW
from city_relations.problems import ContentError
from city_relations.publish.site import read_site
from reading import parse
from small_city import CONFIGURATION, URL, assets, write_city

HOSTS = "    embed_on: [https://www.ville.example, 'https://*.ville.example']\n"
TWO = CONFIGURATION.replace("languages: [fr]", "languages: [fr, de]")
FRAME = "integrer/cadres/partenaires/index.html"


def site_of(folder, settings=TWO + HOSTS, url=URL):
    """Read a small city whose site some may frame."""
    return read_site(write_city(folder, settings=settings), NOW, url)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the site of a small city in two languages, which two hosts may frame."""
    return site_of(tmp_path_factory.mktemp("embed"))


def test_a_fragment_is_html_alone_with_links_in_full(site):
    """Whoever includes it gets a list, no script, no style, and links that lead from anywhere."""
    told = assets(site)
    for path in ("integrer/partenaires.inc", "integrer/agenda.inc", "integrer/communiques.inc"):
        fragment = told[path].decode()
        assert fragment.startswith("<section")
        assert "<script" not in fragment
        assert "style" not in fragment
        assert fragment.count('href="') == fragment.count(f'href="{URL}') > 0, path
    assert "Turin" in told["integrer/partenaires.inc"].decode()


def test_each_language_has_its_own(site):
    """A fragment and a frame stand in every language of the site, in its words."""
    told = assets(site)
    assert f'href="{URL}de/partner/turin/"' in told["de/einbinden/partner.inc"].decode()
    assert 'lang="de"' in told["de/einbinden/rahmen/partner/index.html"].decode()


def test_a_frame_runs_nothing_and_opens_its_links_above(site):
    """A page to be framed has no script, two small sheets, and links out of the frame."""
    page = parse(assets(site)[FRAME])
    assert list(page.iter("script")) == []
    assert {link.get("target") for link in page.iter("a")} == {"_top"}
    sheets = [one.get("href") for one in page.iter("link") if one.get("rel") == "stylesheet"]
    assert sheets == [f"../../../assets/relations/{name}.css" for name in ("embed", "accent")]


def test_the_lines_to_paste_name_the_frame(site):
    """The page shows an iframe with title and height, its quotation marks made harmless."""
    body = site.pages["integrer/"].body
    assert f"&lt;iframe src=&#34;{URL}integrer/cadres/partenaires/&#34; title=" in body
    assert "height=&#34;" in body
    assert "#include virtual=&#34;/integrer/partenaires.inc&#34;" in body
    assert "https://*.ville.example" in body


def test_without_hosts_nothing_can_be_framed(tmp_path):
    """Nobody may frame: there is no page to be, servers say so, and the page says what to set."""
    site = site_of(tmp_path, TWO)
    told = assets(site)
    assert "integrer/partenaires.inc" in told
    assert FRAME not in told
    assert "embed_on: [https://www.example.org]" in site.pages["integrer/"].body
    for name in ("_headers", ".htaccess", "serveur/nginx.conf", "serveur/Caddyfile"):
        assert set(_ancestors(told[name].decode())) == {"'none'"}, name


def test_a_city_without_partners_says_so(tmp_path):
    """A fragment is never an empty list, and no page boasts of no line."""
    settings = TWO + HOSTS
    site = read_site(write_city(tmp_path, base=False, settings=settings), NOW, URL)
    fragment = assets(site)["integrer/partenaires.inc"].decode()
    assert "<ul" not in fragment
    assert "Aucun partenaire" in fragment
    assert "rel-strong" not in site.pages["donnees/"].body


def test_below_a_path_frames_and_servers_follow(tmp_path):
    """A site in a part of a host names that part in fragments, lines and server files."""
    told = assets(site_of(tmp_path, url=f"{URL}monde/"))
    assert f'href="{URL}monde/partenaires/turin/"' in told["integrer/partenaires.inc"].decode()
    for name in ("_headers", ".htaccess", "serveur/nginx.conf", "serveur/Caddyfile"):
        text = told[name].decode()
        assert "/monde/integrer/cadres/" in text, name
        assert "/monde/de/einbinden/rahmen/" in text, name
        assert set(_ancestors(text)) == {
            "'none'",
            "https://www.ville.example https://*.ville.example",
        }


def _ancestors(text):
    """Return who may frame, of each policy of a server's file."""
    return [
        part.partition('"')[0].partition("\n")[0].strip()
        for part in text.split("frame-ancestors ")[1:]
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://WWW.Ville.example/", "https://www.ville.example"),
        ("https://www.ville.example:8443", "https://www.ville.example:8443"),
        ("https://*.ville.example", "https://*.ville.example"),
    ],
)
def test_a_host_is_read_however_it_is_written(tmp_path, written, meant):
    """Capitals, a stroke at the end, a port and a whole domain are a host."""
    settings = CONFIGURATION + f"    embed_on: ['{written}']\n"
    assert site_of(tmp_path, settings).catalog.city.embed_on == (meant,)


@pytest.mark.parametrize(
    ("written", "advised"),
    [
        ("http://www.ville.example", "https://www.ville.example"),
        ("www.ville.example", "https://www.ville.example"),
        ("https://www.ville.example/accueil?x=1#y", "https://www.ville.example"),
        ("//www.ville.example", "https://www.ville.example"),
        ("https://www.évry.example", "https://www.xn--vry-9la.example"),
        ("*.ville.example", "https://*.ville.example"),
        ("*", ""),
        ("https://*", ""),
        ("https://*.fr", ""),
        ("https://www.*.example", ""),
        ("https://moi:secret@ville.example", ""),
        ("'self'", ""),
        ("https://a.example; script-src *", ""),
        ("https://a.example https://b.example", ""),
        ("localhost", ""),
    ],
)
def test_what_is_no_host_is_refused(tmp_path, written, advised):
    """No page, no other scheme, no wildcard for all, nothing that would end the policy."""
    quoted = written.replace("'", "''")
    with pytest.raises(ContentError) as refused:
        site_of(tmp_path, CONFIGURATION + f"    embed_on: ['{quoted}']\n")
    (problem,) = refused.value.problems
    assert problem.rule in ("embed-host", "embed-host-for-all")
    assert (advised in problem.fix) if advised else not problem.fix

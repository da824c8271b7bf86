"""An address asked: what becomes of it, whatever the other side does."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from city_relations.language.words import words_for
from city_relations.progress import SILENT
from city_relations.web.asking import MOST_READ, Manners, ask
from city_relations.web.connecting import is_public
from city_relations.web.rounds import ask_all
from unruly_server import PATIENCE, serving

MANNERS = Manners("city-relations/1 (+https://port-arden.example/)", internal=True)
HURRIED = replace(MANNERS, timeout=PATIENCE)  # for what never answers, and for nothing else


@pytest.fixture(scope="module")
def server():
    """Serve on this machine."""
    with serving() as found:
        yield found


@pytest.mark.parametrize(
    ("path", "outcome", "moved_to"),
    [
        ("/", "answers", ""),
        ("/no-head", "answers", ""),
        ("/old", "moved", "/new/"),
        ("/older", "moved", "/new/"),
        ("/old#part", "moved", "/new/#part"),
        ("/for-now", "answers", ""),
        ("/for-now-then-old", "answers", ""),
        ("/old-then-for-now", "moved", "/for-now"),
        ("/home", "moved", ""),
        ("/accents", "moved", "/caf%C3%A9/"),
        ("/moved-to-nothing", "gone", ""),
        ("/missing", "gone", ""),
        ("/gone", "gone", ""),
        ("/broken", "fails", ""),
        ("/members", "refuses", ""),
        ("/busy", "refuses", ""),
        ("/loop", "fails", ""),
        ("/to-a-file", "fails", ""),
        ("/midway", "fails", ""),
        ("/noise", "fails", ""),
        ("/silent", "fails", ""),
        ("/endless", "answers", ""),
        ("/hang", "hangs", ""),
        ("/drops", "hangs", ""),
        ("/déjà vu?q=é", "answers", ""),
    ],
)
def test_each_answer_is_told(server, path, outcome, moved_to):
    """What an address does is told, and where to write it moved to."""
    found = ask(server.address + path, HURRIED if outcome == "hangs" else MANNERS)
    assert str(found.outcome) == outcome, words_for("en")(found.why)
    assert found.moved_to == (server.address + moved_to if moved_to else "")


def test_where_an_address_leads_is_told(server):
    """What is wrong behind a redirect is told of the place it leads to, not of what was asked."""
    found = ask(f"{server.address}/moved-to-nothing", MANNERS)
    assert words_for("en")(found.why) == f"leads to {server.address}/missing: status 404"


@pytest.mark.parametrize(
    ("path", "seconds"),
    [("busy", 10), ("back-in-3", 3), ("back-in-120", 120), ("back-in-Fri 27 Nov", 86_400)],
)
def test_who_is_asked_too_often_is_left_alone(server, path, seconds):
    """A host that asks to be asked later is not asked again at once, and says how long."""
    server.asked.clear()
    found = ask(f"{server.address}/{path}", MANNERS)
    assert (str(found.outcome), found.rest, len(server.asked)) == ("refuses", seconds, 1)
    assert "come back later" in words_for("en")(found.why)


def test_the_rest_of_a_busy_host_is_not_asked(server):
    """One that wants more than half a minute is asked nothing more."""
    server.asked.clear()
    paths = [f"{server.address}/{name}" for name in ("a", "back-in-31", "b")]
    found = ask_all(paths, MANNERS, 0, SILENT)
    assert [str(found[path].outcome) for path in paths] == ["answers", "refuses", "refuses"]
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/a", "/back-in-31"]


def test_robots_are_kept_out_where_a_host_asks_it(server):
    """What robots.txt closes to programs is not asked; the file is asked for once a host."""
    server.robots, server.asked[:] = b"User-agent: *\nDisallow: /closed/\n", []
    paths = [f"{server.address}/{name}" for name in ("closed/a", "open", "closed/b")]
    found = ask_all(paths, MANNERS, 0, SILENT)
    server.robots = b""
    assert [str(found[path].outcome) for path in paths] == ["refuses", "answers", "refuses"]
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/open"]


def test_little_is_read_of_what_never_ends(server):
    """Of endless data no more is taken than a limit and what the machine holds back."""
    server.sent = 0
    ask(f"{server.address}/endless", MANNERS)
    assert 0 < server.sent < MOST_READ + 20_000_000


def test_head_comes_first_and_says_who_asks(server):
    """A page is asked for by HEAD alone where that is answered, by a name that says whose."""
    server.asked.clear()
    ask(f"{server.address}/first", MANNERS)
    ask(f"{server.address}/no-head", MANNERS)
    assert server.asked == [
        (way, path, MANNERS.agent)
        for way, path in (("HEAD", "/first"), ("HEAD", "/no-head"), ("GET", "/no-head"))
    ]


def test_what_stands_within_is_not_asked(server):
    """Addresses of this machine and of networks around it are refused unasked, redirects too."""
    server.asked.clear()
    polite = replace(MANNERS, internal=False)
    port = server.server_port
    for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"):
        assert str(ask(f"http://{host}:{port}/", polite).outcome) in ("internal", "gone"), host
    for host in ("10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[::ffff:10.0.0.1]"):
        assert str(ask(f"http://{host}/latest", polite).outcome) == "internal", host
    assert server.asked == []


def test_the_public_is_told_from_the_rest():
    """Only addresses of the public Internet count, those carried within others too."""
    public = ("93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822")
    within = ("64:ff9b::a00:1", "2002:a00:1::", "100.64.0.1", "224.0.0.1", "::", "fc00::1")
    assert [one for one in (*public, *within) if is_public(one)] == list(public)


def test_nobody_there_is_told():
    """A port at which nobody listens cannot be reached; a host of a reserved name is nobody."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert str(ask(address, MANNERS).outcome) == "unreached"
    assert str(ask("http://[not-an-address/", MANNERS).outcome) == "fails"
    assert str(ask("http://host.example:99999/", MANNERS).outcome) == "fails"
    assert str(ask("ftp://host.example/", MANNERS).outcome) == "fails"

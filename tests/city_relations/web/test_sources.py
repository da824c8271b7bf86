"""`relations sources`: every address of the record asked, and what rests on none that answers."""

from __future__ import annotations

import json

import pytest

from city_relations import cli
from city_relations.web.__main__ import agent_of, main
from small_city import profile, release, write_bare_city
from unruly_server import serving

PROFILE = """name: Turin
country: IT
population: {value: 900000, source: "@/missing"}
ties:
  - kind: twinning
    since: 1990
    sources: ["@/gone", Délibération du 3 mai 1990]
    acts: [{act: signature, date: 1991, sources: [{source: "@/gone", archived: "@/copy"}]}]
website: "@/old"
about: |
  Une ville, avec [un lien](@/old) et
  [un autre](@/for-now).
sources: "@/new"
"""
NONE = "none of its sources can be read now"
PAGE = "---\ntitle: Liens\n---\nVoir [ceci](@/missing), `[cela](@/never)`.\n"


@pytest.fixture(scope="module")
def server():
    """Serve on this machine."""
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def city(server, tmp_path_factory):
    """Return a city whose record names addresses of that server."""
    told = {
        "partners/turin.yml": PROFILE,
        "partners/brno.yml": profile("Brno", 'status: draft\nsources: ["@/draft"]\n'),
        "press_releases/2024/2024-05-06-a.md": release(body="Voir [la page](@/older)."),
        "press_releases/2024/2024-05-06-b.md": release(
            more='status: withdrawn\nvideos: [{url: "@/never", title: Film}]\n'
        ),
        "docs/liens.md": PAGE,
    }
    told = {name: text.replace("@", server.address) for name, text in told.items()}
    return write_bare_city(tmp_path_factory.mktemp("city"), told)


def asked(city, capsys, *more):
    """Ask as the command does; give its exit status and what it says."""
    options = ["--language", "en", "--pause", "0", "--internal", *more]
    status = main([str(city), "mkdocs.yml", *options])
    return status, capsys.readouterr().out


def test_each_address_is_told_by_its_place(city, server, capsys):
    """What is gone and what moved is told by file, line and field; what was withdrawn is left."""
    server.asked.clear()
    status, said = asked(city, capsys)
    assert status == 1
    assert said.replace(server.address, "@").splitlines() == [
        "Gone",
        "  docs/liens.md:4:13: @/missing: status 404",
        "  partners/turin.yml:3:37: population.source: @/missing: status 404",
        "  partners/turin.yml:7:15: ties.sources: @/gone: status 410",
        "  partners/turin.yml:8:60: ties.acts.sources.source: @/gone: status 410",
        "",
        "Moved for good",
        "  partners/turin.yml:9:10: website: @/old: write @/new/",
        "  partners/turin.yml:11:29: about: @/old: write @/new/",
        "  press_releases/2024/2024-05-06-a.md:6:16: @/older: write @/new/",
        "",
        "Facts left without a source that answers",
        f"  partners/turin.yml:3:29: population.source: {NONE}: @/missing",
        "",
        "8 addresses asked.",
    ]
    paths = [path for _, path, _ in server.asked]
    assert "/draft" in paths
    assert "/never" not in paths
    assert len({agent for *_, agent in server.asked}) == 1


def test_a_program_reads_it_as_data(city, server, capsys):
    """As JSON, every address stands beside its outcome, those that answer too."""
    status, said = asked(city, capsys, "--json")
    told = json.loads(said.replace(server.address, "@"))
    assert (status, told["asked"]) == (1, 8)
    outcomes = {(one["address"], one["outcome"], one["moved_to"]) for one in told["addresses"]}
    assert ("@/new", "answers", "") in outcomes
    assert ("@/old", "moved", "@/new/") in outcomes
    assert told["facts"] == [
        {"file": "partners/turin.yml", "line": 3, "column": 29, "field": "population.source"}
    ]


def test_the_command_asks_nobody_within_unless_told_to(city, server, monkeypatch, capsys):
    """`relations sources` asks no address of this machine, and is content where none is gone."""
    monkeypatch.chdir(city)
    server.asked.clear()
    assert cli.main(["sources", "--language", "en", "--pause", "0"]) == 0
    said = capsys.readouterr().out
    assert "Not asked\n" in said
    assert "“--internal” asks it all the same" in said
    assert server.asked == []


def test_who_asks_is_one_line():
    """The name by which the web is asked tells the site's address, and stays one line."""
    assert agent_of("https://a.example/\r\nX: y)").count("\n") == 0
    assert "(+https://a.example/; looks" in agent_of("https://a.example/")
    assert "(" not in agent_of("")


@pytest.mark.parametrize("option", ["--timeout", "--pause"])
@pytest.mark.parametrize("value", ["0x", "-1", "nan", "inf"])
def test_seconds_are_a_number(option, value, capsys):
    """Seconds that are no number, or not those of anybody’s patience, are refused."""
    with pytest.raises(SystemExit):
        cli.main(["sources", f"{option}={value}"])
    capsys.readouterr()

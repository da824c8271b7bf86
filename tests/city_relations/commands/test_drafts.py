"""`relations new …`: files that are valid from the start, every field explained."""

from __future__ import annotations

import pytest

from city_relations.commands.places import Candidate, candidates


@pytest.fixture
def typed(monkeypatch):
    """Answer questions as a person at the keyboard."""

    def type_(*answers):
        left = list(answers)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda _: left.pop(0))

    return type_


def test_a_release_from_flags(relations, site):
    """With flags nothing is asked; the draft is where it belongs and passes the check."""
    flags = [
        "--title",
        "L’été à Turin : un concert",
        "--date",
        "21 juin 2026",
        "--partner",
        "turin",
    ]
    status, told = relations("new", "release", *flags)
    path = site / "press_releases/2026/2026-06-21-l-ete-a-turin-un-concert.md"
    text = path.read_text()
    assert (status, path.name in told) == (0, True)
    assert 'title: "L’été à Turin : un concert"' in text
    assert "status: draft" in text
    assert "# Chapô : La nouvelle en deux ou trois phrases." in text
    assert relations("check", path)[0] == 0


def test_a_release_from_answers(relations, site, typed):
    """At a keyboard it asks in plain words, again where an answer cannot be read."""
    typed("Une fête", "31/02/2026", "1er mars 2026", "2, 1", "Une fête a lieu.")
    status, told = relations("new", "release")
    text = (site / "press_releases/2026/2026-03-01-une-fete.md").read_text()
    assert status == 0
    assert "« 31/02/2026 » n’existe pas" in told
    assert "partners: [turin, korca]" in text
    assert relations("check")[0] == 0


def test_a_photo_comes_with_its_words(relations, site, tmp_path):
    """A picture is put beside the release, with what those who cannot see it are told."""
    (tmp_path / "IMG 1.JPG").write_bytes((site / "partners/turin.jpg").read_bytes())
    flags = ["--title", "Une fête", "--date", "2026-03-01", "--photo", tmp_path / "IMG 1.JPG"]
    words = ["--alt", "Une place pleine de monde.", "--credit", "Ville de Valclair"]
    assert relations("new", "release", *flags)[0] == 1
    assert relations("new", "release", *flags, *words)[0] == 0
    assert (site / "press_releases/2026/2026-03-01-une-fete.jpg").is_file()
    assert relations("check")[0] == 0


def test_a_partner_is_known_by_its_name(relations, site):
    """--partner takes a name in any case, and refuses an unknown one."""
    flags = ["--title", "Une fête", "--date", "2026-03-01"]
    assert relations("new", "release", *flags, "--partner", "Milan")[0] == 1
    assert relations("new", "release", *flags, "--partner", "KORÇA")[0] == 0
    assert "[korca]" in (site / "press_releases/2026/2026-03-01-une-fete.md").read_text()


def test_a_number_outside_the_list_is_asked_again(relations, site, typed):
    """An answer that is not in the list is said to be so; a name in it is taken."""
    typed("Une fête", "2026-03-01", "99", "Turin", "")
    status, told = relations("new", "release")
    assert (status, "« 99 » n’est pas dans la liste" in told) == (0, True)
    assert "[turin]" in (site / "press_releases/2026/2026-03-01-une-fete.md").read_text()


def test_nothing_is_written_over(relations):
    """A file that is there already is never replaced."""
    flags = ["--title", "Une fête", "--date", "2026-03-01"]
    assert relations("new", "release", *flags)[0] == 0
    assert relations("new", "release", *flags)[0] == 1


def test_a_partner_from_flags(relations, site):
    """Country and kind are understood by their names; the profile passes the check."""
    flags = ["--name", "Gand", "--country", "Belgique", "--kind", "jumelage", "--since", "1998"]
    status, _ = relations("new", "partner", *flags, "--coordinates", "51.05, 3.72")
    text = (site / "partners/gand.yml").read_text()
    assert status == 0
    assert "country: BE\n" in text
    assert "kind: twinning\n    since: 1998\n" in text
    assert relations("check")[0] == 0


GAND = ["--name", "Gand", "--country", "BE", "--kind", "amitié"]


def test_a_tie_announced_is_no_tie_yet(relations, site):
    """What is only announced is written as planned; a day to come is no beginning."""
    assert relations("new", "partner", *GAND, "--since", "printemps 2027")[0] == 1
    assert relations("new", "partner", *GAND, "--planned", "printemps 2027")[0] == 0
    text = (site / "partners/gand.yml").read_text()
    assert "acts:\n      - {act: signature, planned: 2027-21}\n" in text
    assert "kind: friendship" in text
    assert relations("check")[0] == 0


def test_whether_it_is_signed_is_asked(relations, site, typed):
    """At a keyboard an announcement is asked for before the year the tie lives since."""
    typed("peut-être", "printemps 2027", "")
    assert relations("new", "partner", *GAND)[0] == 0
    assert "planned: 2027-21" in (site / "partners/gand.yml").read_text()
    typed("oui", "1998", "")
    assert relations("new", "partner", *GAND[2:], "--name", "Gent")[0] == 0
    assert "since: 1998" in (site / "partners/gent.yml").read_text()


@pytest.mark.parametrize("point", ["41,98 2,82", "41,98, 2,82", "95.0, 2.8", "ici"])
def test_coordinates_that_cannot_be_read(relations, site, point):
    """A comma for a point, or a latitude beyond the pole, is refused and nothing is written."""
    status, told = relations("new", "partner", *GAND, "--since", "1998", "--coordinates", point)
    assert (status, told.startswith("coordonnées illisibles")) == (1, True)
    assert not (site / "partners/gand.yml").exists()


@pytest.mark.parametrize("flag", ["--name", "--country", "--kind", "--since"])
def test_a_missing_answer_is_named(relations, site, flag):
    """Without a keyboard, what lacks is said and nothing is written."""
    flags = {"--name": "Gand", "--country": "BE", "--kind": "jumelage", "--since": "1998"}
    del flags[flag]
    status, told = relations("new", "partner", *(part for pair in flags.items() for part in pair))
    assert (status, told.startswith("il manque une réponse")) == (1, True)
    assert not (site / "partners/gand.yml").exists()


def test_candidates_are_shown_never_chosen():
    """Places of that name in that country are listed, the most populous first."""
    large, small = (
        Candidate("Gent", "VLG", 265000, 51.05, 3.72),
        Candidate("Gent", "", 9, 50.0, 4.0),
    )
    other = Candidate("Genk", "VLG", 60000, 50.9, 5.5)

    def places(country):
        assert country == "BE"
        return [(small, ["Gent"]), (large, ["Gent", "Gand"]), (other, ["Genk"])]

    assert candidates("gent", "BE", places) == [large, small]
    assert candidates("GAND", "BE", places) == [large]


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/Paris", "2026-11-22"), ("America/Martinique", "2026-11-21")]
)
def test_h10_today_is_the_citys_day(relations, site, monkeypatch, zone, day):
    """H10: at half past midnight in Paris a new release has the city's day, not that of UTC."""
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("Europe/Paris", zone))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795303800")  # 21 November 2026, 23:30 UTC
    status, _ = relations("new", "release", "--title", "Un concert", "--partner", "turin")
    path = site / f"press_releases/2026/{day}-un-concert.md"
    assert (status, f"date: {day}" in path.read_text()) == (0, True)

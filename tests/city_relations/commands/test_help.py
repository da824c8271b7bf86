"""The command called bare, asked for help, or misunderstood."""

from __future__ import annotations

import pytest


def test_called_bare_it_helps(relations):
    """What it is for, its commands and four examples, in French."""
    status, told = relations()
    assert status == 0
    assert told.count("  relations ") == 4
    assert "Exemples :" in told


def test_every_command_explains_itself(relations, capsys):
    """--help ends well and is in the language of the call."""
    for name in ("check", "new release", "new partner", "preview", "status", "publish"):
        with pytest.raises(SystemExit) as end:
            relations(*name.split(), "--help")
        assert (end.value.code, "usage:" in capsys.readouterr().out) == (0, False)


def test_a_word_it_does_not_know(relations, capsys):
    """A command that does not exist is answered with the one that was meant."""
    with pytest.raises(SystemExit) as end:
        relations("--language", "fr", "chek")
    assert end.value.code == 2
    assert "« chek » n’est pas une commande" in (told := capsys.readouterr().err)
    assert "vouliez-vous dire « relations check »" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("new relase", "« new relase » n’est pas une commande ; vouliez-vous dire « relations new"),
        ("new partenaire", "vouliez-vous dire « relations new partner » ?"),
        ("new", "« new » n’est pas une commande. Tapez « relations » seul pour la liste."),
        ("new truc", "« new truc » n’est pas une commande. Tapez « relations » seul"),
        ("nex release", "vouliez-vous dire « relations new release » ?"),
        ("status fiches", "« fiches » n’est pas compris ici."),
        (
            "chek fiches",
            "« chek » n’est pas une commande ; vouliez-vous dire « relations check » ?",
        ),
    ],
)
def test_a_second_word_it_does_not_know(relations, capsys, words, told):
    """A command of two words is compared as a whole; the second word of others is named."""
    with pytest.raises(SystemExit) as end:
        relations("--language", "fr", *words.split())
    assert end.value.code == 2
    assert told in capsys.readouterr().err.replace("\u00a0", " ").replace("\u202f", " ")


def test_an_option_it_does_not_know(relations, capsys):
    """An option that does not exist is named."""
    with pytest.raises(SystemExit) as end:
        relations("check", "--repair")
    assert end.value.code == 2
    assert "« --repair » n’est pas compris ici." in capsys.readouterr().err


def test_status_takes_a_day(relations):
    """`status --on` looks at a day to come."""
    assert relations("status", "--on", "2027-03-01")[0] == 0

"""The command called bare, asked for help, or misunderstood."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from city_relations.cli import COMMANDS

NAMED = {
    "fr": {"FICHIER", "DOSSIER", "LANGUE", "PARTENAIRE", "QUOI", "ANNÉE"},
    "de": {"DATEI", "ORDNER", "PARTNER", "SPRACHE", "WAS", "JAHR"},
}


def test_called_bare_it_helps(relations):
    """What it is for, its commands and four examples, in French."""
    status, told = relations()
    assert status == 0
    assert told.count("  relations ") == 4
    assert "Exemples :" in told


def test_what_nobody_reads_ends_quietly():
    """`relations | head` is no failure to tell of: no traceback, and the status of SIGPIPE."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "city_relations"]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_every_command_explains_itself(relations, capsys):
    """--help ends well and is in the language of the call."""
    for name in ("check", "new release", "new partner", "preview", "status", "publish"):
        with pytest.raises(SystemExit) as end:
            relations(*name.split(), "--help")
        assert (end.value.code, "usage:" in capsys.readouterr().out) == (0, False)


@pytest.mark.parametrize("language", NAMED)
def test_what_is_to_be_named_is_named_in_the_language(site, relations, capsys, language):
    """No command's help calls a file, a folder or a value by an English word."""
    settings = site / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("languages: [fr]", f"languages: [{language}]"), "utf-8")
    for name in COMMANDS:
        with pytest.raises(SystemExit):
            relations(*name.split(), "--help")
        usage = capsys.readouterr().out.partition("\n\n")[0].partition(f"relations {name} ")[2]
        wanted = re.sub(r"\[-[^]]*\]", "", usage).translate(str.maketrans("", "", "[]. \n"))
        assert set(re.findall(r"\b[A-Z]{3,}\b", usage)) <= NAMED[language]
        assert wanted.isupper() or not wanted


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

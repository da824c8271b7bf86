"""`relations init`: a whole repository in the city's language, or nothing at all."""

from __future__ import annotations

import pytest

from building import files
from city_relations import cli
from city_relations.commands import init
from city_relations.language.words import words_for
from city_relations.starter import files as starter_files
from city_relations.starter import languages

ANNECY = ("--name", "Annecy", "--country", "France", "--coordinates", "45.9,6.13", "--yes")


@pytest.fixture
def begin(relations, tmp_path, monkeypatch):
    """Call `relations init` in an empty folder; give its status and words."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return lambda *arguments: relations("init", *arguments)


def left(tmp_path):
    """List what stands in the folder of the call."""
    return sorted(path.name for path in (tmp_path / "here").iterdir())


@pytest.mark.parametrize("language", languages())
def test_a_city_begins_sound_in_each_language(begin, tmp_path, language):
    """What is written passes the check, names the city, and leaves no placeholder."""
    assert begin("annecy", *ANNECY, "--language", language)[0] == 0
    found = files(tmp_path / "here" / "annecy")
    written = {name: one for name, one in found.items() if not name.startswith(".cache/")}
    told = {name: content.decode() for name, content in written.items()}
    assert "Annecy" in told["docs/index.md"]
    assert not [name for name, text in told.items() if "[[" in text.replace("[[[", "")]
    assert {"mkdocs.yml", "Makefile", "pyproject.toml", ".gitignore"} <= told.keys()
    assert {"tests/test_content.py", "hooks/README.md", ".vscode/settings.json"} <= told.keys()
    assert left(tmp_path) == ["annecy"]


def test_french_joins_de_to_the_name_of_the_city(begin, tmp_path):
    """A town that begins with a vowel is « d’Annecy » in all that is written, README and head."""
    begin("annecy", *ANNECY)
    found = files(tmp_path / "here" / "annecy")
    told = [one.decode() for name, one in found.items() if not name.startswith(".cache/")]
    assert not [text for text in told if "de Annecy" in text]
    assert sum("d’Annecy" in text for text in told) >= 2


def test_each_language_has_the_same_files(begin, tmp_path):
    """No language lacks a page, a guide or a setting that another has."""
    counts = {}
    for language in languages():
        begin(language, *ANNECY, "--language", language)
        folder = tmp_path / "here" / language
        counts[language] = {
            part: len(list(folder.glob(f"{part}/*")))
            for part in (".", "docs", "partners", "press_releases")
        }
    assert len({str(count) for count in counts.values()}) == 1
    assert list(counts) == ["de", "en", "fr", "ja"]


def test_the_language_is_that_of_the_country(begin, tmp_path):
    """A country's own language is proposed where a city can begin in it, else English."""
    begin("annecy", *ANNECY)
    assert "Partenaires:" in (tmp_path / "here/annecy/mkdocs.yml").read_text()
    begin("gent", "--name", "Gent", "--country", "BE", "--coordinates", "51.05,3.72", "--yes")
    assert "language: fr" in (tmp_path / "here/gent/mkdocs.yml").read_text()
    begin("lund", "--name", "Lund", "--country", "SE", "--coordinates", "55.7,13.2", "--yes")
    settings = (tmp_path / "here/lund/mkdocs.yml").read_text()
    assert "language: en" in settings
    assert "time_zone: Europe/Stockholm" in settings


@pytest.mark.parametrize(
    ("forge", "kept"),
    [
        (
            "github",
            [
                ".github/workflows/site.yml",
                ".github/workflows/audit.yml",
                ".github/workflows/import.yml",
                ".github/workflows/sources.yml",
                ".github/workflows/status.yml",
                ".github/workflows/tidy.yml",
                ".github/dependabot.yml",
            ],
        ),
        ("gitlab", [".gitlab-ci.yml", ".gitlab/renovate.json"]),
        (
            "forgejo",
            [
                ".forgejo/workflows/site.yml",
                ".forgejo/workflows/audit.yml",
                ".forgejo/workflows/import.yml",
                ".forgejo/workflows/sources.yml",
                ".forgejo/workflows/status.yml",
                ".forgejo/workflows/tidy.yml",
                ".forgejo/renovate.json",
            ],
        ),
        ("none", []),
    ],
)
def test_the_forge_has_its_workflow_alone(begin, tmp_path, forge, kept):
    """One forge's files are written, and they keep what is costly between runs."""
    begin("annecy", *ANNECY, "--forge", forge)
    folder = tmp_path / "here" / "annecy"
    found = {name for name in files(folder) if name.startswith((".git", ".forgejo"))}
    assert found == {*kept, ".gitignore", ".gitattributes"}
    assert not kept or ".cache/relations" in (folder / kept[0]).read_text()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("--name", "A" * 80), "un nom de 80 lettres ne tient pas en tête d’une page"),
        (("--country", "Atlantide"), "« Atlantide » n’est pas un pays"),
        (("--coordinates", "40.0,-40.0"), "40.0, -40.0 est en mer ou dans un autre pays"),
        (("--coordinates", "45,9,6,13"), "coordonnées illisibles"),
        (("--email", "nobody"), "« nobody » n’est pas une adresse électronique"),
        (("--time-zone", "Paris"), "« Paris » n’est pas un fuseau horaire"),
        (("--language", "oc"), "« oc » n’est pas une valeur connue ; écrivez de, en, fr, ja"),
        (("--name", "a\u0000b"), "ne se lit pas comme une ligne"),
    ],
)
def test_a_bad_answer_is_told_and_nothing_is_written(begin, tmp_path, changed, told):
    """A clear sentence, status 1, and the folder of the call stays empty."""
    status, words = begin("annecy", *ANNECY, *changed)
    assert (status, left(tmp_path)) == (1, [])
    assert told in words
    assert "Traceback" not in words


def test_what_nobody_answers_is_named(begin, tmp_path):
    """Without a name, and nobody to ask, the question is told."""
    assert begin("annecy", "--yes") == (
        1,
        "il manque une réponse : Comment s’appelle la ville ?\n",
    )
    assert left(tmp_path) == []


def test_a_folder_with_files_is_left_alone(begin, tmp_path):
    """Nothing is written over; an empty folder or an empty repository is filled."""
    taken = tmp_path / "here" / "taken"
    taken.mkdir()
    (taken / "notes.txt").write_text("mine")
    status, told = begin("taken", *ANNECY)
    assert (status, files(taken)) == (1, {"notes.txt": b"mine"})
    assert "« taken » contient déjà quelque chose" in told
    (tmp_path / "here" / "cloned" / ".git").mkdir(parents=True)
    assert begin("cloned", *ANNECY)[0] == 0
    assert (tmp_path / "here" / "cloned" / "mkdocs.yml").is_file()


@pytest.mark.parametrize("stands", [False, True], ids=["new", "empty"])
def test_an_interruption_leaves_nothing_half_made(begin, tmp_path, monkeypatch, stands):
    """Stopped at any file, the folder named is as it was, and nothing stands beside it."""
    if stands:
        (tmp_path / "here" / "annecy").mkdir()
    written = []

    def write(path, content):
        if len(written) == 9:
            raise KeyboardInterrupt
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr(init, "write", write)
    status, told = begin("annecy", *ANNECY)
    assert (status, told) == (1, "\nArrêté : rien n’a été écrit.\n")
    assert left(tmp_path) == (["annecy"] if stands else [])
    assert not stands or files(tmp_path / "here" / "annecy") == {}


def test_hostile_names_stay_text(begin, tmp_path):
    """Signs of YAML, Markdown and HTML in a name stand in the files as a name, and pass."""
    name = 'Sant\' <b>"A"</b> # *x* [y](z)'
    assert begin("city", *ANNECY, "--name", name)[0] == 0
    assert "\\<b\\>" in (tmp_path / "here/city/docs/index.md").read_text()


def test_the_questions_are_asked_in_turn(begin, tmp_path, monkeypatch):
    """At a keyboard every question is put; an answer that cannot be read is asked for again."""
    answers = iter(
        ["Annecy", "Atlantide", "France", "1", "", "", "", "rien", "presse@a.fr", "gitlab"]
    )
    asked = []

    class Keyboard:
        @staticmethod
        def isatty():
            return True

    def ask(question):
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("builtins.input", ask)
    status, told = begin("annecy")
    assert status == 0, told
    assert "presse@a.fr" in (tmp_path / "here/annecy/mkdocs.yml").read_text()
    assert [question for question in asked if "pays" in question] == [asked[1], asked[2]]


def test_the_starter_names_no_town_but_the_city():
    """The files of a new city name no place of the demonstration, in any language."""
    facts = init.Facts(
        *("Annecy", "annecy", "FR", "45.9", "6.1", "Europe/Paris", "Ville", "a@b.fr", "none", "1")
    )
    for language in languages():
        text = "\n".join(starter_files(facts, words_for(language)).values())
        for word in ("Chamb", "Turin", "Albstadt", "Korça", "Taroudant", "Gand", "Valclair"):
            assert word not in text


def test_help_names_it():
    """The list of commands begins with the one a newcomer needs."""
    assert next(iter(cli.COMMANDS)) == "init"

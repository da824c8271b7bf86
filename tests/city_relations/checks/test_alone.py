"""Files in which nothing was found are not looked through again, and nothing is ever missed."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import shutil

import pytest

from city_relations.checks import alone, check, exposure
from city_relations.checks.alone import silence_of
from city_relations.content import read_content
from city_relations.store import store_of
from small_city import release, write_city

EARLIER = "press_releases/2024/2024-05-18-turin.md"
LATER = "press_releases/2024/2024-06-01-turin.md"
MOBILE = "Appelez le 06 12 34 56 78.\n"


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch):
    """Keep what is known of a city of a few files."""
    monkeypatch.setattr(alone, "FEWEST", 1)


@pytest.fixture
def city(tmp_path):
    """Write a city of which one release gives a mobile number, and hold all rules against it."""
    more = {
        EARLIER: release("Un titre", "2024-05-18", "turin", "themes: [culture]\n", "Un texte.\n"),
        LATER: release("Titre", "2024-06-01", "turin", "themes: [culture]\n", MOBILE),
    }
    root = write_city(tmp_path / "city", more)
    found(root)
    return root


def found(root):
    """Return what the rules find, and what was read of the city."""
    store_of(root).look_again()
    return sorted(map(repr, check(read_content(root))))


def anew(root):
    """Return what the rules find where nothing is kept."""
    shutil.rmtree(root / ".cache")
    return found(root)


def looked_through(root, monkeypatch):
    """Return the files in which persons' contacts are looked for."""
    seen = []
    persons_own = exposure.persons_own
    with monkeypatch.context() as patched:
        patched.setattr(
            exposure,
            "persons_own",
            lambda text, guard: seen.append(text) or persons_own(text, guard),
        )
        assert found(root) == found(root)
    return seen


def entries(root):
    """Return the files that keep where nothing was found."""
    every = (path for path in (root / ".cache").rglob("*") if path.is_file())
    return [path for path in every if b"city_relations.checks." in path.read_bytes()]


def test_only_a_file_with_a_finding_is_looked_through_again(city, monkeypatch):
    """Of a city read before, the rule looks through the one file that breaks it, each time."""
    seen = "".join(looked_through(city, monkeypatch))
    assert seen.count("Titre") == 2
    assert "Un titre" not in seen
    assert sum("06 12 34 56 78" in one for one in found(city)) == 1


def changed(file, old, new):
    """Return what changes a text in a file of a city."""

    def change(root):
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def renamed(root):
    """Give the sound release the name of the other, and another name to that."""
    (root / LATER).rename(root / "press_releases/2024/2024-06-02-turin.md")
    (root / EARLIER).rename(root / LATER)


PUBLIC = "\n    public_contacts: ['+33612345678']\n    demonstration"
CHANGES = {
    "a text": changed(EARLIER, "Un texte.", "TODO, un « texte."),
    "a mended text": changed(LATER, MOBILE, "Un texte.\n"),
    "what is public": changed("mkdocs.yml", "\n    demonstration", PUBLIC),
    "the country": changed("mkdocs.yml", "country: FR", "country: DE"),
    "a partner's country": changed("partners/turin.yml", "country: IT", "country: JP"),
    "names": renamed,
    "a link": changed(EARLIER, "Un texte.", "Un [texte](nulle-part.md)."),
    "a letter": changed(EARLIER, "Un texte.", "Un texte 𓀀."),
    "no text": changed(EARLIER, "Un texte.", ""),
    "quotes": changed(EARLIER, "Un titre", "'« Un titre »'"),
    "settings unread": changed("mkdocs.yml", "country: FR", "country: [FR"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_found_hangs_on_nothing_kept(city, change):
    """After a change of a text, a name, the settings or another file, all is found as if anew."""
    CHANGES[change](city)
    assert found(city) == found(city) == anew(city)


def test_what_a_changed_setting_forbids_is_found(city):
    """A number made public and then no more is told again, in a file known to hold nothing."""
    public = changed("mkdocs.yml", "\n    demonstration", PUBLIC)
    public(city)
    assert not any("06 12 34 56 78" in one for one in found(city) + found(city))
    changed("mkdocs.yml", PUBLIC, "\n    demonstration")(city)
    assert any("06 12 34 56 78" in one for one in found(city))


HARM = {
    "empty": lambda _: b"",
    "cut": lambda content: content[:-20],
    "no text": lambda content: b"\xff" + content,
    "other names": lambda content: content.replace(b"city_relations.checks", b"checks"),
    "no tabs": lambda content: content.replace(b"\t", b" "),
}


@pytest.mark.parametrize("how", HARM)
def test_a_harmed_entry_is_absent(city, how):
    """Empty, cut, garbled though its name proves it: the rules find what they found."""
    before, (path,) = found(city), entries(city)
    content = HARM[how](path.read_bytes())
    path.unlink()
    key = path.name.rpartition("-")[0]
    path.with_name(f"{key}-{hashlib.sha256(content).hexdigest()}").write_bytes(content)
    assert found(city) == before == found(city)


def test_nothing_is_kept_of_a_file_with_a_fault(city):
    """A file that could not be read whole is looked through each time."""
    changed(LATER, "title:", "titre: x\ntitle:")(city)
    (city / EARLIER).write_bytes(b"---\r\ntitle: Titre\r\n---\r\n" + MOBILE.encode())
    assert sum("06 12 34 56 78" in one for one in found(city)) == 2
    assert sum("06 12 34 56 78" in one for one in found(city)) == 2


def test_what_looks_through_a_file_knows_nothing_else(city):
    """It is a function of a module, handed a document and what is asked, and captures nothing."""
    known = silence_of(read_content(city)).known
    names = {name.partition(":")[0] for every in known.values() for name in every}
    assert len(names) > 12
    for name in names:
        module, _, function = name.rpartition(".")
        find = inspect.unwrap(getattr(importlib.import_module(module), function))
        while hasattr(find, "__wrapped__"):
            find = find.__wrapped__
        first = next(iter(inspect.signature(find).parameters.values()))
        assert first.annotation in ("Document", "Passage"), name
        assert find.__closure__ is None, name

"""The catalogues: every sentence has its French, and no French has lost its sentence."""

from __future__ import annotations

import re
import string

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from city_relations.language.words import LOCALES, languages_told, say, say_n, words_for

HOOKS = LOCALES.parents[2]
METHODS = [("city_relations/**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
KEYWORDS = {
    **dict.fromkeys(("say", "_", "gettext", "N_")),
    **dict.fromkeys(("say_n", "ngettext"), (1, 2)),
    **dict.fromkeys(("say_in", "pgettext"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}


def written():
    """Yield every sentence of the code and the templates, with its context."""
    options = {"**.html": {"encoding": "utf-8", "silent": "false"}}
    for _, _, message, _, context in extract_from_dir(HOOKS, METHODS, options, KEYWORDS):
        yield (message[0] if isinstance(message, tuple) else message), context


def catalogue(language):
    """Read a catalogue, obsolete entries left out."""
    with (LOCALES / language / "LC_MESSAGES" / "relations.po").open("rb") as file:
        return read_po(file, locale=language)


def entries(language):
    """Return the entries of a catalogue by sentence and context."""
    found = {}
    for entry in catalogue(language):
        if entry.id:
            first = entry.id[0] if isinstance(entry.id, tuple) else entry.id
            found[first, entry.context] = entry
    return found


def untold(language):
    """Return the sentences that a catalogue does not tell, or tells for some numbers only."""
    told = entries(language)
    return {key for key in set(written()) if not (key in told and spoken(told[key]))}


def spoken(entry):
    """Return whether an entry has its wording, for every number where it depends on one."""
    return all(entry.string) if isinstance(entry.string, tuple) else bool(entry.string)


@pytest.mark.parametrize("language", languages_told()[1:])
def test_every_sentence_is_told(language):
    """French tells every sentence, and so does each language that tells nine in ten."""
    missing = untold(language)
    if language == "fr" or len(missing) < len(set(written())) / 10:
        assert sorted(map(str, missing)) == []


@pytest.mark.parametrize("language", languages_told()[1:])
def test_no_wording_is_stale(language):
    """No wording stands for a sentence the code does not say any more."""
    assert sorted(str(key) for key in entries(language).keys() - set(written())) == []


@pytest.mark.parametrize("language", languages_told()[1:])
def test_values_keep_their_names(language):
    """A wording names no value its sentence does not give."""
    for (message, _), entry in entries(language).items():
        wordings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        if any(isinstance(part, str) and "{" in part for part in (message, *wordings)):
            for wording in wordings:
                assert _fields(wording) <= _fields(message), message


def _fields(text):
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()


def test_french_is_written_as_french():
    """Quotes are « », apostrophes are ’, and the spaces are plain ones: the site sets them."""
    for entry in entries("fr").values():
        wordings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for wording in wordings:
            assert not re.search(r"[“”\u00a0\u202f]|\w'\w", wording), wording
            assert not re.search(r"[^\s\d/][;!?»](?!\w)", re.sub(r"https?:\S+", "", wording)), (
                wording
            )


def test_sentences_are_told_with_their_values():
    """A value that is itself a sentence is told in the same language."""
    inner = say("a space is missing after the colon.")
    french = words_for("fr")
    assert french(say("write: {line}", line=inner)).endswith(french(inner))
    assert french(say_n("{n} problem.", "{n} problems.", 0)) == "0 problème."


def test_a_language_without_catalogue_is_told_in_english():
    """No language of a city is an error; its interface is English until it has a catalogue."""
    assert words_for("xx")(say("the file is empty.")) == "the file is empty."

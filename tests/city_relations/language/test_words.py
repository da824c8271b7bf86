"""The catalogues: what is complete stays complete, and no wording has lost its sentence."""

from __future__ import annotations

import gettext
import io
import re
import string

import pytest
import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from building import ROOT
from catalogues import ROOMS_OF_READERS, entries, key_of, languages, main, spoken, written
from city_relations.language.catalogue_files import Catalogue
from city_relations.language.untranslated import Untranslated
from city_relations.language.words import (
    HALVES,
    LOCALES,
    READERS,
    STAFF,
    catalogues_of,
    say,
    say_n,
    words_for,
)

# What a city may be told in whole. A half that somebody began elsewhere may be filled bit by bit.
COMPLETE = [
    *((language, READERS) for language in ("ar", "de", "es", "fr", "it", "ja")),
    *((language, STAFF) for language in ("de", "fr")),
]
BEGUN = [(language, path.stem) for language, folder in languages() for path in folder.glob("*.po")]
SAME = ROOT / "tests" / "same_as_english.yml"


@pytest.fixture(scope="module")
def sentences():
    """Return the sentences of the code, by half."""
    return {half: {key_of(one) for one in told if one.id} for half, told in written().items()}


def catalogue(language, half):
    """Return the entries of one half of a catalogue, by sentence and context."""
    return entries(LOCALES / language / "LC_MESSAGES" / f"{half}.po", language)


def wordings(entry):
    """List the wordings of an entry: one, or one for each number."""
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


@pytest.mark.parametrize(("language", "half"), COMPLETE)
def test_no_sentence_is_left_empty(sentences, language, half):
    """Where a half is complete, every sentence of the code has its wording, for every number."""
    told = catalogue(language, half)
    assert sorted(str(key) for key, one in told.items() if not spoken(one)) == []
    assert sorted(map(str, sentences[half] - told.keys())) == []


@pytest.mark.parametrize(("language", "half"), BEGUN)
def test_no_wording_is_stale_or_in_the_wrong_half(sentences, language, half):
    """No wording stands for a sentence the code does not say any more, or says to others."""
    assert sorted(map(str, catalogue(language, half).keys() - sentences[half])) == []


def test_each_room_of_the_readers_says_something():
    """No name in the list of the readers' rooms has lost its room."""
    rooms = ROOT / "hooks" / "city_relations"
    assert [room for room in ROOMS_OF_READERS if not (rooms / room).exists()] == []


@pytest.mark.parametrize("language", sorted({language for language, _ in COMPLETE}))
def test_only_what_is_listed_equals_the_english(language):
    """A wording that is the English itself is meant so: it stands in a list."""
    same = []
    for half in HALVES:
        if (language, half) in COMPLETE:
            told = catalogue(language, half).items()
            same += [
                f"{key[1]}: {key[0]}" if key[1] else key[0]
                for key, one in told
                if key[0] in wordings(one) and re.search(r"[^\W\d_]", re.sub("{.*?}", "", key[0]))
            ]
    assert sorted(same) == yaml.safe_load(SAME.read_text(encoding="utf-8"))[language]


@pytest.mark.parametrize(("language", "half"), BEGUN)
def test_values_keep_their_names(language, half):
    """A wording names no value its sentence does not give."""
    for (message, _), entry in catalogue(language, half).items():
        if any(isinstance(part, str) and "{" in part for part in (message, *wordings(entry))):
            for wording in wordings(entry):
                assert _fields(wording) <= _fields(message), message


def _fields(text):
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()


# What a wording of each language may not hold: another's quotation marks, set spaces.
FOREIGN_SIGNS = {
    "ar": r"[“”„\u00a0\u202f]|[\u0621-\u064a][;?]|« | »",
    "fr": r"[“”„\u00a0\u202f]|\w'\w|[^\s\d/][;!?»](?!\w)",
    "de": r"[«»”\u00a0\u202f]|\w'\w|„[^“]*$| [;:!?]",
    "es": r"[“”„\u00a0\u202f]|\w'\w|« | »| [:;!?]",
    "it": r"[“”„\u00a0\u202f]|\w'\w|« | »| [:;!?]|\b(?:da|di|a|in) il ",
    "ja": r"[“”„«»\u00a0\u202f]|[、。（）「」]\s|[,;!?](?=[ぁ-ん一-龯])",
}


@pytest.mark.parametrize(("language", "half"), COMPLETE)
def test_a_language_is_written_with_its_own_signs(language, half):
    """Quotes are « », «», „“ or 「」, and the spaces are plain ones: the site sets them."""
    for entry in catalogue(language, half).values():
        for wording in wordings(entry):
            told = re.sub(r"https?:\S+", "x", wording)
            assert not re.search(FOREIGN_SIGNS[language], told), wording


def test_renewing_changes_nothing():
    """The catalogues are as `make words` writes them."""
    before = {path: path.read_bytes() for one, _ in languages() for path in catalogues_of(one)}
    main()
    after = {path: path.read_bytes() for one, _ in languages() for path in catalogues_of(one)}
    assert before == after


def test_sentences_are_told_with_their_values():
    """A value that is itself a sentence is told in the same language."""
    inner = say("a space is missing after the colon.")
    french = words_for("fr")
    assert french(say("write: {line}", line=inner)).endswith(french(inner))
    assert french(say_n("{n} problem.", "{n} problems.", 0)) == "0 problème."


def test_a_language_without_catalogue_is_told_in_english():
    """No language of a city is an error; its interface is English until it has a catalogue."""
    assert words_for("xx")(say("the file is empty.")) == "the file is empty."


@pytest.mark.parametrize(
    ("count", "told"), [(5, "شركاء"), (11, "شريكًا"), (52, "شريكًا"), (100, "شريك"), (200, "شريك")]
)
def test_arabic_counts_as_its_grammar_does(count, told):
    """What is counted from 11 to 99 stands in the accusative, beyond in the genitive."""
    said = words_for("ar").ngettext("%(n)s partner", "%(n)s partners", count)
    assert said == f"%(n)s {told}"


def test_every_arabic_count_has_its_accusative_where_it_belongs():
    """Of the forms for 11 to 99 and for hundreds, the former has the tanwin, in every sentence."""
    catalogue = ROOT / "hooks/city_relations/language/locales/ar/LC_MESSAGES/readers.po"
    forms = r'msgstr\[4\] "(.*)"\nmsgstr\[5\] "(.*)"'
    found = re.findall(forms, catalogue.read_text(encoding="utf-8"))
    assert len(found) > 10
    assert [pair for pair in found if pair[0].count("ًا") > pair[1].count("ًا")] == []


def test_a_message_of_several_is_told_alone_by_every_python(monkeypatch):
    """“Document” has its French though the catalogue has it beside “Documents”: 3.11.2 too."""

    def alone(catalogue, message):
        """Look for a message as Python 3.11.2 does."""
        found = catalogue._catalog.get(message)  # noqa: SLF001 - where Python itself looks
        return catalogue._fallback.gettext(message) if found is None else found  # noqa: SLF001 - as above

    monkeypatch.setattr(gettext.GNUTranslations, "gettext", alone)
    assert not isinstance(words_for("fr").gettext("Document"), Untranslated)
    assert words_for("fr").gettext("Language") == "Langue"


@pytest.mark.parametrize(
    "path", sorted(LOCALES.glob("*/*/*.po")), ids=lambda p: "-".join(p.parts[-3::2])
)
def test_a_catalogue_is_read_as_any_reader_of_gettext_would(path):
    """Every wording, every form of it and how the language counts are those Babel reads."""
    compiled, found = io.BytesIO(), Catalogue(path)
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.parents[1].name))
    compiled.seek(0)
    told = gettext.GNUTranslations(compiled)
    assert {**vars(told)["_catalog"], "": ""} == {**vars(found)["_catalog"], "": ""}
    numbers = (*range(200), 1_000_000)
    assert [*map(told.plural, numbers)] == [*map(found.plural, numbers)]


PLAIN = """msgid ""
"a\\n"
"b “\\\\” \\"c\\""
msgstr "d"

msgctxt "address"
msgid "one"
msgid_plural "many"
msgstr[0] ""
msgstr[1] "viele"

msgid "none"
msgstr ""
"""


def test_what_is_written_on_several_lines_is_read_whole(tmp_path):
    """A text goes on from line to line, signs are escaped, and what is empty has no wording."""
    path = tmp_path / "de" / "LC_MESSAGES" / "staff.po"
    path.parent.mkdir(parents=True)
    path.write_text(PLAIN, encoding="utf-8")
    found = Catalogue(path)
    assert found.gettext('a\nb “\\” "c"') == "d"
    assert found.npgettext("address", "one", "many", 2) == "viele"
    assert found.npgettext("address", "one", "many", 1) == "one"
    assert found.gettext("none") == "none"


def test_no_wording_of_ours_is_doubtful():
    """No entry is marked as fuzzy, as tools mark what they guessed, and none is left behind."""
    for path in LOCALES.glob("*/*/*.po"):
        assert not re.search(r"^#(,.*fuzzy|~)", path.read_text(encoding="utf-8"), re.MULTILINE)

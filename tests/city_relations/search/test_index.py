"""The search's index: folded words, merged postings, pieces kept by what they hold."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from city_relations.search.entries import Documents, Entry, text_of
from city_relations.search.index import assets
from city_relations.search.words import Folder, fold, split
from city_relations.store import key_of
from small_city import catalog_of, edition_of

COUNT = 600  # more than a shelf


def entry(i, **more):
    """Return a release with words of its own and words all share."""
    day = f"{1990 + i // 28:04}-01-{i % 28 + 1:02}"
    text = f"La ville signe le mot{i % 50} et le seul{i}."
    told = Entry(f"r/{i}/", f"Titre {i}", (), "Communiqué", "fr", "Résumé.", text, day, day)
    return replace(told, **more)


def index(edition, found, partners=(), seen=None):
    """Return the files of an index by path, less the folder; `seen` is told what is read."""
    whole = {one.address: one for one in found}
    facts = [replace(one, summary="", text="") for one in found]

    def read(facts):
        if seen is not None:
            seen.append(facts.address)
        return whole[facts.address]

    told = Documents(facts, read, lambda address: key_of(whole[address]))
    made = assets(edition, told, dict.fromkeys(partners, "P"))
    return {one.path.split("/", 1)[1]: one.content for one in made}


def postings(files):
    """Return for each word its documents and how often it stands there, read as browsers do."""
    found = {}
    for path in (name for name in files if name.startswith("words/")):
        positions = json.loads(files[path.replace("words", "positions")])
        for (word, _, gaps), told in zip(json.loads(files[path]), positions, strict=True):
            document = at = 0
            for gap in gaps:
                document += gap // 32
                assert 1 <= gap % 32 <= 31
                found.setdefault(word, {})[document] = told[at]
                at += told[at] + 1
            assert at == len(told)
    return found


@pytest.fixture
def edition(tmp_path):
    """Return the edition of the bare city."""
    return edition_of(catalog_of(tmp_path))


def test_postings_are_merged_across_blocks_and_shelves(edition):
    """Each word has just the documents that hold it, whichever shelf they stand on."""
    found = postings(index(edition, [entry(i) for i in range(COUNT)]))
    assert found["seul599"] == {599: 1}
    assert sorted(found["mot7"]) == list(range(7, COUNT, 50))
    assert sorted(found["ville"]) == list(range(COUNT))
    assert "la" not in found  # nobody looks for it


def test_the_same_pages_give_the_same_bytes_and_one_changed_changes_little(edition):
    """From nothing or from what was kept the files are the same; one text changes its own only."""
    told = [entry(i) for i in range(COUNT)]
    first, again = index(edition, told), index(edition, told)
    assert first == again
    told[300] = entry(300, text="La ville signe un autrement.")
    changed = index(edition, told)
    differing = {name for name in first if changed.get(name) != first[name]}
    assert "sheets/150.json" in differing
    assert len([name for name in differing if name.startswith("sheets/")]) == 1


def test_only_documents_of_a_shelf_that_changed_are_read(edition):
    """With all kept no text is read; one changed: those of its shelf are, of its block twice."""
    told, seen = [entry(i) for i in range(COUNT)], []
    first = index(edition, told, seen=seen)
    assert len(seen) == 2 * COUNT
    seen.clear()
    assert index(edition, told, seen=seen) == first
    assert seen == []
    told[-1] = entry(COUNT - 1, text="Un autre texte.")
    index(edition, told, seen=seen)
    assert sorted(set(seen)) == sorted(one.address for one in told[512:])
    assert len(seen) == COUNT - 512 + 8


def test_words_of_a_stem_stand_in_one_file_with_it(edition):
    """The browser needs no stemmer: the stem of each word is written beside it."""
    text = "signer, signé, signée, signés"
    files = index(edition, [entry(1, text=text)])
    entries = [e for name in files if name.startswith("words/") for e in json.loads(files[name])]
    stems = {word: stem for word, stem, _ in entries if word.startswith("sign")}
    assert stems == dict.fromkeys(("signer", "signe", "signee", "signes"), "sign")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>renouvelable</p><p>Entre <b>n</b>ous</p>", "renouvelable Entre nous"),
        ("<p>a<br>b</p><ul><li>c</li><li>d</li></ul>", "a b c d"),
        ("<p>x</p><section data-search-exclude><p>y</p><br>z</section><p>w</p>", "x w"),
        ('<p>1</p><svg viewBox="0 0 1 1"><text>non</text></svg><p>2 &amp; 3</p>', "1 2 & 3"),
        ("<p>&lt;script&gt;</p>", "<script>"),
    ],
)
def test_a_page_is_told_as_words(html, text):
    """Blocks stand apart, words within a block do not, and what search passes over is not there."""
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Bcharré", "bcharre"), ("ŒUVRE", "oeuvre"), ("Łódź", "lodz"), ("ﷺ", None), ("الـمغرب", None)],
)
def test_a_word_is_folded_to_letters_and_digits(written, folded):
    """Accents, capitals and signs go; whatever is written, no blank and no sign is left."""
    assert folded is None or fold(written) == folded
    assert all(c.isalnum() for c in fold(written))


def test_chinese_is_searched_two_letters_by_two():
    """A script that parts no words is parted by us, and a single letter stays."""
    assert list(split("张家口市 京")) == ["张家", "家口", "口市", "京"]


def test_a_language_without_stemmer_keeps_its_words():
    """Albanian and a code nobody knows have no stemmer: the word is its own stem."""
    folder = Folder()
    assert folder("bashkëpunimi", "sq") == ("bashkepunimi", "bashkepunimi")
    assert folder("mots", "xx-unknown") == ("mots", "mots")


def test_the_names_of_sixty_partners_are_light(edition):
    """What the dialog fetches for sixty partners with four names each is at most 15 kB."""
    names = [f"Ville-{i:02} de {'abcdefghij'[i % 10] * 5}{i}" for i in range(60)]
    told = [
        replace(entry(i), day="", title=name, names=(f"{name} a", f"مدينة {i}", f"城市{i}"))
        for i, name in enumerate(names)
    ]
    assert len(gzip.compress(index(edition, told)["names.json"])) <= 15_000

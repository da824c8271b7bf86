"""Words as the search compares them, in any script; `search.js` folds and parts a query alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

import snowballstemmer
from babel import Locale, UnknownLocaleError

# Letters that no accent was taken from, and what readers type for them.
SPELT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ة": "ه", "ى": "ي"}
)
# Chinese and Japanese part no words: their letters are searched two by two.
HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0900-\u0eff"
WORD = re.compile(f"(?:[^\\W_]|[{MARKS}])+")
HAN_RUN = f"[{HAN}]+"  # compiled when a text may hold one: Python takes a while over each sign
WORD_OR_RUN = f"{HAN_RUN}|(?:[^\\W_{HAN}]|[{MARKS}])+"
ARTICLE = re.compile(r"^ال(?=...)")


def fold(word: str) -> str:
    """Fold a word: small letters without accents, as readers type them.

    >>> fold("Ouahigouya"), fold("œUVRÉ"), fold("CORÇA")
    ('ouahigouya', 'oeuvre', 'corca')
    """
    bare = unicodedata.normalize("NFKD", word.lower().translate(SPELT)).lower()
    kept = "".join(filter(str.isalnum, bare))  # one sign may stand for a sentence, as ﷺ does
    return ARTICLE.sub("", unicodedata.normalize("NFC", kept.translate(SPELT)))


def split(text: str) -> Iterable[str]:
    """Part a text into words as they are written, Chinese and Japanese two letters by two.

    >>> list(split("L’eau de Saint-Jean, 张家口"))
    ['L', 'eau', 'de', 'Saint', 'Jean', '张家', '家口']
    """
    text = unicodedata.normalize("NFC", text)
    if max(text, default="") < HAN[0]:
        found: list[str] = WORD.findall(text)
        return found
    return _in_pairs(re.findall(WORD_OR_RUN, text))


def choice_of(label: str) -> str:
    """Return what stands for a label in the address of a search.

    >>> choice_of("Thé & café")
    'the-cafe'
    """
    return "-".join(fold(word) for word in split(label))


def _in_pairs(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if len(word) > 1 and re.fullmatch(HAN_RUN, word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        else:
            yield word


def stemmer(language: str) -> Callable[[str], str]:
    """Return what takes the ending off a word of a language, or leaves it where none is known."""
    try:
        name = (Locale.parse(language).get_language_name("en") or "").lower()
    except (UnknownLocaleError, ValueError):
        name = ""
    if name not in snowballstemmer.algorithms():
        return str
    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem


class Folder:
    """Folds words and takes their endings off, each once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        self._stemmers: dict[str, Callable[[str], str]] = {}

    def __call__(self, word: str, language: str) -> tuple[str, str]:
        """Return a word folded, and its stem, folded."""
        key = (word, language)
        if key not in self._known:
            if language not in self._stemmers:
                self._stemmers[language] = stemmer(language)
            self._known[key] = fold(word), fold(self._stemmers[language](word.lower()))
        return self._known[key]

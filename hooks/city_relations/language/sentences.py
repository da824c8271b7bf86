"""Where sentences end, and how many words they have: for each language by its own signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from city_relations.language.words import base_language

# Full stop, question and exclamation mark, the points left open; those of Arabic and Urdu, Hindi,
# Armenian and Amharic. What closes a quotation or bracket may follow.
ENDS = ".?!…؟۔।։።"
CLOSING = "»”“’\"')]›"
END = re.compile(rf"[{re.escape(ENDS)}]+[{re.escape(CLOSING)}]*(?:[\u00a0\u202f ]»)?(?=\s|$)")
# Signs that end a sentence in one language alone.
ALSO: Mapping[str, str] = MappingProxyType({"el": ";\u037e"})
# Written without blanks between words: they have none to count.
WITHOUT_BLANKS = frozenset(("bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"))
# Where “19.” is a number in an order, and ends no sentence.
ORDINAL_STOPS = frozenset(
    (
        *("bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is"),
        *("lb", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"),
    )
)
ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "": "dr etc cf st ca nr no",
        "de": "bzw usw ggf str bsp evtl inkl tel hl z.b u.a d.h",
        "en": "mr mrs ms e.g i.e vs",
        "es": "sr sra srta ej ud uds",
        "fr": "mm mme mlle me ex av art env tél p.ex",
        "it": "sig dott ecc es art tel p.es",
    }
)
WORD = re.compile(r"\w")
BEFORE = re.compile(r"[^\s(«“„\"]*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: its words as they stand there, where it begins and how many words."""

    text: str
    start: int
    words: int


def counts_words(language: str) -> bool:
    """Return whether a language sets its words apart by blanks."""
    return base_language(language) not in WITHOUT_BLANKS


def sentences(text: str, language: str) -> Iterator[Sentence]:
    """Yield the sentences of one paragraph in a language (BCP 47), whatever lines it stands on.

    A full stop after an initial, a common abbreviation or, where the language writes so, a number
    in an order is none of its ends, nor is one before a small letter.

    >>> [s.text for s in sentences("M. Rey habite ici. Il signe le 5 mai.", "fr")]
    ['M. Rey habite ici.', 'Il signe le 5 mai.']
    """
    start = 0
    for end in _ends(text, base_language(language)):
        yield from _sentence(text, start, end)
        start = end
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    told = text[start:end]
    words = sum(1 for word in told.split() if WORD.search(word))
    if words:
        yield Sentence(told.strip(), start + len(told) - len(told.lstrip()), words)


def _ends(text: str, language: str) -> Iterator[int]:
    also = ALSO.get(language, "")
    ends = re.compile(f"{END.pattern}|[{also}](?=\\s|$)") if also else END
    for found in ends.finditer(text):
        after = text[found.end() :].lstrip()
        is_stop = found[0] == "."
        if not (after[:1].islower() or (is_stop and _abbreviates(text[: found.start()], language))):
            yield found.end()


def _abbreviates(before: str, language: str) -> bool:
    """Return whether the full stop after some text belongs to its last word."""
    match = BEFORE.search(before)
    word = match[0].casefold() if match else ""
    known = f"{ABBREVIATIONS['']} {ABBREVIATIONS.get(language, '')}".split()
    is_initial = len(word) == 1 and word.isalpha()
    is_ordinal = language in ORDINAL_STOPS and word.isdigit() and len(word) <= 2  # noqa: PLR2004 - a day
    return is_initial or is_ordinal or word in known

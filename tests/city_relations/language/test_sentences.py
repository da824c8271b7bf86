"""Sentences end where their language ends them, and their words are counted."""

import pytest

from city_relations.language.sentences import counts_words, sentences

TABLE = [
    ("fr", "M. Rey vient. Il signe !", [3, 2]),
    ("fr", "Ça va ? Oui, ça va.", [2, 3]),
    ("fr", "Elle dit : « Bonjour. » Puis elle part.", [3, 3]),
    ("fr", "Voir p. 12 et art. L. 1115-1 du code.", [9]),
    ("fr", "L’accord\na 3 pages.\nIl est\nsigné.", [4, 3]),
    ("de", "Am 19. Mai kam sie. Das war 1957. Danach ging sie.", [5, 3, 3]),
    ("de", "Das kostet z.B. Geld. Mehr nicht.", [4, 2]),
    ("en", "Mr. Hill lives here… He likes it.", [4, 3]),
    ("it", "Il sig. Rossi vive a Torino. Ciao!", [6, 1]),
    ("es", "¿Qué es? Es un hermanamiento.", [2, 3]),
    ("ar", "ما هي التوأمة؟ هي صداقة بين مدينتين. تدوم طويلا", [3, 4, 2]),
    ("hi", "यह एक शहर है। यह बड़ा है।", [4, 3]),
    ("el", "Τι είναι; Είναι μια πόλη.", [2, 3]),
    ("en", "3.5 million people live in St. John. ...", [7]),
    ("en", "", []),
    ("en", "no stop at all", [4]),
]


@pytest.mark.parametrize(("language", "text", "counts"), TABLE)
def test_each_language_ends_its_sentences_by_its_own_signs(language, text, counts):
    """An initial, an abbreviation, a German ordinal and a decimal end none."""
    found = list(sentences(text, language))
    assert [one.words for one in found] == counts
    assert all(text[one.start :].startswith(one.text) for one in found)


def test_no_words_are_counted_where_none_are_set_apart():
    """Japanese, Chinese and Thai write their words without blanks."""
    assert not any(map(counts_words, ("ja", "zh-Hant", "th")))
    assert counts_words("fr-CA")

"""Yes and no, as people write them."""

import pytest

from city_relations.schema.answers import yes_and_no, yes_or_no


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("oui", True),
        ("Ja", True),
        (" YES ", True),
        ("o", True),
        ("j", True),
        ("y", True),
        ("vrai", True),
        ("non", False),
        ("nein", False),
        ("false", False),
        ("n", False),
        ("", None),
        ("peut-être", None),
        ("2027", None),
    ],
)
def test_an_answer_is_read_in_each_language(given, said):
    """Yes and no are read in French, German and English, whatever the site's language."""
    assert yes_or_no(given) is said


def test_editors_propose_whole_words():
    """What editors propose is yes and no in each language, no letter alone."""
    assert yes_and_no() == ("yes", "no", "ja", "nein", "oui", "non")

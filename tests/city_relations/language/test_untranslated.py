"""What a catalogue lacks is told in English, and marked as English on a page."""

import pytest
from markupsafe import escape

from city_relations.dates import in_html, in_words, parse_date
from city_relations.language.typeset_words import typeset_words
from city_relations.language.untranslated import CLOSE, OPEN, Untranslated, mark_language
from city_relations.language.words import say, say_in, words_for, words_of

PORTUGUESE = words_for("pt")
SHOWN = Untranslated("Since")
SEVERAL = {
    "<p>{}</p>": '<p lang="en">Since</p>',
    "<p> {} </p>": '<p lang="en"> Since </p>',
    "<p>{}: 1990</p>": '<p><span lang="en">Since</span>: 1990</p>',
    '<p lang="fr">{}</p>': '<p lang="fr"><span lang="en">Since</span></p>',
    '<nav title="{}">a</nav>': '<nav title="Since">a</nav>',
    '<img alt="{}">': '<img lang="en" alt="Since">',
    "<title>{} – Roma</title>": "<title>Since – Roma</title>",
    "<option value=1>{}</option>": '<option lang="en" value=1>Since</option>',
    "<svg><text>{} 1</text></svg>": '<svg><text><tspan lang="en">Since</tspan> 1</text></svg>',
    "<p><br>{}</p>": '<p><br><span lang="en">Since</span></p>',
}


@pytest.mark.parametrize(("html", "told"), SEVERAL.items())
def test_a_passage_has_its_language(html, told):
    """An element that says English alone has the attribute, any other passage a span."""
    assert mark_language(html.format(escape(SHOWN))) == told


def test_one_passage_in_another_is_marked_once():
    """A sentence that holds a sentence is one passage, whatever elements it holds."""
    html = f"<p>{OPEN}in <b>{OPEN}force{CLOSE}</b> since{CLOSE}.</p>"
    assert mark_language(html) == '<p><span lang="en">in <b>force</b> since</span>.</p>'


def test_english_is_known_in_whatever_language_lacks_it():
    """A language without catalogue speaks English that knows it; English itself does not."""
    assert isinstance(PORTUGUESE.gettext("Since"), Untranslated)
    assert isinstance(PORTUGUESE(say("{n} pages", n=2)), Untranslated)
    for language in ("en", "en-GB", "fr", "fr-CA", "de", "ja", "it", "es", "ar"):
        assert not isinstance(words_for(language).gettext("Since"), Untranslated)
    assert words_for("fr-CA").gettext("Since") == "Depuis"


def test_what_has_no_words_is_nobodys():
    """Values alone, and addresses, are not marked; a value in English is."""
    assert not isinstance(PORTUGUESE(say("{number}", number="80")), Untranslated)
    assert not isinstance(PORTUGUESE.pgettext("address", "map"), Untranslated)
    inner = say_in("figure", "about")
    assert isinstance(
        PORTUGUESE(say("{qualifier} {number}", qualifier=inner, number=3)), Untranslated
    )


def test_text_stays_text():
    """In data and in plain text a sentence in English is what it says."""
    told = typeset_words(words_for("pt"))(say("{n} pages", n=2))
    assert f"{told}" == "2 pages"
    assert escape(told) == f"{OPEN}2 pages{CLOSE}"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2023-03-10", '<time datetime="2023-03-10">10 março 2023</time>'),
        ("2023", '<time datetime="2023">2023</time>'),
        ("2023-23", '<span lang="en">autumn 2023</span>'),
        (
            "2019/..",
            '<span lang="en">since <time datetime="2019">2019</time></span>',
        ),
        ("XXXX", '<span lang="en">date unknown</span>'),
    ],
)
def test_a_date_is_english_where_its_words_are(date, told):
    """A date in Portuguese months is Portuguese; a season or a small word in English is marked."""
    assert mark_language(f"<p>{in_html(parse_date(date), PORTUGUESE)} x</p>") == f"<p>{told} x</p>"
    assert OPEN not in in_words(parse_date(date), PORTUGUESE)


def test_words_of_its_own_are_not_english(tmp_path):
    """What a city says itself in `words/pt.po` is Portuguese; the rest stays known as English."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "pt.po").write_text('msgid "Since"\nmsgstr "Desde"\n', encoding="utf-8")
    words = words_of(tmp_path, "pt")
    assert words.gettext("Since") == "Desde"
    assert not isinstance(words.gettext("Since"), Untranslated)
    assert isinstance(words.gettext("Until"), Untranslated)

"""French signs keep their distance wherever a sentence is printed, attributes included."""

from __future__ import annotations

import re

from city_relations.language.french import FIRM
from city_relations.language.typeset_words import typeset_words
from city_relations.language.words import say, words_for
from city_relations.outputs import publish
from city_relations.published import Page
from small_city import catalog_of, edition_of, release

ATTRIBUTES = re.compile(r'\b(?:aria-label|title|alt|content|placeholder|data-\w+)="([^"]*)"')
PLAIN = re.compile(r"\w [:;!?»](?!\w)|« |\d (?:ko|Mo|%|€|km)\b")


def test_f17_no_plain_blank_stands_before_a_sign(tmp_path):
    """Titles, descriptions, attributes and texts of every page have no-break blanks."""
    files = {
        "press_releases/2024/2024-05-06-a.md": release(
            title='"« Une année : deux fêtes ; trois villes » en mai"',
            more="summary: Une fête ! Et une autre ?\nthemes: [culture]\n",
        )
    }
    pages = [o for o in publish(edition_of(catalog_of(tmp_path, files))) if isinstance(o, Page)]
    told = [(page.address, text) for page in pages for text in ATTRIBUTES.findall(str(page.body))]
    assert [(where, text) for where, text in told if PLAIN.search(text)] == []


def test_f17_a_value_to_come_has_its_unit():
    """A unit stays with its number though the number comes later, in either form of a wording."""
    words = typeset_words(words_for("fr"))
    assert words.gettext("{n} kB") == f"{{n}}{FIRM}ko"
    assert words(say("{n} kB", n="%(n)s")) == f"%(n)s{FIRM}ko"

"""A political group's text is its own on the page, in the kit and in the feed."""

from __future__ import annotations

import pytest

from city_relations.outputs import publish
from city_relations.press.feeds import entries, feeds
from city_relations.press.kit import kit_of
from city_relations.published import Page
from city_relations.schema.choices.records import IssuerKind
from small_city import catalog_of, edition_of, release

ISSUER = "issuer: {name: Rivage pour tous, kind: groupe politique}\n"
OWN = "contacts: [{office: Secrétariat du groupe, email: groupe@rivage.example}]\n"
FILE = "press_releases/2024/2024-05-06-groupe"
MARK = "Texte du groupe politique « Rivage pour tous » : il n’engage que ce groupe."


@pytest.fixture
def edition(tmp_path):
    """Return a city with a group's text and its translation, which names no issuer."""
    files = {f"{FILE}.md": release(more=ISSUER), f"{FILE}.it.md": release(more="")}
    return edition_of(catalog_of(tmp_path, files))


def plain(text):
    """Return a text with ordinary blanks."""
    return str(text).replace("\u00a0", " ").replace("\u202f", " ")


def test_d5_the_kind_is_read_as_staff_say_it(edition):
    """« groupe politique » is a kind of its own, not a group of authorities."""
    assert edition.catalog.releases[0].issuer[0].kind is IssuerKind.POLITICAL_GROUP


def test_d5_the_text_is_marked_everywhere(edition):
    """Page, kit and feed say that the text is the group's own."""
    pages = [o for o in publish(edition) if isinstance(o, Page) and o.address.endswith("groupe/")]
    feed = next(iter(feeds(edition)))
    assert MARK in plain(pages[0].body)
    assert MARK in plain(kit_of(edition, edition.catalog.releases[0]).text)
    assert MARK in plain(entries(edition, feed)[0].content)


def test_d5_the_city_answers_for_no_group(edition):
    """Neither a group's text nor its translation sends the press to the city's office."""
    catalog = edition.catalog
    for one in (catalog.releases[0], catalog.translations["2024-05-06-groupe"][0]):
        text = kit_of(edition, one).text
        assert catalog.issuers(one).offices == ()
        assert "presse@port-arden.example" not in text
        assert "Contact presse" not in text


def test_d5_a_group_has_its_own_contact(tmp_path):
    """A contact that the group names is the one shown."""
    catalog = catalog_of(tmp_path, {f"{FILE}.md": release(more=ISSUER + OWN)})
    ((_, contact),) = catalog.issuers(catalog.releases[0]).offices
    assert contact.email == "groupe@rivage.example"

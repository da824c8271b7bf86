"""What a screen reader is told: the names that Chromium computes for every kind of page."""

from __future__ import annotations

import re

import pytest
from test_every_kind import kinds_in


@pytest.fixture(scope="module")
def heard(site, server_url, browser):
    """Return of one page of every kind in French what is heard, as pairs of role and name."""
    page, told = browser.new_page(), {}
    for path in kinds_in(site, "fr").values():
        page.goto(server_url + path)
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        told[path] = [
            (one["role"]["value"], one.get("name", {}).get("value", ""))
            for one in nodes
            if "role" in one and not one["ignored"]
        ]
    page.close()
    return told


def test_no_blank_is_heard_before_a_comma(heard):
    """A name is heard as it is written: “Ouahigouya , Burkina Faso” it was not."""
    for path, told in heard.items():
        assert [name for _, name in told if re.search(r"\S\s+[,.]", name)] == [], path


def test_articles_of_a_page_have_names_of_their_own(heard):
    """Whoever leaps from article to article hears which each is; the page's own is its title's."""
    for path, told in heard.items():
        names = [name for role, name in told if role == "article"][1:]
        assert all(names), path
        assert len(set(names)) == len(names), path

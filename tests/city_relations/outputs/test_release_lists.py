"""Lists of releases: of a year, a partner, a theme, in pages of at most fifty."""

from __future__ import annotations

import re
from html import unescape

import pytest

from small_city import profile, read_city, release, write_city

YEAR = "communiques/2024/"


def releases(count):
    """Return so many releases of one year, with two partners by turns and on two themes."""
    told = [("turin", "culture"), ("gand", "water")]
    return {
        f"press_releases/2024/2024-05-06-{n:02}.md": release(
            f"Titre {n:02}", partner=told[n % 2][0], more=f"themes: [{told[n % 2][1]}]\n"
        )
        for n in range(count)
    }


@pytest.fixture(scope="module", name="root")
def city(tmp_path_factory):
    """Return the folder of a city with 51 releases of one year, and one of another."""
    other = {"press_releases/2023/2023-05-06-a.md": release("Autre", "2023-05-06", "gand")}
    files = {"partners/turin.yml": profile(), "partners/gand.yml": profile("Gand")}
    return write_city(
        tmp_path_factory.mktemp("lists") / "city", files | releases(51) | other, base=False
    )


@pytest.fixture(scope="module")
def site(root):
    """Return that city, read."""
    return read_city(root)


def entries(page):
    """Count the releases a page lists."""
    return page.body.count('<li class="rel-entry">')


def test_a_list_goes_on_after_fifty(site):
    """The newest fifty are on the first page, the rest on a second that has its own name."""
    first, second = site.pages[YEAR], site.pages[f"{YEAR}page-2/"]
    assert (entries(first), entries(second)) == (50, 1)
    assert second.title == f"{first.title}, page 2"
    assert "Titre 50" in first.body
    assert "Titre 00" in second.body
    assert (first.previous, first.next.address) == (None, second.address)
    assert (second.previous.address, second.next) == (YEAR, None)
    assert 'aria-current="page"' in second.body


def test_partners_and_themes_have_lists_of_their_own(site):
    """Each partner and theme with releases has its list, and the list of the newest leads there."""
    newest = site.pages["communiques/"].body
    lists = ("partenaires/turin/", "partenaires/gand/", "thematiques/culture/", "thematiques/eau/")
    for own in lists:
        page = site.pages[f"{own}communiques/"]
        assert page.trail[-1].address == own
        assert f'href="../{page.address}"' in newest
        assert f'href="{page.address.removeprefix(own)}"' in site.pages[own].body
    assert "Communiqués avec Turin" in site.pages["partenaires/turin/communiques/"].title


def test_two_choices_lead_to_the_search(site):
    """A year with a partner, or a theme, is the search with its filters set, and says how many."""
    link = re.compile(r'href="../../recherche/\?([^"]*)">([^<]*)</a> <span[^>]*>\((\d+)\)')
    told = [(unescape(query), name, n) for query, name, n in link.findall(site.pages[YEAR].body)]
    kind = "page=communique-de-presse"
    assert told == [
        (f"annee=2024&partenaire=gand&{kind}", "Gand", "25"),
        (f"annee=2024&partenaire=turin&{kind}", "Turin", "26"),
        (f"annee=2024&theme=eau&{kind}", "Eau", "25"),
        (f"annee=2024&theme=culture&{kind}", "Culture", "26"),
    ]


def test_a_release_in_a_list_tells_its_partner_and_theme(site):
    """Each entry leads to partner and theme; a partner's own page does not name it again."""
    entry = re.search(r'<li class="rel-entry">.*?</li>', site.pages[YEAR].body, re.DOTALL)[0]
    assert 'href="../../partenaires/turin/"' in entry
    assert 'href="../../thematiques/culture/"' in entry
    own = site.pages["partenaires/turin/"].body
    own_entry = re.search(r'<li class="rel-entry">.*?</li>', own, re.DOTALL)[0]
    assert "Turin</a>" not in own_entry
    assert "Culture</a>" in own_entry


def test_pages_come_and_go_with_what_they_hold(root, site):
    """The second page is among the known addresses; without the 51st release it is gone."""
    assert f"{YEAR}page-2/" in site.edition.catalog.page_addresses
    (root / "press_releases/2024/2024-05-06-00.md").unlink()
    fewer = read_city(root)
    assert f"{YEAR}page-2/" not in fewer.pages
    assert f"{YEAR}page-2/" not in fewer.edition.catalog.page_addresses
    assert fewer.pages[YEAR].next is None

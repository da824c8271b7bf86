"""The search finds every partner of both cities by every name it has, however it is typed."""

from __future__ import annotations

import re

import pytest

from building import ROOT, SAMPLE_CITY
from city_relations.content import read_content
from city_relations.pictures.colour import READABLE, contrast
from reading import folded


def names(city):
    """Give each name a city's profiles hold, in every script, with the short name it must find."""
    for partner in read_content(city).partners:
        told = [*partner.name.values(), *partner.local_name.values(), *partner.also_known_as]
        for name in dict.fromkeys(told):
            yield name, partner.slug


def spellings(name):
    """Give a name as it is written, and in capitals without accents."""
    return dict.fromkeys([name, folded(name).upper()])


@pytest.mark.parametrize(
    ("city", "address", "list_"),
    [(ROOT, "server_url", "partenaires"), (SAMPLE_CITY, "sample_url", "partners")],
    ids=["city", "sample"],
)
def test_every_name_finds_its_partner_first(request, new_page, city, address, list_):
    """Each name, as written and in bare capitals, has its partner as first result."""
    page = new_page()
    page.goto(request.getfixturevalue(address))
    page.keyboard.press("Control+k")
    wrong = []
    for name, slug in names(city):
        for typed in spellings(name):
            first = first_result(page, typed)
            if not first.endswith(f"/{list_}/{slug}/"):
                wrong.append((typed, first))
    assert wrong == []


def first_result(page, typed):
    """Type words; give the address of the first result once the answer to them is there."""
    page.fill("#search-query", "")
    page.locator(".rel-search__count:empty").wait_for(state="attached")
    page.fill("#search-query", typed)
    page.locator(".rel-search__count:not(:empty)").wait_for(timeout=5000)
    links = page.locator(".rel-search__result a")
    return links.first.evaluate("link => link.href") if links.count() else "nothing"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("张家口", "zhangjiakou"),
        ("تارودانت", "taroudant"),
        ("Torino", "turin"),
        ("korce", "korca"),
        ("bcharre", "caza-de-bcharre"),
        ("shawi", "shawinigan"),
    ],
)
def test_a_name_finds_its_partner_first(server_url, new_page, typed, slug):
    """The names that readers of each country would type."""
    page = new_page()
    page.goto(server_url + "communiques/")
    page.keyboard.press("Control+k")
    assert first_result(page, typed).endswith(f"/partenaires/{slug}/")


@pytest.mark.parametrize("typed", ["jumelages", "jumelage", "jumel", "JUMELAGES"])
def test_number_and_case_do_not_matter(server_url, new_page, typed):
    """A plural finds what is told in the singular, and a beginning finds the whole word."""
    page = new_page()
    page.goto(server_url)
    page.keyboard.press("Control+k")
    assert first_result(page, typed) != "nothing"


def test_an_answer_to_another_question_is_never_shown(server_url, new_page):
    """Typed before the index is there, and changed at once, only the last words are answered."""
    page = new_page()
    page.goto(server_url + "?q=zzzzzz")
    for typed in ("z", "turi", "turin"):
        page.fill("#search-query", typed)
    page.locator(".rel-search__result a").first.wait_for(timeout=5000)
    counts = page.evaluate(COUNTED)
    assert counts == []


# What the count says from now on, for half a second: nothing more, when the answer is there.
COUNTED = """() => new Promise((resolve) => {
  const said = [];
  const count = document.querySelector('.rel-search__count');
  new MutationObserver(() => said.push(count.textContent)).observe(count, { childList: true });
  setTimeout(() => resolve(said), 500);
})"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_found_words_can_be_read(server_url, new_page, dark):
    """What is marked in a result's title, a link, and in its text reads well on the mark."""
    page = new_page(dark=dark)
    page.goto(server_url)
    page.keyboard.press("Control+k")
    assert first_result(page, "Taroudant") != "nothing"
    marks = page.locator(".rel-search__result mark")
    drawn = marks.evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(s => [s.color, s.backgroundColor])"
    )
    assert page.locator(".rel-search__result a mark").count()
    for pair in {tuple(one) for one in drawn}:
        ink, ground = ("#" + "".join(f"{int(n):02x}" for n in re.findall(r"\d+", c)) for c in pair)
        assert contrast(ink, ground) >= READABLE

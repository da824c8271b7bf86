"""The search: names at once in the dialog, every text on its page, however it is typed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from axe import in_four_states, violations

from building import BASE, ROOT, SAMPLE_CITY
from city_relations.content import read_content
from city_relations.pictures.colour import READABLE, contrast
from city_relations.search.words import fold, split
from reading import folded

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
RESULT = ".rel-search__result"
ANSWERED = ".rel-found:not([aria-busy])"


def names(city):
    """Yield each name a city's profiles hold, in every script, with the short name it must find."""
    for partner in read_content(city).partners:
        told = [*partner.name.values(), *partner.local_name.values(), *partner.also_known_as]
        for name in dict.fromkeys(told):
            yield name, partner.slug


def typed_first(page, typed):
    """Type words into the dialog; give the address of the first result to them."""
    page.fill("#search-query", typed)
    page.locator(".rel-search__count:not(:empty)").wait_for(timeout=5000)
    page.locator(f"#search {RESULT} a", has_text=typed).last.wait_for()
    path = page.locator(f"#search {RESULT} a").first.evaluate("link => link.pathname")
    return f"/{path.removeprefix(BASE)}"


def asked(page, url, query):
    """Open the page of the search at a query, and wait for its answer."""
    page.goto(f"{url}?{query}")
    page.locator(ANSWERED).wait_for(timeout=10000)
    return shown(page)


def shown(page):
    """Return the addresses of the results a page shows, as at a host's root."""
    found = page.locator(f"[data-found] {RESULT} a").evaluate_all("all => all.map(a => a.pathname)")
    return [f"/{path.removeprefix(BASE)}" for path in found]


@pytest.fixture
def find(server_url):
    """Return a function that asks the city's own page of the search."""

    def found(opened, words="", **more):
        chosen = "".join(f"&{name}={value}" for name, value in more.items())
        return asked(opened, f"{server_url}recherche/", f"q={quote(words)}{chosen}")

    return found


@pytest.mark.parametrize(
    ("city", "address", "list_"),
    [(ROOT, "server_url", "partenaires"), (SAMPLE_CITY, "sample_url", "partners")],
    ids=["city", "sample"],
)
def test_every_name_finds_its_partner_first(request, new_page, city, address, list_):
    """Each name, as written and in bare capitals, has its partner first in the dialog."""
    page = new_page()
    page.goto(request.getfixturevalue(address))
    page.keyboard.press("Control+k")
    wrong = []
    for name, slug in names(city):
        for typed in dict.fromkeys([name, folded(name).upper()]):
            first = typed_first(page, typed)
            if not first.endswith(f"/{list_}/{slug}/"):
                wrong.append((typed, first))
    assert wrong == []


def test_the_table_of_queries(new_page, find):
    """Sixty questions have what answers them first; a mistyped word is said to be put right."""
    page, wrong = new_page(), []
    assert len(QUERIES) >= 60
    for query in QUERIES:
        found = [path.strip("/") for path in find(page, str(query["ask"]))]
        if not found or found[0] != query["first"].strip("/"):
            wrong.append((query["ask"], found[:3]))
        said = page.locator(".rel-found__notes").inner_text()
        if query.get("instead", "") not in said or ("instead" not in query and said):
            wrong.append((query["ask"], said))
    assert not wrong, "\n".join(map(str, wrong))


def test_words_of_one_stem_find_the_same(new_page, find):
    """« signer » finds as much as « signé », a word of its stem."""
    page = new_page()
    counts = set()
    for word in ("signer", "signé"):
        assert find(page, word)
        count = page.locator("[role=status].rel-found__count").inner_text()
        counts.add(int(re.match(r"\d+", count)[0]))
    assert len(counts) == 1
    assert counts.pop() > 10


@pytest.mark.parametrize("typed", ["jumelages", "jumelage", "jumel", "JUMELAGES"])
def test_number_and_case_do_not_matter(new_page, find, typed):
    """A plural finds what is told in the singular, and a beginning finds the whole word."""
    assert len(find(new_page(), typed)) == 10


def test_words_in_quotes_follow_each_other(new_page, find):
    """In quotes the words stand as written; without, they may stand apart."""
    page = new_page()
    assert find(page, '"naturel parc"') == []
    assert "communiques/2023/2023-03-24-qadisha-durable" in find(page, '"parc naturel"')[0]
    assert find(page, "naturel parc")


def test_all_words_first_then_fewer_and_it_is_said(new_page, find):
    """Where no page says all, the page says so; a word nobody wrote is named."""
    page = new_page()
    assert len(find(page, "jumelage zzzzzzz")) == 10
    told = page.locator("[data-found]").inner_text().replace("\u00a0", " ")
    assert "Aucune page ne dit tout cela" in told
    assert "Aucune page ne dit « zzzzzzz »" in told
    find(page, "Taroudant Qadisha")
    assert page.get_by_role("heading", name="Ces pages en disent une partie").is_visible()


def test_filters_count_and_stand_in_the_address(new_page, find):
    """A choice says how many it leaves, keeps to its promise, and the way back undoes it."""
    page = new_page()
    everything = find(page, "coopération")
    option = page.locator("[name=annee] option", has_text="2024").inner_text()
    page.select_option("[name=annee]", "2024")
    page.wait_for_url("**annee=2024")
    page.locator(ANSWERED).wait_for()
    found = shown(page)
    assert len(found) == int(re.search(r"\((\d+)\)", option)[1])
    assert all("/2024/" in path for path in found)
    page.go_back()
    page.wait_for_url(re.compile("^(?!.*annee)"))
    page.locator(ANSWERED).wait_for()
    again = shown(page)
    assert again == everything


@pytest.mark.parametrize(
    ("chosen", "holds"),
    [
        ({"annee": "2023"}, "/communiques/2023/"),
        ({"partenaire": "taroudant", "page": "communique-de-presse"}, "taroudant"),
        ({"page": "partenaire"}, "/partenaires/"),
    ],
)
def test_a_deep_link_needs_no_word(new_page, find, chosen, holds):
    """A filter alone lists what it leaves, the newest first."""
    found = find(new_page(), **chosen)
    assert found
    assert all(holds in path or "qadisha" in path for path in found)


def test_a_language_is_chosen_where_lists_name_several(server_url, new_page):
    """The Arabic search finds what stands in French alone, and tells it apart by a filter."""
    found = asked(new_page(), f"{server_url}ar/search/", "q=&language=fr")
    assert found
    assert not [path for path in found if path.startswith("/ar/")]


def test_a_result_says_its_kind_date_and_passage(new_page, find):
    """Kind, day, and a passage with the words that are looked for marked, title included."""
    page = new_page()
    find(page, "Qadisha Durable")
    first = page.locator(f"[data-found] {RESULT}").first
    assert "Communiqué de presse · 24 mars 2023" in first.inner_text()
    marks = {word.lower() for word in first.locator("mark").all_inner_texts()}
    assert marks == {"qadisha", "durable"}
    assert "renouvelableEntre" not in page.locator("main").inner_text()


def test_an_answer_to_another_question_is_never_shown(server_url, new_page):
    """Typed before the names are there, and changed at once, only the last words are answered."""
    page = new_page()
    page.goto(server_url)
    page.keyboard.press("Control+k")
    for typed in ("z", "turi", "turin"):
        page.fill("#search-query", typed)
    assert typed_first(page, "turin").endswith("/partenaires/turin/")
    found = page.locator(f"#search {RESULT}").all_inner_texts()
    assert found
    assert all("turin" in text.lower() for text in found), "what “z” and “turi” find is gone"


BAD = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand letters in words": "ville de " * 1_111,
    "markup": "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>",
    "emoji": "🎉👨‍👩‍👧‍👦🏳️‍🌈",
    "right to left": "שלום \u202eحلب",
    "signs": '"«»()[]{}*+?\\^$|.%&#',
    "common words": "de la les",
    "quote never closed": '"parc naturel',
    "prototype": "constructor __proto__ toString",
    "Thai": "สวัสดีชาวโลก",
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_whatever_is_asked_is_answered(new_page, server_url, words):
    """A sentence answers every query, and nothing of it becomes part of the page."""
    page = new_page()
    page.goto(f"{server_url}recherche/")
    page.locator(ANSWERED).wait_for()
    page.fill("#find-words", words)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    page.locator(ANSWERED).wait_for()
    assert page.locator(".rel-found__count").inner_text()
    assert page.locator("main :is(img, script:not([src]))").count() == 0
    assert page.get_by_role("heading", name="Chercher dans les listes").is_visible()


@pytest.mark.parametrize("lost", ["index", "words", "sheets", "names", "positions"])
def test_a_piece_that_fails_to_load_is_told_and_fetched_again(server_url, new_page, lost):
    """Without a piece there is a sentence, the lists, and a button that tries again."""
    page = new_page()
    page.route(re.compile(rf"/recherche/{lost}[./]"), lambda route: route.abort())
    page.goto(f"{server_url}recherche/?q=%22parc+naturel%22")
    page.get_by_text("Une partie de la recherche n’a pas pu être chargée").wait_for()
    assert page.get_by_role("heading", name="Chercher dans les listes").is_visible()
    page.unroute_all()
    page.get_by_role("button", name="Réessayer").click()
    page.locator(f"[data-found] {RESULT}").first.wait_for()


def test_the_dialog_without_its_names_leads_to_the_page(server_url, new_page):
    """Where the names cannot be had it says so, and still offers the search of every page."""
    page = new_page()
    page.route("**/names.json", lambda route: route.abort())
    page.goto(server_url)
    page.keyboard.press("Control+k")
    page.fill("#search-query", "jumelage")
    page.get_by_text("Les noms n’ont pas pu être chargés").wait_for()
    page.unroute_all()
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=jumelage")
    page.locator(f"[data-found] {RESULT}").first.wait_for()


def test_more_results_by_the_keyboard(new_page, find):
    """The button below adds ten, and the focus goes to the first of them."""
    page = new_page()
    assert len(find(page, "coopération")) == 10
    page.get_by_role("button", name="Montrer plus de résultats").press("Enter")
    page.locator(f"[data-found] {RESULT}").nth(10).wait_for()
    page.wait_for_timeout(100)
    at = page.evaluate(
        "[...document.querySelectorAll('[data-found] li a')].indexOf(document.activeElement)"
    )
    assert at == 10


def test_without_scripts_there_are_ways_to_look(server_url, new_page):
    """The masthead leads to lists by year, partner and theme, and no dead field is shown."""
    page = new_page(javascript=False)
    page.goto(server_url)
    page.get_by_role("link", name="Rechercher").click()
    assert not page.locator("#find-words").is_visible()
    assert page.locator("main").get_by_role("link", name="2023").is_visible()
    assert page.locator("main").get_by_role("link", name="Turin").is_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_found_words_can_be_read(new_page, find, dark):
    """What is marked in a result's title, a link, and in its text reads well on the mark."""
    page = new_page(dark=dark)
    find(page, "Taroudant")
    marks = page.locator(f"{RESULT} mark")
    drawn = marks.evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(s => [s.color, s.backgroundColor])"
    )
    assert page.locator(f"{RESULT} a mark").count()
    for pair in {tuple(one) for one in drawn}:
        ink, ground = ("#" + "".join(f"{int(n):02x}" for n in re.findall(r"\d+", c)) for c in pair)
        assert contrast(ink, ground) >= READABLE


def test_axe_finds_nothing_with_no_result_one_and_many(server_url, new_page, axe_source):
    """None, one and many results, wide and narrow, light and dark, and in forced colours."""
    page = new_page(bypass_csp=True)
    for words in ("", "zzzzzzz", "张家口", "jumelage zzzzzzz", "coopération"):
        asked(page, f"{server_url}recherche/", f"q={quote(words)}")
        for state in in_four_states(page, 360):
            assert violations(page, axe_source) == [], (words, state)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (words, state)
        page.emulate_media(forced_colors="active")
        assert violations(page, axe_source) == [], (words, "forced")
        page.emulate_media(forced_colors="none")


WRITTEN = [
    "L’eau de Saint-Jean, Œuvre straße CORÇA Łódź", "张家口市、東京 abc", "الـمغرب والعَرَب أهلا",
    "x² ½ ﷺ 2023", "İstanbul ǅ ﬁn", "हिन्दी में", "한국어 문장", "สวัสดี", "a\u0301b _c_ d’e‐f", "🎉 é́",
]  # fmt: skip


def test_the_browser_folds_and_parts_words_as_the_index_does(server_url, new_page):
    """In every script the page of the search makes of a text the words the index has."""
    page = new_page()
    page.goto(f"{server_url}recherche/")
    told = page.evaluate(
        "async (texts) => { const { split } = await import('../assets/relations/search.js');"
        " return texts.map((text) => split(text)); }",
        WRITTEN,
    )
    ours = [[word for word in map(fold, split(text)) if word] for text in WRITTEN]
    assert json.dumps(told, ensure_ascii=False) == json.dumps(ours, ensure_ascii=False)

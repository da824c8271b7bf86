"""Lists narrow and tables sort, and the address tells what is chosen."""

from __future__ import annotations

import pytest

# Page, a choice it offers, and the items it narrows.
LISTS = [
    ("chronologie/", "theme=water", ".rel-mile"),
    ("carte/", "nature=jumelage", "[data-rel-row]"),
    ("partenaires/", "pays=maroc", "tbody tr"),
    ("partenaires/", "etat=en-vigueur", "tbody tr"),
]


def shown(page, items):
    """Count the items a reader sees."""
    return page.locator(f"{items}:visible").count()


@pytest.mark.parametrize(("path", "choice", "items"), LISTS)
def test_a_choice_narrows_and_stands_in_the_address(server_url, new_page, path, choice, items):
    """What is chosen is what is shown, is told, can be linked to, and is undone by one button."""
    page = new_page()
    page.goto(server_url + path)
    whole = shown(page, items)
    name, _, value = choice.partition("=")
    page.select_option(f"select[name={name}]", value, timeout=3000)
    some = shown(page, items)
    assert 0 < some < whole
    assert str(some) in page.locator("[data-rel-count]").inner_text()
    assert page.url.endswith(f"?{choice}")

    linked = new_page()
    linked.goto(page.url)
    assert shown(linked, items) == some

    page.locator("[data-rel-filters] button").click()
    assert shown(page, items) == whole
    assert page.url == server_url + path
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_an_unknown_choice_in_the_address_hides_nothing(server_url, new_page):
    """A link with a value nobody has shows the whole list."""
    page = new_page()
    page.goto(server_url + "chronologie/?theme=%22%3E%3Cscript%3E")
    assert shown(page, ".rel-mile") > 20


def test_groups_left_empty_are_hidden(server_url, new_page):
    """A year or decade without a fact that matches is not shown as a bare heading."""
    page = new_page()
    page.goto(server_url + "chronologie/?partenaire=korca")
    for group in page.locator(".rel-year:visible, .rel-decade:visible").all():
        assert group.locator(".rel-mile:visible").count() > 0


def test_the_map_follows_its_table(server_url, new_page):
    """Marks of partners whose row is hidden are out, and only those."""
    page = new_page()
    page.goto(server_url + "carte/?nature=jumelage")
    rows = page.locator("[data-rel-row]:visible").evaluate_all(
        "all => all.map(r => r.dataset.relRow)"
    )
    marks = page.locator("li[data-rel-mark]:not(.is-out)").evaluate_all(
        "all => all.map(mark => mark.dataset.relMark)"
    )
    assert set(marks) == set(rows)


@pytest.mark.parametrize("path", ["carte/", "partenaires/"])
def test_a_heading_sorts(server_url, new_page, path):
    """A heading pressed orders its column, pressed again it turns the order, and it says so."""
    page = new_page()
    page.goto(server_url + path)
    table = page.locator("[data-rel-table]").first
    head = table.locator("th[data-rel-sort]").nth(1)
    head.get_by_role("button").press("Enter")
    rising = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    falling = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert rising[0] == falling[-1] != falling[0]


def test_without_scripts_nothing_promises_to_filter(server_url, new_page):
    """With scripts off no choice is offered, and everything is listed."""
    page = new_page(javascript=False)
    page.goto(server_url + "chronologie/")
    assert page.locator("select:visible").count() == 0
    assert shown(page, ".rel-mile") > 20


def test_the_partners_are_shown_as_cards(server_url, new_page):
    """The same rows stand as cards when that is chosen, side by side, and can be linked to."""
    page = new_page()
    page.goto(server_url + "partenaires/?affichage=fiches&nature=jumelage")
    cards = page.locator("tbody tr:visible")
    boxes = [card.bounding_box() for card in cards.all()]
    assert len(boxes) == 2
    assert boxes[0]["y"] == boxes[1]["y"]
    page.select_option("select[name=affichage]", "", timeout=3000)
    boxes = [card.bounding_box() for card in cards.all()]
    assert boxes[0]["x"] == boxes[1]["x"]


@pytest.mark.parametrize(
    ("width", "path"), [(360, "partenaires/"), (1280, "partenaires/?affichage=fiches")]
)
def test_a_heading_out_of_sight_takes_no_focus(server_url, new_page, width, path):
    """Where rows are stacked or stand as cards, the buttons of the headings are out of reach."""
    page = new_page(width)
    page.goto(server_url + path)
    assert page.locator("thead button:visible").count() == 0

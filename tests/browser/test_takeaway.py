"""Taking away: three clicks from the home page, and nothing asked of anybody else."""

from __future__ import annotations

import pytest
from axe import in_four_states, violations
from serving import AtTheRoot, served

from building import built
from drawn import picture
from small_city import RELEASE, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
MORE = """photos:
  - {file: a.jpg, alt: Une place., credit: Moi}
  - {file: b.jpg, alt: Un pont., credit: Moi}
videos: [{url: "https://www.youtube.com/watch?v=aaaaaaaaaaa", title: La fête}]
"""
TABLE = """
| Année | Habitants accueillis | Établissements participants | Montant en euros |
| --- | --- | --- | --- |
| 2023 | 1 200 | 14 | 25 000 |
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """Build the small city with photos and serve it under the strict policy."""
    files = {
        "docs/index.md": "---\ntitle: Accueil\nrelations: home\n---\n",
        NAME: RELEASE.replace("---\nUn", f"{MORE}---\nUn") + TABLE,
        "press_releases/2024/a.jpg": picture((2400, 1600)),
        "press_releases/2024/b.jpg": picture((800, 1200)),
    }
    folder = tmp_path_factory.mktemp("takeaway")
    with served(built(write_city(folder / "city", files), folder / "site"), AtTheRoot) as address:
        yield address


def test_text_photo_and_pdf_in_three_clicks(url, new_page):
    """From the home page: the newest release, then its text, its photo and its PDF."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page.goto(url)
    page.get_by_role("link", name="Un jumelage fêté").first.click()
    page.get_by_role("button", name="Copier le texte").click()
    page.get_by_text("Texte copié").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("COMMUNIQUÉ DE PRESSE")
    assert "Le résumé." in copied
    with page.expect_download() as photo:
        page.get_by_role("link", name="Photo 1").click()
    assert photo.value.suggested_filename == "2024-05-19-turin-une-place.jpg"
    pdf = page.get_by_role("link", name="PDF").get_attribute("href")
    answer = page.request.get(f"{page.url}{pdf}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")


def test_without_scripts_nothing_is_promised(url, new_page):
    """Without JavaScript no copying is offered, and every file is a link."""
    page = new_page(javascript=False)
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    assert page.locator("[data-rel-copy]").is_hidden()
    for name in ("PDF", "Fichier texte", "Tout en un (ZIP)"):
        assert page.get_by_role("link", name=name).is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_photos_fit_and_come_small(url, new_page, width):
    """A browser takes WebP no larger than it needs, and the page does not jump or overflow."""
    page = new_page(width)
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    first = page.locator("figure img").first
    first.wait_for()
    page.wait_for_function("document.querySelector('figure img').complete")
    taken = first.evaluate("image => image.currentSrc")
    assert taken.endswith("-wide-360.webp" if width < 480 else "-wide-720.webp")
    box = first.bounding_box()
    assert box["width"] <= width
    assert abs(box["width"] / box["height"] - 1.5) < 0.02
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_film_loads_nothing(url, new_page):
    """A film is a link that says where it leads; nothing is asked before the click."""
    page = new_page()
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    link = page.get_by_role("link", name="La fête")
    assert link.get_attribute("href").startswith("https://www.youtube.com/")
    assert page.locator("iframe, video, object, embed").count() == 0


@pytest.mark.parametrize("address", ["presse/", "donnees/", "communiques/2024/2024-05-19-turin/"])
def test_axe_finds_nothing(url, new_page, axe_source, address):
    """Axe finds no fault in the pages from which things are taken away."""
    page = new_page()
    page.goto(f"{url}{address}")
    for state in in_four_states(page, 360):
        assert violations(page, axe_source) == [], state


@pytest.mark.parametrize("width", [360, 1280])
def test_a_photo_has_its_room_before_it_is_there(url, new_page, width):
    """Where no picture ever comes, each photo still takes the room that its attributes tell."""
    page = new_page(width)
    page.route("**/*.webp", lambda route: route.abort())
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    boxes = [image.bounding_box() for image in page.locator("figure img").all()]
    assert len(boxes) == 2
    assert all(box["height"] > 200 for box in boxes)


@pytest.mark.parametrize("address", ["presse/", "communiques/2024/2024-05-19-turin/"])
@pytest.mark.parametrize("javascript", [True, False])
def test_a_kit_fills_its_rows_on_a_phone(url, new_page, address, javascript):
    """On a phone every row of a kit is full and even, whichever of its files are offered."""
    page = new_page(360, javascript=javascript)
    page.goto(f"{url}{address}")
    shown = page.get_by_role("list", name="Fichiers de").first.locator(":scope > li:visible")
    rows = {}
    for box in [button.bounding_box() for button in shown.all()]:
        rows.setdefault(round(box["y"]), []).append(box)
    for row in rows.values():
        assert row[0]["x"] == pytest.approx(16, abs=1)
        assert row[-1]["x"] + row[-1]["width"] == pytest.approx(344, abs=1)
        assert row[0]["width"] == pytest.approx(row[-1]["width"], abs=1)


def test_photos_for_the_press_have_a_page_of_their_own(url, new_page):
    """From the page for the press: photos side by side, then one's sizes, its name, its credit."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page.goto(f"{url}presse/")
    photos = page.locator(".rel-photos > li")
    one, two = (photo.bounding_box() for photo in photos.all())
    assert one["y"] == two["y"]
    photos.first.get_by_role("link").click()
    one = page.locator("#\\32 024-05-19-turin-1")
    one.get_by_role("link").first.wait_for()  # what counts does not wait for the page
    assert one.get_by_role("link", name="Un jumelage fêté").count() == 1
    with page.expect_download() as taken:
        one.get_by_role("link", name="Pour l’impression").click()
    assert taken.value.suggested_filename == "2024-05-19-turin-une-place.jpg"
    one.get_by_role("button", name="Copier le crédit").click()
    one.get_by_text("Crédit copié").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Moi"


def test_pictures_keep_their_shape_and_are_light(url, new_page):
    """No portrait is higher than a phone's first view, and what is seen first weighs little."""
    page = new_page(360)
    weighed = []
    page.on("response", lambda answer: weighed.append(answer) if ".webp" in answer.url else None)
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    lead = page.locator(".rel-lead > img")
    assert lead.get_attribute("loading") is None
    box = lead.bounding_box()
    assert box["width"] / box["height"] == pytest.approx(3 / 2, abs=0.02)
    assert sum(len(answer.body()) for answer in weighed) < 200_000
    upright = page.locator(".rel-photo--portrait img").bounding_box()
    assert upright["height"] < 600


def test_a_wide_table_of_an_author_moves_by_itself(url, new_page):
    """On the smallest phone a wide table can be moved, and the page stays where it is."""
    page = new_page(320)
    page.goto(f"{url}communiques/2024/2024-05-19-turin/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame = page.get_by_role("region", name="Tableau")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    table = frame.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 4

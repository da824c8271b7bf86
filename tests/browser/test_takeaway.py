"""Taking away: three clicks from the home page, and nothing asked of anybody else."""

from __future__ import annotations

import pytest
from serving import served

from building import built
from drawn import picture
from small_city import RELEASE, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
MORE = """photos:
  - {file: a.jpg, alt: Une place., credit: Moi}
  - {file: b.jpg, alt: Un pont., credit: Moi}
videos: [{url: "https://www.youtube.com/watch?v=aaaaaaaaaaa", title: La fête}]
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """Build the small city with photos and serve it under the strict policy."""
    files = {
        "docs/index.md": "---\ntitle: Accueil\nrelations: home\n---\n",
        NAME: RELEASE.replace("---\nUn", f"{MORE}---\nUn"),
        "press_releases/2024/a.jpg": picture((2400, 1600)),
        "press_releases/2024/b.jpg": picture((800, 1200)),
    }
    folder = tmp_path_factory.mktemp("takeaway")
    with served(built(write_city(folder / "city", files), folder / "site")) as address:
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
    assert photo.value.suggested_filename == "2024-05-19-turin-1.jpg"
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
    assert taken.endswith("-480.webp" if width < 480 else "-960.webp")
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
    for dark in (False, True):
        page = new_page(dark=dark)
        page.goto(f"{url}{address}")
        page.evaluate(axe_source)
        found = page.evaluate("axe.run()")
        told = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
        assert told == []

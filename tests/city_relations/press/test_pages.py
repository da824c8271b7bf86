"""How a release's PDF looks: what stands together, on which side, and how wide."""

from __future__ import annotations

import re
import subprocess
from pathlib import PurePosixPath

import pytest
from PIL import Image as Pictures

from city_relations.language import direction
from city_relations.press.kit import kit_of
from city_relations.press.manuscript import manuscript
from city_relations.press.passages import Image
from city_relations.press.pdf import pdf_of
from city_relations.press.tables import UPRIGHT
from city_relations.press.typesetter import PACKAGES, typeset
from printed import AROUND, DAY, printed
from small_city import catalog_of, edition_of, release

RIGHT_TO_LEFT = {"lang": "ar", "above": {"lang": "ar", "dir": "rtl"}, "frame": {"lang": "ar"}}


@pytest.mark.parametrize("paragraphs", range(19, 26))
def test_the_contacts_are_never_alone_on_a_page(paragraphs, tmp_path):
    """Wherever a text ends, its last paragraph stands above the contacts."""
    told = "".join(f"<p>Paragraphe {i}.</p>" for i in range(paragraphs))
    reader = printed(told + "<h2>À la fin</h2><p>Dernière ligne.</p>", tmp_path)
    last = reader.pages[-1].extract_text()
    assert "Service" in last
    assert "À la fin" in last
    assert "Dernière ligne" in last


@pytest.mark.parametrize(("around", "on_the_left"), [({}, True), (RIGHT_TO_LEFT, False)])
def test_a_notice_has_its_rule_where_its_lines_begin(around, on_the_left, tmp_path):
    """The rule of a correction stands on the left in French, on the right in Arabic."""
    told = AROUND | {"kicker": "", "notices": [["Corrigé."]], "body": []} | around
    (tmp_path / "a.pdf").write_bytes(typeset(told, DAY, tmp_path))
    command = ["pdftoppm", "-r", "72", "-png", "-singlefile", "a.pdf", "a"]
    subprocess.run(command, cwd=tmp_path, check=True)
    page = Pictures.open(tmp_path / "a.png").convert("RGB")
    below = page.crop((0, 85, page.width, page.height))
    red = [
        place % below.width
        for place, (r, g, b) in enumerate(zip(*[iter(below.tobytes())] * 3, strict=True))
        if r > 100 > max(g, b)
    ]
    assert red
    assert all((x < page.width / 2) == on_the_left for x in red)


def test_a_wide_photo_has_the_width_of_the_text():
    """What stands around a picture in the page takes nothing of its width in the PDF."""
    html = '<figure><picture><source><img src="a" alt="Une place"></picture></figure>'
    (told,) = manuscript(html, {"a": Image(PurePosixPath("a.jpg"), 2400, 800)})
    assert told["width"] == UPRIGHT


def test_code_is_set_in_even_steps(tmp_path):
    """Code keeps its columns: each of its letters is as wide as the next."""
    html = "<pre><code>ville  code\nii     06065</code></pre>"
    (tmp_path / "a.pdf").write_bytes(
        typeset(AROUND | {"body": manuscript(html, {})}, DAY, tmp_path)
    )
    told = subprocess.run(
        ["pdffonts", tmp_path / "a.pdf"], capture_output=True, text=True, check=True
    )
    assert "Mono" in told.stdout


def test_a_number_of_an_arabic_office_is_read_from_its_first_figure(tmp_path):
    """Among letters from the right a telephone number keeps its own way, its sign before it."""
    contact = "contacts: [{office: مصلحة الاتصال, phone: '+33 4 79 60 23 05'}]\n"
    files = {
        "press_releases/2024/2024-05-06-a.md": release(),
        "press_releases/2024/2024-05-06-a.ar.md": release("عنوان", more=contact, body="نص."),
    }
    catalog = catalog_of(tmp_path, files)
    edition = edition_of(catalog)
    (one,) = catalog.translations_beside(catalog.releases[0])
    made = pdf_of(edition, kit_of(edition, one))
    told = subprocess.run(["pdftotext", made, "-"], capture_output=True, text=True, check=True)
    assert "+33 4 79 60 23 05" in told.stdout


def test_the_template_knows_each_language_from_right_to_left():
    """What pages set from right to left, paper does too."""
    template = (PACKAGES / "local/relations/1.0.0/release.typ").read_text(encoding="utf-8")
    listed = re.search(r"#let from-right = \((.*)\)", template)[1]
    assert set(direction.RIGHT_TO_LEFT) <= set(re.findall(r'"(\w+)"', listed))

"""Photos: refused by what they hold, shown upright and without traces, made once."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest
from PIL import Image, ImageFile

from building import NOW, built
from city_relations.language.words import words_for
from city_relations.problems import ContentError
from drawn import PLACE, bomb, picture
from small_city import RELEASE, read_city, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
FOLDER = "press_releases/2024/"
PHOTO = """photos:
  - file: {file}
    alt: Deux délégations sur une place.
    caption: La place, un matin.
    credit: Ville de Port-Arden
{more}"""
PAGE = "communiques/2024/2024-05-19-turin/"
EN = words_for("en")


def with_photo(file="place.jpg", more="", body=""):
    """Return the small city's release with a photo."""
    told = RELEASE.replace("---\nUn", PHOTO.format(file=file, more=more) + "---\nUn")
    return told.replace("Un texte", f"{body}\n\nUn texte") if body else told


def city(tmp_path, content=b"", file="place.jpg", **how):
    """Write the small city with a photo beside its release."""
    content = content or picture()
    return write_city(tmp_path, {NAME: with_photo(file, **how), FOLDER + file: content})


def refused(root):
    """Return the words of the problems that stop a build."""
    with pytest.raises(ContentError) as caught:
        read_city(root)
    return [(p.field, EN(p.text)) for p in caught.value.problems]


def photos(site):
    """Return the photos' files of a site, its cards aside."""
    found = [copy for copy in site.copies if copy.path.endswith((".jpg", ".webp"))]
    return [copy for copy in found if not copy.path.endswith("-card.jpg")]


BAD = {
    "disguised.png": (b"<!DOCTYPE html><title>x</title>", "a web page"),
    "script.jpg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        "a program",
    ),
    "drawing.png": (b"<?xml version='1.0'?><svg xmlns='x'/>", "a drawing"),
    "handler.jpg": (b"<svg onload=alert(1)></svg>", "a program"),
    "cut.jpg": (picture((1600, 1200), quality=95)[:9000], "broken or cut short"),
    "cut.png": (picture((600, 400), "PNG")[:600], "broken or cut short"),
    "noise.jpg": (b"\xff\xd8\xff\xe0 nothing more", "broken or cut short"),
    "text.webp": (b"Bonjour", "not a picture"),
    "empty.jpg": (b"", "empty"),
    "bomb.png": (bomb(), "50 million pixels"),
    "large.png": (bomb(8000, 8000), "20 million pixels"),
    "dot.png": (picture((4, 4), "PNG"), "only 4 × 4"),
    "phone.jpg": (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_picture_is_refused(tmp_path, name):
    """A file that is not the picture it claims to be is refused, with its reason."""
    content, reason = BAD[name]
    root = write_city(tmp_path, {NAME: with_photo(name), FOLDER + name: content})
    ((field, message),) = refused(root)
    assert field == "photos.file"
    assert reason in message


@pytest.mark.parametrize("name", ["bomb.png", "large.png"])
def test_a_picture_of_too_many_pixels_is_refused_undrawn(tmp_path, monkeypatch, name):
    """What would fill the memory is refused by the size its head tells, no pixel of it read."""
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was drawn"))
    content, reason = BAD[name]
    root = write_city(tmp_path, {NAME: with_photo(name), FOLDER + name: content})
    assert reason in refused(root)[0][1]


def test_a_picture_of_many_megabytes_is_refused_unread(tmp_path):
    """A file heavier than the limit is refused without being opened."""
    root = city(tmp_path)
    with (root / FOLDER / "place.jpg").open("r+b") as file:
        file.truncate(41_000_000)
    assert "weighs 41 MB" in refused(root)[0][1]


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        (("    alt: Deux délégations sur une place.\n", ""), "photos", "for those who cannot"),
        (("Deux délégations sur une place.", "IMG_2034"), "photos.alt", "does not say"),
        (("Deux délégations sur une place.", "photo"), "photos.alt", "does not say"),
        (("Deux délégations sur une place.", "place.jpg"), "photos.alt", "does not say"),
        (("    credit: Ville de Port-Arden\n", ""), "photos", "who took"),
        (("    credit", "    people: identified\n    credit"), "photos.people", "consent"),
        (
            ("    credit", "    people: minor\n    consent: Dossier 12\n    credit"),
            "photos.people",
            "until when",
        ),
    ],
)
def test_a_photo_without_its_words_is_refused(tmp_path, change, field, reason):
    """A text alternative that says something, a credit and consent are asked for."""
    root = city(tmp_path)
    path = root / NAME
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    ((told, message),) = refused(root)
    assert told == field
    assert reason in message


def test_a_picture_in_the_text_is_one_of_the_photos(tmp_path):
    """A picture named only in the text has no credit: it must be named under `photos` too."""
    root = city(tmp_path, body="![Une autre](autre.jpg)")
    (root / FOLDER / "autre.jpg").write_bytes(picture())
    ((_, message),) = refused(root)
    assert "“autre.jpg” under “photos:”" in message


def test_ended_consent_takes_a_photo_away(tmp_path):
    """After consent has ended nothing of the photo is published, and staff are told."""
    root = city(tmp_path, more="    consent_until: 2026-11-22\n")
    last, after = read_city(root), read_city(root, NOW.replace(day=23))
    assert len(photos(last)) == 9
    assert not last.catalog.remarks
    assert not photos(after)
    assert not re.search("rel-photo|rel-lead|<img", after.pages[PAGE].body)
    assert "ended on 22 November 2026" in EN(after.catalog.remarks[0].text)


def test_sizes_and_forms(tmp_path):
    """A photo comes as WebP in sizes no larger than it is, as JPEG, and as JPEG for print."""
    site = read_city(city(tmp_path))
    found = {copy.path.removeprefix(PAGE): Image.open(copy.file) for copy in photos(site)}
    assert {name: image.size for name, image in found.items()} == {
        "2024-05-19-turin-1-480.webp": (480, 320),
        "2024-05-19-turin-1-960.webp": (960, 640),
        "2024-05-19-turin-1-1200.webp": (1200, 800),
        "2024-05-19-turin-1-960.jpg": (960, 640),
        "2024-05-19-turin-1.jpg": (1200, 800),
        "2024-05-19-turin-1-wide-240.webp": (240, 160),
        "2024-05-19-turin-1-wide-360.webp": (360, 240),
        "2024-05-19-turin-1-wide-720.webp": (720, 480),
        "2024-05-19-turin-1-wide-1200.webp": (1200, 800),
    }


def test_no_trace_is_left_and_all_stand_upright(tmp_path):
    """Place and camera are gone from every form, and a picture taken sideways stands upright."""
    site = read_city(city(tmp_path, picture((1200, 800), orientation=6)))
    assert len(photos(site)) == 10
    for copy in photos(site):
        image = Image.open(copy.file)
        content = copy.file.read_bytes()
        assert not image.getexif()
        assert "icc_profile" not in image.info
        assert PLACE.encode() not in content
        assert b"Exif" not in content
        if "-wide-" in copy.path or "-tall-" in copy.path:
            continue
        assert image.height > image.width
        # The red corner, upper left on the sensor, is upper right once the picture is turned.
        red, _, blue = image.convert("RGB").getpixel((image.width - 10, 10))
        assert red > blue


def test_clear_parts_stand_on_white(tmp_path):
    """A picture with clear parts is shown on white, not on black."""
    told = io.BytesIO()
    Image.new("RGBA", (600, 400), (0, 0, 0, 0)).save(told, "PNG")
    site = read_city(city(tmp_path, told.getvalue(), "logo.png"))
    for copy in photos(site):
        assert Image.open(copy.file).convert("RGB").getpixel((200, 120)) == (255, 255, 255)


def test_a_figure_says_all(tmp_path):
    """A figure has its size, its text alternative, caption and credit; only the first is eager."""
    body = with_photo(body="![Autre](place.jpg)").replace(
        "photos:\n", "photos:\n  - {file: b.png, alt: Un pont gris., credit: Moi}\n"
    )
    root = write_city(
        tmp_path,
        {NAME: body, FOLDER + "place.jpg": picture(), FOLDER + "b.png": picture((500, 300), "PNG")},
    )
    page = read_city(root).pages[PAGE].body
    first, second = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert 'width="450" height="300" alt="Un pont gris." fetchpriority="high"' in first
    assert "loading" not in first
    assert 'width="960" height="640"' in second
    assert 'loading="lazy"' in second
    assert 'alt="Deux délégations sur une place."' in second
    assert "La place, un matin." in second
    assert "Ville de Port-Arden" in second
    assert 'srcset="2024-05-19-turin-2-480.webp 480w, ' in second
    assert "<p><figure" not in page


def test_words_of_a_photo_are_escaped(tmp_path):
    """Markup in a caption or an attribute of the text alternative stays text."""
    more = ""
    root = city(tmp_path, more=more)
    path = root / NAME
    told = path.read_text("utf-8").replace(
        "Deux délégations sur une place.", "'\"><script>1</script> place'"
    )
    path.write_text(told, "utf-8")
    page = read_city(root).pages[PAGE].body
    assert "<script>" not in page


def test_a_second_build_makes_nothing_again(tmp_path):
    """What was made is kept by content: neither time nor a new name makes it anew.

    Pages that name the photo are told anew; no picture, packed file or PDF is.
    """

    def made():
        found = [p for p in (root / ".cache").rglob("*.*") if p.suffix not in (".kept", ".files")]
        assert found
        return {p: p.stat().st_ino for p in found}

    root = city(tmp_path)
    read_city(root)
    files = made()
    (root / FOLDER / "place.jpg").rename(root / FOLDER / "autre.jpg")
    (root / NAME).write_text(with_photo("autre.jpg"), "utf-8")
    read_city(root)
    assert made() == files


def test_the_site_holds_them_and_no_original(tmp_path):
    """The built site has every form and the card, readable by a server, and never the original."""
    root = city(tmp_path / "city")
    site = built(root, tmp_path / "site")
    files = sorted(path for path in (site / PAGE).iterdir() if "turin-1" in path.name)
    assert len(files) == 10
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in files)
    original = (root / FOLDER / "place.jpg").read_bytes()
    assert not any(path.read_bytes() == original for path in site.rglob("*") if path.is_file())
    assert not [
        p for f in ("docs", "partners", "press_releases") for p in (root / f).rglob("*.webp")
    ]


def test_a_picture_of_a_written_page_tells_no_place(tmp_path):
    """Pictures of docs/ are published as they are: one that holds a place is refused."""
    root = write_city(tmp_path, {"docs/images/a.jpg": picture()})
    ((_, message),) = refused(root)
    assert "where it was taken" in message
    (root / "docs/images/a.jpg").write_bytes(picture(placed=False))
    assert read_city(root).pages


def test_no_library_makes_us_lenient(tmp_path, monkeypatch):
    """A picture cut short is refused even where somebody has asked Pillow to take it."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    root = city(tmp_path, BAD["cut.jpg"][0])
    assert "broken or cut short" in refused(root)[0][1]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


PEAK = """
import re, sys
from pathlib import Path
from city_relations.pictures.files import examine
from city_relations.pictures.renditions import made
from city_relations.store import store_of

store = store_of(Path(sys.argv[2]))
made(examine(Path(sys.argv[1]), store), store)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.parametrize(
    ("name", "size", "options"),
    [
        ("huge.jpg", (8100, 6100), {"quality": 60}),
        ("odd.jpg", (7980, 6000), {"quality": 60, "progressive": True}),
        ("large.png", (5160, 3870), {"compress_level": 1}),
        ("large.webp", (3990, 3000), {"quality": 50, "method": 0}),
    ],
)
def test_d10_the_largest_pictures_fit_in_memory(tmp_path, name, size, options):
    """The largest picture of each form is examined and made small within 300 MB."""
    mode = "RGBA" if name.endswith("png") else "RGB"
    Image.new(mode, size, "teal").save(tmp_path / name, **options)
    told = subprocess.run(
        [sys.executable, "-c", PEAK, tmp_path / name, tmp_path / "store"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(told.stdout) < 300

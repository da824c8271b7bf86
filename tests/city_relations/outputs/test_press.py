"""The press kit: the release's own text, in every form, the same on every machine."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zipfile

import pypdf
import pytest

from building import NOW, ROOT
from city_relations.language.plain_text import plain_text
from city_relations.language.words import words_for
from drawn import PLACE, picture
from small_city import CONFIGURATION, RELEASE, assets, profile, read_city, release, write_city
from small_city import picture as plain

NAME = "press_releases/2024/2024-05-19-turin.md"
STEM = "communiques/2024/2024-05-19-turin/2024-05-19-turin"
MORE = """issuer: {name: Comité de jumelage, kind: association}
corrections: [{date: 2024-06-01, note: Une date était fausse.}]
contacts: [{office: Le comité, phone: "+33 4 00 00 00 00"}]
videos: [{url: "https://www.youtube.com/watch?v=aaaaaaaaaaa", title: La fête en images}]
photos: [{file: place.jpg, alt: Une place., credit: Ville de Port-Arden, terms: Une seule fois.}]
"""
BODY = """## Un intertitre

- un point
- un autre, avec [un lien](https://exemple.example/)

> Une parole.
> — Une voix, sa fonction
"""
WHOLE = RELEASE.replace("---\nUn", f"{MORE}---\nUn") + "\n" + BODY


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Read the small city with one full release."""
    photo = {"press_releases/2024/place.jpg": picture()}
    return read_city(write_city(tmp_path_factory.mktemp("press"), {NAME: WHOLE, **photo}))


def test_the_text_is_as_the_trade_writes_it(told):
    """Kind, issuer, place and date, correction, title, summary, text, contact and address."""
    assert assets(told)[f"{STEM}.txt"].decode() == (
        "COMMUNIQUÉ DE PRESSE\n\nComité de jumelage\n\nPort-Arden, le 19\u00a0mai 2024\n\n"
        "Rectificatif du 1er\u00a0juin 2024\u00a0: Une date était fausse.\n\n"
        "Un jumelage fêté\n\nLe résumé.\n\n"
        "Un texte, avec Turin (https://port-arden.example/partenaires/turin/).\n\n"
        "Un intertitre\n\n- un point\n- un autre, avec un lien (https://exemple.example/)\n\n"
        "Une parole.\n\nUne voix, sa fonction\n\n"
        "Contact presse\nLe comité · +33 4 00 00 00 00\n\n"
        "https://port-arden.example/communiques/2024/2024-05-19-turin/\n"
    )


def test_the_pdf_is_for_everyone(told):
    """The PDF states title and language, is tagged, and reads in the order of the text."""
    reader = pypdf.PdfReader(io.BytesIO(assets(told)[f"{STEM}.pdf"]))
    root = reader.trailer["/Root"]
    assert reader.metadata.title == "Un jumelage fêté"
    assert reader.metadata.author == "Comité de jumelage"
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert b"<pdfaid:part>3<" in root["/Metadata"].get_data()
    assert b"<pdfaid:conformance>A<" in root["/Metadata"].get_data()
    words = " ".join("".join(page.extract_text() for page in reader.pages).split())
    order = ["COMMUNIQUÉ", "Un jumelage", "Le résumé", "Un texte", "Un intertitre", "Contact"]
    places = [words.index(word) for word in order]
    assert places == sorted(places)


def test_the_pdf_shows_the_photo_with_its_credit(told):
    """A photo beside the text stands above it in the PDF, tagged with its description."""
    content = assets(told)[f"{STEM}.pdf"]
    reader = pypdf.PdfReader(io.BytesIO(content))
    (image,) = reader.pages[0].images
    assert image.image.size == (1200, 800)
    words = reader.pages[0].extract_text()
    assert (
        words.index("Un jumelage") < words.index("Ville de Port-Arden") < words.index("Le résumé")
    )
    tags = reader.trailer["/Root"]["/StructTreeRoot"]
    assert "Une place." in alternatives(tags)


def alternatives(element):
    """Return the descriptions of pictures below an element of a PDF's structure."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if not isinstance(element, dict):
        return (
            [each for child in element for each in alternatives(child)]
            if isinstance(element, list)
            else []
        )
    own = [str(element["/Alt"])] if "/Alt" in element else []
    return own + alternatives(element.get("/K", []))


def test_the_pdf_has_the_sites_own_letters(told):
    """Every font in the PDF is one of the repository's, none the machine's."""
    reader = pypdf.PdfReader(io.BytesIO(assets(told)[f"{STEM}.pdf"]))
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(name.startswith("Relations-") for name in fonts), fonts


def test_the_package_holds_all(told):
    """The ZIP has text, PDF, the photo for print without its place, credit and terms."""
    (file,) = [copy.file for copy in told.copies if copy.path == f"{STEM}.zip"]
    with zipfile.ZipFile(file) as packed:
        files = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
        assert packed.testzip() is None
    assert sorted(files) == [
        "2024-05-19-turin-1.jpg",
        "2024-05-19-turin.pdf",
        "2024-05-19-turin.txt",
        "photos.txt",
    ]
    assert files["2024-05-19-turin.txt"] == assets(told)[f"{STEM}.txt"]
    assert PLACE.encode() not in files["2024-05-19-turin-1.jpg"]
    words = files["photos.txt"].decode()
    assert "Ville de Port-Arden" in words
    assert "Une seule fois." in words


ANOTHER = """
import sys; sys.path[:0] = ["tests", "hooks"]
from pathlib import Path
from small_city import assets, read_city
import hashlib
site = read_city(Path(sys.argv[1]))
for path in sorted(assets(site)):
    if path.endswith("-turin.pdf"): print(hashlib.sha256(assets(site)[path]).hexdigest())
for copy in site.copies:
    if copy.path.endswith(".zip"): print(hashlib.sha256(copy.file.read_bytes()).hexdigest())
"""


def test_two_machines_make_the_same_bytes(told, tmp_path):
    """PDF and ZIP are byte-equal made again in another process, folder and time zone."""
    photo = {"press_releases/2024/place.jpg": picture()}
    root = write_city(tmp_path / "again", {NAME: WHOLE, **photo})
    environ = {"TZ": "Pacific/Apia", "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER, str(root)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    (package,) = [copy.file for copy in told.copies if copy.path.endswith(".zip")]
    here = [assets(told)[f"{STEM}.pdf"], package.read_bytes()]
    assert done.stdout.split() == [hashlib.sha256(content).hexdigest() for content in here]


def test_a_letter_no_font_has_costs_the_pdf_alone(tmp_path):
    """A text with a letter no font has gets no PDF and is offered none; all else is published."""
    georgian = RELEASE.replace("Un texte", "Un texte ქართ")
    site = read_city(write_city(tmp_path, {NAME: georgian}))
    papers = [path for path in assets(site) if path.endswith(".pdf")]
    assert not [path for path in papers if path.startswith("communiques/")]
    remarks = [words_for("fr")(remark.text) for remark in site.catalog.remarks]
    assert len([remark for remark in remarks if "nos polices n’ont pas ქ ა რ თ." in remark]) == 1
    assert ".pdf" not in site.pages["communiques/2024/2024-05-19-turin/"].body
    assert ".pdf" not in site.pages["presse/"].body
    with zipfile.ZipFile(next(c.file for c in site.copies if c.path.endswith(".zip"))) as packed:
        assert [name.rpartition(".")[2] for name in packed.namelist()] == ["txt"]


def test_a_translation_has_its_own_kit(tmp_path):
    """A translation's kit is in its language, beside its own page."""
    arabic = RELEASE.replace("Un jumelage fêté", "توأمة").replace("Un texte", "نص")
    root = write_city(tmp_path, {NAME.replace(".md", ".ar.md"): arabic})
    told = assets(read_city(root, NOW))
    stem = "communiques/2024/2024-05-19-turin/ar/2024-05-19-turin-ar"
    reader = pypdf.PdfReader(io.BytesIO(told[f"{stem}.pdf"]))
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert "توأمة" in told[f"{stem}.txt"].decode()


def test_the_page_offers_the_kit_and_no_frame(told):
    """A release's page offers every file; a film is a link that says where it leads."""
    page = told.pages["communiques/2024/2024-05-19-turin/"].body
    for ending in (".pdf", ".txt", ".zip", "-1.jpg"):
        assert f'href="2024-05-19-turin{ending}"' in page
    assert "youtube.com, un autre site" in page
    assert "<iframe" not in page
    assert 'src="https://' not in page


def test_the_press_page_has_contacts_kits_and_photos(told):
    """Journalists find the press office, the latest kits and the way to every photo."""
    page = told.pages["presse/"].body
    assert "presse@port-arden.example" in page
    assert "../communiques/2024/2024-05-19-turin/2024-05-19-turin.zip" in page
    assert 'href="photos/#2024-05-19-turin-1"' in page
    assert "atom.xml" in page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a\n b</p><p>c</p>", "a b\n\nc"),
        ("<p>a<br>\nb</p>", "a\nb"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("<p>&lt;b&gt; &amp; c</p>", "<b> & c"),
        ('<p><a href="https://x.example/">https://x.example/</a></p>', "https://x.example/"),
        ('<p><a href="mailto:a@b.example">nous</a></p>', "nous"),
        ("<table><tr><th>A</th><td>1</td></tr></table>", "A ; 1"),
        ("", ""),
    ],
)
def test_plain_text(html, text):
    """Blocks stand apart, points begin with a hyphen, a link is followed by its address."""
    assert plain_text(html) == text


def test_a_city_may_do_without_pdf(tmp_path):
    """`pdf: non` in the configuration leaves the PDF out, and no page offers one."""
    settings = CONFIGURATION.replace("    languages: [fr]\n", "    languages: [fr]\n    pdf: non\n")
    site = read_city(write_city(tmp_path, {"mkdocs.yml": settings}))
    assert not [path for path in assets(site) if path.endswith(".pdf")]
    assert ".pdf" not in site.pages["communiques/2024/2024-05-19-turin/"].body


def test_an_embargo_that_ended_is_told(tmp_path):
    """Page and text say when the embargo ended, so that nobody waits for it."""
    release = RELEASE.replace("---\nUn", "embargo: 2024-05-19T11:00\n---\nUn")
    site = read_city(write_city(tmp_path, {NAME: release}))
    told = "Embargo levé le 19\u00a0mai 2024 à 11:00"
    assert told in assets(site)[f"{STEM}.txt"].decode()
    assert told in site.pages["communiques/2024/2024-05-19-turin/"].body


def test_each_photo_is_offered_with_its_sizes_credit_and_terms(told):
    """The page of photos tells pixels and weight, credit, terms and whose each is, under a name."""
    page = str(told.pages["presse/photos/"].body)
    assert 'download="turin-une-place.jpg"' in page.replace("2024-05-19-", "")
    assert "pixels" in page
    assert re.search(r"pixels, \d+\sko", page)
    assert 'data-rel-text="Ville de Port-Arden"' in page
    assert "<dd>Ville de Port-Arden</dd>" in page
    assert "Une seule fois." in page
    assert "../../communiques/2024/2024-05-19-turin/" in page
    assert 'id="2024-05-19-turin-1"' in page


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Read a city with 26 releases and a partner that show a photo each."""
    photo = "photos: [{{file: {0}.png, alt: Une place {0}., credit: Ville}}]\n"
    files = {"partners/turin.yml": profile(more=photo.format("t")), "partners/t.png": plain()}
    for n in range(1, 27):
        more = photo.format(n)
        files[f"press_releases/2024/2024-05-{n:02}-a.md"] = release(
            f"Titre {n}", f"2024-05-{n:02}", more=more
        )
        files[f"press_releases/2024/{n}.png"] = plain()
    return read_city(write_city(tmp_path_factory.mktemp("many"), files, base=False))


def test_photos_of_the_press_go_on_after_two_dozen(many):
    """The newest are on the first page, partners' last; every link leads to its photo's page."""
    first, second = (many.pages[f"presse/photos/{at}"] for at in ("", "page-2/"))
    marks = [
        re.findall(r'class="rel-gallery__photo" id="([^"]+)"', p.body) for p in (first, second)
    ]
    assert list(map(len, marks)) == [24, 3]
    assert (marks[0][0], marks[1]) == (
        "2024-05-26-a-1",
        ["2024-05-02-a-1", "2024-05-01-a-1", "turin-1"],
    )
    assert second.title == f"{first.title}, page 2"
    assert (first.next.address, second.previous.address) == (second.address, first.address)
    assert second.address in many.edition.catalog.page_addresses
    kit = many.pages["communiques/2024/2024-05-01-a/"].body
    assert "presse/photos/page-2/#2024-05-01-a-1" in kit
    assert "photos/#2024-05-26-a-1" in many.pages["presse/"].body

"""Documents of a text: published where something a reader may see names them, and told of there."""

from __future__ import annotations

import json
import re
import zipfile
from argparse import Namespace
from io import BytesIO, StringIO

import pytest

from building import built, environment, files
from city_relations.commands import withdraw
from city_relations.commands.call import Call
from city_relations.commands.proof import faults
from city_relations.language.words import words_for
from luggage import office, open_document, pdf
from small_city import NOW, RELEASE, TURIN, assets, read_city, release, write_city

NOTHING_HREF = re.compile(r"<a(?=[\s>])(?![^>]*\shref=)[^>]*>")
CONVENTION, CHARTER, SECRET = pdf(), office(), pdf("/A 1")
TIE = TURIN.replace("place: Turin}", "place: Turin, document: acte.pdf}")
PAGE = 'Voir [le plan](documents/Plan%20de%20ville.csv) et <a id="ici">ici</a>.\n'
CITY = {
    "partners/turin.yml": f"{TIE}    document: [convention.it.pdf, 'https://torino.example/x']\n"
    "about: |\n  [La charte](charte.docx)\n",
    "partners/acte.pdf": pdf("/B 1"),
    "partners/charte.docx": CHARTER,
    "docs/documents/convention.it.pdf": CONVENTION,
    "docs/documents/Plan de ville.csv": "rue\n",
    "docs/documents/oublié.pdf": pdf("/C 1"),
    "docs/index.md": f"---\ntitle: Accueil\nrelations: home\n---\n{PAGE}",
    "press_releases/2024/2024-05-19-turin.md": f"{RELEASE}\n[La convention](convention.it.pdf)"
    " et [la charte (DOCX)](../../partners/charte.docx#page=2), <a id='x'>rien</a>.\n",
    "press_releases/2024/2024-05-20-brouillon.md": release(
        "Un brouillon", "2024-05-20", more="status: draft\n", body="[Secret](secret.pdf)"
    ),
    "press_releases/2024/2024-05-21-retire.md": release(
        "Retiré", "2024-05-21", more="status: withdrawn\n", body="[Le retrait](retrait.csv)"
    ),
    "press_releases/2024/secret.pdf": SECRET,
    "press_releases/2024/retrait.csv": "retiré\n",
}
HERE = "communiques/2024/2024-05-19-turin"
PUBLISHED = {
    "documents/convention.it.pdf",
    "documents/Plan de ville.csv",
    "partenaires/documents/acte.pdf",
    "partenaires/documents/charte.docx",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Write the city once."""
    return write_city(tmp_path_factory.mktemp("documents") / "city", CITY)


@pytest.fixture(scope="module")
def city(root):
    """Read the city once."""
    return read_city(root)


@pytest.fixture(scope="module")
def folder(root):
    """Build the city once, as MkDocs does."""
    return built(root, root / "site")


def test_only_what_is_named_is_published(city, folder):
    """Documents of drafts, of withdrawn releases and of nobody are in no build."""
    ends = (".pdf", ".docx", ".csv")
    copies = {c.path for c in city.copies if "documents/" in c.path}
    assert copies == PUBLISHED
    found = {p for p in files(folder) if "documents/" in p and p.endswith(ends)}
    assert found == PUBLISHED
    assert not any(SECRET in content for content in files(folder).values())


def test_the_proof_finds_what_no_text_names(root, folder):
    """A document of a draft that got into a site is found by its bytes, under any name."""
    assert [words_for("en")(fault) for fault in faults(folder, root, NOW)] == []
    (folder / "image.bin").write_bytes(SECRET)
    told = [words_for("en")(fault) for fault in faults(folder, root, NOW)]
    (folder / "image.bin").unlink()
    assert told == ["image.bin is a document that no text names."]


def test_a_link_tells_form_weight_and_language(city):
    """A link to a document says its form and weight, and its language where it is another."""
    body = str(city.pages[f"{HERE}/"].body)
    assert (
        '<a href="../../../documents/convention.it.pdf" rel="noopener" type="application/pdf"'
        ' hreflang="it">La convention (PDF, 1\u00a0ko, italien)</a>' in body
    )
    assert "charte.docx#page=2" in body
    assert ">la charte (DOCX) (1\u00a0ko)</a>, <span" in body


def test_acts_and_ties_tell_their_documents(city):
    """An act and a tie name theirs by the file, one elsewhere by its host."""
    body = str(city.pages["partenaires/turin/"].body)
    assert 'href="../documents/acte.pdf" type="application/pdf"' in body
    assert ">convention.it.pdf (PDF, 1\u00a0ko, italien)</a>" in body
    assert '<a href="https://torino.example/x" rel="noopener">torino.example</a>' in body


def accesses(city):
    """Return what the data say of the documents of the act that has a number."""
    acts = json.loads(assets(city)["donnees/actes.json"])
    return next(act["document_access"] for act in acts if act["number"])


def test_what_not_everyone_can_read_is_told(tmp_path):
    """A PDF without tags, and one elsewhere, are told beside the document, in table and data.

    The same text as ODT beside it, or in the field, is the accessible version.
    """
    acts = TURIN.replace(
        "place: Turin}",
        "place: Turin, number: DCM 12, document: [a.pdf, b.pdf, 'https://torino.example/c.pdf']}",
    )
    dumb = {f"partners/{name}.pdf": pdf(f"/{name} 1", tagged=False) for name in "ab"}
    city = {"partners/turin.yml": acts, **dumb}
    lone = read_city(write_city(tmp_path / "lone", city))
    with_odt = {**city, "partners/b.odt": open_document()}
    named = {**with_odt, "partners/turin.yml": acts.replace("b.pdf", "b.pdf, b.odt")}
    helped = read_city(write_city(tmp_path / "helped", named))
    lacking = "no_accessible_version"
    assert accesses(lone) == [lacking, lacking, "unknown"]
    assert accesses(helped) == [lacking, "accessible", "accessible", "accessible"]
    for address in ("partenaires/turin/", "partenaires/"):
        body = re.sub(r"\s+", " ", str(lone.pages[address].body))
        assert ">DCM 12 (PDF, 1 ko, sans version accessible)</a>" in body
        assert "</a> (accessibilité non connue)" in body


def test_a_hand_written_page_tells_them_too(folder):
    """A page of docs/ says the same of its documents; a place without a way is no link."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert (
        'href="documents/Plan%20de%20ville.csv" type="text/csv">le plan (CSV, 1\u00a0ko)</a>'
        in page
    )
    assert '<span id="ici">ici</span>' in page


def test_no_link_of_the_city_leads_nowhere(folder):
    """No page of a built site has an `<a>` without `href`."""
    for name, content in files(folder).items():
        if name.endswith(".html"):
            assert NOTHING_HREF.findall(content.decode()) == [], name


def test_what_goes_away_from_the_page_has_them(city):
    """The kit, its text, both feeds and the open data have the document, each address in full."""
    url = "https://port-arden.example/documents/convention.it.pdf"
    told = assets(city)
    zipped = next(c.file for c in city.copies if c.path == f"{HERE}/2024-05-19-turin.zip")
    with zipfile.ZipFile(BytesIO(zipped.read_bytes())) as archive:
        assert archive.read("2024-05-19-turin/documents/convention.it.pdf") == CONVENTION
    assert (
        f"La convention (PDF, 1\u00a0ko, italien) ({url})"
        in told[f"{HERE}/2024-05-19-turin.txt"].decode()
    )
    assert f'<link rel="enclosure" href="{url}"' in told["communiques/atom.xml"].decode()
    item = json.loads(told["communiques/feed.json"])["items"][0]
    assert item["attachments"][0] == {
        "url": url,
        "mime_type": "application/pdf",
        "size_in_bytes": len(CONVENTION),
    }
    acts = json.loads(told["donnees/actes.json"])
    assert acts[0]["document"] == ["https://port-arden.example/partenaires/documents/acte.pdf"]
    ties = json.loads(told["donnees/liens.json"])
    assert ties[0]["document"] == [url, "https://torino.example/x"]


def call(root, what, *, entirely=False):
    """Return the call of `relations withdraw`."""
    options = Namespace(what=str(root / what), folder=None, entirely=entirely)
    return Call(root, words_for("fr"), options, environment(), StringIO())


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("    document: x.pdf\n", ""),
        ("    document: [x.pdf, y.pdf]\n", "    document: [y.pdf]\n"),
        ("    document: [y.pdf, 'x.pdf']\n", "    document: [y.pdf]\n"),
        ("    document:\n      - x.pdf\n      - y.pdf\n", "    document:\n      - y.pdf\n"),
    ],
)
def test_a_document_is_withdrawn(tmp_path, line, left):
    """A document goes with its file and from each field and link; the words of a link stay."""
    text = release(body="Voir [le texte](../../partners/x.pdf).", date="2024-05-06")
    root = write_city(
        tmp_path / "city",
        {
            "partners/turin.yml": TURIN + line,
            "partners/x.pdf": pdf("/X 1"),
            "partners/y.pdf": pdf("/Y 1"),
            "press_releases/2024/2024-05-06-a.md": text,
        },
    )
    assert withdraw.run(call(root, "partners/x.pdf")) == 0
    assert not (root / "partners/x.pdf").exists()
    assert (root / "partners/turin.yml").read_text(encoding="utf-8") == TURIN + left
    told = (root / "press_releases/2024/2024-05-06-a.md").read_text(encoding="utf-8")
    assert told.endswith("Voir le texte.\n")


def test_a_release_takes_its_documents_with_it(tmp_path):
    """A release withdrawn entirely removes the documents that it alone named."""
    text = "[a](a.pdf) et [b](../../partners/b.pdf)."
    root = write_city(
        tmp_path / "city",
        {
            "partners/turin.yml": f"{TURIN}    document: b.pdf\n",
            "partners/b.pdf": pdf("/B 2"),
            "press_releases/2024/a.pdf": pdf("/A 2"),
            "press_releases/2024/2024-05-06-a.md": release(body=text),
        },
    )
    assert withdraw.run(call(root, "press_releases/2024/2024-05-06-a.md", entirely=True)) == 0
    assert not (root / "press_releases/2024/a.pdf").exists()
    assert (root / "partners/b.pdf").exists()

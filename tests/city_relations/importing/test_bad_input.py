"""Files that are no release, or more than one: a clear sentence, nothing half written or lost."""

from __future__ import annotations

from email import message_from_bytes, policy
from io import StringIO

import pytest

from city_relations import cli
from city_relations.attachments.office import MAIN
from city_relations.author_files import Refused
from city_relations.content.canonical_form import tidied_text
from city_relations.importing.reading import read_sources
from city_relations.language.words import words_for
from manuscripts import XML, W, docx, eml, html, odt, packed, pdf, picture
from small_city import write_bare_city

LONG = (
    "Les deux villes ouvrent ensemble un atelier où l’on apprend à réparer les instruments de "
    "musique, à lire des partitions anciennes et à jouer devant un public, toute l’année durant."
)
BLOCKS = [
    ("p", "Communiqué de presse"),
    ("h1", "Un atelier de musique s’ouvre"),
    ("p", LONG),
    ("p", LONG),
]
MACRO = {"word/vbaProject.bin": b"x"}
COMMENT = (
    f'{XML}<w:comments xmlns:w="{W}"><w:comment w:id="1"><w:p><w:r><w:t>À relire !</w:t></w:r>'
    "</w:p></w:comment></w:comments>"
)
CHANGED = (
    "<w:p><w:r><w:t>Un mot </w:t></w:r><w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del></w:p>"
)


def wxr(*items, more=""):
    """Return an export of WordPress."""
    return (
        '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>La ville</title>{''.join(items)}{more}</channel></rss>"
    ).encode()


def item(title, text, *, status="publish", kind="post", link="https://old.example/2019/03/a/"):
    """Return an article of an export."""
    return (
        f"<item><title>{title}</title><link>{link}</link><wp:post_date>2019-03-04 10:00:00"
        f"</wp:post_date><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


def feed(text):
    """Return a feed of one entry."""
    entry = f"<item><title>Un titre</title><description>{text}</description></item>"
    return f"<rss><channel>{entry}</channel></rss>".encode()


ODT = "application/vnd.oasis.opendocument.text"
REFUSED = {
    "ancien.doc": (b"\xd0\xcf\x11\xe0", "docx"),
    "protege.docx": (b"\xd0\xcf\x11\xe0" + b"x" * 99, "mot de passe"),
    "macro.docx": (docx(BLOCKS, more=MACRO), "macro"),
    "faux.docx": (b"PK\x03\x04" + b"x" * 99, "DOCX"),
    "vide.docx": (b"", "vide"),
    "tableur.docx": (packed({"a.txt": "x"}), "DOCX"),
    "faux.odt": (packed({"mimetype": "application/zip"}), "ODT"),
    "scan.pdf": (pdf([("p", "")]), "images"),
    "faux.pdf": (b"<html>", "PDF"),
    "casse.pdf": (b"%PDF-1.7\n" + b"\x00" * 300, "PDF"),
    "image.txt": (b"\x89PNG\0\0", "texte"),
    "image.jpg": (picture(), "docx"),
    "titre.odt": (odt([], body='<text:h text:outline-level="un">Un</text:h>'), "ODT"),
    "creux.docx": (packed({"[Content_Types].xml": MAIN["DOCX"]}), "DOCX"),
    "rien.eml": (b"", "vide"),
    "creux.eml": (b"Content-Type: multipart/related; boundary=x\n\nrien", "message"),
    "casse.xml": (b"<rss><channel><item>", "ligne 1"),
    "autre.xml": (b"<note/>", "WordPress"),
    "mille.xml": (b'<!DOCTYPE x [<!ENTITY a "b">]><rss/>', "DOCTYPE"),
    "prive.xml": (wxr(item("Privé", LONG, status="private")), "public"),
    "coupe.xml": (feed(f"{LONG} [&amp;hellip;]"), "début"),
    "absent.docx": (None, "absent.docx"),
    "rtf.docx": (b"{\\rtf1 Bonjour}", "DOCX"),
    "macro.odt": (packed({"mimetype": ODT, "Basic/A/B.xml": "<x/>"}), "macro"),
    "suite.xml": (feed(f"{LONG} Lire la suite…"), "début"),
    "points.xml": (feed(f"{LONG[:-1]} ..."), "début"),
    "vide.xml": (feed(""), "sans texte"),
}


@pytest.mark.parametrize(("name", "told"), REFUSED.items(), ids=REFUSED)
def test_what_is_no_release_is_refused_in_a_clear_sentence(name, told, tmp_path):
    """What cannot be read is refused, and the sentence says what to do."""
    data, word = told
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_sources(tmp_path / name)
    assert word in words_for("fr")(refused.value.text)


def test_a_file_too_heavy_is_not_opened(tmp_path):
    """Two hundred megabytes are refused by their size."""
    with (tmp_path / "lourd.docx").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(Refused) as refused:
        read_sources(tmp_path / "lourd.docx")
    assert "Mo" in words_for("fr")(refused.value.text)


@pytest.fixture
def city(tmp_path, monkeypatch, capsys):
    """Write a small city; give what imports a file into it, and the drafts that are there then."""
    root = write_bare_city(tmp_path / "site")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")  # 22 November 2026
    monkeypatch.setattr("sys.stdin", StringIO())

    def call(name, data, *options):
        (tmp_path / name).write_bytes(data)
        status = cli.main(["import", str(tmp_path / name), *options])
        told = capsys.readouterr().out
        drafts = sorted(root.glob("press_releases/*/*"))
        return status, told, [path.relative_to(root).as_posix() for path in drafts]

    call.root, call.capsys = root, capsys
    return call


def check(city):
    """Return what the check says of the city."""
    return cli.main(["check"]), city.capsys.readouterr().out


def test_changes_and_comments_are_told_with_their_words(city):
    """A change not accepted yet counts as made; what is struck out and noted is told, not lost."""
    data = docx(BLOCKS, more={"word/comments.xml": COMMENT}, body=CHANGED)
    status, told, [draft] = city("revu.docx", data)
    text = (city.root / draft).read_text()
    assert (status, "Un mot ajouté" in text, "supprimé" in text) == (0, True, False)
    assert "« À relire ! »" in told
    assert "« supprimé »" in told


def test_a_quotation_within_a_paragraph_is_told(city):
    """Words in quotation marks whose speaker nobody can tell stay where they are, and are told."""
    said = "« Nous jouons ensemble depuis trente ans »"
    _, told, [draft] = city(
        "a.docx", docx([*BLOCKS, ("p", f"{LONG} {said}, dit-elle, puis joue.")])
    )
    assert said in (city.root / draft).read_text()
    assert f"une citation qui reste dans son paragraphe : « {said} »" in told.replace("\xa0", " ")


def test_an_opendocument_s_comments_are_told(city):
    """So are those of an OpenDocument text."""
    note = "<text:p>Un mot<office:annotation><text:p>À voir</text:p></office:annotation></text:p>"
    _, told, [draft] = city("revu.odt", odt(BLOCKS, body=note))
    assert "À voir" not in (city.root / draft).read_text()
    assert "« À voir »" in told


def test_a_table_for_the_layout_is_no_table(city):
    """The cells of a table that holds whole paragraphs are read one after the other."""
    rows = [("row", f"Ville de Port-Arden|{LONG}")]
    _, _, [draft] = city("tableau.docx", docx([*BLOCKS, *rows]))
    text = (city.root / draft).read_text()
    assert ("|" in text, text.count(LONG)) == (False, 3)


def test_two_releases_in_one_file_are_two_drafts(city):
    """Each begins with its label; both are written, and that is told."""
    other = [
        ("p", "COMMUNIQUÉ DE PRESSE"),
        ("h1", "Une autre nouvelle de la ville"),
        ("p", LONG),
        ("p", LONG),
    ]
    _, told, drafts = city("deux.docx", docx([*BLOCKS, *other]))
    assert [name.partition("2026-11-22-")[2] for name in drafts] == [
        "un-atelier-de-musique-s-ouvre.md",
        "une-autre-nouvelle-de-la-ville.md",
    ]
    assert "2 brouillons" in told


def test_columns_and_hyphens_of_a_pdf_are_undone(city):
    """Words parted at the ends of lines are whole again, in the order of two columns."""
    text = f"{LONG} Internationalement, l’intercommunalité souhaite approfondir ses jumelages."
    _, told, [draft] = city("colonnes.pdf", pdf([BLOCKS[1], ("p", LONG), ("p", text)], columns=2))
    assert text in (city.root / draft).read_text().replace("\\", "")
    assert "un trait d’union" in told


def test_a_hyphen_of_a_pdf_s_word_stays_below_a_break_of_the_page(tmp_path):
    """A word the text has with its hyphen elsewhere keeps it, behind a passage that goes on too."""
    word = "franco-italienne"
    told = [
        BLOCKS[1],
        ("p", f"La ville {word} accueille ses jumelles."),
        ("p", f"{LONG.removesuffix('.')} " * 18),
        *(("p", f"{'x' * n} Une cérémonie réunit la grande salle {word}.") for n in range(40)),
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(told, columns=2))
    [source] = read_sources(tmp_path / "a.pdf")
    assert "".join(block.text for block in source.blocks).count(word) == 41


def test_a_draft_may_lack_what_publication_asks(city):
    """A draft without date stands under the day of its import, and is a fault once published."""
    _, _, [draft] = city("sans.docx", docx(BLOCKS))
    assert draft == "press_releases/2026/2026-11-22-un-atelier-de-musique-s-ouvre.md"
    status, said = check(city)
    assert (status, "ce brouillon n’a pas encore « date »" in said) == (0, True)
    file = city.root / draft
    text = file.read_text()
    file.write_text(
        text.replace(
            "status: draft", "status: draft\npartners: [nulle-part]\nphotos: [{file: a.jpg}]"
        )
    )
    (file.parent / "a.jpg").write_bytes(picture())
    assert check(city)[0] == 0
    file.write_text(file.read_text().replace("status: draft", "status: published"))
    status, said = check(city)
    assert (status, "nulle-part" in said, "alt" in said) == (1, True, True)


def test_pictures_lie_beside_the_draft(city):
    """A picture of the text is a file with its alternative, its caption and its credit."""
    told = [("img", "Un luthier au travail"), ("p", "Un luthier. © Studio Marée")]
    _, _, drafts = city("photo.docx", docx([*BLOCKS, *told]))
    stem = "press_releases/2026/2026-11-22-un-atelier-de-musique-s-ouvre"
    assert drafts == [f"{stem}-1.jpg", f"{stem}.md"]
    assert (city.root / drafts[0]).read_bytes() == picture()
    text = (city.root / drafts[1]).read_text()
    assert "alt: {fr: Un luthier au travail}\n    caption: {fr: Un luthier}\n" in text
    assert 'credit: "Studio Marée"' in text
    assert check(city)[0] == 0


def test_an_export_gives_a_draft_an_article(city):
    """Public articles are drafts under their day, with the old address; all else is told."""
    items = [
        item("Un atelier", f"{LONG}\n\n<b>Broken <i>HTML</b> & more\n\n<script>x()</script>{LONG}"),
        item("Un secret", LONG, status="private", link="https://old.example/b/"),
        item("Une page", LONG, kind="page", link="https://old.example/c/"),
        item(
            "Sans adresse",
            f"<p>{LONG}</p>[gallery ids=1]<img src='https://old.example/a.jpg'>",
            link="https://old.example/?p=12",
        ),
    ]
    _, told, drafts = city("export.xml", wxr(*items))
    assert drafts == [
        "press_releases/2019/2019-03-04-sans-adresse.md",
        "press_releases/2019/2019-03-04-un-atelier.md",
    ]
    text = (city.root / drafts[1]).read_text()
    assert ("old_addresses: [/2019/03/a/]" in text, "x()" in text) == (True, False)
    for words in (
        "« Un secret »",
        "« Une page »",
        "« https://old.example/?p=12 »",
        "[gallery ids=1]",
        "https://old.example/a.jpg",
    ):
        assert words in told
    assert check(city)[0] == 0


@pytest.mark.parametrize("status", ["trash", "pending", "future", "draft", "inherit"])
def test_what_was_not_public_is_told_and_left(tmp_path, status):
    """An article in the bin, waiting or announced is no draft here, and its title is told."""
    items = (item("Caché", LONG, status=status), item("Public", LONG))
    (tmp_path / "export.xml").write_bytes(wxr(*items))
    [source] = read_sources(tmp_path / "export.xml")
    assert (source.title, [one.words for one in source.left_out]) == ("Public", ["Caché"])


def test_a_figure_changed_in_a_revision_is_told(city):
    """Of a figure struck out and written anew the new one stands, and the old one is told."""
    struck = "<w:del><w:r><w:delText>12 000 €</w:delText></w:r></w:del>"
    new = f"<w:p>{struck}<w:ins><w:r><w:t>15 000 € par an</w:t></w:r></w:ins></w:p>"
    _, told, [draft] = city("a.docx", docx(BLOCKS, body=new))
    assert ("15 000" in (city.root / draft).read_text(), "12 000" in told) == (True, True)


def test_a_thousand_articles_are_a_thousand_drafts(tmp_path):
    """An export of a whole site is read to its end."""
    items = (item(f"Titre {n}", f"<p>{LONG}</p>") for n in range(1000))
    (tmp_path / "export.xml").write_bytes(wxr(*items))
    assert len(read_sources(tmp_path / "export.xml")) == 1000


def test_a_translation_stands_beside_its_original(city):
    """`--translation-of` names the file after the original; the language is one of the site's."""
    settings = (city.root / "mkdocs.yml").read_text()
    (city.root / "mkdocs.yml").write_text(
        settings.replace("languages: [fr]", "languages: [fr, de, en]")
    )
    _, _, [original] = city("a.docx", docx(BLOCKS))
    of = ("--translation-of", original)
    _, told, drafts = city("b.docx", docx(BLOCKS), "--language", "de", *of)
    assert drafts == [original.replace(".md", ".de.md"), original]
    status, told, _ = city("b.docx", docx(BLOCKS), "--language", "it")
    assert (status, "fr, de, en" in told) == (1, True)
    status, told, _ = city("b.docx", docx(BLOCKS), *of)
    assert (status, "--language" in told) == (1, True)


def test_a_mail_keeps_its_subject_and_its_documents_told(city):
    """What is attached to a message is told by its name."""
    message = message_from_bytes(eml(BLOCKS, "TR: Un atelier"), policy=policy.default)
    message.add_attachment(b"x", "application", "pdf", filename="programme.pdf")
    _, told, drafts = city("m.eml", bytes(message))
    assert drafts[-1] == "press_releases/2023/2023-03-10-un-atelier-de-musique-s-ouvre.md"
    assert ("TR:" in told, "« programme.pdf »" in told) == (False, True)


def test_a_page_leaves_its_frame(tmp_path):
    """Of a web page the article alone is read."""
    page = f"<nav>Menu</nav><article>{html(BLOCKS)}</article><footer>Pied</footer>"
    (tmp_path / "a.html").write_text(page)
    [source] = read_sources(tmp_path / "a.html")
    assert [block.text for block in source.blocks] == [text for _, text in BLOCKS]


def test_what_leads_nowhere_from_here_is_told(city):
    """Links within the old place and pictures of a text are told, and no fault of the draft."""
    link = "[là](https://x.example/)"
    text = f"# Un titre et ses liens\n\n{LONG} {link}\n\n{LONG} [ici](../b.md) {link}"
    _, told, [draft] = city("a.txt", f"{text}\n\n![Un](a.png)\n\n{LONG}".encode())
    assert (city.root / draft).read_text().count(link) == 1
    assert "« https://x.example/ »" in told
    assert ("« ../b.md »" in told, "« a.png »" in told) == (True, True)
    page = html(BLOCKS).replace("</p>", " <a href='/b'>ici</a></p>", 1)
    assert "« /b »" in city("a.html", page.encode())[1]
    assert check(city)[0] == 0


def test_another_date_is_told(city):
    """Of two dates above the title the first is taken, and the other is told."""
    head = [("p", "Port-Arden, le 5 mai 2024"), ("p", "Version du 3 mai 2024")]
    _, told, [draft] = city("a.docx", docx([*head, *BLOCKS]))
    assert draft.startswith("press_releases/2024/2024-05-05-")
    assert "« Version du 3 mai 2024 »" in told


def test_a_draft_without_a_date_may_be_tidied(city):
    """What a draft lacks is no reason not to write it in canonical form."""
    _, _, [draft] = city("a.docx", docx(BLOCKS))
    text = (city.root / draft).read_text()
    assert tidied_text(text, draft, None).new == text

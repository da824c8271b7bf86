"""`relations email`: a release as a message, in text and HTML, addressed to nobody."""

from __future__ import annotations

from email import message_from_bytes, policy
from io import StringIO

import pytest

from city_relations import cli
from city_relations.mailing.__main__ import main
from judges import html_validate
from reading import parse
from small_city import CONFIGURATION, URL, picture, profile, release, write_bare_city

BODY = """Un texte, avec [Turin](../../partners/turin.yml).

## Un titre

> Une phrase dite.
> — Claire Modèle, maire

| Partenaire | Apport |
| --- | --- |
| Turin | Outils |

![](fete.png)
"""
PHOTO = "photos: [{file: fete.png, alt: Une fête, caption: La fête, credit: Studio Marée}]\n"
FILES = {
    "partners/turin.yml": profile(),
    "press_releases/2026/2026-10-01-fete.md": release(
        '"Une fête : trois jours"', "2026-10-01", more=f'summary: "Le résumé."\n{PHOTO}', body=BODY
    ),
    "press_releases/2026/fete.png": picture(),
    "press_releases/2026/2026-10-05-autre.md": release("Une autre", "2026-10-05"),
    "press_releases/2027/2027-01-05-secret.md": release(
        "Un secret", "2027-01-05", more=f"embargo: 2027-01-05T11:00\n{PHOTO}", body=BODY
    ),
    "press_releases/2027/fete.png": picture(),
    "press_releases/2026/2026-10-06-projet.md": release(
        "Un projet", "2026-10-06", more="status: draft\n"
    ),
    "press_releases/2026/2026-10-07-retire.md": release(
        "Un retrait", "2026-10-07", more="status: withdrawn\n"
    ),
}


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Write the small city with releases of every state."""
    return write_bare_city(tmp_path_factory.mktemp("mail") / "site", FILES)


@pytest.fixture
def send(city, tmp_path, monkeypatch, capsys):
    """Write a message into a folder; give the status, what is said, and the messages there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")  # 22 November 2026

    def call(*asked):
        given = [str(city), "mkdocs.yml", "--into", str(tmp_path), *asked]
        status = main(given)
        found = [path.read_bytes() for path in sorted(tmp_path.glob("*.eml"))]
        return status, capsys.readouterr().out, found

    return call


def parts(message):
    """Return a message, its text and its HTML."""
    told = message_from_bytes(message, policy=policy.default)
    return told, *(told.get_body((kind,)).get_content() for kind in ("plain", "html"))


def test_a_release_is_a_message_to_nobody(send):
    """It comes from the press office, is addressed to nobody, and says all in text and in HTML."""
    status, said, [message] = send("--file", "press_releases/2026/2026-10-01-fete.md")
    told, text, html = parts(message)
    assert (status, said.startswith("Écrit : 2026-10-01-fete.eml")) == (0, True)
    assert (told["to"], told["cc"], told["x-unsent"]) == (None, None, "1")
    assert told["from"] == "Service presse <presse@port-arden.example>"
    assert told["subject"] == "Une fête : trois jours"
    assert [part.get_content_type() for part in told.walk()] == [
        "multipart/alternative", "text/plain", "text/html"
    ]  # fmt: skip
    for words in (
        "Le résumé.",
        "Une phrase dite.",
        "Claire Modèle, maire",
        "Studio Marée",
        "Outils",
    ):
        assert words in text
        assert words in html
    address = f"{URL}communiques/2026/2026-10-01-fete/"
    for link in (address, f"{address}2026-10-01-fete.pdf", f"{address}2026-10-01-fete.zip"):
        assert link in text
        assert link in html
    assert "Embargo" not in html


def test_its_html_stands_by_itself(send):
    """Every style is on its element or in the one sheet; nothing is fetched but its pictures."""
    _, _, [message] = send("--file", "press_releases/2026/2026-10-01-fete.md")
    page = parse(parts(message)[2])
    fetched = [one.get("src") for one in page.iter() if one.get("src")]
    assert fetched
    assert all(address.startswith(URL) for address in fetched)
    assert all(one.get("alt") for one in page.iter("img"))
    assert not [*page.iter("script"), *page.iter("svg"), *page.iter("button"), *page.iter("link")]
    links = [one.get("href") for one in page.iter("a")]
    assert all(link.startswith(("http", "mailto:")) for link in links)


def test_an_embargo_is_said_at_the_head(send):
    """What is under embargo is sent with `--embargo` alone, its hour first, no picture fetched."""
    status, said, found = send("--file", "press_releases/2027/2027-01-05-secret.md")
    assert (status, found, "--embargo" in said) == (1, [], True)
    status, _, [message] = send("--file", "press_releases/2027/2027-01-05-secret.md", "--embargo")
    _, text, html = parts(message)
    sentence = "Embargo jusqu’au 5 janvier 2027, 11:00"
    assert text.replace("\u00a0", " ").startswith(sentence)
    first = next(parse(html).iter("p"))
    assert "".join(first.itertext()).replace("\u00a0", " ").startswith(sentence)
    assert "<img" not in html
    assert "levé" not in text


@pytest.mark.parametrize("name", ["2026-10-06-projet", "2026-10-07-retire", "2026-10-09-nul"])
def test_what_is_not_published_is_refused(name, send):
    """A draft, a withdrawn release and one that is not there are refused: nothing is written."""
    status, said, found = send("--file", f"press_releases/2026/{name}.md")
    assert (status, found) == (1, [])
    assert said.strip().endswith(".")


def test_a_month_is_a_digest(send):
    """The releases of a month are told newest first, with links; an empty month is refused."""
    status, _, [message] = send("--month", "2026-10")
    told, text, _ = parts(message)
    assert (status, told["subject"]) == (0, "Communiqués de presse : octobre 2026")
    assert text.index("Une autre") < text.index("Une fête")
    assert ("Un projet" in text, "Un retrait" in text) == (False, False)
    assert send("--month", "2025-01")[0] == 1


def test_a_message_is_never_written_over(send):
    """A second message of the same name is refused: somebody may have worked on the first."""
    send("--month", "2026-10")
    status, said, found = send("--month", "2026-10")
    assert (status, len(found), "existe déjà" in said) == (1, 1, True)


def test_it_is_the_same_message_each_time(send, tmp_path):
    """The same release and the same hour give the same bytes."""
    _, _, [first] = send("--month", "2026-10")
    (tmp_path / "2026-10.eml").unlink()
    assert send("--month", "2026-10")[2] == [first]


def test_the_html_is_valid(send, tmp_path):
    """html-validate finds nothing in it but that its styles stand inline, as mail programs ask."""
    pages = tmp_path / "pages"
    pages.mkdir()
    send("--file", "press_releases/2026/2026-10-01-fete.md")
    send("--file", "press_releases/2027/2027-01-05-secret.md", "--embargo")
    send("--month", "2026-10")
    for path in tmp_path.glob("*.eml"):
        html = parts(path.read_bytes())[2]
        (pages / f"{path.stem}.html").write_text(html, encoding="utf-8")
    found = html_validate(tmp_path / "report.json", pages)
    assert [one for one in found if one[1] != "no-inline-style"] == []


def test_the_command_writes_beside_the_content_never_into_it(city, monkeypatch, capsys):
    """The message lies in the folder one stands in; a folder of content is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    monkeypatch.setattr("sys.stdin", StringIO())
    monkeypatch.chdir(city / "press_releases/2026")
    assert cli.main(["email", "2026-10-01-fete.md"]) == 1
    assert "contenu du site" in capsys.readouterr().out
    monkeypatch.chdir(city)
    assert cli.main(["email", "press_releases/2026/2026-10-01-fete.md"]) == 0
    assert (city / "2026-10-01-fete.eml").is_file()
    (city / "2026-10-01-fete.eml").unlink()
    assert cli.main(["email"]) == 1
    assert cli.main(["email", "--month", "octobre"]) == 1


def test_the_staff_is_told_in_the_language_of_the_site(tmp_path, monkeypatch, capsys):
    """Asked as a program that is told no language, it speaks that of the site, English here."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    english = CONFIGURATION.replace("languages: [fr]", "languages: [en]")
    city = write_bare_city(tmp_path / "city", FILES, english)
    monkeypatch.setenv("LANGUAGE", "fr")
    given = [str(city), "mkdocs.yml", "--into", str(tmp_path)]
    assert main([*given, "--file", "press_releases/2026/2026-10-05-autre.md"]) == 0
    assert capsys.readouterr().out.startswith("Written: ")


def test_what_is_in_another_language_says_so(tmp_path, monkeypatch):
    """Around a text in no language of the site, what frames it is marked as the site's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    name = "press_releases/2026/2026-10-01-fete"
    told = FILES[f"{name}.md"].replace("Une fête : trois jours", "Uroczystość")
    city = write_bare_city(tmp_path / "city", {**FILES, f"{name}.pl.md": told})
    assert main([str(city), "mkdocs.yml", "--into", str(tmp_path), "--file", f"{name}.pl.md"]) == 0
    message = message_from_bytes(next(tmp_path.glob("*.eml")).read_bytes(), policy=policy.default)
    html = message.get_body(("html",)).get_content()
    root = parse(html.encode())
    assert root.get("lang") == "pl"
    marked = [one for one in root.iter() if one.get("lang") == "fr"]
    said = ["".join(one.itertext()) for one in marked]
    assert {"Pour la presse", "Ville de Port-Arden"} <= {" ".join(one.split()) for one in said}
    assert [one.get("lang") for one in root.iter("h1")] == [None]

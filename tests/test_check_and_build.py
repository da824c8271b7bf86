"""Cases in which check and build once disagreed, each named by its id: A1 to A7, D6 and D8."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from icalendar import Calendar
from markupsafe import Markup

import forked
from building import NOW, build, environment
from city_relations.catalog import read_catalog
from city_relations.commands.formats import FORMATS
from city_relations.content import Content, record_of
from city_relations.documents import Document
from city_relations.documents.reading import Reading
from city_relations.language.words import words_for
from city_relations.problems import ContentError, tell
from city_relations.publish.previewing import notice_of, tell_on_pages
from city_relations.published import Insert
from city_relations.schema.partner import Partner
from small_city import RELEASE, TURIN, assets, read_city, write_city

PROFILE = "partners/turin.yml"
NEWS = "press_releases/2024/2024-05-19-turin.md"
FRENCH = words_for("fr")


def told(root, files):
    """Return what `check` says of a city with these files, in French."""
    try:
        problems = read_catalog(write_city(root, files), NOW).remarks
    except ContentError as error:
        problems = error.problems
    return "\n".join(tell(problems, FRENCH))


@pytest.mark.parametrize(
    "sign", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
)
@pytest.mark.parametrize("field", ["title", "place", "summary"])
def test_a1_noncharacters_are_refused(tmp_path, sign, field):
    """A1: what Unicode calls no character stands in no text, as it is or behind an escape."""
    for written in (sign, f"\\U{ord(sign):08x}"):
        text = re.sub(rf"(?m)^{field}: .*$", lambda _: f'{field}: "a{written}b"', RELEASE)  # noqa: B023
        said = told(tmp_path / "city", {NEWS: text})
        assert said.startswith(f"{NEWS}:"), said
        assert "n’est un caractère d’aucune écriture" in said


def test_a1_a_body_holds_no_noncharacter(tmp_path):
    """A1: the placeholder an attribute was once filled by can be typed nowhere."""
    body = RELEASE + '\n![x](place.png) \ufdd0 " onload=alert(1) x="\n'
    assert f"{NEWS}:11:17: " in told(tmp_path / "city", {NEWS: body})


@pytest.mark.parametrize(
    "page",
    ['<p title="<!-- relations -->">a</p>', "<p>a</p>", "<script>'<!-- relations -->'</script>"],
)
def test_a1_only_a_comment_is_a_place_for_a_part(page):
    """A1: what merely looks like the place of a generated part is left as it is."""
    assert Insert("home", Markup("<b>x</b>")).into(page) == f"{page}<b>x</b>"


def test_a1_a_part_stands_where_the_first_comment_was():
    """A1: a part is put in once, in the place of the comment, and not searched itself."""
    part = Insert("home", Markup("<b><!-- relations --></b>"))
    assert part.into("<p>é</p>\n<!--relations-->\nz") == "<p>é</p>\n<b><!-- relations --></b>\nz"


def test_a1_a_notice_takes_the_place_of_the_last_notice_only(tmp_path):
    """A1: what looks like a notice further down on a page is the page's own."""
    own = "<p>a</p><!-- problems -->b<!-- /problems --><p>c</p>"
    (tmp_path / "index.html").write_text(f"<html><body class=x>{own}</body>", encoding="utf-8")
    for said in ("un <!-- /problems -->", "deux"):
        tell_on_pages(tmp_path, notice_of(said, FRENCH))
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count('role="alert"') == 1
    assert "deux" in page
    assert page.endswith(f"{own}</body>")


BLANKS = [" ", "\u00a0", "\u200b", "\u3000", "\u2800", "\\u200d", "\u0301"]
BLANK_FIELDS = {
    PROFILE: [
        "country",
        "also_known_as",
        "sources",
        "note",
        "seat_name",
        "region",
        "website",
        "name",
    ],
    NEWS: ["title", "place", "summary", "partners", "date", "themes", "embargo"],
}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """Return what gives the addresses of the city with a file's text; each city is read once."""
    root = tmp_path_factory.mktemp("addresses") / "city"
    return cache(lambda file, text: {*read_city(write_city(root, {file: text})).pages})


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize(
    ("file", "field"), [(f, n) for f, names in BLANK_FIELDS.items() for n in names]
)
def test_a2_a_blank_is_told_or_absent(tmp_path, addresses, file, field, blank, listed):
    """A2, D4: what holds nothing anybody could see is told at its field, or as good as absent."""
    text = re.sub(rf"(?m)^{field}: .*\n", "", TURIN if file == PROFILE else RELEASE)
    line = f'{field}: ["{blank}"]' if listed else f'{field}: "{blank}"'
    files = [
        f"{first}{text}" if file == PROFILE else text.replace("---\n", f"---\n{first}", 1)
        for first in (f"{line}\n", "")
    ]
    said = told(tmp_path / "city", {file: files[0]})
    place = rf"^{re.escape(file)}:\d+:\d+: {field}"
    if not re.search(place, said, re.MULTILINE):
        assert addresses(file, files[0]) == addresses(file, files[1])


def test_a2_a_record_that_failed_without_a_word_is_refused(tmp_path):
    """A2, law 5: what could not be read is refused though nobody can say why."""
    content = Content(tmp_path)
    reading = Reading(PROFILE, [], incomplete={()})
    record_of(content, Document(PROFILE, reading), Partner)
    (problem,) = content.problems
    assert (problem.file, problem.line, problem.column, problem.remark) == (PROFILE, 1, 1, False)


@pytest.mark.parametrize(
    ("code", "month"), [("frp", "19 mai 2024"), ("mos", "19 mai 2024"), ("pms", "19 maggio 2024")]
)
def test_a3_a_translation_into_any_language_is_published(tmp_path, code, month):
    """A3: the words of dates are those of the nearest language that is known."""
    files = {NEWS.replace(".md", f".{code}.md"): RELEASE}
    site = read_city(write_city(tmp_path / "city", files))
    texts = {path: text.decode() for path, text in assets(site).items() if path.endswith(".txt")}
    (text,) = (text for path, text in texts.items() if f"-{code}.txt" in path)
    assert month in text
    assert any(f'lang="{code}"' in page.body for page in site.pages.values())


@pytest.mark.parametrize(
    "escape", ["\\0", "\\e[2J", "\\x9b", "\\N", "\\L", "\\x7f", "\\ufdd0", "\\a"]
)
@pytest.mark.parametrize(
    "line",
    [
        'note: "x{}y"',
        'about: "x{}y"',
        'local_name: {{it: "x{}y"}}',
        'also_known_as: ["x{}y"]',
        'projects: [{{title: "x{}y"}}]',
        'sources: ["x{}y"]',
        '"x{}y": 1',
    ],
)
def test_a4_decoded_values_are_judged(tmp_path, escape, line):
    """A4: what YAML's escapes make is judged as what is typed, in every field and name."""
    base = TURIN.replace("local_name: {it: Torino}\n", "")
    said = told(tmp_path / "city", {PROFILE: line.format(escape) + f"\n{base}"})
    assert f"{PROFILE}:1:" in said
    assert "invisible" in said


def test_a5_a_name_of_two_lines_is_folded(tmp_path):
    """A5: a name written over two lines is one line everywhere, in a calendar too."""
    text = TURIN.replace("name: Turin", "name: |\n  Turin\n  la Belle")
    site = read_city(write_city(tmp_path / "city", {PROFILE: text}))
    content = assets(site)["partenaires/turin/agenda.ics"]
    assert str(Calendar.from_ical(content)["name"]) == "Port-Arden – Turin la Belle"
    ET.fromstring(assets(site)["partenaires/turin/atom.xml"])  # noqa: S314


def test_a5_a_text_in_markdown_keeps_its_lines(tmp_path):
    """A5: what is no single line is not folded."""
    text = TURIN + "about: |\n  Un.\n\n  Deux.\n"
    site = read_city(write_city(tmp_path / "city", {PROFILE: text}))
    assert "<p>Un.</p>\n<p>Deux.</p>" in site.pages["partenaires/turin/"].body


FAR, LESS = "est hors limites", "est moins que rien"


@pytest.mark.parametrize(
    ("line", "field", "wrong"),
    [
        ("population: {value: 9e28}", "population.value", FAR),
        ("population: {value: -5}", "population.value", LESS),
        ("population: {minimum: -1, maximum: 1e11}", "population.maximum", FAR),
        (f"projects: [{{title: x, funding: [{{funder: y, amount: {'9' * 40}}}]}}]", "amount", FAR),
        ("projects: [{title: x, funding: [{funder: y, amount: -5}]}]", "amount", LESS),
    ],
)
def test_a7_numbers_have_bounds(tmp_path, line, field, wrong):
    """A7: more people than the Earth has, more money than there is, and less than none: a slip."""
    said = told(tmp_path / "city", {PROFILE: f"{TURIN}{line}\n"})
    assert field in said
    assert wrong in said


@pytest.mark.parametrize("hour", ["0001-01-01T00:00", "1799-12-31T23:59"])
def test_d6_an_embargo_in_another_age_is_told(tmp_path, hour):
    """D6: an hour no calendar can count with is a problem at its place."""
    text = RELEASE.replace("place:", f"embargo: {hour}\nplace:")
    assert f"{NEWS}:4:10: embargo: " in told(tmp_path / "city", {NEWS: text})


@pytest.mark.parametrize("epoch", ["abc", "1e11", "1000000000000", "-62135596800", "12.5", "٣"])
def test_d6_a_clock_that_tells_no_time_is_told(tmp_path, epoch):
    """D6: what SOURCE_DATE_EPOCH may not be is told in one sentence by check and build."""
    root = write_city(tmp_path / "city")
    checked = _run(root, epoch=epoch)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "SOURCE_DATE_EPOCH vaut «" in checked.stdout
    built = build(root, root / "site", SOURCE_DATE_EPOCH=epoch)
    assert built.returncode == 1
    assert "SOURCE_DATE_EPOCH vaut «" in built.stderr
    assert "Traceback" not in built.stderr


def _run(root, *, epoch=None, before=None):
    more = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    return forked.run("city_relations", ["check"], root, environment(**more), before)


FOLDERS = ["partners", "press_releases/2024"]


@pytest.mark.parametrize(
    ("name", "mode"),
    [(name, 0o000) for name in (PROFILE, NEWS, "docs/index.md", *FOLDERS)]
    + [(name, 0o444) for name in FOLDERS],  # its names may be read, and nothing in it
)
def test_d6_what_cannot_be_read_is_told(tmp_path, name, mode):
    """D6: an unreadable file or folder is a problem, and nothing leaves the site in silence."""
    root = write_city(tmp_path / "city")
    (root / name).chmod(mode)
    try:
        done = _run(root, before=forked.as_anybody)
    finally:
        (root / name).chmod(0o755)
    assert (done.returncode, done.stderr) == (1, "")
    told = rf"^{re.escape(name)}\S*:1:1: ceci ne peut pas être lu : l’accès"
    assert re.search(told, done.stdout, re.MULTILINE)


HOSTILE = {"\\e[2J": "\\x1b[2J", "\\u202e": "\\u202e", "\\n::error::x": "::error::x"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("escape", HOSTILE)
def test_d8_no_value_reaches_the_terminal_raw(tmp_path, form, escape):
    """D8: in a message a quoted value shows its control signs as escapes, in every format."""
    text = RELEASE.replace("themes: [culture]", f'themes: "x{escape}y"\nstatus: "z{escape}"')
    try:
        read_catalog(write_city(tmp_path / "city", {NEWS: text}), NOW)
    except ContentError as error:
        lines = FORMATS[form](error.problems, FRENCH)
    said = "\n".join(lines)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert not [line for line in said.split("\n") if line.startswith(("::error::x", "y »"))]
    if form in ("json", "gitlab"):
        assert json.loads(said)

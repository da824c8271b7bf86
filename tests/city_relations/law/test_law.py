"""The laws as data: each file is sound, says where it was read, and no city is told another's."""

from __future__ import annotations

import re

import pytest

from city_relations.checks import check
from city_relations.content import read_content
from city_relations.language.words import words_for
from city_relations.law import DUTIES, FOLDER, codes, law_of, parse_law, read_law
from city_relations.problems import ContentError, tell
from city_relations.schema.law import Law
from city_relations.starter import Facts
from city_relations.starter import files as starter_files
from city_relations.starter import languages as starter_languages
from own_law import terms_of, texts_of, words_read
from small_city import CONFIGURATION, edition_of, read_city, write_bare_city
from small_city import catalog_of as catalog

ENGLISH = words_for("en")


def city_in(tmp_path, country, more=""):
    """Return the law of the small city in another country, with more lines under `city:`."""
    settings = CONFIGURATION.replace("country: FR", f"country: {country}") + more
    return law_of(read_content(write_bare_city(tmp_path / "city", settings=settings)).city)


@pytest.mark.parametrize("code", codes())
def test_each_law_says_where_it_was_read(code):
    """The very words of each duty were read somewhere; an account of them alone is no source."""
    law = read_law(code)
    written = {name for name in (*DUTIES, "licences") if name in law.model_fields_set}
    assert law.sources.model_fields_set == written
    assert {duty for duty in written if not words_read(code, duty)} == set()


@pytest.mark.parametrize("code", codes())
def test_each_term_is_said_in_its_law(code):
    """The words that tell a law from others stand in its own texts or sources."""
    law = read_law(code)
    lines = (FOLDER / f"{code}.yml").read_text(encoding="utf-8").splitlines()
    texts = "\n".join(line for line in lines if not line.startswith("terms:"))
    assert [term for term in law.terms if term not in texts] == []
    assert code == "world" or terms_of(code)


def test_the_nearest_law_holds(tmp_path):
    """A member of the Union has its duties and its country's; a land nobody read has none."""
    assert city_in(tmp_path, "DE").files == ("eu", "de")
    assert city_in(tmp_path, "AT").files == ("eu",)
    assert city_in(tmp_path, "FR").files == ("fr",)
    assert city_in(tmp_path, "CA", "    region: CA-QC\n").files == ("ca-qc",)
    for country in ("CA", "BR", "NZ"):
        nowhere = city_in(tmp_path, country)
        assert nowhere.files == ("world",)
        assert nowhere.duties == Law()
        assert list(texts_of(nowhere)) == []


def test_a_city_says_other_words_than_its_law(tmp_path):
    """What a city writes stands in the place of the country's, field by field."""
    more = "    law: {accessibility: {complaint: Wendet euch an uns.}}\n"
    law = city_in(tmp_path, "DE", more)
    assert law.accessibility.complaint.in_("de") == "Wendet euch an uns."
    assert "2016/2102" in law.accessibility.says.in_("de")


SOURCE = "sources: {{imprint: [{{title: A law, url: 'https://law.example/', {}}}]}}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("imprimt: {says: {en: Hello.}}", "did you mean “imprint”?"),
        ("imprint: {phone: yes}", "this field does not exist; these do: says, names."),
        ("imprint:\n  says: {en: ''}", "law/xx.yml:2:9: imprint.says: what is empty takes no duty"),
        ("imprint: {says: ''}", "what is empty takes no duty away"),
        ("imprint: {says: '&nbsp;'}", "what is empty takes no duty away"),
        ("imprint: {says: '<!-- none -->'}", "what is empty takes no duty away"),
        ("imprint: {says: {de: Ja., en: '**'}}", "what is empty takes no duty away"),
        ("imprint: {names: []}", "what is empty takes no duty away"),
        ("accessibility: {not_compliant_below: 250}", "250 is out of range: between 0 and 100."),
        ("sources: {imprint: [{title: A law}]}", "sources.imprint.url: this field is required"),
        (SOURCE.format("read: 2026-11-26"), "sources.imprint.text: this field is required"),
        (SOURCE.format("text: copy"), "sources.imprint.read: this field is required"),
        (SOURCE.format("read: 2026-11-26, text: ''"), "sources.imprint.text: this field is empty"),
        (
            SOURCE.format("read: 2026-11-26, text: excerpt"),
            "“excerpt” is not a known value; write official, copy, account.",
        ),
        (
            SOURCE.format("read: 2026-11-26, text: copy").replace("imprint", "imprnt"),
            "law/xx.yml:1:11: sources.imprnt: this field does not exist; did you mean “imprint”?",
        ),
        ("- imprint", "law/xx.yml:1:1"),
    ],
)
def test_a_faulty_law_is_told_by_its_line(text, told):
    """An unknown duty, an empty text, a source nobody read or read in no known way are told."""
    with pytest.raises(ContentError) as raised:
        parse_law(text, "law/xx.yml")
    assert told in "\n".join(tell(raised.value.problems, ENGLISH))


AUDIT = (
    "    accessibility: {contact: a@b.example, audit: {date: 2026-01-12, auditor: Us, rate: %s}}\n"
)


@pytest.mark.parametrize(
    ("country", "rate", "state"),
    [
        ("FR", "", "not compliant"),
        ("FR", "49.9", "not compliant"),
        ("FR", "50", "partially compliant"),
        ("FR", "100", "fully compliant"),
        ("DE", "", "not audited yet"),
        ("DE", "49.9", "50 % of the criteria met"),
        ("JP", "0", "0 % of the criteria met"),
    ],
)
def test_the_law_names_the_state(tmp_path, country, rate, state):
    """Only where the law draws the line is a site called compliant or not."""
    settings = CONFIGURATION.replace("country: FR", f"country: {country}")
    line = "    accessibility: {contact: contact@port-arden.example}\n"
    assert line in settings
    settings = settings.replace(line, AUDIT % rate if rate else line)
    city = read_content(write_bare_city(tmp_path / "city", settings=settings)).city
    assert ENGLISH(law_of(city).state(city)) == state


def test_an_audit_names_its_standard_where_the_law_names_none(tmp_path):
    """Of an audit nobody can read by which standard it judged, the check asks for it."""
    line = "    accessibility: {contact: contact@port-arden.example}\n"
    settings = CONFIGURATION.replace("country: FR", "country: BR").replace(line, AUDIT % 87)
    content = read_content(write_bare_city(tmp_path / "city", settings=settings))
    assert "audits-name-their-standard" in {problem.rule for problem in check(content)}


def test_without_a_licence_nothing_is_offered(tmp_path):
    """A city that chose no licence gives none: not on the page, nor to any program."""
    site = read_city(write_bare_city(tmp_path / "city"))
    found = {page.address: str(page.body) for page in site.pages.values()}
    found |= {asset.path: asset.content.decode(errors="ignore") for asset in site.assets}
    assert [path for path, text in found.items() if "etalab" in text.lower()] == []
    assert "aucune licence" in found["donnees/"].lower()


def test_a_text_in_another_language_is_marked(tmp_path):
    """What a law says in its own language alone stands on a page with its `lang`."""
    settings = CONFIGURATION.replace("country: FR", "country: GB")
    edition = edition_of(catalog(tmp_path / "city", settings=settings))
    html = edition.prose_of_law(edition.law.accessibility.says)
    assert html.startswith('<div lang="en" dir="ltr"><p>A statement on accessibility')


@pytest.mark.parametrize("language", starter_languages())
def test_what_init_leaves_to_fill_in_is_known(tmp_path, language):
    """Each legal fact that a new city does not know is told once the site is official."""
    facts = Facts(
        "Olinda", "olinda", "BR", "-8", "-35", "UTC", "Olinda", "a@b.example", "none", "1"
    )
    settings = starter_files(facts, words_for(language))["mkdocs.yml"]
    official = re.sub(r"(?m)^    demonstration:.*\n", "", settings)
    (tmp_path / "mkdocs.yml").write_text(official, encoding="utf-8")
    for folder in ("docs", "partners", "press_releases"):
        (tmp_path / folder).mkdir()
    problems = check(read_content(tmp_path))
    told = [one for one in problems if one.rule == "legal-notices-are-filled-in"]
    assert len(told) == 4
    assert all(one.remark for one in told)

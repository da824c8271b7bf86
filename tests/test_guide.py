"""What authors and their editors are told of the fields is current, and its examples are right."""

from __future__ import annotations

import io
import json
import re
import shutil
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from jsonschema import Draft202012Validator
from PIL import Image

from building import ROOT
from city_relations.commands.formats import as_text
from city_relations.commands.guide import FOLDER, PARTS, guide, pictures
from city_relations.commands.schemas import SCHEMAS, files
from city_relations.documents import profile, with_fields
from city_relations.forms.examples import EXAMPLES
from city_relations.language.words import words_for
from city_relations.schema.choice import Choice, bare, readings, ways_to_say
from city_relations.schema.choices import ActKind, EventKind, PartnerKind, Qualifier, Theme, TieKind
from mistaken import RULES, problems
from small_city import write_bare_city

FRENCH = words_for("fr")
LISEZMOI = {
    f"{folder}/LISEZMOI.md": (ROOT / folder / "LISEZMOI.md").read_text(encoding="utf-8")
    for folder in ("partners", "press_releases")
}
FENCE = re.compile(r"^```(?P<kind>yaml|markdown)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
EXAMPLES_TO_COPY = [
    pytest.param(kind, text, id=f"{kind}-{n}")
    for n, (kind, text) in enumerate(chain(*map(FENCE.findall, LISEZMOI.values())))
    if text.startswith(("---", "name: "))
]
MOST_WORDS = 250
# A profile’s example has three sentences to write over, a release’s twice as many.
FEWEST_SENTENCES = 3


def test_the_guide_is_current():
    """The guide says what the software says now; `make guide` writes it anew."""
    folder = ROOT / FOLDER
    found = {
        p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*.md")
    }
    assert found == guide(FRENCH), "make guide, once the words are filled"


def test_the_guide_shows_its_pictures():
    """Every picture of the guide lies beside its page, is described, and has the size told."""
    shown = pictures(guide(FRENCH))
    kept = {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in (ROOT / FOLDER).rglob("*.webp")}
    assert kept == shown != {}, "make guide"
    for file, content in shown.items():
        width, height = Image.open(io.BytesIO(content)).size
        told = f'<img src="{Path(file).name}" width="{width}" height="{height}" alt="'
        page = next(text for text in guide(FRENCH).values() if told in text)
        assert re.search(rf'{told}[^"]{{20,}}"', page)


def test_the_guide_names_every_rule():
    """The page of messages has a heading for each rule, in the order of their names."""
    page = guide(FRENCH)["guide/fr/messages.md"]
    assert re.findall(r"^## `(.+)`$", page, re.MULTILINE) == sorted(RULES)


@pytest.mark.parametrize("file", [*LISEZMOI, *guide(FRENCH)])
def test_the_guides_lead_to_each_other(file):
    """Every link from a guide to a file of the site leads to one that is there."""
    prose = CODE.sub("", (ROOT / file).read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", prose)
    assert links
    assert [link for link in links if not (ROOT / file).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("file", files(FRENCH))
def test_the_schemas_are_current(file):
    """The schemas say what the software accepts now; `make guide` writes them anew."""
    assert (ROOT / file).read_text(encoding="utf-8") == files(FRENCH)[file], "make guide"


@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize(("model", "example"), [part[1:] for part in PARTS])
def test_the_examples_are_right(model, example, language):
    """Every example of the guide is accepted as it stands, in each language."""
    text = (EXAMPLES / language / example).read_text(encoding="utf-8")
    document = (with_fields if example.endswith(".md") else profile)(text, example)
    assert document.problems == ()
    model.model_validate(document.fields)


@pytest.mark.parametrize("file", SCHEMAS)
def test_editors_speak_french(file):
    """Each field an editor proposes has a title and a description in French."""
    schema = json.loads((ROOT / file).read_text(encoding="utf-8"))
    english = words_for("en")
    title, model = SCHEMAS[file]
    assert schema["title"] == FRENCH(title) != english(title)
    for name, field in model.model_fields.items():
        told = schema["properties"][field.alias or name]
        assert told.get("title", FRENCH.gettext(field.title)) == FRENCH.gettext(field.title)
        assert told["description"] != english.gettext(field.description)


@pytest.mark.parametrize("file", SCHEMAS)
def test_f16_nothing_is_called_as_in_the_code(file):
    """What an editor shows as a title is a title of a field or of the file, not a class."""
    schema = json.loads((ROOT / file).read_text(encoding="utf-8"))
    assert [name for name, part in schema["$defs"].items() if "title" in part] == []


@pytest.mark.parametrize("file", SCHEMAS)
def test_f16_editors_propose_values_and_flag_what_is_no_word_for_one(file):
    """Editors propose each value of a list and its meaning, let its words stand, and no other."""
    parts = json.loads((ROOT / file).read_text(encoding="utf-8"))["$defs"]
    assert parts["EventKind"]["anyOf"][0]["markdownEnumDescriptions"][0] == "délégation reçue"
    lists = {tuple(map(str, kind)): kind for kind in Choice.__subclasses__()}
    for part in (part for part in parts.values() if "anyOf" in part):
        judge, kind = Draft202012Validator(part), lists[tuple(part["anyOf"][0]["enum"])]
        known = readings(kind)
        said = [word for value in kind for word in ways_to_say(value) if bare(word) in known]
        plain = ["".join(normalize("NFKD", c)[0] for c in word).replace(" ", "-") for word in said]
        large = [word[0].upper() + word[1:] for word in said]
        for word in (*said, *plain, *large):
            assert judge.is_valid(word), word
        assert [word for word in ("truc", "", "jumelages fleuris") if judge.is_valid(word)] == []


def test_f16_the_editor_underlines_what_the_check_tells(tmp_path):
    """The editor's task reads file, line, column and message in each line that tells a problem."""
    write_bare_city(tmp_path, {"partners/a.yml": "name: A\nkind: truc\n"})
    lines = as_text(problems(tmp_path), FRENCH)
    task = json.loads(files(FRENCH)[".vscode/tasks.json"])["tasks"][0]
    read = [re.match(task["problemMatcher"]["pattern"]["regexp"], line) for line in lines]
    assert {found.groups()[:2] for found in read if found} >= {("partners/a.yml", "2")}


@pytest.mark.parametrize("file", LISEZMOI)
def test_little_is_read_before_the_first_save(file):
    """What a newcomer reads before saving for the first time is short, and holds one example."""
    screen = LISEZMOI[file].partition("\n## ")[0]
    assert len(FENCE.findall(screen)) == 1
    assert len(FENCE.sub("", screen).split()) <= MOST_WORDS


@pytest.mark.parametrize(("kind", "text"), EXAMPLES_TO_COPY)
def test_what_the_guides_let_copy_is_right(kind, text, tmp_path):
    """An example is right as it stands, but for its photo and the sentences to write over."""
    for name in ("docs", "partners", "press_releases"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    day = "2025-06-18" if "18 juin" in text else "2025-06-21"
    file = "partners/gand.yml" if kind == "yaml" else f"press_releases/2025/{day}-chorale.md"
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    told = [problem.told(FRENCH) for problem in problems(tmp_path) if problem.file == file]
    left = [words for words in told if "vient de l’exemple" in words]
    assert [words for words in told if words not in left and "chorale.jpg" not in words] == []
    assert len(told) - len(left) == text.count("chorale.jpg")
    if any(text in screen.partition("\n## ")[0] for screen in LISEZMOI.values()):
        assert len(left) >= FEWEST_SENTENCES


@pytest.mark.parametrize(("kind", "text"), EXAMPLES_TO_COPY)
def test_editors_flag_nothing_in_what_the_guides_let_copy(kind, text):
    """The words people say, in an example to copy, are no fault to an editor with our schemas."""
    file, fields = ("partner", text) if kind == "yaml" else ("press_release", text.split("---")[1])
    schema = json.loads((ROOT / f"schemas/{file}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(yaml.load(fields, Loader=yaml.BaseLoader))  # noqa: S506 - text alone


def test_editors_flag_no_list_without_brackets():
    """What is read without brackets or braces is no fault to an editor with our schemas either."""
    tie = {
        "kind": "accord",
        "term": "3 ans",
        "themes": "culture et eau",
        "parties": "Ville de Gand",
    }
    point, paper = "51.05, 3.72", "Accord du 12 juin, article 2"
    profile = {"coordinates": point, "languages": "nl", "sources": paper, "region": "Flandre"}
    release = {"partners": "Gand, Turin", "themes": "culture", "date": "12 juin 2025"}
    written = {
        "partner": {"name": "Gand", "country": "BE", "ties": [tie], **profile},
        "press_release": {"title": "Un accord", **release},
    }
    for file, fields in written.items():
        schema = json.loads((ROOT / f"schemas/{file}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(fields)


KINDS = {
    "`kind` d’un lien": TieKind,
    "`act`": ActKind,
    "`kind` du partenaire": PartnerKind,
    "`kind` d’un événement": EventKind,
    "`themes`": Theme,
    "`qualifier`": Qualifier,
}


@pytest.mark.parametrize("field", KINDS)
def test_the_words_of_the_guide_are_all_read(field):
    """Every value of a list is in the staff's guide, with a French word that is read as it."""
    line = next(t for t in LISEZMOI["partners/LISEZMOI.md"].splitlines() if f"| {field} |" in t)
    told = dict(re.findall(r"`(\w+)` ([^,(|]+?)(?=,| \(| \|)", line.partition(f"{field} |")[2]))
    assert {value: KINDS[field](word) for value, word in told.items()} == {
        str(value): value for value in KINDS[field]
    }

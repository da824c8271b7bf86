"""PROMISE.md lists what cities may rely on: nothing listed is gone, and all is listed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from building import ROOT
from catalogues import entries, languages, spoken
from city_relations.cli import COMMANDS
from city_relations.language.words import READERS, words_for
from city_relations.open_data.tables import VERSION, tables
from city_relations.publish.layout import Layout
from city_relations.published import Page
from city_relations.schema.choice import Choice
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from small_city import catalog_of, edition_of

PROMISE = ROOT / "PROMISE.md"
CORE = ROOT / "hooks" / "city_relations"
BLOCK = re.compile(r"{%-? block (\w+)")


def model_in(annotation):
    """Return the model inside a list, an alternative or an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def fields_of(model, before=""):
    """Yield the dotted name of each field of a model and of its parts."""
    for name, field in model.model_fields.items():
        here = f"{before}{field.alias or name}"
        inner = model_in(field.annotation)
        yield here
        if inner:
            yield from fields_of(inner, f"{here}.")


def values():
    """Yield each value an author may choose from a closed list of the schema."""
    for kind in Choice.__subclasses__():
        if kind.__module__.startswith("city_relations.schema"):
            yield from (f"{kind.__name__}: {value}" for value in kind)


def addresses():
    """Yield each address of ours in each language that has settled all, in English and there."""
    for language, folder in languages():
        told = entries(folder / f"{READERS}.po", language).values()
        told = [one for one in told if one.context == "address"]
        if all(map(spoken, told)):
            yield from (f"{language}: {one.id} → {one.string}" for one in told)


def templates():
    """Yield each template that HACKING promises, and each block of the frame."""
    hacking = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    table = hacking.partition("| name | what it is |")[2].partition("\n\n")[0]
    folder = ""
    for row in table.splitlines():
        for name in re.findall(r"`([\w/]+\.html)`", row.split("|")[1] if "|" in row else ""):
            folder = "partials/" if name.startswith("partials/") else folder
            path = name if "/" in name else f"{folder}{name}" if "partials" in row else name
            assert any((CORE / part / path).is_file() for part in ("theme", "outputs/templates"))
            yield path
    frame = (CORE / "theme" / "frame.html").read_text(encoding="utf-8")
    yield from (f"block {name}" for name in BLOCK.findall(frame))


def handed():
    """Yield the fields of what templates are handed."""
    for kind in (Page, Layout):
        name = kind.__name__.lower()
        yield from (f"{name}.{field}" for field in kind.__dataclass_fields__)


def columns(folder):
    """Yield each column of the open data, by the English name of its table."""
    for table in tables(edition_of(catalog_of(folder), "en")):
        yield from (f"{table.name}.{column.name}" for column in table.columns)


class Recorder:
    """Notes the options a command declares."""

    def __init__(self):
        """Begin with none."""
        self.found = []

    def add_argument(self, *names, **_):
        """Note an option, or what is named without one."""
        self.found.append(next((name for name in names if name.startswith("--")), names[0]))

    def add_mutually_exclusive_group(self, **_):
        """Note the options of a group as any."""
        return self


def command_line():
    """Yield each command, and each with its options."""
    for name, (module, _) in COMMANDS.items():
        noted = Recorder()
        module.arguments(noted, words_for("en"))
        yield name
        yield from (f"{name} {option}" for option in noted.found)


@pytest.fixture(scope="module")
def current(tmp_path_factory):
    """Return what there is, by the section of the page that promises it."""
    folder = tmp_path_factory.mktemp("promise") / "city"
    return {
        "Fields of a partner": list(fields_of(Partner)),
        "Fields of a press release": list(fields_of(PressRelease)),
        "Fields of the city": list(fields_of(City)),
        "Values of lists": list(values()),
        "Addresses": list(addresses()),
        "Templates and blocks": list(templates()),
        "What templates are handed": list(handed()),
        "Columns of the open data": list(columns(folder)),
        "Command line": list(command_line()),
        "Names of rules": (ROOT / "tests" / "rules.txt").read_text(encoding="utf-8").split(),
    }


def promised(text):
    """Return what the page lists, by section."""
    parts = re.split(r"(?m)^## (.+)$", text)
    lists = dict(zip(parts[1::2], parts[2::2], strict=True))
    names = {title: body.strip().partition("\n\n")[2] for title, body in lists.items()}
    return {title: re.findall(r"`([^`]+)`", listed) for title, listed in names.items()}


def written(text, current):
    """Return the page with every list renewed, a line a name; what was listed stays."""
    text, before = f"{text.rstrip()}\n\n", promised(text)
    for title, names in current.items():
        listed = ",\n".join(f"`{name}`" for name in dict.fromkeys([*names, *before.get(title, [])]))
        pattern = rf"(?ms)(^## {re.escape(title)}\n\n[^\n]*\n\n).*?(?=^## |\Z)"
        text = re.sub(pattern, lambda found, listed=listed: f"{found[1]}{listed}.\n\n", text)
    return text.rstrip() + "\n"


def test_nothing_promised_is_gone(current):
    """What the page lists is there: a name goes only with a new first number of the version."""
    told = promised(PROMISE.read_text(encoding="utf-8"))
    gone = {title: set(told.get(title, [])) - set(names) for title, names in current.items()}
    assert {title: sorted(names) for title, names in gone.items() if names} == {}


def test_everything_there_is_is_promised(current):
    """What a city can use is listed; BLESS=1 adds what is new, and takes nothing away."""
    text = PROMISE.read_text(encoding="utf-8")
    if os.environ.get("BLESS"):
        PROMISE.write_text(text := written(text, current), encoding="utf-8")
    told = promised(text)
    new = {title: set(names) - set(told.get(title, [])) for title, names in current.items()}
    assert {title: sorted(names) for title, names in new.items() if names} == {}, "BLESS=1 adds it"


def test_each_name_is_promised_once():
    """No list holds a name twice: what a merge joined blindly is seen."""
    lists = promised(PROMISE.read_text(encoding="utf-8"))
    twice = {title: len(names) - len({*names}) for title, names in lists.items()}
    assert {title: count for title, count in twice.items() if count} == {}


def test_the_page_says_how_long_it_holds():
    """The promise and what is mended of an earlier first number name the same time."""
    for name in ("PROMISE.md", "SECURITY.md"):
        assert "for a year" in (ROOT / name).read_text(encoding="utf-8"), name


def test_the_page_names_the_version_of_the_data():
    """The open data keep to the version the page names, whose columns are written down."""
    assert f"version {VERSION}" in PROMISE.read_text(encoding="utf-8")
    assert Path(ROOT / "tests" / "open_data" / f"{VERSION}.yml").is_file()


def test_the_ways_to_the_page():
    """README, HACKING and CHANGELOG lead to the promise."""
    for name in ("README.md", "HACKING.md", "CHANGELOG.md"):
        assert "PROMISE.md" in (ROOT / name).read_text(encoding="utf-8"), name

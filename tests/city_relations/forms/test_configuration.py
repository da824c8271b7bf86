"""The configuration of the forms: derived from the schema, and judged by Sveltia's own."""

from __future__ import annotations

import json
from typing import Annotated

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import Field

from city_relations.forms.configuration import as_yaml, configuration
from city_relations.forms.controls import fields_of
from city_relations.forms.speaking import Speaking
from city_relations.language.words import languages_told, words_for
from city_relations.schema.asked import Asked, By
from city_relations.schema.base import Base
from city_relations.schema.choices import Forge, TieKind
from city_relations.schema.forms_setting import Forms
from city_relations.schema.lists import ListOfWords
from city_relations.schema.localized import LocalizedText
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import Line, Truth, Url
from city_relations.schema.written_fields import written_fields
from forms_brought import brought

FORMS = {
    "github": Forms(backend=Forge.GITHUB, repository="city/relations"),
    "gitlab": Forms(backend=Forge.GITLAB, repository="city/world/relations", application="4f2a"),
    "own gitlab": Forms(
        backend=Forge.GITLAB, repository="city/relations", address="https://git.city.example/"
    ),
    "forgejo": Forms(
        backend=Forge.FORGEJO,
        repository="city/relations",
        branch="site",
        address="https://codeberg.org",
        application="ab-12",
    ),
}
FRENCH = Speaking(words_for("fr"), ("fr", "de"))


class Invented(Base):
    """A model nobody wrote a form for."""

    whole_name: Line = Field(title="Whole name", description="How it is called.")
    motto: LocalizedText | None = Field(default=None, title="Motto", description="In a line.")
    kinds: ListOfWords[TieKind] = Field(default=(), title="Kinds", description="Which bonds.")
    page: Url | None = Field(default=None, title="Page", description="Where.")
    sure: Truth = Field(default=False, title="Sure", description="yes when it is.")
    seal: Annotated[Line | None, Asked(By.PICTURE, needed=True)] = Field(
        default=None, title="Seal", description="Its picture."
    )
    cups: tuple[Photo, ...] = Field(default=(), title="Cups", description="What it won.")


@pytest.fixture(scope="module")
def judge():
    """Return Sveltia's own schema of its configuration."""
    return Draft7Validator(json.loads((brought() / "schema.json").read_bytes()))


@pytest.mark.parametrize("language", ["fr", "en", "de"])
@pytest.mark.parametrize("forge", FORMS)
def test_the_configuration_is_what_the_software_reads(forge, language, judge):
    """On each forge, in each language of the staff, Sveltia's own schema finds no fault."""
    form = Speaking(words_for(language), (language, "ar"))
    told = yaml.safe_load(as_yaml(configuration(FORMS[forge], form, "Turin")))
    assert [error.message for error in judge.iter_errors(told)] == []


def test_every_field_of_the_records_is_asked_for():
    """Each field of profiles and releases is in the form, in the order of its declaration."""
    told = configuration(FORMS["github"], FRENCH, "Turin")["collections"]
    by_name = {one["name"]: [field["name"] for field in one["fields"]] for one in told}
    assert by_name["partners"] == list(written_fields(Partner))
    assert by_name["press_releases"] == [*written_fields(PressRelease), "body"]


def test_a_field_added_to_the_schema_is_in_the_form():
    """A model nobody wrote a form for has one, each kind of value asked for as everywhere else."""
    told = {field["name"]: field for field in fields_of(Invented, FRENCH)}
    assert {name: field["widget"] for name, field in told.items()} == {
        "whole_name": "string",
        "motto": "object",
        "kinds": "select",
        "page": "string",
        "sure": "boolean",
        "seal": "image",
        "cups": "list",
    }
    assert [name for name, field in told.items() if field["required"]] == ["whole_name", "seal"]
    assert [field["label"] for field in told["motto"]["fields"]] == ["français", "allemand"]
    assert {"label": "jumelage", "value": "twinning"} in told["kinds"]["options"]
    assert told["page"]["pattern"][1] == "Écrivez une adresse web : elle commence par https://."


def test_a_photo_is_asked_for_its_words_and_its_maker():
    """What a photo shows, in the first language, and who took it must be filled in."""
    told = {field["name"]: field for field in fields_of(Photo, FRENCH)}
    needed = [name for name, field in told.items() if field["required"]]
    assert needed == ["file", "alt", "credit"]
    assert [one["required"] for one in told["alt"]["fields"]] == [True, False]


def test_the_list_tells_state_and_day_of_releases():
    """The list of releases shows the day and the state of each, the newest first."""
    releases = configuration(FORMS["github"], FRENCH, "Turin")["collections"][0]
    assert releases["summary"] == "{{date}} · {{title}} · {{status | default('publié')}}"
    assert releases["sortable_fields"]["default"]["direction"] == "descending"
    assert [one["label"] for one in releases["view_filters"]] == ["brouillon", "publié", "retiré"]


def test_the_words_are_those_of_every_language_told():
    """The form is made in whatever language the software speaks."""
    for language in languages_told():
        assert configuration(FORMS["github"], Speaking(words_for(language), ("fr",)), "Turin")


def test_the_command_prints_it(site, relations):
    """The command “relations forms” prints the configuration of a city that says where to write."""
    settings = site / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    forms = "    forms: {backend: gitlab, repository: city/relations, branch: main}\n"
    status, said = relations("forms")
    assert status == 1
    assert "forms:" in said
    settings.write_text(told.replace("    languages:", f"{forms}    languages:"), "utf-8")
    status, said = relations("forms")
    assert status == 0
    assert yaml.safe_load(said)["backend"]["repo"] == "city/relations"

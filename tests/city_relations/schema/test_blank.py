"""What a form writes for nothing is nothing."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from city_relations.schema.base import Base
from city_relations.schema.city import City
from city_relations.schema.law import Law
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.written_fields import written_fields

TIE = {"kind": "twinning"}
PROFILE = {"name": "Turin", "country": "IT", "ties": [TIE]}
BLANK = [
    {"region": {"code": ""}},
    {"region": {"code": None, "name": {}}},
    {"website": ""},
    {"note": {"fr": " ", "it": ""}},
    {"sources": [""]},
    {"contacts": [{"office": "", "phone": None}]},
    {"ties": [TIE | {"term": {"years": None}, "partner_label": {}, "sdgs": [{"goal": ""}]}]},
]


@pytest.mark.parametrize("blank", BLANK, ids=str)
def test_a_blank_value_is_absent(blank):
    """A value that may be absent is, when all that it holds is left empty."""
    assert Partner.model_validate(PROFILE | blank) == Partner.model_validate(PROFILE)


def test_a_release_left_blank_in_a_form_is_sound():
    """So are the fields of a release."""
    sound = {"title": "Un titre", "date": "2024-05-06"}
    blank = {"place": "", "status": "", "embargo": "", "photos": [{"file": ""}], "issuer": {}}
    assert PressRelease.model_validate(sound | blank) == PressRelease.model_validate(sound)


def models(model):
    """Return a model and all that stand below it."""
    below = [one for part in model.__subclasses__() for one in models(part)]
    return [model, *below]


EMPTY = ["", " ", "\u00a0", None, [], {}, [""], [None], {"fr": ""}, {"fr": None, "it": " "}, [{}]]
# Duties of law are judged where they are left empty: nothing written there takes a duty away.
JUDGED = "law"
OPTIONAL = [
    (model, name)
    for model in models(Base)
    if model.__module__.startswith("city_relations.schema") and model.__module__ != Law.__module__
    for name, field in written_fields(model).items()
    if not field.is_required() and name != JUDGED
]


def read(model, fields):
    """Return a record, or what a model says of fields it cannot take."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        return sorted((one["loc"], one["type"]) for one in error.errors())


@pytest.mark.parametrize("blank", EMPTY, ids=ascii)
def test_every_optional_field_may_be_left_blank(blank):
    """Whatever a form writes for nothing, in each optional field of each model, is nothing."""
    assert {Partner, PressRelease, City} <= {model for model, _ in OPTIONAL}
    told = [
        (model.__name__, name)
        for model, name in OPTIONAL
        if read(model, {name: blank}) != read(model, {})
    ]
    assert told == []

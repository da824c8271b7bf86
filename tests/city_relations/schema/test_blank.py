"""What a form writes for nothing is nothing."""

from __future__ import annotations

import pytest

from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

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

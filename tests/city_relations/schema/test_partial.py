"""Records of which not all could be read: what is sound stays, and nobody gets at the rest."""

from __future__ import annotations

import pytest

from city_relations.schema.partial import Unknown, UnknownError, known, read_partly
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

PROFILE = {
    "name": "Turin",
    "country": "??",
    "ties": [
        {"kind": "truc", "acts": [{"act": "vote", "date": "1957"}, "signature", {"date": "x"}]},
        "un jumelage",
    ],
    "elsewhere": [{"with": "Lyon", "country": "FR", "colour": "red"}],
}


def test_what_is_sound_is_there():
    """Beside a fault every field, entry and alias is read, and what does not exist passed over."""
    partner = read_partly(Partner, PROFILE, ())
    assert (partner.name[""], partner.elsewhere[0].with_, partner.whole) == ("Turin", "Lyon", False)
    ((_, tie),) = known(partner.ties)
    assert [(j, str(act.date.text)) for j, act in known(tie.acts)[:1]] == [(0, "1957")]
    assert isinstance(partner, Partner)


def test_what_could_not_be_read_is_unknown():
    """A faulty value, a faulty entry and a required field that is missing are Unknown."""
    partner = read_partly(Partner, PROFILE, ())
    tie = partner.ties[0]
    found = (partner.country, partner.ties[1], tie.kind, tie.acts[1], tie.acts[2].act)
    assert {type(value) for value in found} == {Unknown}
    assert partner.kind == "city"


def test_what_a_torn_map_lacks_is_unknown():
    """Where a line was left out, a field that is not there may have stood on it."""
    partner = read_partly(Partner, PROFILE, [("ties", 0), ("ties", 1)])
    assert isinstance(partner.ties[0].since, Unknown)
    assert partner.coordinates is None
    assert isinstance(read_partly(PressRelease, {}, [()]).summary, Unknown)


@pytest.mark.parametrize(
    "look",
    [
        *(bool, str, hash, len, iter, float, "{}".format, lambda value: value.label),
        *(lambda value: value == "city", lambda value: (value,) == (Unknown(),)),
        *(lambda value: value in {"city", "x"}, lambda value: value > 1, lambda value: 2.0 - value),
    ],
)
def test_nobody_learns_anything_from_what_is_unknown(look):
    """However a rule looks at an unknown value, it is told that there is none."""
    with pytest.raises(UnknownError):
        look(Unknown())

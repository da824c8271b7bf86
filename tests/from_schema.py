"""Records drawn from the schema itself: what a field takes is asked of the field.

A field that is added is covered without a word here, unless nothing in `CANDIDATES` is taken by it.
"""

from __future__ import annotations

import json
import re
import types
import typing
from enum import Enum
from functools import cache

from babel.core import get_global
from hypothesis import strategies as st
from pydantic import ValidationError, create_model

from city_relations.schema.base import Base
from city_relations.schema.localized import Localized
from hostile import ADDRESSES, LINES, MARKDOWN

LANGUAGES = sorted(get_global("likely_subtags"))
CODES = [code for code in LANGUAGES if re.fullmatch("[a-z]{2,3}", code)]
# Something that each kind of value takes, and what is nearly that.
CANDIDATES = [
    *("2024-02-29", "2024", "1957-05", "2023-22", "1994/2014", "2019/..", "2024-04~", "0001-01-01"),
    *("2999-12-31", "10 mars 2023", "été 2026", "2024-06-01T11:00", "0001-01-01T00:00", "../2012"),
    *("2999-12-31T23:59", "0", "1", "2", "17", "80 000", "45,57", "-5", "9e28", "9" * 40, "1e308"),
    *("18:30", "9 h", "18:30/20:00", "22:00/02:00", "12,50", "1.234,56", "12,000"),
    *("999999999", "3 ans", "18 mois", "oui", "non", "FR", "IT", "Maroc", "ar", "frp", "arabe"),
    *(
        "https://exemple.example/x?y=1#z",
        "https://exemple.example",
        "ville/relations",
        "presse@ville.example",
        "+33 4 79 00 00 00",
        "a-b",
        "turin",
    ),
    *("Europe/Paris", "America/Nouméa", "Pacific/Apia", "#8c1d2c", "#000000", "EUR", "XTS", "Q495"),
    *(
        "CA-QC",
        "publisher.name",
        "place.png",
        "etalab-2.0",
        "Turin",
        "Ville de Turin",
        "[turin]",
        "/a/b.html",
    ),
]
TEXTS = ["Un mot", "a\nb", "a\n\n b\n", " ", "\u00a0", "\u200b", "\ufdd0", "x\0y", "\x9b", "\ufffe"]
TEXTS += [
    "\x1b[2J",
    "\u2028",
    "\u202ex",
    "e\u0301",
    "\U0001f388",
    "}{",
    "%s{0}",
    "\ue000",
    "&nbsp;",
    "&#8238;x",
    "&shy;&#8203;",
    "Caf&eacute;&#10;x",
    "1^{er} m^{2}",
    *LINES.values(),
]
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
FREE = st.one_of(st.sampled_from(TEXTS), st.text(SIGNS, max_size=40))
# Most of a record is sound, or nothing of it would pass the check.
SOUND = [
    "Un mot",
    "Deux\nlignes",
    "place.png",
    "place.png",
    "L’été à Tiznit",
    "Ville d’ailleurs",
    "l'eau : 3 %",
    "نهر",
    "都市 & Cie",
    "=1+1",
    "a, b; c",
]
TEXT = st.one_of(*[st.sampled_from(SOUND)] * 30, FREE)
JUNK = st.one_of(
    st.none(), st.just(""), st.just([]), st.just({}), st.just(["x"]), st.just({"x": "y"}),
    st.sampled_from(CANDIDATES), st.sampled_from(list(ADDRESSES.values())), FREE,
)  # fmt: skip
# Attributes in code are words: nothing that looks for ours in finished HTML may take them for it.
ATTRIBUTES = ['`href="@photo/place.png"`', "`src='@photo/x'` &#65534;"]
PROSE = st.one_of(
    *[st.sampled_from([*SOUND, *ATTRIBUTES, "Un texte.\n\n## Un titre\n\n- une liste"])] * 5,
    st.sampled_from(list(MARKDOWN.values())),
    FREE,
)
# Whatever these words are, a value that takes them takes any text.
ANY = ("Qsz wv", "Ékç 7")


def records(model, fixed=None):
    """Draw the fields of a record that the schema takes, as YAML would give them."""
    fixed = fixed or {}
    required, optional = {}, {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in fixed:
            (required if field.is_required() else optional)[key] = value(field)
    few = _some(sorted(optional))
    return few.flatmap(
        lambda keys: st.fixed_dictionaries({**required, **{key: optional[key] for key in keys}})
    ).map(lambda fields: {**fields, **fixed})


def _some(names):
    """Draw which optional fields are written: few, or nearly all, as each rules out others."""
    if not names:
        return st.just(())
    few = st.sets(st.sampled_from(names), max_size=4)
    return st.one_of(few, few.map(lambda left_out: set(names) - left_out))


def value(field):
    """Draw a value of one field."""
    return _of(field.annotation, tuple(field.metadata))


def _of(kind, metadata=()):  # noqa: PLR0911 - a case a line
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _of(parts[0], (*parts[1:], *metadata))
    if origin in (typing.Union, types.UnionType):
        return st.one_of([_of(part, metadata) for part in parts if part is not type(None)])
    if origin is tuple:
        return st.lists(_of(parts[0]), min_size=1, max_size=2)
    if origin is dict:
        return st.dictionaries(_of(parts[0]), _of(parts[1]), max_size=2)
    if isinstance(kind, type) and issubclass(kind, Base):
        return st.deferred(lambda: records(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from([str(member) for member in kind])
    taken, any_text = _taken(kind, metadata)
    assert taken or any_text, f"nothing in CANDIDATES is taken by a field of {kind} {metadata}"
    if kind is Localized:
        codes = st.sampled_from(["fr", "ar", "en", *CODES])
        text = PROSE if _takes_lines(kind, metadata) else TEXT
        return st.one_of(text, text, st.dictionaries(codes, text, min_size=1, max_size=2))
    return TEXT if any_text else st.sampled_from(taken)


def _takes_lines(kind, metadata):
    """Return whether a field keeps the lines of its text apart, as Markdown needs."""
    return "\n" in _probe(kind, metadata)(asked="a\nb").asked.in_("")


@cache
def _probe(kind, metadata):
    asked = typing.Annotated[(kind, *metadata)] if metadata else kind
    return create_model("Probe", __config__={"arbitrary_types_allowed": True}, asked=(asked, ...))


@cache
def _taken(kind, metadata):
    """Return the candidates a field takes, and whether it takes any text."""
    probe = _probe(kind, metadata)
    taken = [candidate for candidate in CANDIDATES if _is_taken(probe, candidate)]
    return taken, all(_is_taken(probe, candidate) for candidate in ANY)


def _is_taken(probe, candidate):
    try:
        probe(asked=candidate)
    except ValidationError:
        return False
    return True


@st.composite
def mutated(draw, strategy):
    """Draw a record of which a value or two are not what the schema asks for, or are not there."""
    fields = json.loads(json.dumps(draw(strategy)))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        part = fields
        while True:
            keys = sorted(part) if isinstance(part, dict) else list(range(len(part)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(part[key], (dict, list)) and part[key] and draw(st.booleans()):
                part = part[key]
                continue
            part[key] = draw(JUNK)
            break
    return fields


def as_yaml(fields, *, escaped):
    """Write fields as YAML, one a line; `escaped` writes every sign beyond ASCII as an escape."""
    lines = (f"{key}: {_flow(value, escaped)}" for key, value in fields.items())
    return "\n".join(lines) + "\n"


def _flow(value, escaped):
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{_flow(k, escaped)}: {_flow(v, escaped)}" for k, v in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one, escaped) for one in value) + "]"
    if value is None:
        return "null"
    if not isinstance(value, str):
        return str(value).lower()
    return '"' + "".join(_sign(sign, escaped) for sign in value) + '"'


def _sign(sign, escaped):
    if sign in '"\\':
        return f"\\{sign}"
    if sign < " " or (escaped and not sign.isascii()) or sign in "\x7f\x85\u2028\u2029\ufeff":
        return f"\\U{ord(sign):08x}"
    return sign

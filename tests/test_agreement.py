"""What `check` accepts, every output tells, well-formed and with nothing live in it.

A minute of it in `make test`; `make fuzz` looks for ten (FUZZ_SECONDS), from another seed each time
(FUZZ_SEED). Records are drawn from the schema itself: see from_schema.py.
"""

from __future__ import annotations

import os
import shutil
from copy import deepcopy
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.problems import ContentError
from city_relations.publish.site import read_site
from city_relations.schema.choices import ActKind, TieKind
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from from_schema import CODES, PROSE, as_yaml, mutated, records
from fuzzing import try_for
from small_city import TURIN, URL, picture
from sound_outputs import faults

SECONDS = float(os.environ.get("FUZZ_SECONDS", "60"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))
CHUNK = 40
# How often what is refused is mended before the draw is given up, and before its file goes.
TRIES, LAST_TRIES = 12, 8
CITY = {
    "name": "Port-Arden",
    "country": "FR",
    "coordinates": {"lat": "45.5", "lon": "5.9"},
    "languages": ["fr"],
    "time_zone": "Europe/Paris",
    "pdf": "non",
    "publisher": {"name": "Ville de Port-Arden", "address": "Hôtel de ville"},
    "press_office": {"office": "Service presse", "email": "presse@port-arden.example"},
    "legal": {"director": "Le maire", "host": "Hébergeur", "data_protection": "Délégué"},
    "accessibility": {"contact": "contact@port-arden.example"},
}
PHOTO = picture()
UNTOLD = "something in this file cannot be read, and we cannot tell what: tell us."
CONFIGURATION = "mkdocs.yml"
HOME = "---\ntitle: Accueil\nrelations: home\n---\n# Accueil\n"
DAY = "2024-05-06"
RELEASE = mutated(records(PressRelease, {"date": DAY, "partners": ["turin"]}))
# Two acts whose order no rule minds, so that each kind of tie and act reaches every output.
TIES = st.builds(
    lambda kind, act: [
        {"kind": kind, "acts": [{"act": "signature", "date": "1980"}, {"act": act, "date": "1990"}]}
    ],
    st.sampled_from([str(kind) for kind in TieKind]),
    st.sampled_from([str(act) for act in ActKind]),
)
PARTNER = st.one_of(
    mutated(records(Partner)), TIES.flatmap(lambda ties: mutated(records(Partner, {"ties": ties})))
)
FILES = st.fixed_dictionaries(
    {
        "partners": st.lists(PARTNER, max_size=2),
        "releases": st.lists(st.tuples(RELEASE, PROSE), max_size=2),
        "translation": st.none() | st.tuples(st.sampled_from(CODES), RELEASE, PROSE),
        "city": st.just(CITY)
        | mutated(records(City, {"pdf": "non", "coordinates": CITY["coordinates"]})),
        "escaped": st.booleans(),
    }
)


# What stands in the place of a required field that was refused.
SOUND = {
    "name": "Ville",
    "country": "IT",
    "ties": [{"kind": "twinning", "acts": [{"act": "signature", "date": "1990"}]}],
    "title": "Un titre",
    "date": DAY,
    **CITY,
}


def files_of(drawn):
    """Return what was drawn as files: the fields of each, and its text."""
    found = {CONFIGURATION: (dict(drawn["city"]), "")}
    for i, fields in enumerate(drawn["partners"]):
        found[f"partners/autre-{i}.yml"] = (dict(fields), "")
    for i, (fields, body) in enumerate(drawn["releases"]):
        found[f"press_releases/2024/{DAY}-texte-{i}.md"] = (dict(fields), body)
    if drawn["translation"] and drawn["releases"]:
        code, fields, body = drawn["translation"]
        found[f"press_releases/2024/{DAY}-texte-0.{code}.md"] = (dict(fields), body)
    return found


def write(root, found, *, escaped):
    """Write a site of these files, and of one profile, one page and two pictures that are sound."""
    for folder in ("partners", "press_releases", "docs"):
        shutil.rmtree(root / folder, ignore_errors=True)
    texts = {"docs/index.md": HOME, "partners/turin.yml": TURIN}
    for file, (fields, body) in found.items():
        text = as_yaml(fields, escaped=escaped)
        if file == CONFIGURATION:
            indented = "".join(f"    {line}\n" for line in text.splitlines())
            text = f"site_name: x\nextra:\n  city:\n{indented}"
        texts[file] = f"---\n{text}---\n{body}\n" if file.endswith(".md") else text
    for name in ("partners/place.png", "press_releases/2024/place.png"):
        texts[name] = PHOTO
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def accepted(root, drawn):
    """Write what was drawn, and take out what `check` refuses, field by field; count the files."""
    found = files_of(drawn)
    for tries in range(TRIES):
        write(root, found, escaped=drawn["escaped"])
        try:
            read_catalog(root, NOW)
        except ContentError as error:
            refused = [p for p in error.problems if not p.remark]
            assert refused, "refused without a word"
            assert UNTOLD not in {p.text.one for p in refused}
            for problem in refused:
                _mend(found, problem, tries)
        else:
            return len(found) - 1
    return 0


def _mend(found, problem, tries):
    """Take out the field a problem is about, in a list that alone, or at last the file."""
    fields, _ = found.get(problem.file, ({}, ""))
    name, _, inner = (problem.field or _key_on(fields, problem)).partition(".")
    if tries > LAST_TRIES and problem.file != CONFIGURATION:
        found.pop(problem.file, None)
    elif inner and problem.rule != "field-missing" and isinstance(fields.get(name), list):
        for entry in fields[name]:
            if isinstance(entry, dict):
                entry.pop(inner.split(".")[0], None)
    elif name:
        fields.pop(name, None)
        fields |= {name: deepcopy(SOUND[name])} if name in SOUND else {}
    elif problem.file == CONFIGURATION or problem.file not in found:
        found[CONFIGURATION] = (dict(CITY), "")
    else:
        found[problem.file] = (fields, "Un texte.")


def _key_on(fields, problem):
    """Return the field that stands on the line of a problem: each has one line."""
    lines_before = 4 if problem.file == CONFIGURATION else 1 + problem.file.endswith(".md")
    at = problem.line - lines_before
    return list(fields)[at] if 0 <= at < len(fields) else ""


def agree(root, drawn):
    """Hold that what is accepted is rendered, and every output sound."""
    if not accepted(root, drawn):
        return
    site = read_site(root, NOW, URL)
    outputs = [*site.pages.values(), *site.assets, *site.copies, *site.inserts.values()]
    found = [(getattr(o, "path", ""), f[:3]) for o in outputs if (f := faults(o))]
    assert not found, found


def test_what_check_accepts_every_output_tells(tmp_path):
    """A1 to A7: however records are made, what passes the check is published, and sound."""
    kept = Path(__file__).parent.parent / ".cache"
    kept.mkdir(exist_ok=True)
    (tmp_path / ".cache").symlink_to(kept)
    try_for(SECONDS, SEED, CHUNK, partial(agree, tmp_path), drawn=FILES)


@pytest.mark.parametrize("model", [Partner, PressRelease, City])
def test_most_that_is_drawn_is_accepted(model):
    """The records drawn are no duds: a fair part of them is valid as it is."""
    drawn = []

    @seed(1)
    @settings(
        max_examples=60, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(records(model))
    def one(fields):
        try:
            model.model_validate(fields)
        except ValueError:
            drawn.append(False)
        else:
            drawn.append(True)

    one()
    assert sum(drawn) > len(drawn) / 20

"""A small city whose files are all hostile, one payload a file, and one partner to be escaped."""

from __future__ import annotations

import json

import escaping
from city_relations.problems import ContentError
from hostile import ADDRESSES, LINES, MARKDOWN
from small_city import read_city, write_city

RELEASE = """---
title: Essai {number}
date: {date}
partners: [turin]
summary: Résumé {number}
---
Avant.

{text}

Après.
"""

# The same line in every field that holds one.
PARTNER = """\
name: {{fr: {line}, ar: {line}}}
country: IT
coordinates: {{lat: 45.07, lon: 7.69}}
kind: district
point: seat
seat_name: {line}
local_name: {{it: {line}}}
also_known_as: [{line}]
population: {{value: 1000, as_of: 2020, source: {line}, note: {line}}}
note: {line}
ties:
  - kind: agreement
    name: {line}
    partner_label: {line}
    parties: [{line}]
    operators: [{{name: {line}, kind: association}}]
    themes: [culture]
    sources: [{source}]
    acts: [{{act: signature, date: 2024-05-19, place: {line}, note: {line}, parties: [{line}]}}]
projects:
  - {{title: {line}, period: 2023/2026, about: {line}, parties: [{line}],
     funding: [{{funder: {line}, scheme: {line}, amount: 1000, currency: EUR}}]}}
events: [{{date: 2026-12-24, title: {line}, place: {line}, kind: meeting}}]
elsewhere: [{{with: {line}, country: FR, kind: twinning, period: 1994/2014, note: {line}}}]
contacts: [{{office: {line}}}]
sources: [{source}]
"""
TOLD = """---
title: {line}
date: 2024-06-01
place: {line}
partners: [turin]
summary: {line}
issuer: {{name: {line}, kind: association}}
events: [{{date: 2024-06-02, title: {line}, place: {line}}}]
contacts: [{{office: {line}}}]
corrections: [{{date: 2024-06-03, note: {line}}}]
---
Un texte.
"""
WITH_TEXTS = """\
name: Ville {number}
country: IT
ties: [{{kind: twinning, acts: [{{act: signature, date: 1957-05-19}}]}}]
about: {texts[0]}
take_part: {texts[1]}
projects: [{{title: Projet, about: {texts[2]}}}]
"""
WITH_ADDRESS = """\
name: Ville {number}
country: IT
ties: [{{kind: twinning, acts: [{{act: signature, date: 1957-05-19}}], sources: [{url}],
        operators: [{{name: Comité, kind: association, website: {url}}}]}}]
projects: [{{title: Projet, website: {url}, sources: [{url}]}}]
website: {url}
sources: [{url}]
"""


def _number(name, payloads):
    return list(payloads).index(name) + 1


def told_by(name):
    """Return the release file that tells a Markdown payload."""
    return f"press_releases/2024/2024-01-01-essai-{_number(name, MARKDOWN)}.md"


def hostile_files():
    """Return the hostile files by path."""
    found = dict(escaping.FILES)
    for name, text in MARKDOWN.items():
        number = _number(name, MARKDOWN)
        found[told_by(name)] = RELEASE.format(number=number, date="2024-01-01", text=text)
    texts = [json.dumps(text) for text in MARKDOWN.values()]
    for number in range(0, len(texts) - 2, 3):
        # The same text twice on a page, so that its ids would meet.
        told = (texts[number], texts[number + 1], texts[number])
        found[f"partners/ville-{number}.yml"] = WITH_TEXTS.format(number=number, texts=told)
    for number, line in enumerate(LINES.values(), 1):
        # A source that looks like an address must be one; the line stands there only when it may.
        source = "Registre" if ":" in line else json.dumps(line)
        content = PARTNER.format(line=json.dumps(line), source=source)
        found[f"partners/ligne-{number}.yml"] = content
        release = f"press_releases/2024/2024-06-01-ligne-{number}.md"
        found[release] = TOLD.format(line=json.dumps(line))
    for number, url in enumerate(ADDRESSES.values(), 1):
        content = WITH_ADDRESS.format(number=number, url=json.dumps(url))
        found[f"partners/adresse-{number}.yml"] = content
    return found


def refused(root):
    """Write the hostile city to a folder; give the first problem of each file refused."""
    write_city(root, hostile_files())
    return _problems(root)


def _problems(root):
    try:
        read_city(root)
    except ContentError as error:
        faults = [problem for problem in error.problems if not problem.remark]
        return {problem.file: problem for problem in reversed(faults)}
    return {}


def hostile_city(root):
    """Write to a folder the hostile files that are not refused; give the folder."""
    bad = refused(root)
    write_city(root, {name: text for name, text in hostile_files().items() if name not in bad})
    assert _problems(root) == {}
    return root

"""A partner and a release full of signs of HTML, quotes, Arabic and long words."""

from __future__ import annotations

import json

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte"
NAME = """L’« Île » <b>&amp; "Co" l'autre"""
ARABIC = "بلدية تارودانت"
TITLE = f"""<script>alert("1")</script> & 'A' </title> {ARABIC} {LONG}"""
ISLAND = f"""\
name: {{fr: {json.dumps(NAME)}, ar: {ARABIC}}}
country: MA
coordinates: {{lat: 30.47, lon: -8.88}}
ties:
  - kind: agreement
    name: {json.dumps(TITLE)}
    acts:
      - {{act: signature, date: 2024-03-01, place: {json.dumps(TITLE)}, note: {json.dumps(TITLE)}}}
    operators: [{{name: {LONG}, kind: association}}]
about: {json.dumps("Texte <script>alert(2)</script> & <b onclick=alert(3)>gras</b> " + ARABIC)}
sources: [{json.dumps(TITLE)}]
"""
ESSAY = f"""\
---
title: {json.dumps(TITLE)}
date: 2026-03-02
place: {json.dumps(TITLE)}
partners: [ile]
summary: {json.dumps("Résumé " + TITLE)}
events:
  - {{date: 2026-12-24, title: {json.dumps(TITLE)}, place: {json.dumps(TITLE)}, kind: meeting}}
---
Premier paragraphe <script>alert(4)</script> & {ARABIC}.

## {TITLE}

Un mot : {LONG}.
"""

FILES = {
    "partners/ile.yml": ISLAND,
    "press_releases/2026/2026-03-02-essai.md": ESSAY,
}

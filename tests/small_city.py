"""A city of a few lines, on disk or read, for tests that say what their content is."""

from __future__ import annotations

import io
import shutil

from PIL import Image

from building import NOW, ROOT
from city_relations.catalog import read_catalog
from city_relations.publish.site import read_site
from city_relations.rendering.edition import Edition
from city_relations.rendering.prose import Renderer

URL = "https://port-arden.example/"

CONFIGURATION = f"""site_name: Port-Arden
site_url: {URL}
theme: {{name: material, custom_dir: {ROOT}/hooks/city_relations/theme, language: fr}}
hooks: [{ROOT}/hooks/site_build.py]
plugins: [search]
extra:
  city:
    name: Port-Arden
    country: FR
    coordinates: {{lat: 45.5, lon: 5.9}}
    languages: [fr]
    time_zone: Europe/Paris
    publisher: {{name: Ville de Port-Arden, address: Hôtel de ville}}
    press_office: {{office: Service presse, email: presse@port-arden.example}}
    legal: {{director: Le maire, host: Hébergeur, data_protection: Délégué}}
    accessibility: {{contact: contact@port-arden.example}}
    demonstration: Port-Arden n’existe pas.
"""

TURIN = """name: Turin
country: IT
coordinates: {lat: 45.07, lon: 7.69}
local_name: {it: Torino}
ties:
  - kind: twinning
    acts: [{act: signature, date: 1957-05-19, place: Turin}]
    themes: [culture]
"""

RELEASE = """---
title: "Un jumelage fêté"
date: 2024-05-19
place: Port-Arden
partners: [turin]
summary: "Le résumé."
themes: [culture]
---
Un texte, avec [Turin](../../partners/turin.yml).
"""


def profile(name="Turin", more=""):
    """Return the text of a profile with what is required, and more."""
    return f"name: {name}\ncountry: IT\nties: [{{kind: twinning, since: 1990}}]\n{more}"


def release(title="Un titre", date="2024-05-06", partner="turin", more="", body="Un texte."):
    """Return the text of a release with what is required, and more."""
    return f"---\ntitle: {title}\ndate: {date}\npartners: [{partner}]\n{more}---\n{body}\n"


def write_city(root, files=(), *, base=True, settings=CONFIGURATION):
    """Write the small city and a test's own files, by path, into a folder; give the folder."""
    told = {"mkdocs.yml": settings, "docs/index.md": "---\ntitle: Accueil\n---\n"}
    if base:
        told["partners/turin.yml"] = TURIN
        told["press_releases/2024/2024-05-19-turin.md"] = RELEASE
    shutil.rmtree(root, ignore_errors=True)
    for name, content in {**told, **dict(files)}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def write_bare_city(root, files=(), settings=CONFIGURATION):
    """Write the city with one partner, told in what is required, no release, and a test's files."""
    told = {"partners/turin.yml": profile(), **dict(files)}
    return write_city(root, told, base=False, settings=settings)


def catalog_of(root, files=(), now=NOW, settings=CONFIGURATION):
    """Write the bare city and a test's files; give its catalog."""
    return read_catalog(write_bare_city(root, files, settings), now)


def edition_of(catalog, language="fr"):
    """Return the edition of a catalog in one language."""
    return Edition(catalog, language, Renderer(), URL)


def read_city(root, now=NOW):
    """Read a city's folder as a build does, without MkDocs."""
    return read_site(root, now, URL)


def assets(site):
    """Return a site's files by path, those that lie in the store among them."""
    found = {copy.path: copy.file.read_bytes() for copy in site.copies}
    return found | {asset.path: asset.content for asset in site.assets}


def picture():
    """Return a small picture."""
    told = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(told, "PNG")
    return told.getvalue()

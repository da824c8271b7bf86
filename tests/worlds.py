"""Small worlds for tests: a city on disk in a few lines, read on a day of the test's choosing."""

from __future__ import annotations

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.rendering.edition import Edition
from city_relations.rendering.prose import Renderer

EXTENSIONS = ("abbr", "attr_list", "def_list", "footnotes", "tables", "toc")
SETTINGS = """\
site_name: Rivage
extra:
  city:
    name: Rivage
    country: FR
    coordinates: {lat: 45.5, lon: 5.9}
    languages: [fr]
    time_zone: Europe/Paris
    publisher: {name: Ville de Rivage, address: 1 quai du Port}
    press_office: {office: Presse, email: presse@rivage.example}
    legal: {director: Le maire, host: Personne, data_protection: À la même adresse}
    accessibility: {contact: acces@rivage.example}
    demonstration: Rivage n’existe pas.
"""
PROFILE = "name: {name}\ncountry: IT\nties: [{{kind: twinning, since: 1990}}]\n"
RELEASE = "---\ntitle: {title}\ndate: {date}\npartners: [{partner}]\n---\nUn texte.\n"
HOME = "---\ntitle: Accueil\nrelations: home\n---\n# Rivage\n"


def profile(name="Turin", more=""):
    """Give the text of a profile with what is required, and more."""
    return PROFILE.format(name=name) + more


def release(title="Un titre", date="2024-05-06", partner="turin", more="", body=""):
    """Give the text of a release with what is required, and more."""
    text = RELEASE.format(title=title, date=date, partner=partner)
    return text.replace("\n---\n", f"\n{more}---\n", 1).replace("Un texte.", body or "Un texte.")


def write_city(root, files=None, settings=SETTINGS):
    """Write a city below `root`: its settings, a home page, one partner, and the files given."""
    told = {"partners/turin.yml": profile(), "docs/index.md": HOME, **(files or {})}
    for path, text in {"mkdocs.yml": settings, **told}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def read_city(root, files=None, now=NOW, settings=SETTINGS):
    """Write a city and give its catalog."""
    return read_catalog(write_city(root, files, settings), now)


def edition_of(catalog, language="fr"):
    """Give the edition of a catalog in one language."""
    return Edition(catalog, language, Renderer(EXTENSIONS, {}), "https://rivage.example/")

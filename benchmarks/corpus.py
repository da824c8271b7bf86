"""Writes a city of any size: N press releases and M partners, the same at each run.

`write_city` writes it as this project reads it; `write_plain` writes the same texts as plain pages
of a plain Material site, outside the menu. Run it from the root to look at one:
`.venv/bin/python benchmarks/corpus.py FOLDER --releases 1000 --partners 40`.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_DAY, LAST_DAY = date(1996, 1, 8), date(2026, 11, 20)

# Name, country, latitude, longitude; beyond the last they begin again with a number.
PLACES = """
Albstadt DE 48.21 9.02|Turin IT 45.07 7.69|Shawinigan CA 46.57 -72.75|Taroudant MA 30.47 -8.88
Ouahigouya BF 13.58 -2.42|Korça AL 40.62 20.78|Zhangjiakou CN 40.77 114.88|Batroun LB 34.26 35.66
Cluj RO 46.77 23.60|Gdańsk PL 54.35 18.65|Tours FR 47.39 0.69|Saint-Louis SN 16.02 -16.49
Pointe-Noire CG -4.78 11.86|Antsirabe MG -19.87 47.03|Huế VN 16.46 107.59|Trieste IT 45.65 13.77
Coimbra PT 40.21 -8.43|Cáceres ES 39.48 -6.37|Bath GB 51.38 -2.36|Limerick IE 52.66 -8.63
Namur BE 50.47 4.87|Delft NL 52.01 4.36|Aarhus DK 56.16 10.20|Umeå SE 63.83 20.26
Tampere FI 61.50 23.76|Tartu EE 58.38 26.72|Klaipėda LT 55.70 21.14|Brno CZ 49.20 16.61
Pécs HU 46.07 18.23|Maribor SI 46.55 15.65|Zadar HR 44.12 15.23|Novi-Sad RS 45.25 19.84
Bitola MK 41.03 21.33|Plovdiv BG 42.14 24.75|Ioannina GR 39.66 20.85|Bursa TR 40.19 29.06
Sfax TN 34.74 10.76|Tlemcen DZ 34.88 -1.32|Québec CA 46.81 -71.21|Cuzco PE -13.53 -71.97
"""
KINDS = ("twinning", "decentralised_cooperation", "friendship", "agreement")
THEMES = ("water", "waste", "environment", "mountain", "climate", "youth", "culture", "sport")
WHO = ("la Ville", "l’association du jumelage", "le lycée hôtelier", "la régie des eaux")
DOING = ("accueille", "prépare", "signe", "présente", "prolonge", "évalue", "célèbre", "ouvre")
WHAT = (
    "un échange d’apprentis de six semaines",
    "le troisième avenant à la convention",
    "une exposition de photographies de montagne",
    "le diagnostic du réseau d’eau potable",
    "la semaine de la cuisine populaire",
    "un atelier sur la collecte des déchets",
    "le chantier de jeunes de l’été",
    "la rénovation d’une école maternelle",
)
WHERE = ("au centre de congrès", "à l’hôtel de ville", "dans les écoles", "à la médiathèque")
WHY = (
    "Les deux villes y travaillent depuis la visite du printemps",
    "Le conseil municipal en a délibéré à l’unanimité",
    "Le projet est suivi par une équipe des deux administrations",
    "Les habitants peuvent y prendre part sans inscription",
    "L’État soutient l’action par le fonds de la coopération décentralisée",
)


@dataclass(frozen=True)
class Place:
    """A partner: its address, name, country and point."""

    slug: str
    name: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True)
class News:
    """A release: its day, partner, title, chapô and Markdown text."""

    day: date
    number: int
    place: Place
    title: str
    summary: str
    body: str

    @property
    def stem(self) -> str:
        """Return the file's name."""
        return f"{self.day}-{self.place.slug}-{self.number}"


def places(count: int) -> list[Place]:
    """Return so many partners, each of its own name."""
    rows = [row.rsplit(" ", 3) for row in PLACES.replace("\n", "|").split("|") if row]
    found = []
    for i in range(count):
        name, country, lat, lon = rows[i % len(rows)]
        name += f" {i // len(rows) + 1}" if i >= len(rows) else ""
        found.append(Place(plain(name), name, country, float(lat), float(lon)))
    return found


def plain(name: str) -> str:
    """Return a name as an address: a-z, 0-9 and hyphens."""
    letters = unicodedata.normalize("NFKD", name.lower().replace(" ", "-").replace("đ", "d"))
    return "".join(c for c in letters if c.isascii() and (c.isalnum() or c == "-"))


def sentence(draw: random.Random) -> str:
    """Return a sentence a press officer could have written."""
    who = draw.choice(WHO)
    told = f"{who} {draw.choice(DOING)} {draw.choice(WHAT)} {draw.choice(WHERE)}"
    return f"{told[0].upper()}{told[1:]}. {draw.choice(WHY)}."


def paragraph(draw: random.Random) -> str:
    """Return a paragraph of a few sentences."""
    return " ".join(sentence(draw) for _ in range(draw.randint(2, 4)))


def news(count: int, partners: list[Place]) -> list[News]:
    """Return so many releases, spread over thirty years, oldest first."""
    draw = random.Random(1957)  # noqa: S311 - the same city at each run, nothing secret
    span = (LAST_DAY - FIRST_DAY).days
    found = []
    for i in range(count):
        place = draw.choice(partners)
        day = FIRST_DAY + timedelta(days=span * i // max(1, count - 1))
        parts = [paragraph(draw), "## Ce qui change", paragraph(draw)]
        parts += ["\n".join(f"- {sentence(draw)}" for _ in range(3)), paragraph(draw)]
        parts += ["## Et ensuite", f"> {sentence(draw)}\n> — La maire", paragraph(draw)]
        title = f"{place.name} : {draw.choice(WHO)} {draw.choice(DOING)} {draw.choice(WHAT)}"
        found.append(News(day, i, place, title, sentence(draw), "\n\n".join(parts)))
    return found


def about(place: Place) -> str:
    """Return what is told of a partner."""
    draw = random.Random(place.slug)  # noqa: S311 - likewise
    return "\n\n".join(paragraph(draw) for _ in range(3))


def write(path: Path, text: str) -> None:
    """Write a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_city(
    root: Path, releases: int, partners: int, languages: tuple[str, ...] = ("fr",)
) -> Path:
    """Write a city as this project reads it, with the settings and written pages of the first.

    It is told in one language, as the texts others build are.
    """
    found = places(partners)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("hooks/", f"{ROOT}/hooks/").replace(", hooks]", "]")
    told = f"languages: [{', '.join(languages)}]"
    write(root / "mkdocs.yml", re.sub(r"languages: \[.*\]", told, settings))
    for page in sorted((ROOT / "docs").glob("*.md")):
        if page.stem.rpartition(".")[2] in languages or "." not in page.stem:
            write(root / "docs" / page.name, page.read_text(encoding="utf-8"))
    for i, place in enumerate(found):
        write(root / "partners" / f"{place.slug}.yml", profile(i, place))
    for item in news(releases, found):
        head = f'title: "{item.title}"\ndate: {item.day}\nplace: Chambéry\n'
        head += f'partners: [{item.place.slug}]\nsummary: "{item.summary}"\n'
        head += f"themes: [{THEMES[item.number % len(THEMES)]}]\n"
        folder = root / "press_releases" / str(item.day.year)
        write(folder / f"{item.stem}.md", f"---\n{head}---\n{item.body}\n")
    return root


def profile(number: int, place: Place) -> str:
    """Return a partner's profile: one tie of three acts, two themes, a text of three paragraphs."""
    year = 1960 + number
    themes = f"{THEMES[number % len(THEMES)]}, {THEMES[(number + 3) % len(THEMES)]}"
    text = "\n".join(f"  {line}".rstrip() for line in about(place).split("\n"))
    return (
        f"name: {place.name}\ncountry: {place.country}\n"
        f"coordinates: {{lat: {place.lat}, lon: {place.lon}}}\n"
        f"ties:\n  - kind: {KINDS[number % len(KINDS)]}\n    acts:\n"
        f"      - {{act: vote, date: {year - 1}}}\n"
        f"      - {{act: signature, date: {year}-05-11, place: Chambéry}}\n"
        f"      - {{act: renewal, date: {year + 10}}}\n"
        f"    themes: [{themes}]\nabout: |\n{text}\nsources: [Archives municipales]\n"
    )


PLAIN_SETTINGS = """\
site_name: Chambéry à l’international
site_url: https://relations-internationales.example/
theme: {name: material, language: fr, font: false}
plugins: [search: {lang: fr}]
markdown_extensions: [abbr, attr_list, def_list, footnotes, tables, toc]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


def write_plain(root: Path, releases: int, partners: int) -> Path:
    """Write the same texts as plain pages of a plain Material site, outside the menu."""
    found = places(partners)
    write(root / "mkdocs.yml", PLAIN_SETTINGS)
    write(root / "docs" / "index.md", "# Chambéry à l’international\n")
    for place in found:
        write(
            root / "docs" / "partenaires" / f"{place.slug}.md",
            f"# {place.name}\n\n{about(place)}\n",
        )
    for item in news(releases, found):
        folder = root / "docs" / "communiques" / str(item.day.year)
        text = f"# {item.title}\n\nChambéry, {item.day}\n\n**{item.summary}**\n\n{item.body}\n"
        write(folder / f"{item.stem}.md", text)
    return root


HUGO_PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}
{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</body></html>
"""


def write_hugo(root: Path, releases: int, partners: int) -> Path:
    """Write the same texts as plain pages of a Hugo site with the barest of templates."""
    found = places(partners)
    write(root / "hugo.toml", 'baseURL = "https://relations-internationales.example/"\n')
    for name in ("single", "list"):
        write(root / "layouts" / "_default" / f"{name}.html", HUGO_PAGE)
    for place in found:
        text = f"---\ntitle: {place.name}\n---\n{about(place)}\n"
        write(root / "content" / "partenaires" / f"{place.slug}.md", text)
    for item in news(releases, found):
        head = f'---\ntitle: "{item.title}"\ndate: {item.day}\n---\n'
        path = root / "content" / "communiques" / str(item.day.year) / f"{item.stem}.md"
        write(path, f"{head}**{item.summary}**\n\n{item.body}\n")
    return root


def main() -> None:
    """Write a city to look at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--partners", type=int, default=40)
    options = parser.parse_args()
    write_city(options.folder, options.releases, options.partners)


if __name__ == "__main__":
    main()

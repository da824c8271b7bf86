"""A city with many partners and photographs, where nothing is written that is not generated."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

from PIL import Image, ImageDraw

from geography_cities import CITIES, COUNTRIES
from small_city import CONFIGURATION, write_city

KINDS = ("twinning", "decentralised_cooperation", "friendship", "agreement", "project")
SHAPES = ((1500, 1000), (1000, 1500), (1200, 1200), (1800, 700))  # one in four is a portrait
THEMES = ("water", "culture", "youth", "education", "sport", "health")
HOME = "---\ntitle: Accueil\nrelations: home\n---\n# Port-Arden et le monde\n\nSes villes amies.\n"


@dataclass(frozen=True)
class Crowd:
    """How large a city is, and in which state its ties are: living, ended or only announced."""

    partners: int = 60
    photos: int = 40
    releases: int = 60
    ways: int = 8
    state: str = "living"
    name: str = "{city}"


def photograph(seed: int) -> bytes:
    """Return hills under a sky, by four shapes in turn, as hard to compress as a photograph."""
    draw, (width, height) = random.Random(seed), SHAPES[seed % len(SHAPES)]  # noqa: S311
    image = Image.new("RGB", (width, height), (190, 205, 225))
    drawn = ImageDraw.Draw(image)
    for layer in range(5):
        y = height * (0.35 + 0.13 * layer)
        hills = [(x, y + draw.uniform(-60, 60)) for x in range(0, width + 60, 60)]
        colour = tuple(draw.randint(40, 190) for _ in range(3))
        drawn.polygon([(0, height), *hills, (width, height)], fill=colour)
    for scale in (1, 2, 4, 8):  # what is fine is lost where it is made small
        grain = Image.effect_noise((width // scale, height // scale), 70)
        image = Image.blend(image, grain.resize((width, height)).convert("RGB"), 0.15)
    told = io.BytesIO()
    image.save(told, "JPEG", quality=85)
    return told.getvalue()


ACTS = {
    "living": "{{act: signature, date: {year}-05-19}}, {{act: renewal, date: {renewed}}}",
    "ended": "{{act: signature, date: {year}-05-19}}, {{act: end, date: {renewed}}}",
    "announced": "{{act: intent, date: 2026-03-01}}, {{act: signature, planned: 2027-05}}",
}


def profile(crowd: Crowd, number: int) -> str:
    """Return a partner's profile."""
    city, longitude, latitude = CITIES[number % len(CITIES)]
    name = crowd.name.format(city=city) + (f" {number}" if number >= len(CITIES) else "")
    year = 1957 + number % 60
    acts = ACTS[crowd.state].format(year=year, renewed=min(year + 20, 2025))
    told = f'name: "{name}"\ncountry: {COUNTRIES[number % len(CITIES)]}\n'
    told += f"coordinates: {{lat: {latitude}, lon: {longitude}}}\n"
    told += f"ties: [{{kind: {KINDS[number % 5]}, acts: [{acts}], "
    told += f"themes: [{THEMES[number % 6]}, {THEMES[(number + 2) % 6]}]}}]\n"
    told += "about: Une ville de lacs et de collines, connue pour son marché et ses écoles.\n"
    if crowd.state == "living":
        told += f"events: [{{date: 2027-0{1 + number % 8}-12, title: Fête du printemps}}]\n"
    if number < crowd.ways:
        told += "take_part: [{kind: association, text: L’association accueille chacun.}]\n"
    return told + (photos(f"p{number % len(SHAPES)}") if number < crowd.photos else "")


def photos(name: str) -> str:
    """Return the lines that name a photo."""
    return (
        f"photos:\n  - {{file: {name}.jpg, alt: Des collines, caption: Un soir d’octobre, "
        "credit: Ville de Port-Arden, focus: {x: 0.7, y: 0.2}}\n"
    )


def release(crowd: Crowd, number: int) -> tuple[str, str]:
    """Return the path and the text of a release; the first have a photo."""
    partner = number % crowd.partners
    day = f"{2026 - number // 30}-{1 + number % 10:02}-{1 + number % 28:02}"
    told = f'title: "Une saison d’échanges, la {number + 1}e"\ndate: {day}\nplace: Port-Arden\n'
    told += f"partners: [ville-{partner:03}]\nsummary: Trente classes et douze associations.\n"
    told += f"themes: [{THEMES[number % 6]}]\n"
    told += photos(f"r{number % len(SHAPES)}") if number < crowd.photos else ""
    path = f"press_releases/{day[:4]}/{day}-{number:03}.md"
    return path, f"---\n{told}---\nLe programme compte trente rendez-vous.\n"


def crowded_city(root, crowd: Crowd):
    """Write such a city into a folder; give the folder."""
    files = {f"partners/ville-{i:03}.yml": profile(crowd, i) for i in range(crowd.partners)}
    files |= dict(release(crowd, i) for i in range(crowd.releases))
    years = {path.split("/")[1] for path in files if path.startswith("press_releases")}
    for seed in range(len(SHAPES) if crowd.photos else 0):
        taken = photograph(seed)
        files[f"partners/p{seed}.jpg"] = taken
        files |= {f"press_releases/{year}/r{seed}.jpg": taken for year in years}
    settings = CONFIGURATION.replace("  city:\n", "  city:\n    pdf: non\n")
    return write_city(root, {"docs/index.md": HOME, **files}, base=False, settings=settings)

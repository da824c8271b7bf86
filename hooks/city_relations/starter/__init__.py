"""What `relations init` writes: a city's own repository, in the language of the city."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from city_relations.language.elision import naming_city
from city_relations.language.words import Text, Words, say_in
from city_relations.law import licence_for
from city_relations.links.addresses import Addresses
from city_relations.schema.law import Licence

FOLDER = Path(__file__).parent
COMMON = "common"
BEFORE = "before"  # what earlier versions wrote, as `relations upgrade` has to know it
PLACEHOLDER = re.compile(r"\[\[(\w+)\]\]")
# What Markdown would take for a sign of its own in a name.
SIGNS = re.compile(r"([\\`*_<>|\[\]()])")
# The files of each forge, by the beginning of their paths.
FORGES = {"github": ".github/", "gitlab": ".gitlab", "forgejo": ".forgejo/", "none": ""}
# Named as an example, in a comment, where the country made no licence for its authorities.
EXAMPLE = Licence(
    name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/", code="CC-BY-4.0"
)


def usual_publisher(name: str) -> Text:
    """Say who publishes the site of a city, where nobody said it."""
    return say_in("publisher", "City of {city}", city=name)


@dataclass(frozen=True)
class Facts:
    """What is known of the city: latitude and longitude in degrees, WGS 84; an IANA time zone.

    `country` is an ISO 3166-1 alpha-2 code, `region` an ISO 3166-2 code or nothing, `slug` the
    name as an address, `version` that of the package to install.
    """

    name: str
    slug: str
    country: str
    lat: str
    lon: str
    time_zone: str
    publisher: str
    email: str
    forge: str
    version: str
    region: str = ""


def languages() -> tuple[str, ...]:
    """List the languages a city can begin in, sorted by code."""
    folders = (path.name for path in FOLDER.iterdir() if (path / "docs").is_dir())
    return tuple(sorted(folders))


def files(facts: Facts, words: Words, before: str = "") -> dict[str, str]:
    """Return the text of each file of a new city, by its path; in the language of `words`.

    `before` is an earlier version whose files are kept here, for them to be known again.
    """
    told = _told(facts, words)
    found: dict[str, str] = {}
    base = FOLDER / BEFORE / before if before else FOLDER
    for folder in (COMMON, words.language):
        for path in sorted((base / folder).rglob("*")):
            if path.is_file():
                name = _name(path.relative_to(base / folder).as_posix())
                text = _filled(path.read_text(encoding="utf-8"), name, told)
                found[name] = text if before else naming_city(text, words.language, facts.name)
    others = tuple(start for forge, start in FORGES.items() if start and forge != facts.forge)
    return {name: text for name, text in found.items() if not name.startswith(others)}


def _told(facts: Facts, words: Words) -> dict[str, str]:
    """Return what each placeholder stands for."""
    addresses = Addresses(words)
    licence = licence_for(facts.country, facts.region) or EXAMPLE
    return {
        **vars(facts),
        "language": words.language,
        "licence_name": licence.name,
        "licence_url": licence.url,
        "licence_code": licence.code or "",
        "partners": addresses.partners,
        "map": addresses.map,
        "timeline": addresses.timeline,
        "releases": addresses.releases,
        "themes": addresses.themes,
        "take_part": addresses.take_part,
    }


def _name(path: str) -> str:
    """Return the path a file of the starter has in a city: no package ships a hidden file."""
    return re.sub(r"(^|/)dot-", r"\1.", path).removesuffix(".txt")


def _filled(text: str, name: str, told: dict[str, str]) -> str:
    """Write each value so that it stays one where it stands: in quotes, or in Markdown."""
    head = ""
    if name.endswith(".md") and text.startswith("---\n"):
        head, _, text = text.removeprefix("---\n").partition("---\n")
        head = f"---\n{_with(head, told, is_markdown=False)}---\n"
    return head + _with(text, told, is_markdown=name.endswith(".md"))


def _with(text: str, told: dict[str, str], *, is_markdown: bool) -> str:
    def value(found: re.Match[str]) -> str:
        said = told[found[1]]
        if is_markdown:
            return SIGNS.sub(r"\\\1", said)
        return json.dumps(said, ensure_ascii=False)[1:-1]

    return PLACEHOLDER.sub(value, text)

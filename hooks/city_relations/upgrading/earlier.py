"""What was written into a city that keeps no manifest: made again from what the city says.

Version 0.9.0 kept none, and a manifest can be deleted.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from city_relations.documents import read_city_section
from city_relations.language.words import say, words_for
from city_relations.starter import FORGES, Facts, files, languages
from city_relations.upgrading import CannotUpgradeError
from city_relations.upgrading.manifest import Manifest, print_of
from city_relations.upgrading.steps import STEPS

FIRST = "0.9.0"  # the first version that could begin a city
PROJECT = "pyproject.toml"
NAME = "-relations"


def first_manifest(root: Path, settings: str, installed: str) -> Manifest:
    """Return the manifest that version 0.9.0 would have kept of a city.

    Where more of its files are as the installed version writes them, it is that version's: no step
    of content is taken again. Raises CannotUpgradeError for a folder that `relations init` did not
    write.
    """
    project = _project(root)
    city = read_city_section(root, root / settings).fields
    spoken = city.get("languages")
    language = str(spoken[0]) if isinstance(spoken, list) and spoken else ""
    if not project.endswith(NAME) or language not in languages():
        message = say(
            "“relations init” did not write this folder, or {project} and {settings} no longer "
            "say so: nothing here is ours to bring to a newer version.",
            project=PROJECT,
            settings=settings,
        )
        raise CannotUpgradeError(message)
    facts = _facts(root, city, project.removesuffix(NAME))
    first = _prints(files(facts, words_for(language), before=FIRST))
    now = _prints(files(facts, words_for(language)))
    if _alike(root, now, first) > _alike(root, first, now):
        return Manifest(installed, len(STEPS), language, facts, now)
    return Manifest(FIRST, 0, language, facts, first)


def _prints(written: Mapping[str, str]) -> dict[str, str]:
    return {path: print_of(text) for path, text in written.items()}


def _alike(root: Path, own: Mapping[str, str], other: Mapping[str, str]) -> int:
    """Count the files of a city that are as one version writes them, and not as another does."""
    paths = (path for path, told in own.items() if told != other.get(path))
    return sum(_print_at(root / path) == own[path] for path in paths)


def _print_at(file: Path) -> str:
    try:
        return print_of(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""


def _project(root: Path) -> str:
    try:
        told = tomllib.loads((root / PROJECT).read_text(encoding="utf-8"))
        return str(told["project"]["name"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _facts(root: Path, city: dict[str, Any], slug: str) -> Facts:
    starts = ((name, start) for name, start in FORGES.items() if start)
    known = (name for name, start in starts if any(root.glob(f"{start.rstrip('/')}*")))
    return Facts(
        name=_said(city, "name"),
        slug=slug,
        country=_said(city, "country"),
        lat=_said(city.get("coordinates"), "lat"),
        lon=_said(city.get("coordinates"), "lon"),
        time_zone=_said(city, "time_zone"),
        publisher=_said(city.get("publisher"), "name"),
        email=_said(city.get("press_office"), "email"),
        forge=next(known, "none"),
        version=FIRST,
        region=_said(city, "region"),
    )


def _said(part: object, name: str) -> str:
    return str(part.get(name) or "") if isinstance(part, dict) else ""

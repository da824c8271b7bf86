"""A city's own templates: which of ours they may take the place of, and what is wrong with one."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    TemplateError,
    TemplateSyntaxError,
)

from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.rendering.override_blocks import lost_blocks
from city_relations.schema.nearest import NEARER, closest

BODIES = PackageLoader("city_relations", "outputs/templates")
FRAME = PackageLoader("city_relations", "theme")
# Jinja's two sentences for a name nobody gave.
LOST = re.compile(r"has no attribute '([^']+)'|'([^']+)' is undefined")
# What MkDocs asks for by name: it only calls our frame, and must stay.
CALLS = ("main.html", "404.html", "sitemap.xml")


def loader(overrides: Path | None) -> BaseLoader:
    """Return where templates are found: the city's, else ours; below `ours/`, ours alone."""
    ours = ChoiceLoader([BODIES, FRAME])
    own = [FileSystemLoader(overrides)] if overrides else []
    return ChoiceLoader([*own, ours, PrefixLoader({"ours": ours})])


def templates() -> list[str]:
    """List the templates a city may replace, sorted by name."""
    names = {*BODIES.list_templates(), *FRAME.list_templates()}
    return sorted(name for name in names if name.endswith(".html") and name not in CALLS)


def unknown_templates(root: Path, overrides: Path) -> Iterator[Problem]:
    """Find what nobody would ask for: templates of a city, and blocks in them, that ours lack."""
    known = templates()
    for path in sorted(overrides.rglob("*.html")):
        name = path.relative_to(overrides).as_posix()
        if name not in known:
            message = _unknown(name, known)
            yield Problem(_told(root, path), 1, 1, "", message, rule="template-unknown")
        for lost in lost_blocks(path.read_text(encoding="utf-8", errors="replace"), overrides):
            where = _told(root, path), lost.line, 1
            yield Problem(*where, "", lost.message, rule="template-block-unknown")


def _unknown(name: str, known: list[str]) -> Text:
    if name in CALLS:
        return say(
            "“{name}” would put aside the whole frame; write “frame.html”, which begins with "
            "{extends} and fills a block.",
            name=name,
            extends='{% extends "ours/frame.html" %}',
        )
    meant = closest(name, known, NEARER)
    if meant:
        return say(
            "no template has the name “{name}”; did you mean “{meant}”?", name=name, meant=meant
        )
    return say("no template has the name “{name}”; HACKING.md lists those that do.", name=name)


def fault(root: Path, overrides: Path | None, error: TemplateError) -> Problem | None:
    """Return what is wrong with a city's template that cannot be read or rendered, if it is one.

    Jinja puts the template's own file and line into the error's trace.
    """
    if overrides is None:
        return None
    frames = traceback.extract_tb(error.__traceback__)
    spots = [(Path(f.filename), f.lineno or 1) for f in frames]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        spots.append((Path(error.filename), error.lineno))
    own = [spot for spot in spots if spot[0].is_relative_to(overrides)]
    if not own:
        return None
    path, line = own[-1]
    message = _why(error)
    return Problem(_told(root, path), line, 1, "", message, rule="template-broken")


def _why(error: TemplateError) -> Text:
    """Say what is wrong: the name nobody gave, or what Jinja expected where a slip stands."""
    message = error.message or ""
    if lost := LOST.search(message):
        return say("nothing is called “{name}” here.", name=lost[1] or lost[2])
    return say("this template cannot be read: {why}", why=message)


def _told(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

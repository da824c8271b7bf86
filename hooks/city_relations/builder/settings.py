"""What mkdocs.yml says of a site, as far as it is built without an engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import yaml

from city_relations.builder.configuration import LIST, Configuration
from city_relations.builder.doubts import Level
from city_relations.builder.engine_alone import refuse_what_engines_run
from city_relations.builder.extensions import Extensions, read_extensions
from city_relations.content.written_pages import PAGES
from city_relations.language.words import say
from city_relations.problems import ContentError
from city_relations.publish.layout import Script
from city_relations.publish.theme_files import THEME, overrides

FORGES = (
    ("github.com", "edit/master/docs/"),
    ("bitbucket.org", "src/default/docs/"),
    ("gitlab.com", "edit/master/docs/"),
)


@dataclass(frozen=True)
class Levels:
    """The levels of `validation:`; `absolute` is nothing where links may begin with `/`."""

    omitted: Level
    not_found: Level
    absolute: Level | None
    unrecognized: Level
    anchors: Level


@dataclass(frozen=True)
class Way:
    """An entry of `nav:`: a file below `docs/` or another site's URL, or a section of entries."""

    title: str | None
    target: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Settings:
    """A configuration read.

    `excluded`, `drafts` and `outside` are patterns of files below `docs/`, as in `.gitignore`;
    `ways` is nothing where no menu is written.
    """

    file: Path
    site_name: str
    description: str
    site_url: str
    repo_url: str
    edit_uri: str
    language: str
    has_our_theme: bool
    overrides: Path | None
    site_dir: Path
    strict: bool
    ways: tuple[Way, ...] | None
    extensions: Extensions
    excluded: tuple[str, ...]
    drafts: tuple[str, ...]
    outside: tuple[str, ...]
    styles: tuple[str, ...]
    scripts: tuple[Script, ...]
    levels: Levels

    @property
    def root(self) -> Path:
        """Return the folder of the site's sources."""
        return self.file.parent

    @property
    def docs(self) -> Path:
        """Return the folder of the hand-written pages."""
        return self.root / PAGES


def read_settings(file: Path, environ: Mapping[str, str]) -> Settings:
    """Read mkdocs.yml; raises ContentError with all that no build of ours can do."""
    told = Configuration(file, environ)
    refuse_what_engines_run(told)
    settings = Settings(
        file=file,
        site_name=told.text("site_name"),
        description=told.text("site_description"),
        site_url=_site_url(told),
        repo_url=told.text("repo_url"),
        edit_uri=_edit_uri(told),
        language=_theme(told, "language") or "en",
        has_our_theme=_has_our_theme(told),
        overrides=overrides(_custom_dir(told)),
        site_dir=file.parent / (told.text("site_dir") or "site"),
        strict=bool(told.truth("strict")),
        ways=_ways(told),
        extensions=read_extensions(told),
        excluded=tuple(told.text("exclude_docs").splitlines()),
        drafts=tuple(told.text("draft_docs").splitlines()),
        outside=tuple(told.text("not_in_nav").splitlines()),
        styles=tuple(str(told.value(node)) for node in told.entries("extra_css")),
        scripts=tuple(_scripts(told)),
        levels=_levels(told),
    )
    if told.problems:
        raise ContentError(told.problems)
    return settings


def _site_url(told: Configuration) -> str:
    """Return the site's address, ending in `/`."""
    url = urlsplit(told.text("site_url") or "/")
    if not (url.scheme and url.netloc) and url.path != "/":
        shape = say("a full address, such as “https://city.example/”")
        told.wrong(told.at("site_url"), "site_url", shape)
    path = url.path if url.path.endswith("/") else f"{url.path}/"
    return urlunsplit(url._replace(path=path))


def _edit_uri(told: Configuration) -> str:
    """Return where the staff edit from the repository's address, as known of the great forges."""
    host = urlsplit(told.text("repo_url")).netloc.lower()
    known = dict(FORGES).get(host, "") if told.at("edit_uri") is None else ""
    return told.text("edit_uri") or known


def _theme(told: Configuration, name: str) -> str:
    """Return a setting of the theme, which may be its name alone."""
    if isinstance(told.at("theme"), yaml.ScalarNode):
        return told.text("theme") if name == "name" else ""
    return told.text("theme", name)


def _custom_dir(told: Configuration) -> Path | None:
    folder = _theme(told, "custom_dir")
    return told.file.parent / folder if folder else None


def _has_our_theme(told: Configuration) -> bool:
    custom = _custom_dir(told)
    is_ours = custom is not None and custom.resolve() == THEME
    return is_ours or _theme(told, "name") == "city_relations"


def _ways(told: Configuration) -> tuple[Way, ...] | None:
    found = told.value(told.at("nav"))
    if not found:
        return None
    if isinstance(found, list) and (ways := [_way(one) for one in found]) and None not in ways:
        return tuple(way for way in ways if way)
    told.wrong(told.at("nav"), "nav", LIST)
    return None


def _way(told: object) -> Way | None:
    """Return an entry: a target, or a title with its target or with a list of entries."""
    if isinstance(told, str):
        return Way(None, told)
    title, below = next(iter(told.items())) if isinstance(told, dict) else (None, None)
    if isinstance(below, str):
        return Way(str(title), below)
    ways = [_way(one) for one in below] if isinstance(below, list) else [None]
    whole = tuple(way for way in ways if way)
    return Way(str(title), "", whole) if len(whole) == len(ways) else None


def _scripts(told: Configuration) -> Iterator[Script]:
    for node in told.entries("extra_javascript"):
        value = told.value(node)
        fields = value if isinstance(value, dict) else {"path": value}
        path = str(fields.get("path"))
        yield Script(path, fields.get("type") == "module" or path.endswith(".mjs"))


def _levels(told: Configuration) -> Levels:
    absolute = told.text("validation", "links", "absolute_links")
    return Levels(
        omitted=_level(told, "nav", "omitted_files", Level.INFO),
        not_found=_level(told, "links", "not_found", Level.WARN),
        absolute=None
        if (absolute or told.text("validation", "absolute_links")) == "relative_to_docs"
        else _level(told, "links", "absolute_links", Level.INFO),
        unrecognized=_level(told, "links", "unrecognized_links", Level.INFO),
        anchors=_level(told, "links", "anchors", Level.INFO),
    )


def _level(told: Configuration, part: str, name: str, default: Level) -> Level:
    """Return a level of `validation:`, said for links or the menu alone or for both."""
    found = told.text("validation", part, name) or told.text("validation", name)
    known = {level.name.lower(): level for level in Level}
    if found and found not in known:
        node = told.at("validation", part, name) or told.at("validation", name)
        shape = say("one of {names}", names=", ".join(known))
        told.wrong(node, f"validation.{part}.{name}", shape)
    return known.get(found, default)

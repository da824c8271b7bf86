"""What mkdocs.yml says of a site, as far as it is built without an engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import yaml

from city_relations.builder.configuration import TEXT, Configuration
from city_relations.builder.engine_alone import refuse_what_engines_run
from city_relations.builder.extensions import Extensions, read_extensions
from city_relations.builder.levels import Levels, read_levels
from city_relations.builder.ways import Way, read_ways
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
# The settings of MkDocs, those that this build passes over among them.
_KNOWN = """
    INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra
    extra_css extra_javascript extra_templates hooks markdown_extensions nav not_in_nav plugins
    remote_branch remote_name repo_name repo_url site_author site_description site_dir site_name
    site_url strict theme use_directory_urls validation watch
"""
KNOWN = frozenset(_KNOWN.split())


@dataclass(frozen=True)
class Settings:
    """A configuration read.

    `excluded`, `drafts` and `outside` are patterns of files below `docs/`, as in `.gitignore`;
    `ways` is nothing where no menu is written; `unread` are settings of names nobody knows.
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
    unread: tuple[str, ...]

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
        ways=read_ways(told),
        extensions=read_extensions(told),
        excluded=tuple(told.text("exclude_docs").splitlines()),
        drafts=tuple(told.text("draft_docs").splitlines()),
        outside=tuple(told.text("not_in_nav").splitlines()),
        styles=tuple(str(told.value(node)) for node in told.entries("extra_css")),
        scripts=tuple(_scripts(told)),
        levels=read_levels(told),
        unread=tuple(name for name in told.names() if name not in KNOWN),
    )
    if told.problems:
        raise ContentError(told.problems)
    return settings


def _site_url(told: Configuration) -> str:
    """Return the site's address, ending in `/`."""
    address = told.text("site_url") or "/"
    try:
        url = urlsplit(address)
    except ValueError:  # of brackets that hold no address
        url = urlsplit("")
    if not (url.scheme and url.netloc) and address != "/":
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


def _scripts(told: Configuration) -> Iterator[Script]:
    for node in told.entries("extra_javascript"):
        value = told.value(node)
        fields = value if isinstance(value, dict) else {"path": value}
        path = fields.get("path")
        if not isinstance(path, str):
            told.wrong(node, "extra_javascript", TEXT)
            continue
        yield Script(path, fields.get("type") == "module" or path.endswith(".mjs"))

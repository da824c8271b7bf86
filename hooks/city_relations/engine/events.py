"""MkDocs' events in MkDocs' order, each handed to the core and its answer handed back."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import click
import jinja2
import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from city_relations.catalog.findings import remarks
from city_relations.clock import ClockError, read_clock
from city_relations.content import PARTNERS, RELEASES
from city_relations.engine import pages
from city_relations.engine.build import Build
from city_relations.engine.settings import has_our_theme, own_templates, scripts, site_url
from city_relations.language.words import Text, Words, staff_words
from city_relations.problems import ContentError, refusal, tell
from city_relations.progress import SILENT, progress_on
from city_relations.publish.frame import frame, missing
from city_relations.publish.hand_written import page_of, with_part
from city_relations.publish.layout import Surroundings, edit_base, is_needed, layouts
from city_relations.publish.linked import Named, linked_pages, linked_paths
from city_relations.publish.navigation import menu
from city_relations.publish.on_request import OnRequest
from city_relations.publish.own_files import write_files
from city_relations.publish.previewing import guarded_build, shown_from
from city_relations.publish.refusals import INCOMPLETE, OTHER_THEME, TWICE, WARNED, reason
from city_relations.publish.searching import write_search
from city_relations.publish.serving import ask_the_core, watch
from city_relations.publish.site import Own, Site, Way, read_site, telling_template_faults
from city_relations.publish.sitemap import sitemap
from city_relations.publish.staging import is_preview, put_in_place, stage
from city_relations.publish.theme_files import THEME
from city_relations.publish.theme_listing import list_only_seen
from city_relations.publish.weighing import weigh
from city_relations.publish.writing import write_pages
from city_relations.store import halted

log = logging.getLogger("mkdocs.hooks.relations")
T = TypeVar("T")


class Refused(Abort):
    """The end of a build that was refused: our words where errors are read, nothing beside."""

    def show(self, *_: object, **__: object) -> None:
        """Print what is wrong."""
        click.echo(f"\n{self.format_message()}", err=True)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, check and render everything, before MkDocs touches the last good site."""
    words = staff_words(str(config.theme["language"]))
    config.plugins.events["build_error"].append(partial(_tell_disk, words=words))
    if wrong := _unfit(config):
        raise PluginError(words(wrong))
    try:
        site = _site(config, words)
    except (ContentError, ClockError) as error:
        raise PluginError(reason(error, words)) from None
    for line in tell((*site.catalog.remarks, *remarks(site.catalog)), words):
        log.info(line)
    list_only_seen(config.theme)
    os.umask(0o022)  # a server must be able to read what is published, whoever builds
    build = Build(site, target=Path(config.site_dir), serving=is_preview(Path(config.site_dir)))
    config.extra["relations"] = build
    if not build.serving:
        gc.freeze()  # all this stays: to look through it again and again costs a tenth of a build
        config.site_dir = str(stage(build.target))
    return config


def _unfit(config: MkDocsConfig) -> Text | None:
    if not (THEME / "frame.html").is_file():
        return INCOMPLETE
    return TWICE if "relations" in config.extra else None if has_our_theme(config) else OTHER_THEME


def _site(config: MkDocsConfig, words: Words) -> Site:
    file, folder = Path(str(config.config_file_path)).resolve(), Path(config.site_dir)
    own = Own(file.name, own_templates(config))
    memory = shown_from(folder).memory if is_preview(folder) else None
    is_told = log.isEnabledFor(logging.INFO) or memory is not None
    told = progress_on(sys.stderr, words, os.environ) if is_told else SILENT
    way = Way(told, memory)
    return read_site(file.parent, read_clock(os.environ), site_url(config), own, way)


def _tell_disk(*, error: Exception, words: Words) -> None:
    """Say in one sentence that the disk is full or closed, where a traceback would be shown."""
    if isinstance(error, OSError):
        raise Refused(words(halted(error))) from None


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Keep a preview alive when a file is broken, and look at all that makes the site."""
    root = Path(str(config.config_file_path)).parent
    code = (Path(__file__).parents[1], *(root / hook for hook in config.hooks))
    words = staff_words(str(config.theme["language"]))
    # MkDocs loads a hook once.
    forget = type(config).hooks._load_hook.cache_clear  # type: ignore[attr-defined]  # noqa: SLF001
    folder = Path(config.site_dir)
    build = guarded_build(builder, folder, code, words, forget)
    watch(server, build, (root / PARTNERS, root / RELEASES), code)
    ask_the_core(server, folder, words)
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what the core publishes; leave out what the theme ships and no page of ours asks for."""
    build = _build(config)
    site = build.site
    for file in [f for f in files if not is_needed(f.src_uri)]:
        files.remove(file)
    for own in site.catalog.written:
        if (own.language or own.eases) and (written := files.get_file_from_path(own.file)):
            pages.place(written, site.catalog.destinations.addresses[own.path])
    named = Named(site, repr(config.nav))
    for address in linked_pages(site, named):
        files.append(pages.made_page(config, address))
    for path in linked_paths(site, named):
        files.append(pages.own_file(config, path))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Remember the menu, its pages of ours named; others are named only when all are read."""
    build = _build(config)
    build.nav = nav
    for page in nav.pages:
        if page.title is None and (made := build.site.pages.get(page.url.removeprefix("./"))):
            pages.name_page(page, made)
    return nav


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["relations"]
    return build


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Set the text of a hand-written page, and put its generated part in."""
    return with_part(_build(config).site, page.url.removeprefix("./"), page.meta, html)


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let MkDocs ask for documents: its templates hold nothing but the call."""
    build = _build(config)
    written = files.documentation_pages()
    for file in written:
        pages.show_anchors(file, build.site.pages, config)
    build.layouts = layouts(build.site, _surroundings(build, config, written))
    env.globals["framed"] = lambda page: _document(build, lambda: _framed(page, build))
    first = build.site.edition
    around = first, build.layouts[first.language]
    env.globals["framed_missing"] = lambda: _document(build, lambda: missing(*around))
    build.days = _days(written)
    env.globals["sitemap"] = lambda: "" if build.serving else sitemap(build.site, build.days)
    return env


def _days(written: Sequence[File]) -> list[tuple[str, str]]:
    return [pages.converted(file.page).day for file in written if file.page]


def _surroundings(build: Build, config: MkDocsConfig, written: Sequence[File]) -> Surroundings:
    inside = {page.file.src_uri for page in build.menu.pages}
    found = [f for f in written if f.src_uri not in inside]
    return Surroundings(
        site_name=config.site_name,
        description=config.site_description or "",
        generator=f"{mkdocs.__name__}-{mkdocs.__version__}",
        edit_base=edit_base(config.repo_url or "", config.edit_uri or ""),
        menu=tuple(menu(pages.entries(build.menu))),
        outside={f.src_uri: f.url.removeprefix("./") for f in found},
        styles=tuple(config.extra_css),
        scripts=tuple(scripts(config)),
        serving=build.serving,
    )


def _document(build: Build, make: Callable[[], T]) -> T:
    """Make documents; a fault in a template of the city's own is told with its file and line."""
    try:
        with telling_template_faults(build.site.edition):
            return make()
    except ContentError as error:
        raise PluginError(refusal(error, staff_words(build.site.edition.language))) from None


def _framed(page: Page, build: Build) -> str:
    """Return the document of a hand-written page, which is kept for the search."""
    converted = pages.converted(page)
    edition = build.site.edition_at(converted.address)
    written = page_of(edition, converted, [*pages.entries(build.menu)])
    build.written.append(written)
    return frame(edition, written, build.laid_out[edition.language])


def on_post_build(*, config: MkDocsConfig) -> None:
    """Put the finished site in the place of the last one, unless strict mode will refuse it."""
    build, folder = _build(config), Path(config.site_dir)
    if build.serving:
        made = OnRequest(build.site, build.laid_out, build.written, build.days, folder)
        _document(build, made.try_each_kind)
        shown_from(folder).show(made)
        return
    write_files(folder, build.site)
    weights = _document(build, lambda: write_pages(folder, build.site, build.laid_out))
    write_search(folder, build.site, build.written)
    if heavy := weigh(weights, build.site):
        raise PluginError(heavy)
    if _was_warned():
        raise PluginError(staff_words(str(config.theme["language"]))(WARNED))
    put_in_place(folder, build.target)
    config.site_dir = str(build.target)


def on_build_error(error: Exception, **_: object) -> None:
    """Say what is wrong in our words alone; MkDocs' own follow when asked by `--verbose`.

    Raises Refused in the place of the refusal, for MkDocs to end by.
    """
    if logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG:
        return
    if isinstance(error, PluginError):
        raise Refused(str(error).strip("\n")) from error


def _was_warned() -> bool:
    """Return whether strict mode counted a warning; MkDocs looks only after this event."""
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    return any(counter.get_counts() for counter in counters)

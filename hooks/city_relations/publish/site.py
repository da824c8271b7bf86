"""The whole way from a folder of content to what the site publishes."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import TemplateError

from city_relations.catalog import Catalog, read_catalog
from city_relations.catalog.hand_written import overwritten
from city_relations.content import CONFIGURATION
from city_relations.content.memory import Memory
from city_relations.content.own_modules import OwnModuleError
from city_relations.head.page_metadata import PageMetadata
from city_relations.heap import give_back, keep_one_heap
from city_relations.outputs import publish
from city_relations.problems import ContentError, Problem
from city_relations.progress import SILENT, Progress
from city_relations.publish.held import (
    HeldFiles,
    HeldPages,
    Pages,
    held_assets,
    held_copies,
)
from city_relations.publish.identities import prove_unique
from city_relations.publish.moved_files import moved_files
from city_relations.publish.pages_in_time import PagesInTime
from city_relations.publish.stand_ins import stand_ins
from city_relations.published import Asset, Copy, Insert, Later, Output, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.overrides import fault, unknown_templates
from city_relations.rendering.prose import Renderer
from city_relations.spool import Span, Spool
from city_relations.store import store_of
from city_relations.workers import processors, workers


@dataclass(frozen=True)
class Own:
    """What is a city's own: its configuration's name, and the folder of its templates, if any."""

    settings: str = CONFIGURATION
    overrides: Path | None = None


OURS = Own()


@dataclass(frozen=True)
class Site:
    """Everything a build publishes, by kind; pages are found by their address.

    `editions` are the site in each of its languages, the first one first; `parts` holds what each
    of them gives for hand-written pages, by name. In a preview pages are made when they are looked
    at, and what `later` holds when its path is.
    """

    catalog: Catalog
    editions: Mapping[str, Edition]
    pages: Pages
    assets: HeldFiles[Asset, Span]
    copies: HeldFiles[Copy, str]
    parts: Mapping[str, Mapping[str, Insert]]
    later: tuple[Later, ...] = ()

    @property
    def edition(self) -> Edition:
        """Return the site in its first language."""
        return next(iter(self.editions.values()))

    @property
    def inserts(self) -> Mapping[str, Insert]:
        """Return the parts of hand-written pages in the first language."""
        return self.parts[self.edition.language]

    def edition_in(self, language: str) -> Edition:
        """Return the site in a language; in its first where it is not told in it."""
        return self.editions.get(language, self.edition)

    def edition_at(self, address: str) -> Edition:
        """Return the site in the language of the hand-written page at an address."""
        written = self.catalog.written_at.get(address)
        return self.edition_in(written.language if written else "")


@dataclass(frozen=True)
class Way:
    """How a site is made: who is told what takes long, and what a preview remembers.

    Where there is such a memory, what costs much is made when somebody asks for it.
    """

    progress: Progress = SILENT
    memory: Memory | None = None

    @property
    def postpones(self) -> bool:
        """Return whether this is a preview, which remembers and waits to be asked."""
        return self.memory is not None


AT_ONCE = Way()


def read_site(
    root: Path,
    now: datetime,
    url: str,
    own: Own = OURS,
    way: Way = AT_ONCE,
) -> Site:
    """Read, check and render everything; raises ContentError before anything is written.

    `url` is the site's address, ending in `/`.
    """
    keep_one_heap()
    gc.disable()  # all that is read stays: looking through it costs a tenth of a build
    try:
        store_of(root).look_again()
        catalog = read_catalog(root, now, own.settings, way.progress, way.memory or Spool())
        editions = _editions(catalog, url, own.overrides)
        if not way.postpones:
            gc.freeze()  # what is made from here on goes again, much of it in circles
            gc.enable()
        held = _Held()
        with workers(processors() - 1) as beside:
            for edition in editions.values():
                edition.postpones = way.postpones
                if not way.postpones:  # what is made later is made when no worker is left
                    edition.progress, edition.workers = way.progress, beside
            found = {language: _outputs(edition, held) for language, edition in editions.items()}
        give_back()  # what was forgotten, and what it took
        return _site(catalog, editions, way, held, found)
    finally:
        gc.enable()


def _editions(catalog: Catalog, url: str, overrides: Path | None) -> dict[str, Edition]:
    """Return the site in each of its languages, before anything is rendered of it."""
    if overrides and (lost := list(unknown_templates(catalog.root, overrides))):
        raise ContentError(lost)
    renderer = Renderer(store_of(catalog.root))
    editions = {
        language: Edition(catalog.told_in(language), language, renderer, url, overrides)
        for language in catalog.addresses
    }
    for edition in editions.values():
        edition.finish = PageMetadata(edition).finish
    return editions


class _Held:
    """All that is given, pages and files put aside."""

    def __init__(self) -> None:
        self._spool = Spool()
        self.pages = HeldPages(self._spool)
        self.assets, self.copies = held_assets(self._spool), held_copies()

    def hold(self, edition: Edition, given: Iterable[Output]) -> Iterator[Output]:
        """Yield what an edition gives, but of pages and files only what others must know."""
        for output in given:
            if isinstance(output, Asset):
                self.assets.add(output.path, self._spool.put(output.content))
            elif isinstance(output, Copy):
                self.copies.add(output.path, str(output.file))
            elif isinstance(output, Page) and not edition.postpones:
                yield self.pages.add(edition.finish(output))
            else:
                yield output


def _site(
    catalog: Catalog,
    editions: Mapping[str, Edition],
    way: Way,
    held: _Held,
    found: Mapping[str, list[Output]],
) -> Site:
    """Return what the editions have given; raises ContentError where two things have a place."""
    outputs = [output for made in found.values() for output in made]
    if problems := list(collisions(outputs, catalog, (*held.assets.paths, *held.copies.paths))):
        raise ContentError(problems)
    if not way.postpones:
        store_of(catalog.root).prune()
    given = ((editions[language], made) for language, made in found.items())
    return Site(
        catalog=catalog,
        editions=editions,
        pages=PagesInTime(given) if way.postpones else held.pages,
        assets=held.assets,
        copies=held.copies,
        parts={
            language: {output.name: output for output in made if isinstance(output, Insert)}
            for language, made in found.items()
        },
        later=tuple(o for o in outputs if isinstance(o, Later) and not o.kind),
    )


def _outputs(edition: Edition, held: _Held) -> list[Output]:
    """Return all that an edition gives, as `_Held` yields it; raises ContentError."""
    try:
        with telling_template_faults(edition):
            outputs = list(held.hold(edition, publish(edition)))
            outputs += held.hold(edition, stand_ins(edition, outputs))
            moved = list(moved_files(edition, (held.assets, held.copies), outputs))
            outputs += held.hold(edition, moved)
    except OwnModuleError as error:
        raise ContentError([error.problem]) from error
    if not edition.postpones:
        prove_unique(edition)
        edition.forget()  # what is left to do asks little, and of eight thousand this was much
    return outputs


@contextmanager
def telling_template_faults(edition: Edition) -> Iterator[None]:
    """Turn an error in a template of the city's own into a ContentError with its file and line."""
    try:
        yield
    except TemplateError as error:
        problem = fault(edition.catalog.root, edition.overrides, error)
        if problem is None:
            raise
        raise ContentError([problem]) from error


def collisions(
    outputs: Sequence[Output], catalog: Catalog, paths: Sequence[str] = ()
) -> Iterator[Problem]:
    """Find outputs that would be written over one another, or over a hand-written page.

    `paths` are those of further files.
    """
    taken = {address: page.path for address, page in catalog.written_at.items()}
    for output in outputs:
        if isinstance(output, Insert):
            continue
        source = output.source if isinstance(output, Page) else ""
        for key in _keys(output):
            if key in taken:
                yield overwritten(source or taken[key], key)
            taken[key] = source or key
    for path in paths:
        if path in taken:
            yield overwritten(taken[path], path)
        taken[path] = path


def _keys(output: Page | Asset | Copy | Later) -> tuple[str, ...]:
    """Return where an output lives: the address of a page, the path of a file."""
    if isinstance(output, Later):
        return tuple(path.removesuffix("index.html") for path in output.paths)
    return (output.address if isinstance(output, Page) else output.path,)

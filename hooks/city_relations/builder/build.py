"""From mkdocs.yml to a site in its place: what MkDocs' events do one by one, in one go."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version

from city_relations.builder.doubts import Doubts, Level
from city_relations.builder.files import find_files
from city_relations.builder.output import write_output
from city_relations.builder.pages import HandWritten, read_pages
from city_relations.builder.settings import Settings
from city_relations.catalog.findings import remarks
from city_relations.content import PARTNERS, RELEASES
from city_relations.content.written_pages import PAGES
from city_relations.language.words import Text, Words, say
from city_relations.problems import tell
from city_relations.progress import SILENT, Progress
from city_relations.publish.layout import Surroundings, edit_base
from city_relations.publish.navigation import menu
from city_relations.publish.refusals import INCOMPLETE, OTHER_THEME, WARNED
from city_relations.publish.site import Own, Way, read_site
from city_relations.publish.staging import put_in_place, stage
from city_relations.publish.theme_files import THEME
from city_relations.publish.weighing import weigh

PACKAGE = "city-relations"
Tell = Callable[[Text | str], None]


class Refused(Exception):  # noqa: N818 - what happens to a site, not a fault of the program
    """The site is not published; carries why."""

    def __init__(self, text: Text | str) -> None:
        super().__init__()
        self.text = text


def build(
    settings: Settings, now: datetime, words: Words, say_line: Tell, progress: Progress = SILENT
) -> None:
    """Build the site into its place; until it is whole, the last one stays.

    Raises ContentError and ClockError as `read_site` does, Refused, and OSError.
    """
    _refuse(settings)
    own = Own(settings.file.name, settings.overrides)
    site = read_site(settings.root, now, settings.site_url, own, Way(progress))
    doubts = Doubts()
    for line in tell((*site.catalog.remarks, *remarks(site.catalog)), words):
        say_line(line)
    gc.freeze()  # all this stays: to look through it again and again costs a tenth of a build
    for name in settings.unread:
        message = say("nobody reads the setting “{name}” of mkdocs.yml: take it out.", name=name)
        doubts.tell(Level.WARN, message)
    files = find_files(settings, doubts)
    written = read_pages(site, files.values(), settings, doubts)
    for doubt in doubts.told:
        say_line(doubt)
    if settings.strict and doubts.is_warned:
        raise Refused(WARNED)
    os.umask(0o022)  # a server must be able to read what is published, whoever builds
    staged = stage(settings.site_dir)
    around = surroundings(settings, written)
    weights = write_output(staged, site, written, around, files.values())
    if heavy := weigh(weights, site):
        raise Refused(heavy)
    put_in_place(staged, settings.site_dir)


def surroundings(settings: Settings, written: HandWritten) -> Surroundings:
    """Return what is known of a site around its pages."""
    return Surroundings(
        site_name=settings.site_name,
        description=settings.description,
        generator=f"{PACKAGE}-{version(PACKAGE)}",
        edit_base=edit_base(settings.repo_url, settings.edit_uri),
        menu=tuple(menu(written.menu)),
        outside=written.outside,
        styles=settings.styles,
        scripts=settings.scripts,
    )


def _refuse(settings: Settings) -> None:
    """Refuse another theme than ours, and a place where the sources of the site are."""
    if not (THEME / "frame.html").is_file():
        raise Refused(INCOMPLETE)
    if not settings.has_our_theme:
        raise Refused(OTHER_THEME)
    site, root = settings.site_dir.resolve(), settings.root.resolve()
    sources = [root / folder for folder in (PAGES, PARTNERS, RELEASES)]
    if root.is_relative_to(site) or any(site.is_relative_to(one) for one in sources):
        message = say("“{folder}” holds the sources of the site: build elsewhere.", folder=site)
        raise Refused(message)

"""Both content folders and the configuration as records, and every problem met on the way."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from city_relations import progress as steps
from city_relations.content.city_time import facts_for, read_in_city
from city_relations.content.drafts import stand_in
from city_relations.content.file_names import address_of, copied, is_kept, name_fault
from city_relations.content.finding import find_files
from city_relations.content.ignored_settings import ignored_settings
from city_relations.content.memory import Memory, recall
from city_relations.content.menu import Menu, read_menu
from city_relations.content.own_modules import OwnModule, OwnModuleError, load
from city_relations.content.unread_files import GUIDES, strays, waiting
from city_relations.content.written_pages import PAGES, WrittenPage, written_page
from city_relations.documents import Document, read_city_section, read_markdown, read_profile
from city_relations.documents.kept import KeptReadings
from city_relations.documents.text_files import name_of
from city_relations.language.own_words import faults
from city_relations.language.words import own_words_file, say
from city_relations.problems import Problem
from city_relations.progress import SILENT, Progress
from city_relations.schema.base import Record
from city_relations.schema.called import Called
from city_relations.schema.choices import Status
from city_relations.schema.city import City
from city_relations.schema.partial import Unknown, UnknownError, known, read_partly
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import NAME, PressRelease
from city_relations.schema.shaped import shapes_of
from city_relations.schema.validation_errors import problems_of
from city_relations.schema.values import SLUG, short_name
from city_relations.spool import Spool
from city_relations.store import store_of

CONFIGURATION = "mkdocs.yml"
PARTNERS, RELEASES = "partners", "press_releases"
DROPPED = f"{RELEASES}/import"  # where releases written elsewhere wait to be made drafts
PROFILE = re.compile(r"(?i)\.ya?ml$")

R = TypeVar("R", bound=Record)


@dataclass
class Content:
    """Everything read, whether or not it is fit to be published: some records may not be whole.

    `files` holds the path of every file in the content folders, for links and pictures; `pages`
    that of every file beside the hand-written pages, which are `written`.
    """

    root: Path
    settings: str = CONFIGURATION
    city: City | None = None
    partners: list[Partner] = field(default_factory=list)
    releases: list[PressRelease] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    written: list[WrittenPage] = field(default_factory=list)
    menu: Menu = field(default_factory=Menu)
    modules: list[OwnModule] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    memory: Memory | None = None
    derived: dict[object, object] = field(default_factory=dict, init=False)  # by checks/derived.py

    @property
    def records(self) -> tuple[Partner | PressRelease, ...]:
        """Return every profile and every release."""
        return (*self.partners, *self.releases)

    @property
    def published_partners(self) -> list[Partner]:
        """Return the profiles that are no drafts."""
        return [partner for partner in self.partners if not partner.is_draft]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the site's languages, the first one first, as far as they could be read."""
        with suppress(UnknownError):
            found = known(self.city.languages) if self.city else ()
            return tuple(dict.fromkeys(language for _, language in found))
        return ()

    @property
    def master(self) -> str:
        """Return the master language, as far as it could be read."""
        return next(iter(self.languages), "")

    @property
    def foreign(self) -> set[str]:
        """Return the files that translate, into the first language, what says another language."""
        with suppress(UnknownError):
            told = {one.file for one in self.releases if one.language not in (None, self.master)}
            into = f".{self.master}.md"
            return {one.file for one in self.releases if one.file.replace(into, ".md") in told}
        return set()

    @property
    def names(self) -> list[tuple[str, str]]:
        """Return every name of a partner that could be read, beside the partner's short name."""
        found: list[tuple[str, str]] = []
        for partner in self.partners:
            with suppress(UnknownError):
                found += [(name, address_of(partner.slug)) for _, name in known(partner.names)]
        return found

    @property
    def partner_slugs(self) -> set[str]:
        """Return the short names of all partners, those whose profile is faulty too."""
        found = (f.rsplit("/", 1)[-1] for f in self.files if f.startswith(f"{PARTNERS}/"))
        stems = [PROFILE.sub("", name) for name in found if PROFILE.search(name)]
        return {*stems, *(short_name(stem) for stem in stems)}

    @property
    def called(self) -> Called:
        """Find which partner a name means, as far as the profiles could be read."""
        return Called(self.names, self.partner_slugs)


def read_content(
    root: Path,
    settings: str = CONFIGURATION,
    progress: Progress = SILENT,
    memory: Memory | Spool | None = None,
) -> Content:
    """Read the configuration, every profile and every release below `root`; never raises.

    `settings` is the name of the configuration in `root`. What the `memory` of a preview knows is
    not read again; in a spool, texts are put aside, which takes longer to check and less memory.
    """
    content = Content(root, settings, memory=None if isinstance(memory, Spool) else memory)
    kept = KeptReadings(store_of(root), memory if isinstance(memory, Spool) else None)
    _read_city(content)
    is_first = content.memory is None or content.memory.begin(content.city)
    for path in progress.over(steps.PROFILES, find_files(root, PARTNERS, content.problems)):
        _read_partner_file(content, path, kept)
    called = content.called
    for path in progress.over(steps.RELEASES, find_files(root, RELEASES, content.problems)):
        _read_release_file(content, path, called, kept)
    for path in find_files(root, PAGES, content.problems):
        _read_page(content, path, kept)
    content.menu = read_menu(root / settings)
    if is_first:  # later only a few files of a folder are read
        kept.keep()
    return content


def _read_city(content: Content) -> None:
    settings = content.settings
    path = content.root / settings
    if not path.is_file():
        message = say("the site's configuration is missing: run the command in the site's folder.")
        problem = Problem(settings, 1, 1, "", message, rule="configuration-missing")
        content.problems.append(problem)
        return
    document = read_city_section(content.root, path, shapes_of(City))
    if not document.reading.places:
        message = say("the section “extra: city:” is missing: it says which city the site is for.")
        missing = Problem(settings, 1, 1, "extra.city", message, rule="city-missing")
        content.problems += document.problems or [missing]
        return
    content.city = record_of(content, document, City)
    content.problems += ignored_settings(path)
    _load_modules(content, content.city)
    _check_words(content, content.city)


def _check_words(content: Content, city: City) -> None:
    """Tell what is wrong with the words a site puts over ours."""
    for _, language in known(city.languages):
        path = own_words_file(content.root, language)
        if path.is_file():
            content.problems += [
                Problem(name_of(content.root, path), line, 1, "", message, rule="own-words-fit")
                for line, message in faults(path, language)
            ]


def _load_modules(content: Content, city: City) -> None:
    """Load the city's own modules; one that fails is told by its name."""
    with suppress(UnknownError):
        for _, file in known(city.modules):
            try:
                content.modules.append(load(content.root, file))
            except OwnModuleError as error:
                content.problems.append(error.problem)


def _read_partner_file(content: Content, path: Path, kept: KeptReadings) -> None:
    if _is_other_file(content, path, ".yml"):
        return
    read = partial(_read_partner, content, path, kept)
    content.partners.append(recall(content.memory, path, content.problems, read))


def _read_partner(content: Content, path: Path, kept: KeptReadings) -> Partner:
    document = read_profile(content.root, path, shapes_of(Partner), kept)
    _check_name(content, document.file, path, SLUG)
    return record_of(content, document, Partner)


def _read_release_file(content: Content, path: Path, called: Called, kept: KeptReadings) -> None:
    if name_of(content.root, path).startswith(f"{DROPPED}/"):
        content.problems += waiting(content.root, path)
        return
    if _is_other_file(content, path, ".md"):
        return
    read = partial(_read_release, content, path, kept)
    release = recall(content.memory, path, content.problems, read)
    content.releases.append(_with_slugs(release, called))


def _read_release(content: Content, path: Path, kept: KeptReadings) -> PressRelease:
    document = read_markdown(content.root, path, shapes_of(PressRelease), kept)
    stand_in(document)
    release = record_of(content, document, PressRelease)
    if release.status is Status.WITHDRAWN:
        kept.forget(document.file)
    day = "" if isinstance(release.date, Unknown) else f"{release.date.text}-"
    _check_name(content, document.file, path, NAME, day)
    return release


def _with_slugs(release: PressRelease, called: Called) -> PressRelease:
    """Return a release that calls its partners by their short names, as far as they are known."""
    read = dict(known(release.partners))
    slugs_of = {i: called.each(name) for i, name in read.items()}
    if all(slugs == [read[i]] for i, slugs in slugs_of.items()):
        return release
    partners = (slugs_of.get(i, [name]) for i, name in enumerate(release.partners))
    return release.model_copy(update={"partners": tuple(chain.from_iterable(partners))})


def _read_page(content: Content, path: Path, kept: KeptReadings) -> None:
    """Note a hand-written page; its fields are MkDocs' own, so only ours are looked at."""
    file = name_of(content.root, path)
    content.pages.append(file)
    if path.suffix != ".md":
        return
    document = read_markdown(content.root, path, kept=kept)
    content.problems.extend(document.problems)
    content.written.append(written_page(file, document, content.languages[1:]))


def _is_other_file(content: Content, path: Path, suffix: str) -> bool:
    """Note a file; tell whether it is none of the records, and say what is to be said of it."""
    file = name_of(content.root, path)
    content.files.append(file)
    if path.suffix == suffix and not (path.name.lower() in GUIDES or is_kept(path.name)):
        return _is_copy(content, path)
    content.problems += strays(content.root, path, suffix)
    return True


def _is_copy(content: Content, path: Path) -> bool:
    """Tell of a copy that a system made beside its file; it is no record of its own."""
    of = copied(path)
    if not of or not path.with_name(of).exists():
        return False
    message = say("this is a copy of {file}: keep one of the two, and delete the other.", file=of)
    file = name_of(content.root, path)
    content.problems.append(Problem(file, 1, 1, "", message, rule="copy-beside"))
    return True


def _check_name(
    content: Content, file: str, path: Path, pattern: re.Pattern[str], begin: str = ""
) -> None:
    """Refuse a file name that could not be an address on every machine, or lacks its beginning."""
    message = name_fault(path, pattern, begin)
    if message:
        content.problems.append(Problem(file, 1, 1, "", message, rule="file-name"))


def record_of(content: Content, document: Document, model: type[R]) -> R:
    """Return a record; one that is not whole holds what is sound, and every reason is told."""
    content.problems.extend(document.problems)
    with suppress(UnknownError):
        if content.city:
            read_in_city(document.fields, content.city.zone)
    incomplete, city = document.reading.incomplete, facts_for(content.city, document)
    if not incomplete:
        with suppress(ValidationError):
            return model.model_validate(document.fields, context=city).from_document(document)
    told = [*document.problems, *problems_of(model, document, city)]
    content.problems += told[len(document.problems) :]
    if all(problem.remark for problem in told):
        message = say("something in this file cannot be read, and we cannot tell what: tell us.")
        content.problems.append(Problem(document.file, 1, 1, "", message, rule="untold"))
    return read_partly(model, document.fields, incomplete, city).from_document(document)

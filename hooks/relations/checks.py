"""Rules that hold between files, each a small generator whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from relations.checks_addresses import ADDRESS_CHECKS
from relations.checks_photos import PHOTO_CHECKS
from relations.checks_publication import PUBLICATION_CHECKS
from relations.checks_time import TIME_CHECKS
from relations.checks_twice import TWICE_CHECKS
from relations.colour import PAPER, READABLE, contrast
from relations.content import Content
from relations.geography.countries import inside, is_known
from relations.links import UNPUBLISHED, Destinations, destinations, find_links, is_picture
from relations.problems import Problem
from relations.reading import Loc
from relations.schema.base import Record
from relations.schema.city import City
from relations.schema.meant import closest, folded
from relations.schema.partner import Coordinates, Partner
from relations.schema.parts import Photo
from relations.schema.press_release import PressRelease
from relations.schema.values import SLUG
from relations.words import Text, say

Check = Callable[[Content], Iterator[Problem]]


def check(content: Content) -> Iterator[Problem]:
    """Hold every rule against the content."""
    for rule in CHECKS:
        yield from rule(content)


def partners_exist(content: Content) -> Iterator[Problem]:
    """A release names only partners that have a profile."""
    slugs = content.partner_slugs
    names = {name: p.slug for p in content.partners for name in p.names}
    for release in content.releases:
        for i, slug in enumerate(release.partners):
            if slug not in slugs:
                by_name = {folded(name): name for name in names}
                named = names.get(by_name.get(folded(slug), ""), "")
                meant = named or closest(slug, slugs) or names.get(closest(slug, names), "")
                meant = meant if SLUG.fullmatch(meant) else ""
                yield _at_value(release, ("partners", i), slug, meant, _no_profile(slug, meant))


def _no_profile(slug: str, meant: str) -> Text:
    if meant:
        return say(
            "no profile partners/{slug}.yml; did you mean “{meant}”?", slug=slug, meant=meant
        )
    return say("no profile partners/{slug}.yml: write it first.", slug=slug)


def _at_value(record: Record, loc: Loc, written: str, meant: str, text: Text) -> Problem:
    """Make a problem with the line as it should read."""
    place = record.document.place(loc)
    line = record.document.line(place.line)
    start = place.column - 1
    fix = line[:start] + line[start:].replace(written, meant, 1) if meant else ""
    return record.problem(loc, text, fix)


def one_page_one_file(content: Content) -> Iterator[Problem]:
    """No two files claim one address."""
    seen: dict[tuple[str, ...], Record] = {}
    for release in sorted(content.releases, key=_nearest_first):
        yield from _claimed(seen, ("release", str(release.year), release.stem), release)
    for partner in sorted(content.partners, key=_nearest_first):
        yield from _claimed(seen, ("partner", partner.slug), partner)


def _nearest_first(record: Record) -> tuple[int, str]:
    return record.file.count("/"), record.file


def _claimed(
    seen: dict[tuple[str, ...], Record], address: tuple[str, ...], record: Record
) -> Iterator[Problem]:
    first = seen.setdefault(address, record)
    if first is not record:
        message = say("{file} already has this page's address: rename this file.", file=first.file)
        yield record.problem((), message)


def ties_have_a_beginning(content: Content) -> Iterator[Problem]:
    """A tie has at least one act, or says since when it lives."""
    for partner in content.partners:
        for i, tie in enumerate(partner.ties):
            if not tie.acts and tie.since is None:
                message = say("a tie needs an act (“acts:”) or a first year (“since: 1991”).")
                yield partner.problem(("ties", i), message)
            yield from _dateless_acts(partner, i)


def _dateless_acts(partner: Partner, i: int) -> Iterator[Problem]:
    for j, act in enumerate(partner.ties[i].acts):
        if act.when is None:
            message = say("an act needs “date:” (done) or “planned:” (announced).")
            yield partner.problem(("ties", i, "acts", j), message)


def points_in_their_country(content: Content) -> Iterator[Problem]:
    """A partner's and the city's coordinates lie in the country named, or nearly."""
    records: list[Partner | City] = [*content.partners, *([content.city] if content.city else [])]
    for record in records:
        point = record.coordinates
        if point and is_known(record.country) and not inside(record.country, point.lon, point.lat):
            text, fix = _astray(record.country, point)
            # the swap that puts the point right proves the fault; a point astray may be an island
            yield record.problem(("coordinates",), text, fix, remark=not fix)


def _astray(country: str, point: Coordinates) -> tuple[Text, str]:
    """Say that a point is not where it should be, and the swap that would put it there."""
    if abs(point.lon) <= 90 and inside(country, point.lat, point.lon):  # noqa: PLR2004 - a latitude
        fix = f"coordinates: {{lat: {point.lon}, lon: {point.lat}}}"
        return say("latitude and longitude seem swapped for {country}.", country=country), fix
    return say("this point does not lie in the country named ({country}).", country=country), ""


def translations_have_an_original(content: Content) -> Iterator[Problem]:
    """A translation stands beside the release it translates, in another language."""
    slugs = {(r.year, r.slug) for r in content.releases if not r.language}
    files = set(content.files)
    master = content.city.master if content.city else ""
    for release in content.releases:
        if release.language and (release.year, release.slug) not in slugs:
            original = release.file.replace(f".{release.language}.md", ".md")
            if original not in files:
                message = say("this translation has no original {file}.", file=original)
                yield release.problem((), message)
        if release.language == master and master:
            message = say(
                "“{language}” is the site's own language: a translation is in another.",
                language=master,
            )
            yield release.problem((), message)


def releases_say_something(content: Content) -> Iterator[Problem]:
    """A release has a text."""
    for release in content.releases:
        if not release.body.strip():
            yield release.problem((), say("the release has no text under its fields."))


def names_tell_the_date(content: Content) -> Iterator[Problem]:
    """A release's file name begins with its date, so that the folder reads in order."""
    for release in content.releases:
        if not release.slug.startswith(f"{release.date.text}-"):
            message = say(
                "the file's name does not begin with the release's date, {date}.",
                date=release.date.text,
            )
            yield release.problem(("date",), message, remark=True)


def folders_tell_the_year(content: Content) -> Iterator[Problem]:
    """A release stands in the folder of its year."""
    for release in content.releases:
        folder = release.file.split("/")[-2]
        if folder != str(release.year):
            message = say(
                "this release of {year} stands in the folder “{folder}”: move it.",
                year=release.year,
                folder=folder,
            )
            yield release.problem(("date",), message, remark=True)


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Every link in Markdown leads to a page of the site or to the web; every picture is ours."""
    if content.city is None:
        return
    known = destinations(content, content.city, content.releases)
    known = Destinations(
        {**dict.fromkeys((*content.files, *content.pages), UNPUBLISHED), **known.addresses}
    )
    for release in content.releases:
        for target, offset in find_links(release.body):
            if fault := _refusal(known, release.file, release.body, (target, offset)):
                yield _mended(release.document.body_problem(offset, fault), target)
    for partner in content.partners:
        for loc, markdown in _texts(partner):
            for target, offset in find_links(markdown):
                if fault := _refusal(known, partner.file, markdown, (target, offset)):
                    yield _in_text(partner, loc, target, fault)


def _refusal(known: Destinations, file: str, markdown: str, found: tuple[str, int]) -> Text | None:
    """Say why a target, found at an offset, is refused; nothing for a good one."""
    target, offset = found
    leads = known.resolve(target, file)
    if isinstance(leads, Text):
        return leads
    if ":" in leads and is_picture(markdown, offset):
        return say(
            "a picture from another site would tell it who reads this page: “{target}”; put the "
            "file beside the text and name it under photos.",
            target=target,
        )
    return None


def _mended(problem: Problem, target: str) -> Problem:
    """Give the line with the link that was probably meant."""
    meant = dict(problem.text.values).get("meant")
    start = problem.column - 1
    line = problem.shown
    return (
        replace(problem, fix=line[:start] + line[start:].replace(target, str(meant), 1))
        if meant
        else problem
    )


def _texts(partner: Partner) -> Iterator[tuple[Loc, str]]:
    """Give the Markdown texts of a profile."""
    for name, text in (("about", partner.about), ("take_part", partner.take_part)):
        for markdown in (text or {}).values():
            yield (name,), markdown
    for i, project in enumerate(partner.projects):
        for markdown in (project.about or {}).values():
            yield ("projects", i, "about"), markdown


def _in_text(record: Record, loc: Loc, target: str, text: Text) -> Problem:
    """Make a problem at the line of a block of text on which a target stands."""
    problem = record.problem(loc, text)
    lines = record.document.reading.lines
    for i in range(problem.line - 1, len(lines)):
        if target and target in lines[i]:
            column = lines[i].index(target) + 1
            found = replace(problem, line=i + 1, column=column, shown=lines[i])
            return _mended(found, target)
    return problem


def pictures_exist(content: Content) -> Iterator[Problem]:
    """Every picture named stands beside the file that names it, its case told."""
    files = set(content.files)
    records: list[Partner | PressRelease] = [*content.partners, *content.releases]
    for record in records:
        for i, photo in enumerate(record.photos):
            folder = record.file.rsplit("/", 1)[0]
            if f"{folder}/{photo.file}" not in files:
                yield _lost_picture(record, ("photos", i, "file"), photo, folder, files)


def _lost_picture(
    record: Partner | PressRelease, loc: Loc, photo: Photo, folder: str, files: Iterable[str]
) -> Problem:
    beside = [f.rsplit("/", 1)[-1] for f in files if f.rsplit("/", 1)[0] == folder]
    meant = next((name for name in beside if folded(name) == folded(photo.file)), "")
    meant = meant or closest(photo.file, (n for n in beside if not n.endswith((".md", ".yml"))))
    if meant:
        message = say("no file “{name}”; did you mean “{meant}”?", name=photo.file, meant=meant)
    else:
        message = say("no file “{name}” in {folder}/.", name=photo.file, folder=folder)
    return _at_value(record, loc, photo.file, meant, message)


def accent_is_readable(content: Content) -> Iterator[Problem]:
    """The city's accent is strong enough for links and titles on the site's paper."""
    city = content.city
    if city and (ratio := contrast(city.accent, PAPER)) < READABLE:
        message = say(
            "this colour is too weak on the page: {ratio} to 1, at least 4.5 is needed; "
            "choose a darker one.",
            ratio=f"{ratio:.1f}",
        )
        yield city.problem(("accent",), message)


CHECKS: tuple[Check, ...] = (
    partners_exist,
    one_page_one_file,
    ties_have_a_beginning,
    points_in_their_country,
    translations_have_an_original,
    releases_say_something,
    names_tell_the_date,
    folders_tell_the_year,
    links_lead_somewhere,
    pictures_exist,
    accent_is_readable,
    *PUBLICATION_CHECKS,
    *PHOTO_CHECKS,
    *ADDRESS_CHECKS,
    *TIME_CHECKS,
    *TWICE_CHECKS,
)

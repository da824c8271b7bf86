"""Rules of photos: what each holds, and the words and consents that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from city_relations.checks.alone import found_alone
from city_relations.checks.for_each import Rule, for_each, partners, photos, wordings
from city_relations.content import Content
from city_relations.content.unread_files import PICTURES
from city_relations.dates import Said
from city_relations.documents import Document
from city_relations.language.words import Text, say
from city_relations.pictures.files import examine, tells_place
from city_relations.problems import Problem
from city_relations.schema.choices import People
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease
from city_relations.store import store_of

Record = Partner | PressRelease
IMAGE = re.compile(r"!\[[^\]\[]*\]\(\s*<?(?P<target>[^\s>)]+)")
# What a camera or a hurried hand writes, and nobody who cannot see learns from.
EMPTY_ALT = re.compile(
    r"(photo|image|picture|illustration|logo|visuel)?[\s\d]*|(img|dsc|pict|p)[_-]?\d+.*|.*\.\w{3,4}",
    re.IGNORECASE,
)
SAYS_PICTURE = re.compile(
    r"(photo(graphie)?|image|picture|illustration)s? (de |des |du |d['’]|of |montrant |showing )",
    re.IGNORECASE,
)


def pictures_are_sound(content: Content) -> Iterator[Problem]:
    """A photo is a picture through and through, and of a size one can work with."""
    store, files = store_of(content.root), set(content.files)
    for record, i, photo in photos(content):
        with suppress(UnknownError):
            file = normpath(join(dirname(record.file), photo.file))
            found = examine(content.root / file, store) if file in files else None
            if isinstance(found, Text):
                yield record.problem(("photos", i, "file"), found)


@for_each(photos)
def photos_say_what_they_show(record: Record, i: int, photo: Photo) -> Iterator[Problem]:
    """A photo says what it shows to those who cannot see it."""
    if not photo.alt and not photo.decorative:
        message = say(
            "say what the picture shows, for those who cannot see it (“alt:”); "
            "“decorative: yes” if it says nothing more than the text."
        )
        yield _lacking(record, i, "alt", message)
    for alt in wordings(photo.alt):
        if EMPTY_ALT.fullmatch(alt.strip()):
            message = say("“{alt}” does not say what the picture shows.", alt=alt)
            yield record.problem(("photos", i, "alt"), message)
        elif found := SAYS_PICTURE.match(alt):
            message = say(
                "begin with what is seen: readers know that it is a picture without “{words}”.",
                words=found[0].strip(),
            )
            yield record.problem(("photos", i, "alt"), message, remark=True)


@for_each(photos)
def photos_have_a_credit(record: Record, i: int, photo: Photo) -> Iterator[Problem]:
    """A photo says who took it."""
    if not photo.credit:
        message = say("say who took the picture (“credit:”).")
        yield _lacking(record, i, "credit", message)


def _lacking(record: Record, i: int, name: str, message: Text) -> Problem:
    """Tell of a field a photo lacks, with the line to add where each field has its own."""
    place = record.document.key_place(("photos", i, "file"))
    line = record.document.line(place.line)
    problem = record.problem(("photos", i), message)
    if line[: place.column - 1].strip(" -"):
        return problem
    fix = f"{line}\n{' ' * (place.column - 1)}{name}: …"
    return replace(problem, fix=fix, line=place.line, column=place.column, shown=line)


@for_each(photos)
def people_gave_consent(record: Record, i: int, photo: Photo) -> Iterator[Problem]:
    """People one can recognise have given consent."""
    if photo.people.must_consent and not photo.consent:
        message = say(
            "people can be recognised here ({people}): "
            "say where their written consent is filed (“consent:”).",
            people=photo.people.label,
        )
        yield record.problem(("photos", i, "people"), message)


@for_each(photos)
def parents_say_until_when(record: Record, i: int, photo: Photo) -> Iterator[Problem]:
    """The consent to show minors has an end."""
    if photo.people == People.MINOR and not photo.consent_until:
        message = say("say until when the parents' consent lasts (“consent_until:”).")
        yield record.problem(("photos", i, "people"), message)


def _in_text(document: Document, _: None) -> Iterator[re.Match[str]]:
    """Find the pictures in a text: most have none."""
    return IMAGE.finditer(document.body)


def _with_pictures(content: Content) -> Iterator[tuple[PressRelease]]:
    found = found_alone(content, content.releases, _in_text, None, most=1)
    return ((release,) for release, _ in found)


@for_each(_with_pictures)
def pictures_in_text_are_photos(release: PressRelease) -> Iterator[Problem]:
    """A picture in a text is one of the record's photos, so that its words and credit are known."""
    for found, message in _undeclared(release, release.body):
        yield release.document.body_problem(found.start("target"), message)


@for_each(partners)
def pictures_in_profiles_are_photos(partner: Partner) -> Iterator[Problem]:
    """A picture in a profile's text is one of its photos too."""
    ways = ((("take_part", i, "text"), way.text) for i, way in known(partner.take_part))
    texts = ((("about",), partner.about), (("easy",), partner.easy), *ways)
    for loc, text in texts:
        for markdown in wordings(text):
            for _, message in _undeclared(partner, markdown):
                yield partner.problem(loc, message)


def _undeclared(record: Record, markdown: str) -> Iterator[tuple[re.Match[str], Text]]:
    """Yield each picture of a text that is none of the record's photos, and what to write."""
    declared = {photo.file for photo in record.photos}
    for found in IMAGE.finditer(markdown):
        target = unquote(found["target"])
        if _is_here(target) and target not in declared:
            yield found, say("name “{file}” under “photos:” too, with alt and credit.", file=target)


def _is_here(target: str) -> bool:
    return ":" not in target and "." + target.rpartition(".")[2].lower() in PICTURES


def pages_pictures_tell_no_place(content: Content) -> Iterator[Problem]:
    """A picture of a hand-written page is published as it is: it may not say where it was taken."""
    for file in content.pages:
        path = content.root / file
        if path.suffix.lower() in PICTURES and path.is_file() and tells_place(path):
            message = say("this picture says where it was taken (GPS): export it without.")
            yield Problem(file, 1, 1, "", message)


@for_each(photos)
def consents_last(record: Record, i: int, photo: Photo, today: date) -> Iterator[Problem]:
    """A photo whose consent has ended is not shown any more: take it out of the file."""
    if photo.consent_until and photo.consent_until.last < today:
        message = say(
            "the consent to show this picture ended {date}: it is not published any more; "
            "delete it or ask anew.",
            date=Said(photo.consent_until, "when"),
        )
        yield record.problem(("photos", i, "consent_until"), message, remark=True)


PHOTO_CHECKS: tuple[Rule, ...] = (
    pictures_are_sound,
    photos_say_what_they_show,
    photos_have_a_credit,
    people_gave_consent,
    parents_say_until_when,
    pictures_in_text_are_photos,
    pictures_in_profiles_are_photos,
    pages_pictures_tell_no_place,
)

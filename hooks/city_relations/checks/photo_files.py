"""Rules of the photos beside the texts: one that is named is there, one that is there is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from posixpath import basename, dirname, splitext

from city_relations.checks.for_each import Rule, for_each, photos
from city_relations.checks.places import at_value, expected_path
from city_relations.content import Content
from city_relations.content.unread_files import PHOTOS, PICTURES, UNSUPPORTED_PHOTOS
from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.schema.nearest import closest, folded
from city_relations.schema.partial import UnknownError
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease

Record = Partner | PressRelease


def _named(content: Content) -> Iterator[tuple[Record, int, Photo, set[str]]]:
    files = set(content.files)
    return ((*found, files) for found in photos(content) if _stands(found[0]))


def _stands(record: Record) -> bool:
    """Return whether a record is where its photos are to lie as well."""
    return isinstance(record, Partner) or expected_path(record) == record.file


@for_each(_named)
def pictures_exist(record: Record, i: int, photo: Photo, files: set[str]) -> Iterator[Problem]:
    """Every picture named stands beside the file that names it, its case told."""
    folder = dirname(record.file)
    if f"{folder}/{photo.file}" not in files:
        beside = [basename(file) for file in files if dirname(file) == folder]
        yield _lost_picture(record, i, photo, _meant(photo.file, beside))


def _meant(name: str, beside: Iterable[str]) -> str:
    """Return the photo that was meant, of those that lie beside: else one to convert."""
    shown, others = (
        [n for n in beside if _ending(n) in kind] for kind in (PICTURES, UNSUPPORTED_PHOTOS)
    )
    same = next((n for n in shown if folded(n) == folded(name)), "") or closest(name, shown)
    bare = folded(splitext(name)[0])
    return same or next((n for n in others if folded(splitext(n)[0]) == bare), "")


def _lost_picture(record: Record, i: int, photo: Photo, meant: str) -> Problem:
    loc, negative = ("photos", i, "file"), meant or photo.file
    if _ending(negative) in UNSUPPORTED_PHOTOS:
        better = photo.file if _ending(photo.file) in PICTURES else _exported(negative)
        fix = better if better != photo.file else ""
        return at_value(record, loc, photo.file, fix, _not_shown(negative, better))
    if meant:
        message = say("no file “{name}”; did you mean “{meant}”?", name=photo.file, meant=meant)
    else:
        message = say(
            "no file “{name}” in {folder}/: put it into that folder, under exactly this name, "
            "capitals too.",
            name=photo.file,
            folder=dirname(record.file),
        )
    return at_value(record, loc, photo.file, meant, message)


def _ending(name: str) -> str:
    return splitext(name)[1].lower()


def _exported(name: str) -> str:
    return splitext(name)[0] + ".jpg"


def _not_shown(name: str, better: str) -> Text:
    return say(
        "no browser shows “{name}”: export the photo as JPEG and put it here as “{better}”.",
        name=name,
        better=better,
    )


@dataclass
class _Folder:
    """What is said of the photos in one folder, by which records, and whether all could be read."""

    told: set[str] = field(default_factory=set)
    records: list[Record] = field(default_factory=list)
    unread: bool = False


def _folders(content: Content) -> dict[str, _Folder]:
    found: dict[str, _Folder] = defaultdict(_Folder)
    files = {record.file for record in content.records}
    for problem in content.problems:
        if not problem.remark and problem.file not in files:
            found[dirname(problem.file)].unread = True  # perhaps a record under another name
    for record in content.records:
        file = record.file if isinstance(record, Partner) else expected_path(record)
        names = _names(record)
        for folder in {dirname(record.file), dirname(file)}:
            found[folder].told |= names or set()
            found[folder].unread |= names is None
            found[folder].records.append(record)
    return found


def _names(record: Record) -> set[str] | None:
    with suppress(UnknownError):
        return {photo.file for photo in record.photos}
    return None


def pictures_are_named(content: Content) -> Iterator[Problem]:
    """A photo that lies beside the texts is named by one of them, or forgotten: it is told."""
    lying = [file for file in content.files if _ending(file) in PHOTOS]
    folders = _folders(content) if lying else {}
    for file in lying:
        folder = folders.get(dirname(file), _Folder())
        if not folder.unread and not _is_told(basename(file), folder):
            yield Problem(file, 1, 1, "", _forgotten(basename(file)), remark=True)


def _is_told(name: str, folder: _Folder) -> bool:
    """Return whether a photo is named, was meant by a name, or stands in a text at least."""
    meant = (_meant(told, [name]) for told in folder.told)
    lines = (line for record in folder.records for _, line in record.document.written())
    return name in folder.told or any(meant) or any(name in line for line in lines)


def _forgotten(name: str) -> Text:
    if _ending(name) in UNSUPPORTED_PHOTOS:
        return _not_shown(name, _exported(name))
    return say("no text in this folder names “{name}”: add it under “photos:”.", name=name)


BESIDE_CHECKS: tuple[Rule, ...] = (
    pictures_exist,
    pictures_are_named,
)

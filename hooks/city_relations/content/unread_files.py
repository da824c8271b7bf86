"""Files in a content folder that are no records: why nothing of them is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from city_relations.attachments.forms import FORMS
from city_relations.content.file_names import is_kept
from city_relations.documents import MARKDOWN_LIMIT
from city_relations.documents.text_files import name_of, read_text
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.values import short_name

GUIDES = {"lisezmoi.md", "readme.md"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif"}
# Photos as telephones and cameras keep them, which no browser shows.
_UNSUPPORTED_PHOTOS = ".heic .heif .tif .tiff .dng .nef .cr2 .cr3 .arw .raf .orf .rw2 .raw"
UNSUPPORTED_PHOTOS = frozenset(_UNSUPPORTED_PHOTOS.split())
PHOTOS = PICTURES | UNSUPPORTED_PHOTOS
TEXTS = {".yml", ".yaml", ".md", ".markdown"}
# How the text of each kind of record begins or reads, whatever its file is called.
RECORDS = {
    ".md": re.compile(r"\A\s*---[ \t]*\n"),
    ".yml": re.compile(r"^(name|country)[ \t]*:", re.MULTILINE),
}
ENDINGS = re.compile(r"(?i)(\.(ya?ml|md|markdown|txt|text))+$")


def strays(root: Path, path: Path, suffix: str) -> Iterator[Problem]:
    """Tell of a file that is no record; of guides, photos and documents nothing is told here."""
    file, ending = name_of(root, path), path.suffix.lower()
    if path.name.lower() in GUIDES or ending in PHOTOS:
        return
    if is_kept(path.name):
        message = say(
            "a program or the system left this file, a backup or a trace of its work: "
            "it is not published; delete it."
        )
        yield Problem(file, 1, 1, "", message, remark=True, rule="backup-left")
    elif ending in FORMS:
        return
    elif ending in TEXTS or _reads_as_record(root, path, suffix):
        message = say(
            "the file's name must end in “{suffix}”: rename it to “{name}” "
            "(open it to edit it: its name stands above the text).",
            suffix=suffix,
            name=_as_record(path.name) + suffix,
        )
        yield Problem(file, 1, 1, "", message, rule="file-ending")
    else:
        message = say("this file is not published: only “{suffix}” files are read.", suffix=suffix)
        yield Problem(file, 1, 1, "", message, remark=True, rule="file-not-published")


def waiting(root: Path, path: Path) -> Iterator[Problem]:
    """Tell of a file that waits to be made a draft; of a guide nothing is told."""
    if path.name.lower() not in GUIDES:
        message = say(
            "this file waits to be made a draft: the forge does it when the file is dropped there, "
            "“relations import” does it on your machine. Nothing of it is published."
        )
        yield Problem(name_of(root, path), 1, 1, "", message, remark=True, rule="waits-for-import")


def _reads_as_record(root: Path, path: Path, suffix: str) -> bool:
    text, _ = read_text(root, path, MARKDOWN_LIMIT)
    return bool(RECORDS[suffix].search(text))


def _as_record(name: str) -> str:
    """Return a file's name without its ending, as it can be an address."""
    stem = ENDINGS.sub("", name)
    return ".".join(filter(None, map(short_name, stem.split(".")))) or stem

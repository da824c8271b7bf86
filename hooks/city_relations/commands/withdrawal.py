"""What is to be withdrawn, and what that changes in the content files; all can be undone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from city_relations.catalog.documents import own_documents
from city_relations.checks.links import targets_of
from city_relations.commands.call import Refused
from city_relations.content import Content
from city_relations.language.words import say
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease

Record = Partner | PressRelease
ENTRY = re.compile(r"(\s*)-\s")


@dataclass(frozen=True)
class Withdrawal:
    """What goes out: `texts` were told, `pictures` shown; `changes` are files as they will stand.

    A file that is to be removed has no bytes in `changes`; `shown` are a record's photos that go,
    by their numbers from 1; `releases` go out themselves, `documents` too, or with their release.
    """

    texts: tuple[str, ...]
    changes: Mapping[Path, bytes | None]
    releases: tuple[PressRelease, ...] = ()
    shown: tuple[tuple[Record, int], ...] = ()
    pictures: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()


def release_out(content: Content, release: PressRelease, *, entirely: bool) -> Withdrawal:
    """Take out a release with its translations: by its status, or with its files and photos.

    A translation goes alone, and its file with it: its original stays.
    """
    told = [other for other in content.releases if _is_of(release, other)]
    texts = tuple(text for one in told for text in _texts(one))
    named = own_documents(content, told, targets_of(content))
    documents = tuple(content.root / file for file in named)
    if not entirely and not release.translated_into:
        path = content.root / release.file
        changes = {path: _with_status(path.read_text(encoding="utf-8")).encode()}
        return Withdrawal(texts, changes, tuple(told), documents=documents)
    photos = {_beside(content, one, photo) for one in told for photo in one.photos}
    kept = {_beside(content, r, p) for r in content.records if r not in told for p in r.photos}
    pictures = tuple(sorted(photos - kept))
    gone = dict.fromkeys((*(content.root / one.file for one in told), *pictures, *documents))
    return Withdrawal(texts, gone, tuple(told), pictures=pictures, documents=documents)


def pictures_out(content: Content, wanted: Mapping[Path, str]) -> Withdrawal:
    """Take out pictures, each with what its text alternative and caption tell of it."""
    changes: dict[Path, bytes | None] = dict.fromkeys(wanted)
    texts, shown = [], []
    for record in content.records:
        found = [i for i, p in enumerate(record.photos) if _beside(content, record, p) in changes]
        path = content.root / record.file
        text = path.read_text(encoding="utf-8")
        for i in reversed(found):
            text = _without_entry(record, text, i, last=len(record.photos) == len(found))
            texts += [*_told(record.photos[i].alt), *_told(record.photos[i].caption)]
            shown.append((record, i + 1))
        for name in {record.photos[i].file for i in found}:
            text = without_mention(text, name)
        if found:
            changes[path] = text.encode()
    return Withdrawal(tuple(texts), changes, shown=tuple(shown), pictures=tuple(wanted))


def _is_of(release: PressRelease, other: PressRelease) -> bool:
    """Return whether a file is the release or, of an original, one of its translations."""
    if release.translated_into:
        return other is release
    folder, there = (one.file.rpartition("/")[0] for one in (release, other))
    return (release.slug, folder) == (other.slug, there)


def _beside(content: Content, record: Record, photo: Photo) -> Path:
    return (content.root / record.file).parent / photo.file


def _texts(release: PressRelease) -> Iterator[str]:
    yield from (release.title, release.summary or "", release.body)
    for photo in release.photos:
        yield from (*_told(photo.alt), *_told(photo.caption))
    for correction in release.corrections:
        yield from correction.note.values()


def _told(text: Localized | None) -> tuple[str, ...]:
    return tuple(text.values()) if text else ()


def _with_status(text: str) -> str:
    """Return a release's text with the status withdrawn, in the place of the one it has."""
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    lines = [line for line in head.split("\n") if not re.match(r"status\s*:", line)]
    return "---\n" + "\n".join([*lines, "status: withdrawn"]) + mark + body


def _without_entry(record: Record, text: str, i: int, *, last: bool) -> str:
    """Return a file's text without the lines of a photo, or of all when it is the last."""
    lines = text.split("\n")
    key, place = record.document.key_place(("photos",)), record.document.place(("photos", i))
    start = place.line - 1
    if last and i == 0:
        start, end = key.line - 1, _end(lines, key.line - 1, 0)
    elif entry := ENTRY.match(lines[start]):
        end = _end(lines, start, len(entry[1]))
    else:
        raise Refused(
            say(
                "{file}:{line}: take this picture out of “photos” by hand, then withdraw it again.",
                file=record.file,
                line=place.line,
            )
        )
    return "\n".join([*lines[:start], *lines[end:]])


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return the first line after one that belongs to it no more: it stands no deeper."""
    for i in range(start + 1, len(lines)):
        line = lines[i]
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and depth <= indent and not (indent == 0 and line.startswith("- ")):
            return i
    return len(lines)


def without_mention(text: str, name: str) -> str:
    """Return a text that neither shows a file nor leads to it; the words of a link stay."""
    target = rf"\(\s*<?{re.escape(name)}>?[^)]*\)"
    return re.sub(rf"(?<!!)\[([^\]]*)\]{target}", r"\1", re.sub(rf"!\[[^\]]*\]{target}", "", text))

"""Files dropped to be made drafts: in which language each is, and which pictures belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from city_relations.author_files import MEGABYTE, Refused, read_whole
from city_relations.content import DROPPED, Content
from city_relations.content.finding import find_files
from city_relations.content.unread_files import GUIDES, PHOTOS
from city_relations.importing.drafts import Draft, Wanted
from city_relations.importing.reading import read_sources
from city_relations.importing.source import Block, Kind, Picture, Source
from city_relations.language.words import say

HEAVIEST = 60 * MEGABYTE  # bytes of a photo


@dataclass(frozen=True)
class Arrival:
    """A file to be read, as what, and the pictures that were dropped with it."""

    path: Path
    wanted: Wanted
    pictures: tuple[Path, ...] = ()


def dropped(content: Content, today: date) -> list[Arrival]:
    """Return what lies in the folder where releases are dropped, in the order of the names.

    `turin.de.docx` is read as German where the site is told in German, and is the translation of
    `turin.md` where that is a release. Pictures belong to a release that is dropped alone.
    """
    found = find_files(content.root, DROPPED, [])
    paths = [path for path in found if path.name.lower() not in GUIDES]
    texts = [path for path in paths if path.suffix.lower() not in PHOTOS]
    pictures = [path for path in paths if path not in texts]
    if len(texts) != 1:
        return [Arrival(path, _wanted(path, content, today)) for path in paths]
    [path] = texts
    return [Arrival(path, _wanted(path, content, today), tuple(pictures))]


def sources_of(arrival: Arrival) -> list[Source]:
    """Return the releases in a file; pictures that came with it belong to the one in it.

    Raises Refused with a sentence that says what to do.
    """
    if arrival.path.suffix.lower() in PHOTOS:
        message = say(
            "a photo is taken in with the one release that is dropped with it: put this one beside "
            "its draft, and name it there under “photos:”."
        )
        raise Refused(message)
    sources = read_sources(arrival.path)
    return [_with_pictures(sources[0], arrival.pictures)] if len(sources) == 1 else sources


def _wanted(path: Path, content: Content, today: date) -> Wanted:
    stem, _, language = path.stem.rpartition(".")
    if language not in content.languages[1:]:
        return Wanted(today)
    originals = {one.stem: one.file for one in content.releases if not one.translated_into}
    return Wanted(today, language, originals.get(stem, ""))


def _with_pictures(source: Source, pictures: tuple[Path, ...]) -> Source:
    """Return a source with pictures that lie beside it, behind its text."""
    blocks = [Block(Kind.PICTURE, "", "", picture=_picture(path)) for path in pictures]
    return replace(source, blocks=(*source.blocks, *blocks))


def _picture(path: Path) -> Picture:
    odd = say("this is not an ordinary file: a folder, or a link to another.")
    heavy = say("the photo weighs more than {limit} MB.", limit=HEAVIEST // MEGABYTE)
    return Picture(path.name, read_whole(path, HEAVIEST, odd, lambda _: heavy))


def take_away(arrival: Arrival, drafts: Sequence[Draft]) -> None:
    """Delete a file that is drafts now, and its pictures, but for those that are in none."""
    used = [picture.data for draft in drafts for picture in draft.pictures]
    arrival.path.unlink()
    for path in arrival.pictures:
        if path.read_bytes() in used:
            path.unlink()

"""A press release as PDF for archives and for everyone (PDF/A-3a, PDF/UA-1), in our own letters."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from city_relations.language.direction import direction, direction_of
from city_relations.language.typography import typeset_html
from city_relations.language.untranslated import mark_language
from city_relations.language.words import base_language, say, words_of
from city_relations.pictures.renditions import Rendition, file_of, on_paper
from city_relations.press.kit import Kit
from city_relations.press.manuscript import manuscript
from city_relations.press.passages import Image, Told, passage
from city_relations.press.typesetter import recipe, typeset_told
from city_relations.rendering.edition import Edition
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.store import key_of
from city_relations.workers import Piece


def pdf_of(edition: Edition, kit: Kit) -> Path | None:
    """Return the file of a kit's PDF, made once: the same text and photos give the same bytes."""
    if kit.unset or not edition.catalog.city.pdf:
        return None
    key = _key(edition, kit)
    found = edition.store.find(key)
    return found or edition.store.put(key, edition.workers.take(key) or _piece(edition, kit).done())


def begin_pdf(edition: Edition, kits: Iterable[Kit]) -> None:
    """Let workers set the PDF of kits that have one and whose PDF is not kept."""
    told = (kit for kit in kits if edition.catalog.city.pdf and not kit.unset)
    keys = ((_key(edition, kit), kit) for kit in told)
    edition.workers.begin(
        (key, _piece(edition, kit)) for key, kit in keys if not edition.store.claims(key)
    )


def _piece(edition: Edition, kit: Kit) -> Piece:
    """Return the work of setting a kit's PDF, which a worker may do."""
    manuscript = json.dumps(_manuscript(edition, kit, _images(edition, kit)), ensure_ascii=False)
    fonts = "\n".join(map(str, kit.fonts))
    day = datetime.fromisoformat(kit.date).replace(tzinfo=UTC)
    told = (manuscript, day.isoformat(), str(edition.store.folder), fonts)
    return Piece(f"{typeset_told.__module__}:{typeset_told.__name__}", told)


def _key(edition: Edition, kit: Kit) -> str:
    """Return what a PDF is known by: all that it says and shows, and how it is set."""
    told = (kit.language, kit.frame_language, kit.date, kit.lines, str(kit.body), str(kit.beside))
    photos = [(photo.stem, photo.picture.digest) for photo in kit.photos]
    fonts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in kit.fonts]
    return key_of(told, photos, edition.catalog.city.accent, fonts, recipe(), ending=".pdf")


def _manuscript(edition: Edition, kit: Kit, images: Mapping[str, Image]) -> dict[str, Any]:
    words = words_of(edition.catalog.root, kit.frame_language)
    frame = base_language(kit.frame_language)
    year, month, day = map(int, kit.date.split("-"))
    return {
        "lang": base_language(kit.language),
        "title": kit.title,
        "author": list(kit.issuers),
        "description": kit.summary,
        "date": [year, month, day],
        "accent": edition.catalog.city.accent,
        "above": {"lang": frame, "dir": direction(kit.language)},
        "frame": {"lang": frame},
        "kicker": kit.kicker,
        "who": [_line(kit, kit.issuer), _line(kit, kit.dateline)],
        "heading": _line(kit, kit.title),
        "lifted": kit.lifted,
        "notices": [_line(kit, notice) for notice in kit.notices],
        "summary": _line(kit, kit.summary),
        "lead": manuscript(Markup().join(kit.figures[:1]), images),
        "body": manuscript(kit.body + Markup().join(kit.figures[1:]), images),
        "contact": words(say("Press contact")),
        "contacts": [_contact(kit, contact) for contact in kit.contacts],
        "url": kit.url,
    }


def _line(kit: Kit, text: str) -> list[Told]:
    """Return a line with its typography: in French « 1er » is raised."""
    return passage(mark_language(typeset_html(Markup.escape(text), kit.language)))


def _contact(kit: Kit, contact: str) -> list[Told]:
    """Return an office's line; right to left, a number or an address in it keeps its own way."""
    if direction(kit.language) == "ltr":
        return [contact]
    parts = [
        {"t": "span", "c": [part], "dir": direction_of(part) or "ltr"}
        for part in contact.split(" · ")
    ]
    return [told for part in parts for told in (" · ", part)][1:]


def _images(edition: Edition, kit: Kit) -> Mapping[str, Image]:
    """Return each photo's file by the address its text has for it: there are no others."""
    lead, found = kit.photos_beside[:1], {}
    for photo in kit.photos:
        form = on_paper(photo.picture) if photo in lead else photo.fallback
        found[edition.absolute(photo.path(photo.fallback))] = image_of(edition, photo, form)
    return found


def image_of(edition: Edition, photo: PublishedPhoto, form: Rendition) -> Image:
    """Return a form of a photo as the typesetter finds it."""
    picture = photo.picture
    file = file_of(picture, form, edition.store)
    path = PurePosixPath(file.relative_to(edition.store.folder).as_posix())
    return Image(path, form.width, max(1, round(picture.height * form.width / picture.width)))

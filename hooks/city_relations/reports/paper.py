"""Papers as PDF for archives and for everyone (PDF/A-3a, PDF/UA-1), set as press releases are."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from city_relations.language.direction import direction
from city_relations.language.typography import typeset_html
from city_relations.language.untranslated import mark_language
from city_relations.language.words import base_language
from city_relations.pictures.letters import missing_letters
from city_relations.pictures.other_fonts import fonts_for
from city_relations.press.manuscript import manuscript
from city_relations.press.passages import ZERO_WIDTH_SPACE, Image, letters, passage
from city_relations.press.typesetter import recipe, typeset_told
from city_relations.rendering.edition import Edition
from city_relations.reports.drawings import Drawing
from city_relations.store import key_of
from city_relations.workers import Piece

LONG = re.compile(r"\w{32}(?=\w{4})")  # letters: no line of a title holds many more
OURS = re.compile(r'href="(?![a-z][a-z0-9+.-]*:|#)(?:\./)?')


@dataclass(frozen=True)
class Paper:
    """What is set: its lines, its text as HTML whose links begin at the site's root, its drawings.

    `drawings` are found by the address that the text has for them; `day` is the PDF's date.
    """

    title: str
    kicker: str
    above: tuple[str, ...]
    summary: str
    body: Markup
    address: str
    day: date
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    photos: Mapping[str, Image] = field(default_factory=dict)


class Setting:
    """A paper on its way to be a PDF, in the language of an edition."""

    def __init__(self, edition: Edition, paper: Paper) -> None:
        self._edition, self._paper = edition, paper
        # The letters that no font has; where there are any there is no PDF. They are looked for
        # at once: whoever keeps this has asked all that it tells.
        self.unset = missing_letters(self._letters, self._fonts)

    @cached_property
    def _told(self) -> dict[str, Any]:
        edition, paper = self._edition, self._paper
        language = base_language(edition.language)
        html = OURS.sub(f'href="{edition.site_url}', str(paper.body))
        return {
            "lang": language,
            "title": paper.title,
            "author": [edition.plain(edition.catalog.city.publisher.name)],
            "description": paper.summary,
            "date": [paper.day.year, paper.day.month, paper.day.day],
            "accent": edition.catalog.city.accent,
            "above": {"lang": language, "dir": direction(edition.language)},
            "frame": {"lang": language},
            "kicker": paper.kicker,
            "who": [self._line(one) for one in paper.above],
            "heading": self._line(LONG.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", paper.title)),
            "lifted": "",
            "notices": [],
            "summary": self._line(paper.summary),
            "body": manuscript(html, {**self._images, **paper.photos}),
            "contact": "",
            "contacts": [],
            "url": edition.absolute(paper.address),
        }

    def _line(self, text: str) -> list[Any]:
        return passage(mark_language(typeset_html(Markup.escape(text), self._edition.language)))

    @cached_property
    def _images(self) -> Mapping[str, Image]:
        """Put each drawing where the typesetter may read it."""
        store, found = self._edition.store, {}
        for name, one in self._paper.drawings.items():
            key = key_of("drawing", one.svg, ending=".svg")
            file = store.find(key) or store.put(key, one.svg.encode())
            path = PurePosixPath(file.relative_to(store.folder).as_posix())
            found[name] = Image(path, one.width, one.height, one.labels)
        return found

    @cached_property
    def _fonts(self) -> tuple[Path, ...]:
        catalog = self._edition.catalog
        return fonts_for(self._letters, [catalog.root / name for name in catalog.city.fonts])

    @cached_property
    def _letters(self) -> str:
        return "".join(letters(self._told))

    def pdf(self) -> Path | None:
        """Return the file of the PDF, made once; none where a letter of it has no font."""
        if self.unset:
            return None
        edition, store = self._edition, self._edition.store
        told = json.dumps(self._told, ensure_ascii=False)
        fonts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in self._fonts]
        key = key_of("paper", told, self._paper.day.isoformat(), fonts, recipe(), ending=".pdf")
        found = store.find(key)
        if found:
            return found
        day = datetime.combine(self._paper.day, time(), UTC).isoformat()
        others = "\n".join(map(str, self._fonts))
        piece = Piece(
            f"{typeset_told.__module__}:{typeset_told.__name__}",
            (told, day, str(store.folder), others),
        )
        return store.put(key, edition.workers.take(key) or piece.done())


def can_be_set(edition: Edition, paper: Paper) -> bool:
    """Return whether some font has every letter of a paper."""
    return not Setting(edition, paper).unset


def pdf_of(edition: Edition, paper: Paper) -> Path | None:
    """Return the file of a paper's PDF: the same words and drawings give the same bytes."""
    return Setting(edition, paper).pdf()

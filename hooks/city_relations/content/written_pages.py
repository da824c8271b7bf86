"""The hand-written pages of `docs/`: what the core knows of them, their language among it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from city_relations.documents import Document
from city_relations.documents.reading import Place

PAGES, ENDING = "docs", ".md"
EASY = ".easy"  # before the ending: the page in easy language


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page of `docs/`: its path, its title and the generated part it asks for.

    `insert_place` is where it asks, `document` the page as it was read. `language` is "" for the
    site's first; `translates` is the path below `docs/` of the page that a translation translates,
    `eases` that of the page in the same language that this one tells in easy words.
    """

    path: str
    title: str
    insert: str
    insert_place: Place
    document: Document
    language: str = ""
    translates: str = ""
    eases: str = ""

    @property
    def file(self) -> str:
        """Return the path below `docs/`."""
        return self.path.removeprefix(f"{PAGES}/")

    @property
    def original(self) -> str:
        """Return the path below `docs/` that the page and its translations share."""
        return self.translates or self.file

    @property
    def ordinary(self) -> str:
        """Return the path below `docs/` that the page shares with those it eases, too."""
        own = self.original
        return f"{own.removesuffix(EASY + ENDING)}{ENDING}" if self.eases else own


def written_page(file: str, document: Document, others: Collection[str]) -> WrittenPage:
    """Return the page of a file; `others` are the languages of the site but its first.

    `name.de.md` translates `name.md`; one that is in German alone says `lang: de`. `name.easy.md`
    tells `name.md` in easy language, `name.de.easy.md` what `name.de.md` tells.
    """
    below = file.removeprefix(f"{PAGES}/").removesuffix(ENDING)
    easy = EASY if below.endswith(EASY) else ""
    below = below.removesuffix(easy)
    stem, _, named = below.rpartition(".")
    is_translation = bool(stem) and named in others
    own = named if is_translation else str(document.fields.get("lang") or "")
    title = str(document.fields.get("title") or "")
    return WrittenPage(
        path=file,
        title=title or (stem if is_translation else below).rpartition("/")[2],
        insert=str(document.fields.get("relations") or ""),
        insert_place=document.place(("relations",)),
        document=document,
        language=own if own in others else "",
        translates=f"{stem}{easy}{ENDING}" if is_translation else "",
        eases=f"{below}{ENDING}" if easy else "",
    )

"""The places of each page that a link can lead to: headings of texts, sections of profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.language.words import N_, words_for
from city_relations.markdown.anchors import Anchor, Anchors, anchors, heading_ids, names_of
from city_relations.markdown.reading import read
from city_relations.schema.localized import Localized
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

# The sections of a partner's page: their ids, and what they are called.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("about", N_("Who they are")),
    ("projects", N_("Projects and money")),
    ("timeline", N_("Timeline")),
    ("releases", N_("Press releases")),
    ("elsewhere", N_("Its ties with others")),
    ("take-part", N_("How to take part")),
    ("sources", N_("Sources")),
)
PREFIX = "p-"
FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
# How Python-Markdown, which reads the hand-written pages, knows a heading and an id.
WRITTEN = re.compile(
    r"^(?:\#{1,6}[ \t]*(?P<atx>[^#\n].*?)[ \t]*\#*|(?P<setext>[^\n]+)\n[=-]+)[ \t]*$", re.MULTILINE
)
OWN_ID = re.compile(r"""\{[^}\n]*\#(?P<braces>[\w:.-]+)[^}\n]*\}|\bid=["']?(?P<html>[\w:.-]+)""")


@dataclass
class Places:
    """Knows the places of the page of each content file; each file is read once, when asked for."""

    content: Content
    _found: dict[str, Anchors | None] = field(default_factory=dict)
    _files: dict[str, Partner | PressRelease | WrittenPage] = field(default_factory=dict)

    def __call__(self, file: str) -> Anchors | None:
        """Return the places of a file's page; nothing where they are not known."""
        if not self._files:
            self._files = {record.file: record for record in self.content.records}
            self._files |= {page.path: page for page in self.content.written}
        if file not in self._found:
            self._found[file] = self._read(file)
        return self._found[file]

    def _read(self, file: str) -> Anchors | None:
        record = self._files.get(file)
        with suppress(UnknownError):
            if isinstance(record, PressRelease):
                return _of_text(record.body, PREFIX)
            if isinstance(record, Partner):
                return Anchors(tuple(_of_partner(record, self.content.master)))
            if record is not None and not record.insert:
                return _of_page(record.document.body)
        return None


def _of_text(body: str, prefix: str) -> Anchors:
    titles = [title for title, _ in read(body).headings] if "\n" in body or "#" in body else []
    return anchors(zip(heading_ids(titles), titles, strict=True), prefix)


def _of_partner(partner: Partner, language: str) -> Iterator[Anchor]:
    """Yield the sections of a profile's page, its ties, and the headings of its texts."""
    words = words_for(language)
    for own, title in SECTIONS:
        yield Anchor(own, names_of(own, words.gettext(title)))
    for i, tie in known(partner.ties):
        name = tie.name.in_(language) if tie.name else words(tie.kind.label)
        yield Anchor(f"tie-{i + 1}", names_of(f"tie-{i + 1}", name))
    texts: list[tuple[str, Localized | None]] = [("about", partner.about)]
    ways = known(partner.take_part)
    texts += [(f"take-part-{i + 1}" if i else "take-part", way.text) for i, way in ways]
    texts += [(f"project-{i + 1}", project.about) for i, project in known(partner.projects)]
    for part, text in texts:
        if text:
            yield from _of_text(text.in_(language), f"{PREFIX}{part}-").places


def _of_page(body: str) -> Anchors:
    """Return the places of a hand-written page, as Python-Markdown makes their ids."""
    prose = FENCED.sub("", body)
    titles = [re.sub(r"\{[^}\n]*\}", "", m["atx"] or m["setext"]) for m in WRITTEN.finditer(prose)]
    bare = [re.sub(r"[*_`]|\]\([^)]*\)|\[", "", title).strip() for title in titles]
    own = [Anchor(m["braces"] or m["html"], ()) for m in OWN_ID.finditer(prose)]
    return Anchors((*anchors(zip(heading_ids(bare), bare, strict=True)).places, *own))

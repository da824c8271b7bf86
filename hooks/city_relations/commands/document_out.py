"""Taking out a document: its file, and each place that names it."""

from __future__ import annotations

import re
from pathlib import Path

from city_relations.checks.links import targets_of
from city_relations.commands.call import Refused
from city_relations.commands.withdrawal import Withdrawal, without_mention
from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.language.words import say
from city_relations.links.mentions import Mention, mentions


def document_out(content: Content, file: str) -> Withdrawal:
    """Take out a document: texts keep the words of their links, fields lose its name."""
    document, targets = content.root / file, targets_of(content)
    changes: dict[Path, bytes | None] = {document: None}
    for record in (*content.records, *content.written):
        own = record.path if isinstance(record, WrittenPage) else record.file
        found = [m for m in mentions(record) if targets.document(m.target, own) == file]
        if found:
            path = content.root / own
            fields = [mention for mention in found if mention.is_field]
            lines = path.read_text(encoding="utf-8").split("\n")
            for mention in reversed(fields):
                _take_out(lines, mention, record.document.place(mention.loc).line, own)
            text = "\n".join(lines)
            for mention in found:
                text = without_mention(text, mention.target)
            changes[path] = text.encode()
    return Withdrawal((), changes, documents=(document,))


def _take_out(lines: list[str], mention: Mention, number: int, file: str) -> None:
    """Take a document's name out of a field: its line, its entry in a list, or its pair."""
    name = rf"""["']?{re.escape(mention.target)}["']?"""
    line = lines[number - 1]
    if re.fullmatch(rf"\s*(?:document:|-)\s+{name}\s*(?:#.*)?", line):
        del lines[number - 1]
        return
    for form, instead in (
        (rf",\s*document:\s*{name}(?=\s*[,}}])", ""),
        (rf"document:\s*{name}\s*,\s*", ""),
        (rf"(?<=\[)\s*{name}\s*,\s*|,\s*{name}(?=\s*[],])", ""),
        (rf"\[\s*{name}\s*\]", "[]"),
    ):
        found = re.sub(form, instead, line, count=1)
        if found != line:
            lines[number - 1] = found
            return
    raise Refused(
        say(
            "{file}:{line}: take this document out of “document” by hand, then withdraw it again.",
            file=file,
            line=number,
        )
    )

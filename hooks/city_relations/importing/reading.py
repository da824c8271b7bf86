"""Files as sources: each form by its own reader, what is unfit refused in a clear sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from city_relations.author_files import MEGABYTE, Refused, read_whole
from city_relations.importing.exports import read_export
from city_relations.importing.mail import read_mail
from city_relations.importing.opendocument import read_odt
from city_relations.importing.parts import parted
from city_relations.importing.pdf import read_pdf
from city_relations.importing.plain import read_page, read_text
from city_relations.importing.source import Source
from city_relations.importing.word import read_docx
from city_relations.language.words import say

HEAVIEST = 60 * MEGABYTE  # bytes of a text with its pictures
HEAVIEST_EXPORT = 300 * MEGABYTE  # an export of a whole site
READERS: Mapping[str, Callable[[str, bytes], Iterator[Source]]] = {
    ".docx": read_docx,
    ".odt": read_odt,
    ".pdf": read_pdf,
    ".eml": read_mail,
    ".txt": read_text,
    ".md": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".xml": read_export,
    ".rss": read_export,
    ".atom": read_export,
}
READ = "docx, odt, pdf, eml, txt, html, xml (WordPress, RSS, Atom)"
# Forms of the same text that are read once they are saved anew.
ANEW = {
    ".doc": "docx",
    ".docm": "docx",
    ".dot": "docx",
    ".dotx": "docx",
    ".rtf": "docx",
    ".wps": "docx",
    ".pages": "docx",
    ".fodt": "odt",
    ".ott": "odt",
    ".msg": "eml",
    ".mht": "html",
    ".mhtml": "html",
}


def read_sources(path: Path) -> list[Source]:
    """Return the releases in a file.

    Raises Refused with a sentence that says what to do where the file is none we read.
    """
    ending = path.suffix.lower()
    if not path.exists():
        raise Refused(say("no file “{name}”.", name=path.name))
    if ending in ANEW:
        raise Refused(
            say(
                "files in {ending} are not read: open it, and save it as {form}.",
                ending=ending,
                form=ANEW[ending],
            )
        )
    if ending not in READERS:
        raise Refused(say("this form of file is not read; those that are: {forms}.", forms=READ))
    heaviest = HEAVIEST_EXPORT if READERS[ending] is read_export else HEAVIEST
    data = read_whole(
        path,
        heaviest,
        say("this is not an ordinary file: a folder, or a link to another."),
        lambda size: say(
            "the file weighs {size} MB; at most {limit} MB are read: take the pictures out, and "
            "add them to the draft as files.",
            size=size,
            limit=heaviest // MEGABYTE,
        ),
    )
    if not data.strip():
        raise Refused(say("the file is empty."))
    found = READERS[ending](path.name, data)
    return [part for source in found for part in parted(source)]

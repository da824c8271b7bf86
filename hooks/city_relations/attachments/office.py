"""Documents of office programs judged by what is packed in them (ISO 26300, ISO 29500)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType

from city_relations.attachments.forms import Form
from city_relations.attachments.refused import LOCKED, PROGRAM
from city_relations.author_files import MEGABYTE, Refused
from city_relations.language.words import Text, say

MOST_PARTS, MOST_UNPACKED = 5000, 300_000_000  # files in one document, and their bytes
READ = 8_000_000  # bytes of a part that are looked at
UNSOUND = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError)
OLD = b"\xd0\xcf\x11\xe0"
MAIN: Mapping[str, str] = MappingProxyType(
    {"DOCX": "wordprocessingml.document.main+xml", "XLSX": "spreadsheetml.sheet.main+xml"}
)
PROGRAMS = re.compile(
    r"(?i)vbaproject|vbadata|/activex/|^(basic|scripts)/"
    r"|\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|msi|lnk|sh)$"
)
# A template or object fetched elsewhere when the document is opened.
FETCHED = re.compile(r"(?i)(attachedTemplate|oleObject|frame)\"[^>]*TargetMode=\"External\"")
FETCHED_TOO = re.compile(r"(?i)TargetMode=\"External\"[^>]*/(attachedTemplate|oleObject|frame)\"")
COMMENTS = re.compile(r"^word/comments\.xml$|^xl/(threadedC|c)omments")
CHANGES = re.compile(rb"<w:(?:ins|del) |<text:tracked-changes|<office:annotation[ >]")


def has_comments(data: bytes, form: Form) -> bool:
    """Return whether a document still holds comments or changes nobody accepted.

    Raises Refused for what is none, is broken, is locked, holds a program or would unpack for ever.
    """
    if data.startswith(OLD):
        message = say(
            "this is an old form of document, or one locked by a password: save it as {form}.",
            form=form.name,
        )
        raise Refused(message)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _judged(packed, data, form)
    except UNSOUND:
        raise Refused(broken(form)) from None


def broken(form: Form) -> Text:
    """Say that a file is none of its form, or broken."""
    return say("this is not a sound {form} document: save it anew.", form=form.name)


def _judged(packed: zipfile.ZipFile, data: bytes, form: Form) -> bool:
    parts = packed.infolist()
    if not data.startswith(b"PK\x03\x04"):
        raise Refused(broken(form))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        message = say(
            "the document would unpack to more than {limit} MB: it is refused.",
            limit=MOST_UNPACKED // MEGABYTE,
        )
        raise Refused(message)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    names = [part.filename for part in parts]
    if any(PROGRAMS.search(name) for name in names):
        raise Refused(PROGRAM)
    texts = _open_texts(packed, names) if form.name in MAIN else _open_document(packed, names, form)
    if form.name in MAIN:
        _refuse_other(packed, names, form)
    return any(COMMENTS.search(name) for name in names) or any(map(CHANGES.search, texts))


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    """Return the beginning of a part, as much of it as is looked at."""
    with packed.open(name) as part:
        return part.read(READ)


def _refuse_other(packed: zipfile.ZipFile, names: list[str], form: Form) -> None:
    """Refuse what is no document of its form, or fetches something when it is opened."""
    kinds = _part(packed, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    told = kinds.decode("utf-8", "replace")
    if "macroEnabled" in told:
        raise Refused(PROGRAM)
    if MAIN[form.name] not in told:
        raise Refused(broken(form))
    for name in (name for name in names if name.endswith(".rels")):
        lines = _part(packed, name).decode("utf-8", "replace")
        if FETCHED.search(lines) or FETCHED_TOO.search(lines):
            raise Refused(PROGRAM)


def _open_texts(packed: zipfile.ZipFile, names: list[str]) -> list[bytes]:
    return [_part(packed, name) for name in names if name == "word/document.xml"]


def _open_document(packed: zipfile.ZipFile, names: list[str], form: Form) -> list[bytes]:
    """Return the text of an OpenDocument file, once it is known for one of its form."""
    kind = _part(packed, "mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    if kind.strip() != form.media_type or "content.xml" not in names:
        raise Refused(broken(form))
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in _part(packed, manifest):
        raise Refused(LOCKED)
    text = _part(packed, "content.xml")
    if b"<script:event-listener" in text or b"<office:script " in text:
        raise Refused(PROGRAM)
    return [text]

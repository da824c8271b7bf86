"""Bytes on disk as clean text: encoding, line ends, invisible signs, and what is not read."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path

from city_relations.documents.signs import is_fit, without_unfit
from city_relations.language.words import say
from city_relations.problems import Fault, Problem
from city_relations.store import unreadable

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
# How Python keeps bytes that are no UTF-8 while it reads the rest.
STRAY_BYTES = re.compile("[\udc80-\udcff]")
MOST_TOLD = 20
# Where a word may be broken: nobody sees them, and whoever searches for the word misses it.
HINTS = ("\u00ad", "\u200b", "\ufeff")
# What Git leaves in a file that two people changed in one place.
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
OURS = "<<<<<<< "


def read_text(root: Path, path: Path, limit: int) -> tuple[str, list[Problem]]:
    r"""Read a content file of at most `limit` bytes as NFC text with `\n` line ends.

    The text is empty when the file may not be read; else it is as whole as could be saved, so that
    the faults further down are told in the same go.
    """
    return text_of(*read_data(path, limit), name_of(root, path))


def text_of(data: bytes, refusal: Fault | None, file: str) -> tuple[str, list[Problem]]:
    """Return the bytes of a file as text, see `read_text`; `refusal` is why it was not read."""
    if not refusal and _is_binary(data):
        refusal = NOT_A_TEXT
    if refusal:
        return "", [Problem(file, 1, 1, "", refusal.text, rule=refusal.rule)]
    text, problems = _decode(data, file)
    if OURS in text and (conflict := _conflict(text, file)):
        return "", conflict
    return _without_unreadable(text, file, problems), problems


def _conflict(text: str, file: str) -> list[Problem]:
    """Name the marks of Git between two versions of a passage: one of them is to be chosen."""
    message = say(
        "Git left both versions of a passage here, between “<<<<<<<” and “>>>>>>>”: keep one, and "
        "delete the other and these marks."
    )
    fault = Fault("conflict-of-git", message)
    if not text.startswith(OURS) and f"\n{OURS}" not in text:
        return []
    return [_problem_at(file, text, mark.start(), fault) for mark in CONFLICT.finditer(text)]


def name_of(root: Path, path: Path) -> str:
    """Return the path of a file from the site's root, with `/`, as every message names it."""
    return path.as_posix().removeprefix(f"{root.as_posix()}/")


NOT_A_TEXT = Fault(
    "not-a-text", say("this is not a text: a picture or a Word document under another name?")
)
LINK = Fault("link-to-a-file", say("this is a link to another file: put the file itself here."))
NO_FILE = Fault("no-ordinary-file", say("this is not an ordinary file: remove it."))
UTF_16 = Fault("saved-as-utf-16", say("the file is saved as “Unicode” (UTF-16): save it as UTF-8."))
BAD_ACCENTS = Fault(
    "accents-badly-saved",
    say(
        "the accents are badly saved; choose “UTF-8” when you save, or run “relations check --fix”."
    ),
)


def read_data(path: Path, limit: int) -> tuple[bytes, Fault | None]:
    """Return the bytes of a file, or say why it may not or cannot be read."""
    try:
        refusal = _refusal(path, limit)
        return (b"" if refusal else path.read_bytes()), refusal
    except OSError as error:
        return b"", not_read(error)


def not_read(error: OSError) -> Fault:
    """Say that the machine would not let us read a file or folder, and why."""
    return Fault("unreadable", unreadable(error))


def _refusal(path: Path, limit: int) -> Fault | None:
    """Say why a file is not even opened; folders that are links are never walked into."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return LINK
    if not stat.S_ISREG(status.st_mode):
        return NO_FILE
    if status.st_size > limit:
        message = say(
            "the file weighs {size} kB; at most {limit} kB are read: shorten it.",
            size=status.st_size // 1000 + 1,
            limit=limit // 1000,
        )
        return Fault("file-too-heavy", message)
    return None


def _is_binary(data: bytes) -> bool:
    """Distinguish a picture or an office program's document from a text in any encoding."""
    marked = data.startswith((*UTF16_MARKS, UTF8_MARK))
    return not marked and (data.startswith(b"PK\x03\x04") or b"\0" in data[:1000])


def _decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8; another encoding is told, and read as well as it can be."""
    if data.startswith(UTF16_MARKS):
        text = _plain(data.decode("utf-16", "replace"))
        return text, [_problem_at(file, text, 0, UTF_16)]
    data = data.removeprefix(UTF8_MARK)
    try:
        return _plain(data.decode("utf-8")), []
    except UnicodeDecodeError:
        raw = _plain(data.decode("utf-8", "surrogateescape"))
    start = next(found.start() for found in STRAY_BYTES.finditer(raw))
    text = STRAY_BYTES.sub(_windows_letter, raw)
    return text, [_problem_at(file, text, start, BAD_ACCENTS)]


def _windows_letter(stray: re.Match[str]) -> str:
    """Read a stray byte as Windows' western European encoding would."""
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace")


def _plain(text: str) -> str:
    """Put a text in NFC, with one sign for the end of a line, and without hints for its breaks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _without_hints(plain))


def _without_hints(text: str) -> str:
    for hint in HINTS:
        text = text.replace(hint, "")
    return text


def _without_unreadable(text: str, file: str, problems: list[Problem]) -> str:
    """Blank the signs nobody can see, each line's first of a kind told."""
    if is_fit(text):
        return text
    rows = [(row, *without_unfit(row)) for row in text.split("\n")]
    told = [
        Problem(file, line, at + 1, "", fault.text, shown=row, rule=fault.rule)
        for line, (row, _, found) in enumerate(rows, 1)
        for at, fault in found
    ]
    problems += told[:MOST_TOLD]
    return "\n".join(clean for _, clean, _ in rows)


def _problem_at(file: str, text: str, offset: int, fault: Fault) -> Problem:
    line, column = place_of(text, offset)
    shown = line_of(text, offset)
    return Problem(file, line, column, "", fault.text, shown=shown, rule=fault.rule)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def line_of(text: str, offset: int) -> str:
    """Return the whole line on which an offset stands."""
    return text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]

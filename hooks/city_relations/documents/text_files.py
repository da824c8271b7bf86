"""Bytes on disk as clean text: encoding, line ends, invisible signs, and what is not read."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path

from city_relations.language.words import say
from city_relations.problems import Fault, Problem

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
# YAML takes these for line ends and would count lines as no editor does.
FOREIGN_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# How Python keeps bytes that are no UTF-8 while it reads the rest.
STRAY_BYTES = re.compile("[\udc80-\udcff]")
MOST_TOLD = 20
# Where a word may be broken: nobody sees them, and whoever searches for the word misses it.
HINTS = ("\u00ad", "\u200b")
# What Git leaves in a file that two people changed in one place.
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
OURS = "<<<<<<< "

_UNREADABLE = {
    FOREIGN_LINE_ENDS: Fault(
        "line-separator",
        say("an invisible line separator, pasted from another program, stands here: delete it."),
    ),
    CONTROLS: Fault(
        "control-character", say("an invisible control character stands here: delete it.")
    ),
}


def read_text(root: Path, path: Path, limit: int) -> tuple[str, list[Problem]]:
    r"""Read a content file of at most `limit` bytes as NFC text with `\n` line ends.

    The text is empty when the file may not be read; else it is as whole as could be saved, so that
    the faults further down are told in the same go.
    """
    file = name_of(root, path)
    refusal = _refusal(path, limit)
    data = b"" if refusal else path.read_bytes()
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
    """Give the path of a file from the site's root, with `/`, as every message names it."""
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
    """Tell a picture or a document of an office program from a text in any encoding."""
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
    """Blank the signs nobody can see, each line's first one told."""
    if text.replace("\n", "").isprintable():
        return text  # most files: ten thousand are looked at in a moment
    for pattern, fault in _UNREADABLE.items():
        if not pattern.search(text):
            continue
        first = (pattern.search(line) for line in text.split("\n"))
        told = [(line, found.start() + 1) for line, found in enumerate(first, 1) if found]
        rows = text.split("\n")
        text = pattern.sub(" ", text)
        problems += [
            Problem(file, line, column, "", fault.text, shown=rows[line - 1], rule=fault.rule)
            for line, column in told[:MOST_TOLD]
        ]
    return text


def _problem_at(file: str, text: str, offset: int, fault: Fault) -> Problem:
    line, column = place_of(text, offset)
    shown = line_of(text, offset)
    return Problem(file, line, column, "", fault.text, shown=shown, rule=fault.rule)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Give the line and column, both from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def line_of(text: str, offset: int) -> str:
    """Give the whole line on which an offset stands."""
    return text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]

"""Bytes on disk as clean text: encoding, line ends, invisible characters, and what may not be read at all."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from relations.problems import Problem
from relations.words import Text, say

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# YAML takes these for line ends and would count lines as no editor does.
FOREIGN_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_text(root: Path, path: Path, limit: int) -> tuple[str, list[Problem]]:
    """Read a content file of at most `limit` bytes as NFC text with `\\n` line ends.

    The text is empty when the file may not be read; else it is as whole as could be saved, so that
    the faults further down are told in the same go.
    """
    file = path.relative_to(root).as_posix()
    refusal = _refusal(root, path, limit)
    if refusal:
        return "", [Problem(file, 1, 1, "", refusal)]
    text, problems = _decode(path.read_bytes(), file)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    for pattern, message in _UNREADABLE.items():
        for found in pattern.finditer(text):
            problems.append(_problem_at(file, text, found.start(), message))
        text = pattern.sub(" ", text)
    return text, problems


_UNREADABLE = {
    FOREIGN_LINE_ENDS: say(
        "an invisible line separator, pasted from another program, stands here: delete it."
    ),
    CONTROLS: say("an invisible control character stands here: delete it."),
}


def _refusal(root: Path, path: Path, limit: int) -> Text | None:
    """Say why a file is not even opened."""
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        return say("this is a link to another file: put the file itself here.")
    if not path.is_file():
        return say("this is not an ordinary file: remove it.")
    size = path.stat().st_size
    if size > limit:
        return say(
            "the file weighs {size} kB; at most {limit} kB are read: shorten it.",
            size=size // 1000 + 1,
            limit=limit // 1000,
        )
    return None


def _decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8; another encoding is told, and read as well as it can be."""
    if data.startswith(UTF16_MARKS):
        message = say("the file is saved as “Unicode” (UTF-16): save it as UTF-8.")
        return data.decode("utf-16", "replace"), [Problem(file, 1, 1, "", message)]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode("utf-8"))
    text = data.decode("cp1252", "replace")
    line = text.split("\n")[text.count("\n", 0, start)]
    message = say("the file is saved in an old Windows encoding: save it as UTF-8.")
    return text, [_problem_at(file, text, start, message, fix=line.strip("\r"))]


def _problem_at(file: str, text: str, offset: int, message: Text, fix: str = "") -> Problem:
    line, column = place_of(text, offset)
    return Problem(file, line, column, "", message, fix)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Give the line and column, both from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1

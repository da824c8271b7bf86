"""Lines before they are parsed: signs that only look like YAML's are put right, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from city_relations.documents.reading import Place, Reading
from city_relations.documents.yaml_menders import (
    DRESSED_NAME,
    HYPHEN_GLUED,
    NO_COLON,
    ODD_SPACE,
    TAB,
)
from city_relations.documents.yaml_nodes import INVISIBLE
from city_relations.language.words import say
from city_relations.problems import Fault

BLOCK = re.compile(r"^\s*[^#\s].*[:-]\s+[|>][-+\d]*\s*(?:#.*)?$|^\s*[^#\s].*:\s+[|>][-+\d]*\s*$")
ANY_ODD = re.compile(f"[{INVISIBLE}]")
ODD_SPACES = re.compile(
    rf"^(?P<head>[ {INVISIBLE}]*(?:-[ {INVISIBLE}]+)*[a-z_]+[ {INVISIBLE}]*:[ {INVISIBLE}]*)"
)
WHOLE_LINE = re.compile(r"(?P<head>\s*)[\"'“”„«‘]\s*(?P<line>[a-z_]+:\s+.*?)\s*[\"'“”»’]")
WIDE_COLON = re.compile(r"(?P<head>\s*(?:- +)*[a-z_]+)\s*[：︰∶]\s*(?P<value>\S.*)")
TAB_AFTER_HYPHEN = re.compile(r"(?P<head>\s*-)[ ]*\t\s*(?P<value>\S.*)")
OTHER_HYPHEN = re.compile(r"(?P<head>\s*)(?:[–—•·*‣▪◦●○]|\d{1,2}[.)])\s+(?P<value>\S.*)")
GLUED_WORD = re.compile(r"(?P<head>\s*)-(?P<value>[^\W\d_][^:]*)")
OPENS = re.compile(r"[a-z_]+:\s*(?:#.*)?$")
OTHER_SIGN = Fault(
    "entry-begins-with-a-hyphen",
    say("an entry of a list begins with a hyphen and a space: “- ”."),
)


def plain_lines(reading: Reading) -> list[str]:
    """Return the lines as they are parsed; what stands in a block of text stays as it is."""
    lines: list[str] = []
    prose = -1.0  # the indent of the field whose block of text is being passed
    for i, line in enumerate(reading.lines):
        lines.append(line)
        if prose >= 0 and indent(line) > prose:
            continue
        prose = indent(line) if BLOCK.match(line) else -1
        for fault, mend in _MENDERS:
            mended = mend(lines[i], lines[:i])
            if mended and mended != lines[i]:
                lines[i] = mended
                _tell(reading, i, mended, fault)
                break
    return lines


def indent(line: str) -> float:
    """Return the column a line begins in; a blank one is deeper than any."""
    return len(line) - len(line.lstrip()) if line.strip() else float("inf")


def _tell(reading: Reading, index: int, mended: str, fault: Fault) -> None:
    line = reading.lines[index]
    pairs = enumerate(zip(line, mended, strict=False), 1)
    column = next((n for n, (old, new) in pairs if old != new), 1)
    reading.fault(Place(index + reading.first_line, column), fault, "", mended)


def _spaces(line: str, _: Sequence[str]) -> str:
    """Turn the invisible spaces that pasting leaves around a field's name into plain ones."""
    found = ODD_SPACES.match(line) if ANY_ODD.search(line) else None
    if not found or not ANY_ODD.search(found["head"]):
        return ""
    head = re.sub("[\u200b\u200c\u200d\u2060\ufeff]", "", found["head"])
    return re.sub(r"\s*:\s*$", ": ", ANY_ODD.sub(" ", head)) + line[found.end() :]


def _undressed(line: str, _: Sequence[str]) -> str:
    """Take away the quotation marks around a whole line."""
    found = WHOLE_LINE.fullmatch(line)
    return found["head"] + found["line"] if found else ""


def _with_colon(line: str, _: Sequence[str]) -> str:
    """Write the wide colon of eastern keyboards as the plain one."""
    found = WIDE_COLON.fullmatch(line)
    return f"{found['head']}: {found['value']}" if found else ""


def _with_space(line: str, _: Sequence[str]) -> str:
    """Write a space after a hyphen instead of a tab."""
    found = TAB_AFTER_HYPHEN.fullmatch(line)
    return f"{found['head']} {found['value']}" if found else ""


def _with_hyphen(line: str, above: Sequence[str]) -> str:
    """Begin an entry with a hyphen, which a word processor made a dash or a bullet of."""
    found = OTHER_HYPHEN.fullmatch(line)
    return f"{found['head']}- {found['value']}" if found and _in_list(line, above) else ""


def _apart(line: str, above: Sequence[str]) -> str:
    """Part a hyphen from the word of a list it is glued to."""
    found = GLUED_WORD.fullmatch(line)
    return f"{found['head']}- {found['value']}" if found and _in_list(line, above) else ""


def _in_list(line: str, above: Sequence[str]) -> bool:
    """Return whether a line may be the first entry of a list, or another one of it."""
    for other in reversed(above):
        if not other.strip() or indent(other) > indent(line):
            continue
        return bool(OPENS.search(other)) or (
            indent(other) == indent(line) and other.lstrip().startswith("- ")
        )
    return False


_MENDERS: tuple[tuple[Fault, Callable[[str, Sequence[str]], str]], ...] = (
    (ODD_SPACE, _spaces),
    (DRESSED_NAME, _undressed),
    (NO_COLON, _with_colon),
    (TAB, _with_space),
    (OTHER_SIGN, _with_hyphen),
    (HYPHEN_GLUED, _apart),
)

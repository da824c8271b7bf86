"""Menders of a faulty line of YAML: each knows one mistake, and gives the line as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from city_relations.language.words import say
from city_relations.problems import Fault

FIELD = re.compile(
    r"^(?P<head>\s*(?:- +)*(?P<name>(?!- )[^\s:#{\[\"'][^:#]*?)\s*:[ \t]+)(?P<value>\S.*?)\s*$"
)
ITEM = re.compile(r"^(?P<head>\s*(?:- +)+)(?P<value>\S.*?)\s*$")
GLUED = re.compile(r"^(?P<head>\s*(?:- +)*(?P<name>[a-z_]+):)(?P<value>[^\s/].*)$")
EQUALS = re.compile(r"^(?P<head>\s*(?:- +)*(?P<name>[a-z_]+)) ?(?:=|;(?= )) ?(?P<value>\S.*)$")
GLUED_DASH = re.compile(r"^(?P<indent>\s*)-(?P<rest>[a-z_]+:.*)$")
IN_BRACES = re.compile(
    r"[{,]\s*[a-z_]+: (?P<value>[^\s,\[\]{}\"'][^,\[\]{}]*?:(?: [^,\[\]{}]*?)?)(?=\s*[,}])"
)
# Fields in a row, of which the first brace is lost: no text.
ROW = re.compile(r",\s*[a-z_]+:\s.*[}\]]$")
SEMICOLON = re.compile(r"\s*;\s*(?=[a-z_]+:\s)")
KEPT_IN_BRACES = re.compile(
    r"[{,\[]\s*(?:[a-z_]+: )?(?P<value>[@`%&*!](?:[^,\[\]{}:]|:\S)*)(?=[,\]}])"
)
# A field's name in a word processor's quotation marks, or in the signs of bold and of code.
DRESS = "“”„«»‘’\"'*_`"
DRESSED = re.compile(rf"[{DRESS}]+\s*(?P<name>[a-z][a-z_]*[a-z])\s*[{DRESS}]*")
DRESSED_FIELD = re.compile(
    rf"(?P<head>\s*(?:- +)*)[{DRESS}]+\s*(?P<name>[a-z][a-z_]*[a-z])\s*"
    rf"(?:[{DRESS}]+\s*:|:[{DRESS}]+)\s+(?P<value>\S.*)"
)
# A text that stands between curly or French quotation marks from end to end.
WRAPPED = re.compile(r"[“„«]\s*(?P<text>[^“”„«»]*[^“”„«»\s])\s*[”“»]")
# A bracket that closes before the text goes on, and is no list.
TEXT_AFTER = re.compile(r"(?:\[[^\[\]:]*\]|\{[^{}:]*\})\s*[^\s#\]},|].*")
PAIRS = {"[": "]", "{": "}"}
KEPT_SIGNS = "@`%&*!,]}"


@dataclass(frozen=True)
class Repair:
    """A faulty line and how it is read instead; `index` counts lines from 0, `column` from 1.

    `incomplete` means that nothing sensible could be read from the line: it is left out.
    """

    index: int
    column: int
    fault: Fault
    line: str
    field: str = ""
    incomplete: bool = False
    fix: str = ""  # what to write, where it takes more than the one line read instead


CURLY = Fault(
    "curly-quotes",
    say("curly quotation marks stand around the whole value: put straight ones in their place."),
)
COLON = Fault("colon-in-a-value", say("a colon inside the value: put the value between quotes."))
COMMA_TOO_MANY = Fault("comma-too-many", say("a comma stands here once too often: delete it."))
COMMAS = re.compile(r",(?:\s*,)+")
NO_COLON = Fault("colon-missing", say("a field needs a colon and a space: “field: value”."))
NO_SPACE = Fault("space-after-the-colon", say("a space is missing after the colon."))
HYPHEN_GLUED = Fault("space-after-the-hyphen", say("a space is missing after the hyphen."))
KEPT = Fault("sign-yaml-keeps", say("a value cannot begin with “{sign}”: put it between quotes."))
TAB = Fault("tab", say("a tab indents this line: use spaces."))
COMMA = Fault("comma-in-a-value", say("a comma inside the value: put the value between quotes."))
SEMICOLONS = Fault(
    "semicolon-between-fields", say("a comma parts the fields in braces, never a semicolon.")
)
POINT_IN_NUMBERS = Fault("comma-in-numbers", say("a point stands in these numbers, never a comma."))
DRESSED_NAME = Fault(
    "signs-around-a-name", say("a field's name stands bare, without quotes or stars around it.")
)
LOST_END = Fault(
    "hash-in-a-value", say("everything after “#” would be lost: put the value between quotes.")
)
ODD_SPACE = Fault(
    "invisible-space",
    say("an invisible space stands beside the field's name: delete it, retype the line."),
)


def part(index: int, line: str) -> Repair | None:
    """Part a colon from its value, or a hyphen from its field; an equals sign is a colon."""
    if found := EQUALS.match(line):
        mended = f"{found['head']}: {found['value']}"
        return Repair(index, found.end("head") + 1, NO_COLON, mended, found["name"])
    if found := GLUED.match(line):
        fault = NO_SPACE
        mended = f"{found['head']} {found['value']}"
        return Repair(index, found.end("head") + 1, fault, mended, found["name"])
    if found := GLUED_DASH.match(line):
        mended = f"{found['indent']}- {found['rest']}"
        return Repair(index, found.start("rest") + 1, HYPHEN_GLUED, mended)
    return None


def undress(index: int, line: str) -> Repair | None:
    """Take away what a field's name was dressed in: `**title**: x`, `` `title`: x ``."""
    if not (found := DRESSED_FIELD.match(line)):
        return None
    mended = f"{found['head']}{found['name']}: {found['value']}"
    return Repair(index, found.end("head") + 1, DRESSED_NAME, mended, found["name"])


def mend_backslash(index: int, column: int, line: str) -> Repair:
    """Make a backslash an ordinary sign, which it is not between double quotes."""
    fault = Fault("backslash", say("a “\\” stands inside double quotes: use single quotes."))
    mended = re.sub(r'"(.*)"', lambda value: "'" + value[1].replace("'", "''") + "'", line)
    return Repair(index, column, fault, mended if mended != line else "", incomplete=mended == line)


def _quoted_value(line: str) -> re.Match[str] | None:
    found = FIELD.match(line) or ITEM.match(line)
    return found if found and found["value"][0] in "\"'" else None


def is_open(line: str) -> bool:
    """Return whether a line opens a quotation mark it does not close."""
    found = _quoted_value(line)
    return bool(found) and found["value"].count(found["value"][0]) % 2 == 1  # type: ignore[index]


def mend_quotes(index: int, line: str) -> Repair | None:
    """Close a quotation mark, or turn those inside a quoted value into « »."""
    found = _quoted_value(line)
    if not found or _is_whole(found["value"]):
        return None
    sign, inside = found["value"][0], found["value"][1:]
    if _is_whole(found["value"][:-1]) and found["value"][-1] in ",;.":
        fault = Fault(
            "sign-after-the-quotes", say("nothing stands after the closing quotation mark.")
        )
        mended = found["head"] + found["value"][:-1]
        return Repair(index, len(line.rstrip()), fault, mended, _name(found))
    if inside.endswith("”") and "“" not in inside and sign not in inside:
        inside = inside[:-1]  # a word processor closed what the author opened
    if sign not in inside:
        fault = Fault(
            "quotation-mark-never-closed", say("a quotation mark is opened here and never closed.")
        )
        told = inside
    else:
        fault = Fault(
            "quotation-mark-inside",
            say("the quotation mark closes the value too early: write « … » inside."),
        )
        told = inside[:-1] if inside.endswith(sign) else found["value"]
    column = found.start("value") + 1
    return Repair(index, column, fault, found["head"] + quoted(_french(told, sign)), _name(found))


def _is_whole(value: str) -> bool:
    """Return whether a quoted value opens and closes as YAML wants it."""
    sign = value[0]
    inner = r'(?:[^"\\]|\\.)*' if sign == '"' else "(?:[^']|'')*"
    return bool(re.fullmatch(f"{sign}{inner}{sign}(?:\\s+#.*)?", value))


def _french(text: str, sign: str) -> str:
    """Turn pairs of straight double quotes into French ones; an apostrophe stays as it is."""
    return re.sub(r'"([^"]*)"?', r"« \1 »", text) if sign == '"' else text


def _name(found: re.Match[str]) -> str:
    return found.groupdict().get("name") or ""


def quote_value(index: int, line: str) -> Repair | None:
    """Quote a value that holds a colon or begins with a sign YAML keeps for itself."""
    found = FIELD.match(line) or ITEM.match(line)
    if not found or found["value"][0] in "\"'[{":
        return None
    value = found["value"]
    if ROW.search(value):
        return None
    if value[0] not in "|>" and re.search(r":(\s|$)", value):
        fault = COLON
    elif value[0] in KEPT_SIGNS or re.match(r"[-?] ", value):
        fault = _kept(value[0])
    else:
        return None
    fault, value = _unwrapped(fault, value)
    return Repair(
        index, found.start("value") + 1, fault, found["head"] + quoted(value), _name(found)
    )


def _unwrapped(fault: Fault, value: str) -> tuple[Fault, str]:
    """Take away the curly quotation marks around a whole value, and tell of them instead."""
    wrapped = WRAPPED.fullmatch(value)
    return (CURLY, wrapped["text"]) if wrapped else (fault, value)


def _kept(sign: str) -> Fault:
    return replace(KEPT, text=replace(KEPT.text, values=(("sign", sign),)))


def lower_block(index: int, line: str) -> Repair | None:
    """Put the text of a block below its sign."""
    found = FIELD.match(line)
    text = found and re.match(r"[|>] *(?P<text>[^-+\d#\s].*)", found["value"])
    if not found or not text:
        return None
    message = say(
        "after “{sign}” the text begins on the next line, indented.", sign=found["value"][0]
    )
    fault = Fault("text-beside-its-sign", message)
    indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
    fix = f"{found['head']}{found['value'][0]}\n{indent}{text['text']}"
    return Repair(
        index, found.start("value") + 1, fault, fix.partition("\n")[0], _name(found), fix=fix
    )


def mend_commas(index: int, line: str) -> Repair | None:
    """Take away a comma that follows another in a list between brackets or braces."""
    found = FIELD.match(line) or ITEM.match(line)
    value = found["value"] if found else ""
    twice = COMMAS.search(value)
    if not found or not twice or value[0] not in PAIRS or set("\"'") & set(value):
        return None
    mended = found["head"] + COMMAS.sub(",", value)
    return Repair(index, found.start("value") + twice.end(), COMMA_TOO_MANY, mended, _name(found))


def mend_bracket(index: int, line: str) -> Repair | None:
    """Close the list or the braces a line leaves open; take away a sign too many."""
    found = FIELD.match(line) or ITEM.match(line)
    sign = found["value"][0] if found else ""
    if not found or sign not in PAIRS or line.count(sign) == line.count(PAIRS[sign]):
        return None
    if line.count(sign) < line.count(PAIRS[sign]):
        fault = Fault(
            "bracket-too-many",
            say("“{end}” stands here once too often: delete it.", end=PAIRS[sign]),
        )
        start, end = line.rindex(PAIRS[sign]), found["value"].rstrip(PAIRS[sign])
        return Repair(index, start + 1, fault, found["head"] + end + PAIRS[sign], _name(found))
    message = say(
        "“{sign}” is opened here and never closed: add “{end}”.", sign=sign, end=PAIRS[sign]
    )
    fault = Fault("bracket-never-closed", message)
    missing = line.count(sign) - line.count(PAIRS[sign])
    mended = line.rstrip().rstrip(",") + PAIRS[sign] * missing
    return Repair(index, found.start("value") + 1, fault, mended, _name(found))


def quote_after_bracket(index: int, line: str) -> Repair | None:
    """Quote a text whose first words stand in brackets: `[Fête] à Turin`."""
    found = FIELD.match(line) or ITEM.match(line)
    value = found["value"] if found else ""
    if not found or not TEXT_AFTER.fullmatch(value):
        return None
    fault = _kept(value[0])
    mended = found["head"] + quoted(value)
    return Repair(index, found.start("value") + 1, fault, mended, _name(found))


def quote_in_braces(index: int, line: str) -> Repair | None:
    """Quote a value with a colon, or with a sign of YAML's own, that stands between braces."""
    if "{" in line and SEMICOLON.search(line):
        column = SEMICOLON.search(line).start() + 1  # type: ignore[union-attr]
        return Repair(index, column, SEMICOLONS, SEMICOLON.sub(", ", line))
    found = IN_BRACES.search(line)
    fault = COLON
    if not found and (found := KEPT_IN_BRACES.search(line)):
        fault = _kept(found["value"][0])
    if not found:
        return None
    start, end = found.span("value")
    fault, value = _unwrapped(fault, line[start:end].rstrip())
    mended = line[:start] + quoted(value) + line[end:]
    return Repair(index, start + 1, fault, mended)


def quoted(value: str) -> str:
    """Write a value between quotes as YAML wants it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

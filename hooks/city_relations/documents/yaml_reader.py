"""YAML as authors write it: scalars as text, fields with their place, faults in words."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from city_relations.documents.reading import Place, Reading
from city_relations.documents.shapes import NO_SHAPES, Shapes
from city_relations.documents.yaml_faults import repair
from city_relations.documents.yaml_lines import indent, plain_lines
from city_relations.documents.yaml_menders import Repair
from city_relations.documents.yaml_nesting import is_below
from city_relations.documents.yaml_nodes import fields_of
from city_relations.language.words import say
from city_relations.problems import Fault

DEEPEST = 40
NESTING = re.compile(rf"(?:[-?:][ \t]+){{{DEEPEST},}}")
OPENINGS = ("[", "{", "- ", "-\t", "? ", "?\t", ": ", ":\t")
MOST_REPAIRS = 50
HYPHEN = re.compile(r"\s*- ")


class _Loader(yaml.CSafeLoader):
    """A loader that types nothing but null: `NO`, `0476234567` and `12:30` stay as written."""


_Loader.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if (kept := [r for r in resolvers if r[0] == "tag:yaml.org,2002:null"])
}


NO_FIELDS = Fault(
    "file-without-fields", say("fields are expected, one a line, such as “name: Turin”.")
)


def read_yaml(text: str, file: str, first_line: int = 1, shapes: Shapes = NO_SHAPES) -> Reading:
    """Read one YAML map; `first_line` is where the text begins in its file.

    `shapes` tells which fields hold more than a text, to read those squeezed into one line.
    """
    reading = Reading(file, text.split("\n"), first_line, shapes=shapes)
    lost: list[int] = []
    node = _compose(reading, lost, shapes)
    if isinstance(node, yaml.MappingNode):
        reading.fields = fields_of(reading, node, ())
    elif node is not None:
        reading.fault(reading.place(node.start_mark), NO_FIELDS)
        reading.incomplete |= {()}
    _tear(reading, lost)
    return reading


def read_section(
    text: str, file: str, path: tuple[str, ...], shapes: Shapes = NO_SHAPES
) -> Reading:
    """Read one map inside a larger, trusted YAML file, such as `extra: city:` of mkdocs.yml."""
    reading = Reading(file, text.split("\n"), shapes=shapes)
    lost: list[int] = []
    node = _compose(reading, lost, shapes)
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    if isinstance(node, yaml.MappingNode):
        reading.places[()] = reading.place(node.start_mark)
        reading.fields = fields_of(reading, node, ())
    _tear(reading, lost)
    return reading


def _tear(reading: Reading, lost: list[int]) -> None:
    for index in lost:
        reading.tear(index + reading.first_line)


def _leave_out_depths(reading: Reading, lines: list[str], lost: list[int]) -> bool:
    """Leave out, before parsing, what would overflow the parser's own stack; tell if that helps."""
    for _ in range(MOST_REPAIRS):
        index = _too_deep("\n".join(lines))
        if index is None:
            return True
        message = say("lists stand inside lists more than {n} deep: simplify.", n=DEEPEST)
        reading.fault(Place(index + reading.first_line, 1), Fault("nested-too-deep", message))
        lost.append(index)
        lines[index] = ""
    return False


def _too_deep(text: str) -> int | None:
    """Return the line, from 0, on which lists stand too deep in each other."""
    signs = [opening for opening in OPENINGS if opening in text]
    if sum(map(text.count, signs)) <= DEEPEST:
        return None
    depth = 0
    for found in re.finditer(r"[\[\]{}]", text):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEEPEST:
            break
    chain = NESTING.search(text)
    if depth <= DEEPEST and not chain:
        return None
    return text.count("\n", 0, chain.start() if chain else found.start())


def _compose(reading: Reading, lost: list[int], shapes: Shapes) -> yaml.Node | None:
    """Parse; a faulty line is told, mended as its author meant it, and the rest read as well.

    The lines that had to be left out are added to `lost`, counted from 0.
    """
    lines = reading.mended = plain_lines(reading)
    told: dict[int, list[str]] = {}
    for _ in range(MOST_REPAIRS if _leave_out_depths(reading, lines, lost) else 0):
        try:
            return _Loader("\n".join(lines) + "\n").get_single_node()
        except yaml.MarkedYAMLError as error:
            mended = repair(lines, error, shapes)
        if lines[mended.index] == mended.line:
            break
        known = told.setdefault(mended.index, [])
        again = known and mended.fault.rule not in known and not mended.incomplete
        if again:
            _forget_cures(reading, mended.index)
        if again or (not known and not _follows(reading, lost, mended.index)):
            _tell_repair(reading, mended)
        known.append(mended.fault.rule)
        if mended.incomplete:
            lost.append(mended.index)
        for below in is_below(lines, mended.index) if mended.incomplete and mended.fix else ():
            lines[below] = ""
        lines[mended.index] = mended.line or _hyphen(lines, mended.index)
    reading.incomplete |= {()}
    return None


def _hyphen(lines: list[str], index: int) -> str:
    """Return what stays of a line left out: its hyphen, where the lines below belong to it."""
    found = HYPHEN.match(lines[index])
    below = next((line for line in lines[index + 1 :] if line.strip()), "")
    return found[0] if found and indent(below) > indent(lines[index]) < float("inf") else ""


def _follows(reading: Reading, lost: list[int], index: int) -> bool:
    """Return whether a line only fails because one above, to which it belongs, was left out."""
    lines = reading.lines
    return any(
        i < index and all(_is_under(line, lines[i]) for line in lines[i + 1 : index + 1])
        for i in lost
    )


def _is_under(line: str, above: str) -> bool:
    """Return whether a line is indented more than one above, or is an entry of its list."""
    deeper = indent(line) > indent(above)
    return deeper or (indent(line) == indent(above) and bool(HYPHEN.match(line)))


def _forget_cures(reading: Reading, index: int) -> None:
    """Take the line to write off what was told of a line: another fault gives one that is whole."""
    line = index + reading.first_line
    reading.problems = [
        replace(problem, fix="") if problem.line == line else problem
        for problem in reading.problems
    ]


def _tell_repair(reading: Reading, mended: Repair) -> None:
    place = Place(mended.index + reading.first_line, mended.column)
    reading.fault(
        place, mended.fault, mended.field, mended.fix or ("" if mended.incomplete else mended.line)
    )

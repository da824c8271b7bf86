"""YAML rewritten where its values change, and only there: comments, order and layout stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

MOST_ROUNDS = 40
STEP = "  "
# Signs that YAML takes for the end of a line, or for nothing, even between quotes.
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


@dataclass(frozen=True)
class Several:
    """Entries that stand in the place of one entry of a list."""

    entries: tuple[Any, ...]


@dataclass(frozen=True)
class _Edit:
    """What is to stand from one offset of the text to another."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Spot:
    """Where a value stands: the column of its field's name, and whether within brackets."""

    column: int = 0
    in_brackets: bool = False


def rewritten(text: str, after: Any) -> str:
    """Return a YAML map with the values of `after`: the same, or the same in another shape.

    Shapes nested in each other change from the outside in, one round each.
    """
    for _ in range(MOST_ROUNDS):
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        edits = [*_edits(text, node, after, _Spot())] if node else []
        if not edits:
            break
        for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(text: str, node: yaml.Node, after: Any, spot: _Spot) -> Iterator[_Edit]:
    here = _Spot(spot.column, spot.in_brackets or bool(getattr(node, "flow_style", False)))
    if isinstance(node, yaml.MappingNode):
        yield from _of_fields(text, node, after, here)
    elif isinstance(node, yaml.SequenceNode) and isinstance(after, list):
        for inner, entry in zip(node.value, _ungrouped(node, after), strict=False):
            column = inner.start_mark.column
            yield from _edits(text, inner, entry, _Spot(column, here.in_brackets))
    elif isinstance(node, yaml.ScalarNode) and after is not None and after != node.value:
        yield from _of_scalar(text, node, after, here)


def _ungrouped(node: yaml.SequenceNode, after: Sequence[Any]) -> list[Any]:
    """Return one value for each entry as it stands: those parted in an earlier round apart."""
    parted = _parted(after)
    return parted if len(parted) == len(node.value) else list(after)


def _parted(entries: Sequence[Any]) -> list[Any]:
    """Return the entries of a list, each of those that are several by itself."""
    return [e for one in entries for e in (one.entries if isinstance(one, Several) else [one])]


def _of_fields(text: str, node: yaml.MappingNode, after: Any, spot: _Spot) -> Iterator[_Edit]:
    if isinstance(after, dict):
        for key, value in node.value:
            if key.value in after:
                inner = _Spot(key.start_mark.column, spot.in_brackets)
                yield from _edits(text, value, after[key.value], inner)
    elif isinstance(after, list):
        own = [key.value for key, _ in node.value]
        only = after[0] if len(after) == 1 else {}
        if list(only) == own:
            yield from _enlisted(text, node)
        elif len(only) == 1 and [list(inner) for inner in only.values()] == [own]:
            yield from _enlisted_as(text, node, *only)
        else:
            yield from _as_entries(text, node, after)


def _enlisted(text: str, node: yaml.MappingNode) -> Iterator[_Edit]:
    """Make fields the one entry of a list."""
    start, end = node.start_mark.index, _end(text, node)
    if node.flow_style:
        yield _Edit(start, end, f"[{text[start:end]}]")
        return
    yield _Edit(start, start, "- ")
    yield from _shifted(text, start, end)


def _enlisted_as(text: str, node: yaml.MappingNode, name: str) -> Iterator[_Edit]:
    """Make fields what the one entry of a list says under a name."""
    start, end = node.start_mark.index, _end(text, node)
    if node.flow_style:
        yield _Edit(start, end, f"[{{{name}: {text[start:end]}}}]")
        return
    yield _Edit(start, start, f"- {name}:\n{' ' * node.start_mark.column}{STEP}{STEP}")
    yield from _shifted(text, start, end, STEP * 2)


def _as_entries(text: str, node: yaml.MappingNode, after: Sequence[Any]) -> Iterator[_Edit]:
    """Make each field an entry of its own, as the goals of development are."""
    for (key, value), entry in zip(node.value, after, strict=True):
        hyphen = "" if node.flow_style else "- "
        yield _Edit(key.start_mark.index, _end(text, value), hyphen + flow(entry))
    if node.flow_style:
        start, end = node.start_mark.index, node.end_mark.index
        yield _Edit(start, start + 1, "[")
        yield _Edit(end - 1, end, "]")


def _of_scalar(text: str, node: yaml.ScalarNode, after: Any, spot: _Spot) -> Iterator[_Edit]:
    start, end = node.start_mark.index, _end(text, node)
    written = text[start:end]
    if isinstance(after, Several):
        line = text[text.rfind("\n", 0, start) + 1 : start]
        between = ", " if spot.in_brackets else f"\n{line}"
        yield _Edit(start, end, between.join(map(flow, after.entries)))
        return
    if isinstance(after, dict) and [*after.values()] == [node.value]:
        [name] = after
        if "\n" in written and not spot.in_brackets:
            yield from _named(text, node, name, spot.column)
        else:
            yield _Edit(start, end, f"{{{name}: {_kept(written, node)}}}")
    elif after == [node.value]:
        yield _Edit(start, end, f"[{_kept(written, node)}]")
    elif "\n" in written and not spot.in_brackets and (name := _only_name(after)):
        yield from _named(text, node, f"- {name}", spot.column, STEP * 2)
    else:
        quote = node.style if node.style in ("'", '"') and isinstance(after, str) else ""
        plain = quote and not set(after) & set("'\"\\\n")
        yield _Edit(start, end, f"{quote}{after}{quote}" if plain else flow(after))


def _only_name(after: object) -> str:
    """Return the one name that the one entry of a list has; "" for anything else."""
    only = after[0] if isinstance(after, list) and len(after) == 1 else None
    return str(next(iter(only))) if isinstance(only, dict) and len(only) == 1 else ""


def _named(
    text: str, node: yaml.ScalarNode, name: str, column: int, step: str = STEP
) -> Iterator[_Edit]:
    """Put a text of several lines under a name of its own, a step further in."""
    start = node.start_mark.index
    gap = len(text[:start].rstrip())
    on_its_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if on_its_line:
        yield _Edit(start, start, f"{name}: ")
    else:
        yield _Edit(gap, start, f"\n{' ' * column}{STEP}{name}: ")
    yield from _shifted(text, start, _end(text, node), step)


def _shifted(text: str, start: int, end: int, step: str = STEP) -> Iterator[_Edit]:
    """Set the lines that begin within a passage a step further in; blank ones stay blank."""
    at = text.find("\n", start, end) + 1
    while 0 < at < end:
        if text[at] != "\n":
            yield _Edit(at, at, step)
        at = text.find("\n", at, end) + 1


def _end(text: str, node: yaml.Node) -> int:
    """Return where a node's own signs end: comments and blank lines below are not its own."""
    inside = getattr(node, "flow_style", None) is False and node.value
    if inside:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _kept(written: str, node: yaml.ScalarNode) -> str:
    """Return a text as it is written, where it may stand so within brackets."""
    if node.style in ("'", '"') and "\n" not in written:
        return written
    return flow(str(node.value))


def flow(value: Any) -> str:
    """Write a value on one line, as it may stand within brackets, quoted where it has to be."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, _parted(value))) + "]"
    return str(value) if _is_plain(str(value)) else quoted_line(str(value))


def _is_plain(value: str) -> bool:
    """Return whether a text needs no quotes, whoever reads it."""
    if not value.isprintable() or ": " in value:
        return False
    try:
        node = yaml.compose(f"[{value}]", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    is_one = len(entries) == 1 and isinstance(entries[0], yaml.ScalarNode)
    return (
        is_one
        and not entries[0].style
        and entries[0].value == value
        and "null" not in entries[0].tag
    )


def quoted_line(value: str) -> str:
    """Write a text between quotes, on one line whatever signs it has."""
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in '"\\':
        return f"\\{sign}"
    return "\\n" if sign == "\n" else f"\\u{ord(sign):04x}"

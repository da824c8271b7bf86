"""Which tie is meant: its key among a partner's ties, the name that tells it, what it replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from slugify import slugify

from city_relations.dates import EdtfDate
from city_relations.schema.choices import TieKind
from city_relations.schema.localized import Localized
from city_relations.schema.nearest import folded
from city_relations.schema.tie import Tie


def keys(ties: Iterable[Tie]) -> tuple[str, ...]:
    """Name each of a partner's ties for good, `a-z0-9-`: by its kind, the first of a kind.

    The others of that kind are named by the name they had first too, or by a number where they have
    none. A tie may say outright what it is named, wherever it stands among the others.
    """
    every = tuple(ties)
    outright = [_outright(tie) for tie in every]
    found: list[str] = []
    for tie, told in zip(every, outright, strict=True):
        kind = slugify(str(tie.kind))
        taken = {*found, *(set(outright) if not told else ())}
        name = _first_name(tie) if not told and kind in taken else ""
        key = told or f"{kind}-{name}".strip("-")
        same = sum(1 for other in taken if other == key or other.rpartition("-")[0] == key)
        while key in taken:
            same += 1
            key = f"{kind}-{name}-{same}" if name else f"{kind}-{same}"
        found.append(key)
    return tuple(found)


def _first_name(tie: Tie) -> str:
    """Return the name a tie had first, as part of a key."""
    name = next(iter(tie.formerly), tie.name.in_("") if tie.name else "")
    return slugify(name.replace("’", "-"))


def _outright(tie: Tie) -> str:
    """Return the key a tie says it had: its kind, alone or before a name or a number."""
    kind, told = slugify(str(tie.kind)), next(iter(tie.formerly), "")
    begins = told == kind or told.startswith(f"{kind}-")
    return told if begins and told == slugify(told) else ""


def telling_names(ties: Sequence[Tie]) -> tuple[Localized | None, ...]:
    """Return the name of each tie that stands beside another of its kind."""
    kinds = [tie.kind for tie in ties]
    return tuple(tie.name if kinds.count(tie.kind) > 1 else None for tie in ties)


def founding(tie: Tie) -> EdtfDate | None:
    """Return when a tie first bound: its first signature, or the date it is known to live since."""
    dates = [act.date for act in tie.acts if act.date and act.act.binds]
    return min([*dates, *([tie.since] if tie.since else [])], default=None)


def successor_of(tie: Tie, ties: Iterable[Tie]) -> Tie | None:
    """Return the tie that replaced a tie: the first founded of those that name it."""
    every = tuple(ties)
    named = [t for t in every if replaced_by(t, every) == (tie,) and founding(t)]
    return min(named, key=lambda t: (founding(t), str(t.kind)), default=None)


def replaced_by(tie: Tie, ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Return the ties that one says to have replaced: by name, or by kind if they have not ended.

    It replaced one; where there are several, its author is to say which.
    """
    if tie.supersedes is None:
        return ()
    others = [other for other in ties if other is not tie]
    if named := [t for t in others if folded(tie.supersedes) in _names(t)]:
        return tuple(named)
    of_kind = [t for t in others if t.kind == kind_superseded(tie)]
    living = [t for t in of_kind if not any(act.act.ends and act.date for act in t.acts)]
    return tuple(living if len(of_kind) > 1 and living else of_kind)


def kind_superseded(tie: Tie) -> TieKind | None:
    """Return the kind a tie says to have replaced, where it names a kind."""
    return next((kind for kind in TieKind if str(kind) == tie.supersedes), None)


def _names(tie: Tie) -> Iterator[str]:
    return map(folded, (*(tie.name.values() if tie.name else ()), *tie.formerly))

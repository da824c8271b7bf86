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

    The others of that kind are named by their name too, or by a number where they have none.
    """
    found: list[str] = []
    for tie in ties:
        kind = slugify(str(tie.kind))
        name = slugify(tie.name.in_("").replace("’", "-")) if tie.name and kind in found else ""
        key = f"{kind}-{name}".strip("-")
        same = sum(1 for other in found if other == key or other.rpartition("-")[0] == key)
        while key in found:
            same += 1
            key = f"{kind}-{name}-{same}" if name else f"{kind}-{same}"
        found.append(key)
    return tuple(found)


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
    return map(folded, tie.name.values() if tie.name else ())

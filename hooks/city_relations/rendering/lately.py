"""Answers of a context of which only the last are remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple, Unpack

from city_relations.rendering.context import Context, derived_once

LATELY = 1024  # answers
C = TypeVar("C", bound=Context)
A = TypeVarTuple("A")
T = TypeVar("T")


def derived_lately(make: Callable[[C, Unpack[A]], T]) -> Callable[[C, Unpack[A]], T]:
    """Let a function of a context remember its last answers alone: there are many, and long ones.

    Each is the same when it is computed again.
    """
    once = derived_once(make)

    @wraps(make)
    def derived(context: C, *of: *A) -> T:
        lately = context.lately.setdefault(make, {})
        lately.pop(of, None)
        lately[of] = None
        if len(lately) > LATELY:
            oldest = next(iter(lately))
            del lately[oldest]
            context.derived.pop((make, oldest), None)
        return once(context, *of)

    return derived


def let_go(context: Context, made: Callable[..., object], *of: object) -> None:
    """Forget the last answers of a function, or one of them: nobody is about to ask again.

    Whoever does all the same is answered alike.
    """
    make: Callable[..., object] = made.__wrapped__  # type: ignore[attr-defined]
    known = context.lately.get(make, {})
    for answered in [of] if of else [*known]:
        known.pop(answered, None)
        context.derived.pop((make, answered), None)

"""What several rules ask of the same content, found out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from city_relations.content import Content

T = TypeVar("T")


def derived_of_content(make: Callable[[Content], T]) -> Callable[[Content], T]:
    """Let a function of content that is read answer once for all who ask."""

    @wraps(make)
    def derived(content: Content) -> T:
        if make not in content.derived:
            content.derived[make] = make(content)
        return cast(T, content.derived[make])

    return derived

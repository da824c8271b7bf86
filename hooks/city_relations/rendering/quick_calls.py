"""How templates call: functions directly, and sentences of ours that hold no value told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import FunctionType, MethodType
from typing import Any, TypeVar

from jinja2.runtime import Context
from markupsafe import Markup

from city_relations.language.untranslated import Untranslated, marked
from city_relations.language.words import Words

DIRECT = (FunctionType, MethodType)
# By this attribute of a function Jinja knows what it is handed before its own arguments; by this
# value of it, we: the address of the page. No context is made for it in every turn of a loop.
WANTS, ADDRESS = "jinja_pass_arg", "address"
SCOPES = ("_loop_vars", "_block_vars")
F = TypeVar("F", bound=Callable[..., Any])


def from_here(make: F) -> F:
    """Hand the address of the page being rendered to a function, before its own arguments."""
    setattr(make, WANTS, ADDRESS)
    return make


class QuickContext(Context):
    """The names of a template, of which a page calls hundreds.

    Jinja looks at whatever is called for what it wants, and for what its type does: a function and
    a method say it themselves.
    """

    def call(self, called: Any, /, *of: Any, **named: Any) -> Any:
        """Call something from a template."""
        wants = getattr(called, WANTS, None) if type(called) in DIRECT else ""
        if wants not in (None, ADDRESS):
            return super().call(called, *of, **named)
        for scope in SCOPES:
            named.pop(scope, None)
        try:
            return called(self["here"], *of, **named) if wants else called(*of, **named)
        except StopIteration:  # which would end the template, as if all were said
            return self.environment.undefined(f"{called.__name__} found nothing")


def sentences(words: Words) -> Mapping[str, Callable[..., Markup]]:
    """Return how templates tell our sentences, by the names they are called by.

    A sentence may hold elements; what stands for a value in it, `%(n)s`, is escaped; one in English
    for want of a wording is marked.
    """

    @cache
    def pattern(*message: str) -> Markup:
        return _in_html(words.pgettext(*message) if len(message) > 1 else words.gettext(*message))

    @cache
    def without_values(*message: str) -> Markup:
        return pattern(*message) % {}

    def told(*message: str, **values: Any) -> Markup:
        return pattern(*message) % values if values else without_values(*message)

    def told_of_many(one: str, many: str, number: int, /, **values: Any) -> Markup:
        return _in_html(words.ngettext(one, many, number)) % {"num": number, **values}

    return {"_": told, "gettext": told, "pgettext": told, "ngettext": told_of_many}


def _in_html(told: str) -> Markup:
    return Markup(marked(told) if isinstance(told, Untranslated) else told)  # noqa: S704 - ours

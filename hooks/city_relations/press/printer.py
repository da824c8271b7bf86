"""WeasyPrint, an extra that needs libraries of the system (Pango): there, or not and said so."""

from __future__ import annotations

from contextlib import redirect_stdout
from functools import cache
from importlib import import_module
from typing import Any

from city_relations.language.words import say

MISSING = say(
    "No PDF is made: WeasyPrint or a library of the system it needs is missing. "
    "Everything else is published. To have PDF: pip install weasyprint, and the library Pango."
)


@cache
def printer() -> Any:
    """Give WeasyPrint, or nothing where it or one of its libraries is missing."""
    try:
        with redirect_stdout(None):  # where a library is missing it tells programmers so, at length
            return import_module("weasyprint")
    except (ImportError, OSError):
        return None

"""WeasyPrint, an extra that needs libraries of the system (Pango): there, or not and said so."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from relations.words import say

MISSING = say(
    "No PDF is made: WeasyPrint or a library of the system it needs is missing. "
    "Everything else is published. To have PDF: pip install weasyprint, and the library Pango."
)


@cache
def printer() -> Any:
    """Give WeasyPrint, or nothing where it or one of its libraries is missing."""
    try:
        return import_module("weasyprint")
    except (ImportError, OSError):
        return None

"""Commands called as staff call them, on a copy of the small sound site."""

from __future__ import annotations

from calling import relations, site

__all__ = ["relations", "site"]

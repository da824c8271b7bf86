"""The elements an author's text may hold: all others are left out of its page."""

from __future__ import annotations

_NAMES = """
    a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub sup
    table tbody td tfoot th thead tr ul
"""
KEPT = frozenset(_NAMES.split())

"""What a server answers at old addresses, in the words of four kinds of server.

A server without these rules answers too: by a page that leads on, and by a copy of each file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from city_relations.rendering.context import Context
from city_relations.rendering.moves import every_move, every_moved_page
from city_relations.servers.place import base_of, pattern


def netlify_moves(context: Context) -> list[str]:
    """Return the lines of `_redirects`: pages alone, as no rule of theirs parts a file's name."""
    base = base_of(context)
    return [f"{base}{old} {base}{new} 301" for old, new in every_moved_page(context)]


def apache_moves(context: Context) -> list[str]:
    """Return directives of mod_alias."""
    return [f'RedirectMatch 301 "{old}" "{new}"' for old, new in _patterns(context)]


def nginx_moves(context: Context) -> list[str]:
    """Return directives of the rewrite module, for a server block or a location."""
    return [f'rewrite "{old}" "{new}" permanent;' for old, new in _patterns(context)]


def caddy_moves(context: Context) -> list[str]:
    """Return directives of a Caddyfile, each with a matcher of its own."""
    lines = []
    for i, (old, new) in enumerate(_patterns(context)):
        to = re.sub(r"\$(\d)", rf"{{re.moved{i}.\1}}", new)
        lines += [f"@moved{i} path_regexp moved{i} `{old}`", f"redir @moved{i} {to} permanent"]
    return lines


def _patterns(context: Context) -> Iterator[tuple[str, str]]:
    """Yield each pattern of old addresses and what takes its place: the first that fits counts."""
    base = base_of(context)
    for move in every_move(context):
        old, new = pattern(base + move.old), base + move.new
        yield (
            f"^{old}((?:[^/]+/)*){move.name}([^/]*)$",
            f"{new}$1{move.new_name}$2",
        )
        yield f"^{old}(.*)$", f"{new}$1"

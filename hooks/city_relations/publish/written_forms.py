"""Forms of hand-written Markdown as our pages can show them: nothing inline, every box named."""

from __future__ import annotations

import re
from types import MappingProxyType

from markupsafe import Markup

# The policy of our pages lets no `style` act, which Python-Markdown writes for a column's side.
SIDE = re.compile(r'<(t[hd]) style="text-align: (left|center|right);">')
SIDES = MappingProxyType({"left": "rel-start", "center": "rel-centre", "right": "rel-number"})
# A box nobody can tick and nobody named is a sign, as in the source.
BOX = re.compile(r'<input type="checkbox" disabled( checked)? ?/?>')


def suited(html: str) -> Markup:
    """Return a hand-written body whose columns keep their side, and whose boxes are signs.

    >>> suited('<td style="text-align: right;">48</td>')
    Markup('<td class="rel-number">48</td>')
    """
    told = SIDE.sub(lambda cell: f'<{cell[1]} class="{SIDES[cell[2]]}">', html)
    return Markup(BOX.sub(lambda box: "☑" if box[1] else "☐", told))  # noqa: S704 - HTML it was

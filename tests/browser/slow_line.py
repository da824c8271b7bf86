"""A page whose fonts and scripts come after its text was painted, and what moves on it."""

from __future__ import annotations

import re
from functools import partial

SHIFTS = """new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifted = (window.shifted ?? 0) + one.value;
}).observe({type: "layout-shift", buffered: true})"""

LOADING = "document.readyState !== 'complete' || document.fonts.status === 'loading'"
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
LATE = re.compile(r"\.woff2|/relations/(?!first)\w+\.js")


def shift_on_a_slow_line(page, url):
    """Open a page; return how much of it moved (CLS), and whether anything came late."""
    page.add_init_script(SHIFTS)
    late = []
    page.route(LATE, partial(late.append))
    page.goto(url, wait_until="commit")
    while not page.evaluate(PAINTED):
        page.wait_for_timeout(20)
    came_late = bool(late)
    while late or page.evaluate(LOADING):
        while late:
            late.pop().continue_()
        page.wait_for_timeout(20)
    page.wait_for_timeout(60)
    return page.evaluate("window.shifted ?? 0"), came_late

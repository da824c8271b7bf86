"""Axe, the judge of accessible pages, run in a page that is open."""

from __future__ import annotations

from itertools import product

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "RGAAv4"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
# What a page has become, once it has been drawn anew.
STATE = """() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() =>
  told([innerWidth, getComputedStyle(document.body).colorScheme]))))"""


def violations(page, axe_source):
    """Run axe in a page; give each broken rule with the elements that break it."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe_source)
    found = page.evaluate(RUN, TAGS)["violations"]
    return [(rule["id"], [n["html"][:120] for n in rule["nodes"]]) for rule in found]


def in_four_states(page, narrow, wide=1280):
    """Bring an open page into each state in turn: wide and narrow, light and dark; give which."""
    for width, scheme in product((wide, narrow), ("light", "dark")):
        into_state(page, width, scheme)
        yield width, scheme


def into_state(page, width, scheme):
    """Bring an open page to a width and to light or dark, and see that it is there."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(STATE) == [width, scheme]

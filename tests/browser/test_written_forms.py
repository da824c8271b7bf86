"""The page that shows every form of hand-written Markdown: dressed, in reach, nothing inline."""

from __future__ import annotations

import pytest
from axe import in_four_states, violations


@pytest.fixture
def forms(sample_url, new_page):
    """Open the page of forms."""
    page = new_page(bypass_csp=True)  # axe itself sets styles
    page.goto(sample_url + "writing/")
    return page


def test_axe_finds_nothing(forms, axe_source):
    """No rule of axe is broken by any form, narrow and wide, light and dark."""
    for state in in_four_states(forms, 320):
        assert violations(forms, axe_source) == [], state
        assert forms.evaluate("document.documentElement.scrollWidth <= innerWidth"), state


def test_tabs_are_moved_by_the_keyboard(forms):
    """One tab's text is shown; an arrow shows the next, and the focus is seen."""
    shown = forms.locator(".tabbed-block:visible")
    assert shown.all_inner_texts() == ["From the harbour, every morning."]
    forms.locator(".tabbed-set input").first.focus()
    forms.keyboard.press("ArrowRight")
    assert shown.all_inner_texts() == ["From the station, twice a day."]
    assert forms.locator(".tabbed-set").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_each_notice_stands_out(forms):
    """A warning and a danger have tones of their own, and an answer opens at a touch."""
    tones = forms.locator(".admonition").evaluate_all(
        "all => all.map(e => getComputedStyle(e).borderInlineStartColor)"
    )
    assert len(set(tones)) == 4
    forms.locator("main summary").click()
    assert forms.get_by_text("Every school of the city.").is_visible()


def test_nothing_inline_is_left(sample_site):
    """Columns keep their side by a class, tasks are signs: the policy lets no style act."""
    html = (sample_site / "writing" / "index.html").read_text(encoding="utf-8")
    assert " style=" not in html
    assert '<td class="rel-number">48</td>' in html
    assert (html.count("☑"), html.count("☐"), html.count("disabled")) == (1, 1, 0)

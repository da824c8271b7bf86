"""Nu, html-validate, linkinator and csp_evaluator: awake on a bad page, silent on both cities."""

from __future__ import annotations

import pytest
from serving import POLICY, AtTheRoot, served

from building import ROOT, files
from judges import UNKNOWN_TO_NU, csp_evaluator, html_validate, linkinator, nu
from reading import parse

BAD = ROOT / "tests" / "bad_site"
ONLY_AS_HEADER = "; frame-ancestors 'none'"


@pytest.fixture(scope="module")
def nu_says(java, site, sample_site):
    """Return what the Nu checker says of both cities."""
    return nu(java, site, sample_site)


def test_nu_sees_bad_html_css_and_svg(java):
    """The judge is awake: it tells of an id used twice, of no such property, of no such shape."""
    told = " ".join(sentence for _, sentence in nu(java, BAD))
    for fault in ("Duplicate ID", "“colour”", "“radius”", "“button” must not appear", "“alt”"):
        assert fault in told


def test_nu_finds_no_error(nu_says):
    """No page, stylesheet or drawing of either city breaks its standard."""
    assert [told for told in nu_says if told[1] not in UNKNOWN_TO_NU] == []


def test_nu_has_not_learnt_yet(nu_says):
    """What is passed over is still told, so that no exception outlives its reason."""
    assert {sentence for _, sentence in nu_says} >= UNKNOWN_TO_NU


def test_html_validate_sees_a_bad_page(tmp_path):
    """The judge is awake: it tells of the id, the picture, the button and the form."""
    rules = {rule for _, rule, _ in html_validate(tmp_path / "report", BAD)}
    assert {"no-dup-id", "wcag/h37", "wcag/h32", "text-content"} <= rules


def test_html_validate_finds_nothing(tmp_path, site, sample_site):
    """No page of either city breaks a rule."""
    assert html_validate(tmp_path / "report", site, sample_site) == []


def test_linkinator_sees_a_bad_page():
    """The judge is awake: it tells of the page, the heading, the picture and the letter missing."""
    with served(BAD, AtTheRoot) as url:
        broken = {link.removeprefix(url) for link, _ in linkinator(url)[0]}
    assert broken == {"missing.html", "#nowhere", "missing.png", "missing.woff2"}


@pytest.mark.parametrize("city", ["site", "sample_site"])
def test_linkinator_finds_every_link_whole(city, request):
    """Every link of a served city leads to a file, and every fragment to an element."""
    folder = request.getfixturevalue(city)
    with served(folder) as url:
        broken, tried = linkinator(url)
    assert broken == []
    assert tried > sum(name.endswith(".html") for name in files(folder))


def test_the_policy_judge_sees_a_weak_policy():
    """The judge is awake: scripts from anywhere, inline ones, and no word on plug-ins are told."""
    told = " ".join(csp_evaluator("script-src 'unsafe-inline' https:"))
    for weakness in ("object-src", "unsafe-inline", "https:"):
        assert weakness in told


@pytest.mark.parametrize("city", ["site", "sample_site"])
def test_every_page_carries_the_policy(city, request):
    """Each page states the strict policy itself, before anything it could hold back."""
    stated = POLICY.removesuffix(ONLY_AS_HEADER)
    for name, content in files(request.getfixturevalue(city)).items():
        if name.endswith(".html"):
            head = list(parse(content).find("head"))
            found = [i for i, e in enumerate(head) if e.get("http-equiv", "refresh") != "refresh"]
            assert [head[i].get("content") for i in found] == [stated], name
            assert all(e.tag == "meta" for e in head[: found[0]]), name


def test_the_policy_has_no_weakness():
    """The policy the site is written for has none, as a header and as a page states it."""
    assert csp_evaluator(POLICY) == []
    assert csp_evaluator(POLICY.removesuffix(ONLY_AS_HEADER)) == []

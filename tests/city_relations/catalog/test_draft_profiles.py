"""A profile that is a draft: checked as any other, shown by the preview, told nowhere else."""

from __future__ import annotations

import pytest

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.content.memory import Memory
from city_relations.problems import ContentError
from city_relations.publish.site import read_site
from small_city import URL, assets, profile, release, write_city

KORCA = profile("Korça").replace("country: IT", "country: AL")
DRAFT = KORCA + "about: Un secret.\nstatus: brouillon\n"


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Write a city with a published partner and a draft, to which a release links."""
    text = release(body="Voir [Korça](../../partners/korca.yml).")
    files = {"partners/korca.yml": DRAFT, "press_releases/2024/2024-05-06-un-titre.md": text}
    return write_city(tmp_path_factory.mktemp("draft"), files)


def test_a_draft_is_in_no_catalog(city):
    """Partners, ties and milestones of the site know nothing of it."""
    catalog = read_catalog(city, NOW)
    assert [partner.slug for partner in catalog.partners] == ["turin"]
    assert all("korca" not in milestone.partners for milestone in catalog.milestones)


def test_nothing_that_is_published_tells_of_a_draft(city):
    """What its profile says is in no page and no file, and nothing leads to it."""
    site = read_site(city, NOW, URL)
    told = {path: page.body for path, page in site.pages.items()}
    told |= {path: data.decode("utf-8", "replace") for path, data in assets(site).items()}
    assert not [p for p, text in told.items() if "Un secret" in text or "partenaires/korca" in text]
    assert "partenaires/korca/" not in told


def test_a_link_to_a_draft_waits(city):
    """Its words are no link until it is published, and a remark says so."""
    catalog = read_catalog(city, NOW)
    (remark,) = [one for one in catalog.remarks if one.rule == "links-do-not-wait"]
    assert remark.file.endswith("2024-05-06-un-titre.md")
    body = read_site(city, NOW, URL).pages["communiques/2024/2024-05-06-un-titre/"].body
    assert "Voir Korça." in body


def test_the_preview_shows_it_marked(city):
    """On the machine of who writes, its page stands, under a title that says what it is."""
    catalog = read_catalog(city, NOW, memory=Memory())
    assert {str(catalog.partner("korca").name.in_("fr"))} == {"BROUILLON – Korça"}


@pytest.mark.parametrize("fault", ["ties: []", "ties:\n  - kind: mariage\n    since: 1990"])
def test_a_draft_is_checked_like_any_other(tmp_path, fault):
    """What is wrong in it is told before it is published, not after."""
    text = f"name: Korça\ncountry: AL\nstatus: draft\n{fault}\n"
    with pytest.raises(ContentError):
        read_catalog(write_city(tmp_path, {"partners/korca.yml": text}), NOW)

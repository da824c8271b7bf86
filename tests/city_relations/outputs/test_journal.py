"""What changed: by month and partner, from dated fields alone, as a page and as feeds."""

from __future__ import annotations

import json
import re

import pytest

from small_city import TURIN, assets, read_city, release, write_city

CORRECTED = "corrections: [{date: 2024-06-02, note: Une date rectifiée.}]\n"
FILES = {
    "partners/turin.yml": f"{TURIN}checked: {{date: 2024-06-10, next: 2025-06}}\n"
    "corrections:\n- {date: 2024-05-03, note: La population est de 2019.}\n",
    "partners/brno.yml": "name: Brno\ncountry: CZ\nstatus: draft\n"
    "ties: [{kind: twinning, since: 1990}]\nchecked: {date: 2024-06-11}\n",
    "press_releases/2024/2024-05-06-a.md": release("Un accord", more=CORRECTED),
    "press_releases/2024/2024-06-01-b.md": release(
        "Un secret", "2024-06-01", more="status: draft\n"
    ),
    "press_releases/2024/2024-06-03-c.md": release(
        "Un embargo", "2024-06-03", more="embargo: 2199-01-01T08:00\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the site of a city in which something changed."""
    return read_city(write_city(tmp_path_factory.mktemp("city"), FILES))


def told(site):
    """Return the words of the page, a line a block."""
    body = re.sub(r"</(?:h\d|li|p)>", "\n", str(site.pages["journal/"].body))
    words = re.sub(r"<[^>]+>|[\u00a0\u202f]", " ", body).splitlines()
    return [" ".join(line.split()) for line in words if line.strip()]


def test_months_and_partners_hold_what_changed(site):
    """What a release told, what was put right and what was read over stands under its month."""
    assert told(site)[3:] == [
        "Juin 2024",
        "Turin",
        "Vérifié le 10 juin 2024.",
        "Corrigé le 2 juin 2024. Une date rectifiée. ( Un accord )",
        "Mai 2024",
        "Turin",
        "Communiqué : Un jumelage fêté , 19 mai 2024",
        "Communiqué : Un accord , 6 mai 2024",
        "Corrigé le 3 mai 2024. La population est de 2019.",
    ]


def test_drafts_and_embargoes_are_never_told(site):
    """No draft, no release before its hour and no partner in preparation is in page or feed."""
    found = assets(site)
    feeds = found["journal/feed.json"].decode() + found["journal/atom.xml"].decode()
    for secret in ("Brno", "Un secret", "Un embargo"):
        assert secret not in feeds
        assert secret not in "\n".join(told(site))


def test_the_feed_tells_the_same_newest_first(site):
    """Each change is an entry with its day, its words and an identifier of its own."""
    items = json.loads(assets(site)["journal/feed.json"])["items"]
    assert [one["title"].replace("\xa0", " ") for one in items] == [
        "Turin : relecture",
        "Un accord : rectification",
        "Un jumelage fêté : communiqué de presse",
        "Un accord : communiqué de presse",
        "Turin : rectification",
    ]
    assert len({one["id"] for one in items}) == len(items)
    assert items[1]["content_html"] == "<p>Une date rectifiée.</p>"
    assert items[0]["date_published"] == "2024-06-10T00:00:00+02:00"


def test_a_profile_tells_its_corrections(site):
    """A partner's page says what was put right, and counts it as its last change."""
    page = site.pages["partenaires/turin/"]
    assert "La population est de 2019." in page.body
    assert page.updated.isoformat() == "2024-06-10"

"""Every kind of page of a city with sixty partners and forty photographs, on a phone."""

from __future__ import annotations

import pytest
from serving import AtTheRoot, served
from slow_line import shift_on_a_slow_line
from targets import CLOSE
from test_every_kind import kinds_by_language

from building import built
from city_relations.publish.weight import PageWeights
from crowded_city import Crowd, crowded_city
from sharing import made_once

PICTURES = 200_000  # bytes of pictures that a phone may fetch before anybody scrolls
MILE = '<li class="rel-mile"'


@pytest.fixture(scope="module", name="crowd")
def built_site(tmp_path_factory):
    """Return the site of that city, shared by the workers."""

    def make(folder):
        built(crowded_city(folder / "city", Crowd()), folder / "site")

    return made_once(tmp_path_factory, "crowded-pages", make) / "site"


def seen_on_a_phone(page, url):
    """Open a page on a slow line; return what a phone meets there, by name."""
    pictures = []
    page.on("response", lambda got: pictures.append(got) if is_picture(got) else None)
    shift, late = shift_on_a_slow_line(page, url)
    return {
        "shift": shift,
        "late": late,
        "pictures": sum(len(got.body()) for got in pictures),
        "wide": page.evaluate("document.documentElement.scrollWidth"),
        "close": page.evaluate(CLOSE),
    }


def is_picture(answer):
    """Return whether an answer is a picture."""
    return answer.headers.get("content-type", "").startswith("image/")


def test_no_kind_of_page_moves_weighs_or_crowds(crowd, new_page):
    """Nothing moves, pictures stay under 200 kB, targets stand apart and nothing sticks out."""
    found = {}
    with served(crowd, AtTheRoot) as url:
        for path in kinds_by_language(crowd, by_depth=True).values():
            page = new_page(360, height=740, device_scale_factor=2)
            found[path] = seen_on_a_phone(page, url + path)
            page.close()
    assert len(found) > 20
    assert all(one["late"] for one in found.values())
    assert {path: one["shift"] for path, one in found.items() if one["shift"] >= 0.02} == {}
    assert {path: n for path, one in found.items() if (n := one["pictures"]) >= PICTURES} == {}
    assert {path: one["close"] for path, one in found.items() if one["close"]} == {}
    assert {path for path, one in found.items() if one["wide"] > 360} == set()
    assert any(one["pictures"] for one in found.values())


def test_no_page_is_too_heavy(crowd):
    """What the pages, their styles and scripts weigh stays within the budget of a page."""
    weights = PageWeights(crowd).pages
    assert len(weights) > 120
    assert [one.path for one in weights if one.text + one.asked > one.budget] == []


def body_of(site, path):
    """Return the text of a page of a site."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_sixty_partners_are_not_named_in_a_sentence(crowd):
    """Who has no way to take part is counted, and named by country in a list that folds."""
    _, _, body = body_of(crowd, "participer").partition('aria-labelledby="write"')
    assert "52" in body.partition("<details")[0]
    folded = body[body.index("<details") : body.index("</details>")]
    assert folded.count("<a href=") == 52
    assert folded.index("Albanie") < folded.index("Égypte") < folded.index("Viêt Nam")


def test_sixty_calendars_fold(crowd):
    """The calendar of all stands first; those of one partner each are one gesture away."""
    for path in ("agenda", "abonnement"):
        _, _, after = body_of(crowd, path).partition("L’agenda d’un partenaire")
        assert after.partition("</details>")[0].count('agenda.ics" type') == 60
        assert after.partition("</details>")[2].count('agenda.ics" type') == 0


def test_months_fold_where_many_dates_come(crowd):
    """The first months stand open, the others say how many dates they hold; each names its own."""
    months = body_of(crowd, "agenda").split('<details class="rel-decade rel-fold"')[1:]
    assert [month.startswith(" open") for month in months] == [True] * 3 + [False] * 5
    dates = [date for month in months for date in month.partition("</details>")[0].split(MILE)[1:]]
    assert len(dates) == 60
    assert all('<span class="rel-whom">' in date for date in dates)

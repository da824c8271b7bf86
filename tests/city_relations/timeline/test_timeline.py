"""Milestones: what is derived, what is one fact, and in what order it is told."""

from __future__ import annotations

import random
from datetime import date

import pytest

from building import NOW, ROOT
from city_relations.content import read_content
from city_relations.language.words import words_for
from city_relations.schema.localized import Localized
from city_relations.ties import ties_with_standing
from city_relations.timeline import coming, milestones
from city_relations.timeline.milestones import MilestoneKind, Status, by_decade
from small_city import RELEASE, TURIN, read_city, write_city

FR = words_for("fr")
TODAY = NOW.date()


def told(root, files=(), day=TODAY):
    """Return the milestones of a small city."""
    content = read_content(write_city(root / "city", files, base=False))
    assert [p for p in content.problems if not p.remark] == []
    originals = [release for release in content.releases if not release.translated_into]
    return milestones(now(content.partners, day), originals, day)


def now(partners, day=TODAY):
    """Return partners with their ties as they stand on a day."""
    return [(partner, ties_with_standing(partner.ties, day)) for partner in partners]


def title(milestone):
    """Return a milestone's title in French."""
    said = milestone.title
    return said.in_("fr") if isinstance(said, Localized) else FR(said)


def profile(ties, more=""):
    """Return a partner profile."""
    return f"name: Turin\ncountry: IT\ncoordinates: {{lat: 45, lon: 7}}\n{more}ties:\n{ties}"


def test_an_act_told_by_a_release_is_one_milestone(tmp_path):
    """The release of an act's days is its source, and no milestone of its own."""
    release = RELEASE.replace("2024-05-19", "1957-05-20")
    files = {"partners/turin.yml": TURIN, "press_releases/1957/1957-05-20-turin.md": release}
    acts = [m for m in told(tmp_path, files) if m.kind is not MilestoneKind.ANNIVERSARY]
    assert [(title(m), [r.slug for r in m.releases]) for m in acts] == [
        ("signature du jumelage", ["1957-05-20-turin"])
    ]


def test_a_release_of_another_day_is_news_of_its_own(tmp_path):
    """A release far from any act is a milestone."""
    files = {"partners/turin.yml": TURIN, "press_releases/2024/2024-05-19-turin.md": RELEASE}
    kinds = [m.kind for m in told(tmp_path, files)]
    assert kinds == [MilestoneKind.ACT, MilestoneKind.RELEASE, MilestoneKind.ANNIVERSARY]


def test_an_event_said_in_a_profile_and_a_release_is_one(tmp_path):
    """The same days, place and partner make one event; the release gives the words."""
    event = "events: [{date: 2024-05-18/2024-05-19, title: Fête, place: Turin}]\n"
    release = RELEASE.replace(
        "themes:",
        "events:\n  - {date: 2024-05-18/2024-05-19, title: La fête, place: Turin}\nthemes:",
    )
    files = {
        "partners/turin.yml": TURIN + event,
        "press_releases/2024/2024-05-19-turin.md": release,
    }
    found = [m for m in told(tmp_path, files) if m.year == 2024]
    assert [(title(m), len(m.releases)) for m in found] == [("La fête", 1)]


def test_an_event_says_what_it_is(tmp_path):
    """An event goes by its own kind: a festival, a delegation received."""
    event = "events: [{date: 2024-05-18, title: Fête, place: Turin, kind: festival}]\n"
    found = told(tmp_path, {"partners/turin.yml": TURIN + event})
    assert [FR(m.label) for m in found if m.year == 2024] == ["festival"]


def test_a_ring_signed_on_one_day_is_one_milestone(tmp_path):
    """Six profiles that tell one signature of one circle make one milestone of six partners."""
    slugs = ["celje", "esch", "locarno", "mons", "speyer", "turin"]
    parties = ", ".join(["Ville A", *slugs])
    act = f"{{act: signature, date: 1957-09-29, place: Mons, parties: [{parties}]}}"
    tie = f"  - {{kind: twinning, acts: [{act}]}}\n"
    files = {f"partners/{slug}.yml": profile(tie) for slug in slugs}
    acts = [m for m in told(tmp_path, files) if m.kind is MilestoneKind.ACT]
    assert [sorted(m.partners) for m in acts] == [slugs]


def test_a_release_of_two_partners_stays_news_for_the_other(tmp_path):
    """A release that is one partner's act remains a milestone for the partner it does not tell."""
    other = TURIN.replace("1957-05-19, place: Turin", "2001")
    release = RELEASE.replace("partners: [turin]", "partners: [turin, wien]").replace(
        "2024-05-19", "1957-05-19"
    )
    files = {
        "partners/turin.yml": TURIN,
        "partners/wien.yml": other,
        "press_releases/1957/1957-05-19-deux.md": release,
    }
    found = told(tmp_path, files)
    news = [m.partners for m in found if m.kind is MilestoneKind.RELEASE]
    assert news == [("wien",)]


def test_planned_and_done_stay_apart(tmp_path):
    """A plan is to come, then announced without a date, then done with what was announced."""
    tie = "  - {kind: agreement, acts: [{act: signature, planned: 2023-23, date: 2024-04}]}\n"
    files = {"partners/turin.yml": profile(tie)}
    days = [date(2023, 10, 1), date(2024, 1, 15), date(2024, 5, 1)]
    found = [told(tmp_path, files, day)[0] for day in days]
    assert [m.status for m in found] == [Status.COMING, Status.ANNOUNCED, Status.DONE]
    assert [m.date.text for m in found] == ["2023-23", "2023-23", "2024-04"]
    assert [FR(m.announcement) if m.announcement else "" for m in found] == [
        "",
        "annoncé pour l’automne 2023",
        "annoncé pour l’automne 2023",
    ]


def test_fuzzy_dates_sort_and_say_so(tmp_path):
    """A year stands before its season, month and day, and says what is not known."""
    acts = ["2023-03-10", "2023", "2023-21", "2023-03"]
    lines = "".join(f"  - {{date: {when}, title: Le {when}}}\n" for when in acts)
    tie = "  - {kind: twinning, since: 1957}\n"
    files = {"partners/turin.yml": profile(tie, f"events:\n{lines}")}
    found = [m for m in told(tmp_path, files) if m.kind is MilestoneKind.EVENT]
    assert [m.date.text for m in found] == ["2023", "2023-21", "2023-03", "2023-03-10"]
    assert FR(found[0].exactness) == "jour et mois non connus"
    assert [m.exactness for m in found[1:]] == [None, None, None]


def test_a_renewal_says_who_joined_and_who_left(tmp_path):
    """Parties that change between two binding acts are told."""
    tie = """  - kind: agreement
    acts:
      - {act: signature, date: 2016, parties: [A, B, C]}
      - {act: renewal, date: 2019, parties: [A, B, D]}
"""
    renewal = told(tmp_path, {"partners/turin.yml": profile(tie)})[1]
    assert [FR(change) for change in renewal.changes] == ["désormais avec D", "désormais sans C"]


def test_ties_with_others_are_told_apart(tmp_path):
    """A partner's tie with a third place is a milestone of its own kind, with its period."""
    more = "elsewhere: [{with: Romans, country: FR, kind: twinning, period: 1994/2014}]\n"
    files = {"partners/turin.yml": profile("  - {kind: twinning, since: 2020}\n", more)}
    first = told(tmp_path, files)[0]
    assert (first.kind, first.year) == (MilestoneKind.ELSEWHERE, 1994)
    assert title(first) == "jumelage avec Romans"


def test_decades_hold_years_hold_milestones(tmp_path):
    """Grouping keeps every milestone, in order."""
    found = told(tmp_path, {"partners/turin.yml": TURIN})
    grouped = [m for years in by_decade(found).values() for ms in years.values() for m in ms]
    assert grouped == list(found)


def test_what_comes_is_within_the_year(tmp_path):
    """Anniversaries and ends of term of the coming twelve months come, soonest first."""
    found = told(tmp_path, {"partners/turin.yml": TURIN})
    assert [title(m) for m in coming(found, TODAY)] == ["70 ans du jumelage"]
    assert (
        coming(told(tmp_path, {"partners/turin.yml": TURIN}, date(2027, 6, 1)), date(2027, 6, 1))
        == ()
    )


@pytest.mark.parametrize("seed", range(5))
def test_order_never_depends_on_input_order(seed):
    """The city's own profiles and releases, shuffled, give the same timeline."""
    content = read_content(ROOT)
    originals = [release for release in content.releases if not release.translated_into]
    before = milestones(now(content.partners), originals, TODAY)
    random.Random(seed).shuffle(content.partners)  # noqa: S311 - a shuffle, not a secret
    random.Random(seed + 9).shuffle(originals)  # noqa: S311
    after = milestones(now(content.partners), originals, TODAY)
    assert [(m.key, m.date, m.status) for m in after] == [(m.key, m.date, m.status) for m in before]


def test_every_key_names_one_fact():
    """No two milestones of the real record share the name calendars know them by."""
    content = read_content(ROOT)
    found = milestones(now(content.partners), content.releases, TODAY)
    keys = [m.key for m in found if m.kind is not MilestoneKind.RELEASE]
    assert len(keys) == len(set(keys))


def test_the_taroudant_dates(tmp_path):
    """A range of days, a month about, a season, a period and a term stand in right French."""
    write_city(tmp_path / "unused")
    site = read_city(ROOT)
    addresses = site.edition.addresses
    page = site.pages[addresses.partner("taroudant")].body
    text = " ".join(page.striptags().replace("\u00a0", " ").replace("\u202f", " ").split())
    for words in (
        "Du 4 au 10 mars 2023",
        "Du 9 au 13 janvier 2023",
        "De 1994 à 2014",
        "Vers avril 2024",
        "Annoncé pour l’automne 2023",
        "3 ans, renouvelable",
    ):
        assert words.casefold() in text.casefold(), words

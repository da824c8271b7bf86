"""A8: every kind of act, tie and event, planned and done, is told wherever facts are told."""

from __future__ import annotations

import csv
import io
import re
from itertools import product

import pytest
from icalendar import Calendar

from city_relations.language.typography import typeset_plain
from city_relations.pictures.colour import contrast
from city_relations.schema.choice import Choice
from city_relations.schema.choices import ActKind, EventKind, TieKind
from city_relations.timeline.facts import act_title
from small_city import assets, read_city, write_city

# Each act on a day of its own, in an order that every rule of time accepts.
DONE = {act: f"{2000 + i}-03-{i + 1:02}" for i, act in enumerate(ActKind)}
PLANNED = {act: f"2027-03-{i + 1:02}" for i, act in enumerate(ActKind)}
LIGHT_PAPER, DARK_PAPER = "#fcfaf6", "#181613"  # --rel-paper of base.css


def profile(name, kind, dates, field):
    """Return a partner with one tie of a kind, every act of which is done or planned."""
    acts = "".join(f"      - {{act: {act}, {field}: {day}}}\n" for act, day in dates.items())
    where = "country: IT\ncoordinates: {lat: 45.07, lon: 7.69}\n"
    return f"name: {name}\n{where}ties:\n  - kind: {kind}\n    acts:\n{acts}"


def events():
    """Return an event of each kind, past and to come."""
    lines = "".join(
        f"  - {{title: {kind} {year}, kind: {kind}, date: {year}-05-{i:02}}}\n"
        for year in (2020, 2027)
        for i, kind in enumerate(EventKind, 1)
    )
    return f"events:\n{lines}"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build a city with two partners for each kind of tie: all acts done, all acts planned."""
    files = {}
    for kind in TieKind:
        slug = str(kind).replace("_", "-")
        files[f"partners/{slug}-done.yml"] = profile(f"{kind} D", kind, DONE, "date")
        files[f"partners/{slug}-planned.yml"] = profile(f"{kind} P", kind, PLANNED, "planned")
    files["partners/twinning-done.yml"] += events()
    root = write_city(tmp_path_factory.mktemp("kinds") / "city", files, base=False)
    return read_city(root)


def partners():
    """List every partner of the city: its kind of tie, whether its acts are done, its days."""
    return list(product(TieKind, [("done", DONE), ("planned", PLANNED)]))


def plain(html):
    """Return the words of a page, every blank alike."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(html)).split())


@pytest.mark.parametrize(("kind", "told"), partners(), ids=str)
def test_every_act_is_told_everywhere(site, kind, told):
    """Page, timeline, calendar and data name each act of each kind of tie on its day."""
    word, dates = told
    slug = f"{str(kind).replace('_', '-')}-{word}"
    tie, files = site.catalog.partner(slug).ties[0], assets(site)
    page = plain(site.pages[f"partenaires/{slug}/"].body)
    timeline = plain(site.pages["chronologie/"].body).casefold()
    calendar = Calendar.from_ical(files[f"partenaires/{slug}/agenda.ics"])
    days = {str(e["dtstart"].dt): str(e["summary"]) for e in calendar.walk("VEVENT")}
    rows = [row for row in table(files, "actes") if row["partner"] == slug]
    for act in tie.acts:
        title = site.edition.words(act_title(act, tie))
        assert typeset_plain(site.edition.words(act.act.label), "fr").casefold() in page.casefold()
        assert typeset_plain(title, "fr").casefold() in timeline
        assert title.casefold() in days[dates[act.act]].casefold()
    assert {row["act"]: row["date"] or row["planned"] for row in rows} == {
        str(act): day for act, day in dates.items()
    }


@pytest.mark.parametrize("kind", TieKind)
def test_every_kind_of_tie_has_its_look(site, kind):
    """A kind of tie is in the lists and the data, has a shape on the map and a colour."""
    label = site.edition.words(kind.label)
    assert label.casefold() in plain(site.pages["partenaires/"].body).casefold()
    assert f'<g id="rel-shape-{kind}">' in site.pages["carte/"].body
    files = assets(site)
    assert f'\n[data-kind="{kind}"] {{' in files["assets/relations/accent.css"].decode()
    assert {str(kind)} <= {row["kind"] for row in table(files, "liens")}


@pytest.mark.parametrize("kind", TieKind)
def test_every_kind_of_tie_is_told_apart(kind):
    """A kind's colour can be read on either paper, and no other kind has its shape or colour."""
    assert contrast(kind.look.day, LIGHT_PAPER) >= 4.5
    assert contrast(kind.look.night, DARK_PAPER) >= 4.5
    looks = [one.look for one in TieKind if one is not kind]
    assert kind.look.corners not in {look.corners for look in looks}
    assert not {kind.look.day, kind.look.night} & {
        c for look in looks for c in (look.day, look.night)
    }


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("year", [2020, 2027])
def test_every_kind_of_event_is_told_everywhere(site, kind, year):
    """Page, timeline, calendar and data tell an event of each kind, past or to come."""
    name, files = f"{kind} {year}", assets(site)
    label = typeset_plain(site.edition.words(kind.label), "fr")
    for address in ("partenaires/twinning-done/", "chronologie/"):
        told = plain(site.pages[address].body)
        assert name in told
        assert label in told
    calendar = Calendar.from_ical(files["agenda.ics"])
    assert any(name in str(e["summary"]).casefold() for e in calendar.walk("VEVENT"))
    (row,) = (row for row in table(files, "jalons") if row["title"] == name)
    assert row["status"] == ("done" if year == 2020 else "coming")


def table(files, name):
    """Return the lines of a table of the open data."""
    text = files[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def closed_lists(kind=Choice):
    """List the closed lists there are."""
    for made in kind.__subclasses__():
        yield made
        yield from closed_lists(made)


@pytest.mark.parametrize("kind", [*closed_lists()], ids=lambda kind: kind.__name__)
def test_every_value_says_all_its_list_declares(kind):
    """Each value of a closed list has each attribute that its list declares."""
    assert [(v, name) for v in kind for name in kind.__annotations__ if not hasattr(v, name)] == []

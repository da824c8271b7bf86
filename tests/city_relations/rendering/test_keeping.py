"""Things kept from build to build: never a wrong one, whatever has changed or was done to them."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from building import NOW, files
from city_relations.catalog import read_catalog
from city_relations.pictures.other_fonts import fonts_of_system
from city_relations.press.kit import kit_of
from city_relations.problems import ContentError
from city_relations.publish import writing
from city_relations.publish.layout import Surroundings, layout, layouts
from city_relations.publish.menus import MenuItem
from city_relations.publish.site import Own, read_site
from city_relations.publish.writing import write_pages
from city_relations.rendering.edition import Edition
from small_city import CONFIGURATION, URL, assets, edition_of, picture, profile, release, write_city
from square_font import square_font

SETTINGS = Path("mkdocs.yml")
STEPS, SEED = int(os.environ.get("KEPT_STEPS", "100")), int(os.environ.get("FUZZ_SEED", "1957"))
FOLDER = Path("press_releases/2024")
PARTNERS = ("turin", "bath", "sfax")


# What may stand otherwise a day later: terms, who is bound, where to register, what comes.
TIES = (
    "kind: agreement, acts: [{act: signature, date: 2024-03}], term: {years: 3}",
    "kind: agreement, acts: [{act: signature, date: 2020}], term: {years: 2, tacit: oui}",
    "kind: twinning, acts: [{act: signature, date: 1990, parties: [A]}], parties: [A, B]",
)
COMING = """events:
  - {date: 2027-03-04, title: Repas, registration: {link: "https://a.example/", until: 2026-12-31}}
  - {date: 2026-12-01, title: Atelier, every: month, until: 2028-12-31}
"""

NOT_CONTENT = shutil.ignore_patterns(".cache", "out")


def told(root, now=NOW, url=URL, around="Port-Arden"):
    """Return all that a site says below a folder: its files, its pages framed, and its inserts."""
    shutil.rmtree(root / "out", ignore_errors=True)
    own = root / "overrides"
    try:
        site = read_site(root, now, url, Own(overrides=own if own.is_dir() else None))
    except ContentError as error:
        return sorted(map(repr, error.problems))
    frame = Surroundings(around, menu=(MenuItem("Accueil", ""),))
    write_pages(root / "out", site, layouts(site, frame))
    found = assets(site)
    for language, parts in site.parts.items():
        found |= {f"{language} {name}": str(one.body).encode() for name, one in parts.items()}
    return found | files(root / "out")


def afresh(root, place, *, drawn=True, **how):
    """Return what a site says that has kept nothing but, perhaps, what it once drew and set."""
    place.mkdir(exist_ok=True)
    clear(place)
    for kept in (place / ".cache").rglob("*.kept" if drawn else "*.*"):
        kept.unlink()
    shutil.copytree(root, place, ignore=NOT_CONTENT, dirs_exist_ok=True)
    return told(place, **how)


def clear(root):
    """Take everything out of a city's folder but what it has kept."""
    for path in root.iterdir():
        if path.name != ".cache":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def put_back(root, before):
    """Put a city's files back as they were, and leave what it has kept."""
    clear(root)
    shutil.copytree(before, root, dirs_exist_ok=True)


@pytest.fixture
def languages():
    """Give the languages of the site, as its settings say them."""
    return "[fr]"


@pytest.fixture
def city(tmp_path, languages):
    """Write a city with a few partners and releases."""
    more = {f"partners/{slug}.yml": profile(slug.title()) for slug in PARTNERS[1:]}
    for i in range(3):
        name = FOLDER / f"2024-05-0{i + 1}-n{i}.md"
        body = (
            f"Un texte [lié](2024-05-0{(i + 1) % 3 + 1}-n{(i + 1) % 3}.md#partie).\n\n## Partie\n"
        )
        date = f"2024-05-0{i + 1}"
        more[str(name)] = release(f"Titre {i}", date, PARTNERS[i % 3], "themes: [culture]\n", body)
    settings = CONFIGURATION.replace("[fr]", languages)
    return write_city(tmp_path / "city", {**more, "partners/a.png": picture()}, settings=settings)


def draw_file(draw, root):
    """Return one of the city's content files."""
    found = sorted([*root.glob("partners/*.yml"), *root.glob("press_releases/*/*.md")])
    return draw.choice(found)


def edit(draw, root):
    """Change a word of a file."""
    path = draw_file(draw, root)
    text = path.read_text(encoding="utf-8")
    for old, new in draw.sample([("Titre", "Mot"), ("texte", "récit"), ("Turin", "Torin")], 3):
        text = text.replace(old, f"{new} {draw.randint(0, 9)}", 1)
    path.write_text(text, encoding="utf-8")


def write_release(draw, root):
    """Add a release, or write one anew: with a summary, a photo, a correction or a translation."""
    day = draw.randint(1, 9)
    stem = f"2024-05-0{day}-n{draw.randint(0, 5)}"
    more = draw.choice(
        (
            "themes: [sport]\n",
            f"summary: Résumé {draw.randint(0, 9)}.\n",
            "corrections: [{date: 2024-06-01, note: Une erreur.}]\n",
            "photos: [{file: a.png, alt: Une vue, credit: Ville}]\n",
            "status: withdrawn\n",
            "embargo: 2024-05-02T10:00\n",
            f"events: [{{date: 2024-06-0{draw.randint(1, 9)}, title: Une fête}}]\n",
            f"formerly: [ancien-{draw.randint(0, 99)}]\n",
        )
    )
    slug = draw.choice(PARTNERS)
    (root / FOLDER / f"{stem}.md").write_text(
        release("Un titre neuf", f"2024-05-0{day}", slug, more), encoding="utf-8"
    )
    if "photos" in more:
        (root / FOLDER / "a.png").write_bytes(picture())
    if draw.random() < 0.3:
        (root / FOLDER / f"{stem}.it.md").write_text(
            f"---\ntitle: Un titolo\ndate: 2024-05-0{day}\nlanguage: it\n---\nTesto.\n"
        )


def remove(draw, root):
    """Remove a release."""
    draw.choice(sorted((root / "press_releases").rglob("*.md"))).unlink()


def rename(draw, root):
    """Give a release another name, which leads on from the old one."""
    path = draw.choice(sorted((root / "press_releases").rglob("*.md")))
    text = path.read_text(encoding="utf-8")
    if ".it" not in path.name and "formerly" not in text:
        path.unlink()
        other = path.with_name(f"{path.stem}-bis.md")
        text = text.replace("---\n", f"---\nformerly: [{path.stem}]\n", 1)
        other.write_text(text, encoding="utf-8")


def write_profile(draw, root):
    """Write a profile anew: another founding year, tie, text, distance or event."""
    slug = draw.choice(PARTNERS)
    more = f"about: Un lieu {draw.randint(0, 9)}.\nwebsite: https://{slug}.example/\n"
    text = profile(f"{slug.title()} {draw.randint(0, 2)}", more + draw.choice(("", COMING)))
    told = draw.choice(("kind: twinning, since: 1990", *TIES)).replace(
        "1990", f"19{draw.randint(60, 99)}"
    )
    (root / "partners" / f"{slug}.yml").write_text(
        text.replace("kind: twinning, since: 1990", told)
    )


def set_city(draw, root):
    """Change a setting of the city."""
    text = (root / SETTINGS).read_text(encoding="utf-8")
    old, new = draw.choice((("Service presse", "La presse"), ("Le maire", "La maire")))
    text = text.replace(new, old) if new in text else text.replace(old, new)
    (root / SETTINGS).write_text(text, encoding="utf-8")


def override(draw, root):
    """Add or remove a template of the city's own."""
    own = root / "overrides"
    if own.is_dir():
        shutil.rmtree(own)
        return
    own.mkdir()
    text = '{% extends "ours/frame.html" %}{% block main_end %}N {{ catalog.releases | length }}'
    (own / "frame.html").write_text(f"{text} {draw.randint(0, 9)}{{% endblock %}}")


CHANGES = (
    edit,
    edit,
    write_release,
    write_release,
    remove,
    rename,
    write_profile,
    set_city,
    override,
)


@pytest.mark.parametrize(("languages", "steps"), [("[fr]", STEPS), ("[fr, it]", STEPS // 10)])
def test_with_nothing_and_with_everything_kept_a_site_says_the_same(
    city, steps, tmp_path, monkeypatch
):
    """Random edits, renames, deletions, settings, templates, days, versions: no page is stale."""
    draw = random.Random(SEED)  # noqa: S311 - the same edits at each run
    now, sound = NOW, 0
    for step in range(steps):
        change = draw.choice(CHANGES)
        shutil.rmtree(tmp_path / "before", ignore_errors=True)
        shutil.copytree(city, tmp_path / "before", ignore=NOT_CONTENT)
        change(draw, city)
        now += timedelta(days=draw.choice((0, 0, 0, 1, 40)))
        if not draw.randrange(20):  # another version of ours makes the site
            version = draw.choice(("1", "2"))
            monkeypatch.setattr("city_relations.rendering.recipe.own_print", lambda v=version: v)
        how = {"now": now, "around": draw.choice(("Port-Arden", "Port-Arden", "Le port"))}
        kept = told(city, **how)
        new = afresh(city, tmp_path / "afresh", drawn=step % 20 != 0, **how)
        assert kept == new, f"step {step} of seed {SEED}: {change.__name__}"
        if isinstance(kept, list):  # a refusal: the edit is taken back
            put_back(city, tmp_path / "before")
        sound += isinstance(kept, dict)
    assert sound > steps / 2


@pytest.fixture
def kept(city):
    """Build the city once; give what it says, and the files that keep its pages."""
    before = told(city)
    entries = sorted((city / ".cache").rglob("*.kept"))
    assert len(entries) > 10
    return before, entries


def cut(entry, _other):
    """Cut an entry short."""
    entry.write_bytes(entry.read_bytes()[:-7])


def garble(entry, _other):
    """Change bytes of an entry."""
    entry.write_bytes(entry.read_bytes().replace(b"e", b"o"))


def empty(entry, _other):
    """Leave an entry empty."""
    entry.write_bytes(b"")


def swap(entry, other):
    """Put another entry in an entry's place, and prove it."""
    forge(entry, other.read_bytes())


def no_json(entry, _other):
    """Prove an entry that is no JSON."""
    forge(entry, b"\xff[" + entry.read_bytes())


def another_shape(entry, _other):
    """Prove an entry of another version, with fewer facts."""
    known, asked, _ = json.loads(entry.read_bytes().partition(b"\n")[0])
    forge(entry, json.dumps([known, asked, [1]]).encode() + b"\n")


def forge(entry, content):
    """Write an entry under a name that proves it."""
    stem, _, ending = entry.name.partition(".")
    key = stem.rpartition("-")[0]
    name = f"{key}-{hashlib.sha256(content).hexdigest()}.{ending}"
    entry.unlink()
    (entry.parent / name).write_bytes(content)


@pytest.mark.parametrize("harm", [cut, garble, empty, swap, no_json], ids=lambda f: f.__name__)
def test_a_harmed_entry_is_absent(city, kept, harm):
    """Cut, garbled, empty, of another page, no JSON: the site says what it said."""
    before, entries = kept
    others = [entry.read_bytes() for entry in entries]
    place = city / "other"
    place.write_bytes(b"")
    for i, entry in enumerate(entries):
        place.write_bytes(others[i - 1])
        harm(entry, place)
    place.unlink()
    assert told(city) == before


def test_a_page_of_another_shape_is_absent(city, kept):
    """An entry that proves itself and lacks facts is made anew."""
    before, entries = kept
    for entry in entries:
        if b"communiques" in entry.read_bytes().partition(b"\n")[0]:
            another_shape(entry, None)
    assert {k: v for k, v in told(city).items() if k.endswith("html")} == {
        k: v for k, v in before.items() if k.endswith("html")
    }


def test_what_is_kept_is_taken(city, kept, monkeypatch):
    """With nothing changed no release is rendered and no page is framed again."""
    before, _ = kept
    asked = []
    render = Edition.render
    monkeypatch.setattr(
        Edition,
        "render",
        lambda self, name, here, **data: asked.append(name) or render(self, name, here, **data),
    )
    monkeypatch.setattr(
        "city_relations.publish.writing.frame", lambda *_: asked.append("frame") or ""
    )
    assert told(city) == before
    once = {"release.html", "partner.html", "release_list.html", "theme.html", "timeline.html"}
    assert not once & set(asked)
    assert asked.count("frame") <= 1  # the page that tells what pages weigh


def test_one_summary_changed_makes_few_pages_anew(city, kept, monkeypatch):
    """A word of one release changes its page and the lists that tell it, no other release's."""
    path = city / FOLDER / "2024-05-01-n0.md"
    path.write_text(path.read_text(encoding="utf-8").replace("texte", "récit"), encoding="utf-8")
    made = []
    render = Edition.render
    monkeypatch.setattr(
        Edition,
        "render",
        lambda self, name, here, **data: made.append(name) or render(self, name, here, **data),
    )
    assert told(city) != kept[0]
    assert made.count("release.html") == 1


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    """Give a folder in which the machine looks for fonts, and nobody after this test."""
    folder = tmp_path / "home/.local/share/fonts"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    fonts_of_system.cache_clear()
    yield folder
    fonts_of_system.cache_clear()


def test_a_font_the_machine_was_given_sets_what_had_no_pdf(city, tmp_path, fonts):
    """Kept pages and files of a text with letters no font had are made anew when one has them."""
    pdf = "communiques/2024/2024-05-09-loin/"
    text = release("Un titre", "2024-05-09", "turin", body="Une ville : Երևան.\n")
    (city / FOLDER / "2024-05-09-loin.md").write_text(text, encoding="utf-8")
    assert f"{pdf}2024-05-09-loin.pdf" not in told(city)
    square_font(fonts, "Երևան")
    fonts_of_system.cache_clear()  # as another program would see it
    found = told(city)
    assert f"{pdf}2024-05-09-loin.pdf" in found
    assert found == afresh(city, tmp_path / "afresh")


def test_builds_of_two_generators_take_turns_without_framing_anew(city, monkeypatch):
    """What another generator has framed in between leaves the documents of the first as kept."""
    site = read_site(city, NOW, URL)
    for name in ("one", "other"):
        around = layout(site.edition, Surroundings("Port-Arden", generator=name))
        write_pages(city / name, site, {site.edition.language: around})
    monkeypatch.delattr(writing, "frame")
    first = layout(site.edition, Surroundings("Port-Arden", generator="one"))
    write_pages(city / "out", site, {site.edition.language: first})
    assert files(city / "out") == files(city / "one") != files(city / "other")


def test_what_cannot_be_written_out_is_never_kept(city):
    """An answer known by its place in memory alone, or a question by a thing, proves nothing."""
    catalog = read_catalog(city, NOW)
    ledger = edition_of(catalog).ledger
    ledger.tell("thing", lambda *_: object())
    with ledger.noting() as asked:
        ledger.ask("thing")
        ledger.note("of a thing", (object(),), "x")
        ledger.ask("photos", catalog.releases[0])
    assert [ledger.holds({question: told}) for question, told in asked.items()] == [
        False, False, True, True,
    ]  # fmt: skip


def test_the_next_day_takes_what_says_the_same(city, kept, tmp_path):
    """A day later the pages of releases are taken as they are, and the site is that of the day."""
    _, entries = kept
    later = NOW + timedelta(days=1)
    assert told(city, now=later) == afresh(city, tmp_path / "afresh", now=later)
    assert sum(entry.exists() for entry in entries) > 8


def test_a_day_later_nothing_is_made_anew(city, tmp_path):
    """A build of the next day makes no page, PDF, card or table anew: all say what they said."""
    settings = (city / SETTINGS).read_text(encoding="utf-8")
    (city / SETTINGS).write_text(settings + "    sheets: oui\n", encoding="utf-8")
    for slug, tie in zip(PARTNERS, TIES, strict=True):
        text = profile(slug.title(), COMING).replace("kind: twinning, since: 1990", tie)
        (city / "partners" / f"{slug}.yml").write_text(text, encoding="utf-8")
    told(city)
    before = set((city / ".cache").rglob("*.*"))
    later = NOW + timedelta(days=1)
    assert told(city, now=later) == afresh(city, tmp_path / "afresh", now=later)
    assert set((city / ".cache").rglob("*.*")) <= before


def test_sets_and_records_within_answers_are_written_out_by_what_they_say(city):
    """A set has one print whatever its order, and a record within an answer that of its text."""
    ledger = edition_of(read_catalog(city, NOW)).ledger
    assert ledger.print_of(frozenset("abcdefgh")) == ledger.print_of(frozenset("hgfedcba"))
    first = read_catalog(city, NOW)
    path = city / first.releases[0].file
    path.write_text(f"{path.read_text(encoding='utf-8')}Encore.\n", encoding="utf-8")
    before, after = (one.milestones for one in (first, read_catalog(city, NOW)))
    assert repr(before) == repr(after)
    assert ledger.print_of(before) != edition_of(read_catalog(city, NOW)).ledger.print_of(after)


def test_a_kept_page_stays_english_where_a_catalogue_lacks_its_words(city, tmp_path):
    """Pages that are kept are framed again in the language of each of their words."""
    settings = (city / SETTINGS).read_text(encoding="utf-8")
    settings = settings.replace("language: fr", "language: pt").replace("[fr]", "[pt]")
    (city / SETTINGS).write_text(settings, encoding="utf-8")
    told(city)
    again = told(city, around="Le port")
    assert any(b'lang="en"' in content for content in again.values())
    assert again == afresh(city, tmp_path / "afresh", around="Le port")


def test_nobody_s_questions_are_lost_in_what_is_derived_once(city):
    """Who takes an answer derived before has asked what it was derived from."""
    edition = edition_of(read_catalog(city, NOW))
    release = edition.catalog.releases[0]
    with edition.ledger.noting() as first:
        kit_of(edition, release)
    with edition.ledger.noting() as second:
        kit_of(edition, release)
    assert first == second
    assert json.dumps(["grounds_of", {"file": release.file}]) in first

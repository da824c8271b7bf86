"""A site in several languages: each page made of facts in each, prose where somebody wrote it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import html5lib
import pytest

from building import files, run_mkdocs
from city_relations.language.words import READERS
from small_city import CONFIGURATION, RELEASE, TURIN, URL, picture, read_city, write_city
from spoken import holds, sentences, told_in

LANGUAGES = ("fr", "en", "it", "ar")
SETTINGS = (
    CONFIGURATION.replace("languages: [fr]", f"languages: [{', '.join(LANGUAGES)}]")
    + "    site_name: {it: Port-Arden e il mondo}\n"
    + "nav:\n  - Accueil: index.md\n  - Partenaires: partenaires/index.md\n"
    + "  - Carte: carte/index.md\n  - Les liens: liens.md\n  - Notre histoire: histoire.md\n"
    + "not_in_nav: |\n  /mentions.md\n  /vie-privee.md\n"
    + "validation: {nav: {omitted_files: warn}}\n"
)
IN_ITALIAN = """---
title: Un gemellaggio festeggiato
date: 2024-05-19
place: Port-Arden
partners: [turin]
summary: Il riassunto.
---
Un testo, con [Torino](../../partners/turin.yml) e [l’altro](2024-06-01-solo.md).
"""
ALONE = """---
title: Soltanto in italiano
date: 2024-06-01
language: it
partners: [turin]
summary: Nessuno l’ha tradotto.
---
Un testo italiano.
"""
CITY = {
    "partners/turin.yml": TURIN + 'about: {"fr": "Une ville.", "it": "Una città."}\n'
    "easy: {fr: Une ville d’Italie., it: Una città.}\n",
    "partners/gand.yml": "name: Gand\ncountry: BE\nties: [{kind: friendship, since: 1990}]\n"
    "about: Une ville de Flandre.\n",
    "press_releases/2024/2024-05-19-turin.md": RELEASE,
    "press_releases/2024/2024-05-19-turin.it.md": IN_ITALIAN,
    "press_releases/2024/2024-05-19-turin.ja.md": IN_ITALIAN.replace("festeggiato", "日本語"),
    "press_releases/2024/2024-05-20-seul.md": RELEASE.replace("Un jumelage fêté", "Seul").replace(
        "05-19", "05-20"
    ),
    "press_releases/2024/2024-06-01-solo.md": ALONE,
    "docs/index.md": "---\ntitle: Accueil\nrelations: home\n---\n# Accueil\n\nPhrase.\n",
    "docs/index.it.md": "---\ntitle: Inizio\nrelations: home\n---\n# Inizio\n\n"
    "Vedi [Torino](partenaires/turin/index.md).\n",
    "docs/liens.md": "---\ntitle: Les liens\n---\n# Les liens\n",
    "docs/liens.it.md": "---\ntitle: I legami\n---\n# I legami\n",
    "docs/liens.easy.md": "---\ntitle: Les liens\n---\n# Les liens\n\nUn lien.\nDeux villes.\n",
    "docs/liens.it.easy.md": "---\ntitle: I legami\n---\n# I legami\n\nUn legame.\n",
    "docs/index.easy.md": "---\ntitle: Facile\nrelations: easy\n---\n# Facile\n\nBonjour.\n",
    "docs/histoire.md": "---\ntitle: Notre histoire\n---\n# Notre histoire\n",
    "docs/mentions.md": "---\ntitle: Mentions\nrelations: legal\n---\n# Mentions\n",
    "docs/mentions.it.md": "---\ntitle: Note\nrelations: legal\n---\n# Note\n",
    "docs/vie-privee.md": "---\ntitle: Vie privée\n---\n# Vie privée\n",
}
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
SWITCH = re.compile(r'<nav class="rel-languages.*?</nav>', re.DOTALL)
WAY = re.compile(r'<a href="([^"]+)" lang="([^"]+)" dir="(\w+)" hreflang="([^"]+)"( aria-current)?')


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build a city in four languages, two of them with texts of their own."""
    root = write_city(tmp_path_factory.mktemp("four") / "city", CITY, settings=SETTINGS)
    done = run_mkdocs(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return files(root / "site")


@pytest.fixture(scope="module")
def pages(site):
    """Return the pages of the site by their addresses."""
    return {
        name.removesuffix("index.html"): content.decode()
        for name, content in site.items()
        if name.endswith("index.html")
    }


def alternates(page):
    """Return what the head of a page says of its languages."""
    return dict(ALTERNATE.findall(page))


def test_the_languages_of_pages_are_said_by_each_of_them(pages):
    """What a page says of its languages each of them says alike, itself among them (hreflang)."""
    told = {address: alternates(page) for address, page in pages.items()}
    assert sum(map(bool, told.values())) > len(told) * 0.9
    for address, found in told.items():
        if found:
            own = {url.removeprefix(URL) for url in found.values()}
            assert address in own
            assert all(told[other] == found for other in own)
            assert found["x-default"] == found.get("fr", next(iter(found.values())))


def test_what_is_made_of_facts_is_in_every_language(pages):
    """Each page made of facts stands in each language: as many of them below each beginning."""
    roots = {"fr": "", "en": "en/", "it": "it/", "ar": "ar/"}
    whole = [told for told in map(alternates, pages.values()) if set(LANGUAGES) <= set(told)]
    kinds = ("partenaires/", "partenaires/turin/", "carte/", "chronologie/", "agenda/", "presse/")
    kinds += ("communiques/", "communiques/2024/", "thematiques/", "thematiques/culture/")
    kinds += ("donnees/", "eco-conception/", "recherche/", "", "mentions/")
    assert {f"{URL}{one}" for one in kinds} <= {told["fr"] for told in whole}
    for told in whole:
        assert all(told[own].startswith(f"{URL}{root}") for own, root in roots.items())
    assert f"{URL}it/partner-esteri/turin/" in {told["it"] for told in whole}
    assert f"{URL}ar/partners/turin/" in {told["ar"] for told in whole}


def test_the_switcher_leads_where_the_head_says(pages):
    """The switcher names the languages of this very page in their own words, itself marked."""
    for address, page in pages.items():
        found = {own: url for own, url in alternates(page).items() if own != "x-default"}
        switch = SWITCH.search(page)
        assert bool(switch) == bool(found)
        if switch:
            ways = WAY.findall(switch[0])
            led = {own: urljoin(URL + address, href) for href, own, _, own_again, _ in ways}
            assert led == found
            assert [way[4] != "" for way in ways] == [led[way[1]] == URL + address for way in ways]
    assert 'lang="ar" dir="rtl" hreflang="ar">العربية</a>' in pages[""]


def test_each_language_has_a_page_for_missing_addresses(site):
    """It speaks its language, leads back into it, and its switch to where each other begins."""
    for own in LANGUAGES:
        root = "" if own == "fr" else f"{own}/"
        page = site[f"{root}404.html"].decode()
        assert f'<html lang="{own}"' in page
        assert f'<a class="rel-brand" href="/{root}">' in page
        led = {spoken: href for href, spoken, *_ in WAY.findall(SWITCH.search(page)[0])}
        assert led == {"fr": "/", "en": "/en/", "it": "/it/", "ar": "/ar/"}
        assert "hreflang" not in page.partition("</head>")[0]
        assert 'rel="canonical"' not in page


def test_the_site_map_says_the_same(site, pages):
    """The site map names each page with its languages as its head does."""
    entry = re.compile(r"<loc>(.*?)</loc>(.*?)</url>", re.DOTALL)
    link = re.compile(r'hreflang="([^"]+)" href="([^"]+)"')
    for url, more in entry.findall(site["sitemap.xml"].decode()):
        assert dict(link.findall(more)) == alternates(pages[url.removeprefix(URL)])


def test_a_release_stands_where_somebody_wrote_it(pages):
    """A translation has its address in its language, one for no language of the site below."""
    moved = "communiques/2024/2024-05-19-turin/it/"  # where it stood in a site of one language
    assert "url=../../../../it/comunicati/2024/2024-05-19-turin/" in pages[moved]
    made = {address for address in pages if "2024-0" in address} - {moved}
    assert made == {
        "communiques/2024/2024-05-19-turin/",
        "communiques/2024/2024-05-19-turin/ja/",
        "communiques/2024/2024-05-20-seul/",
        "it/comunicati/2024/2024-05-19-turin/",
        "it/comunicati/2024/2024-06-01-solo/",
    }


def test_lists_name_what_stands_elsewhere(pages):
    """A list names a release in its reader's language where there is one, else marked."""
    listed = pages["it/comunicati/"]
    assert '<a href="2024/2024-05-19-turin/">Un gemellaggio festeggiato</a>' in listed
    seul = 'hreflang="fr"><span lang="fr" dir="ltr">Seul</span></a>'
    assert seul in listed
    assert "(francese)" in listed
    assert (
        'hreflang="it"><span lang="it" dir="ltr">Soltanto in italiano</span></a>'
        in pages["communiques/"]
    )


def test_a_link_leads_to_the_readers_language(pages):
    """A link to a record or to a page of ours leads to it in the language of the text."""
    release = pages["it/comunicati/2024/2024-05-19-turin/"]
    assert 'href="../../../partner-esteri/turin/" rel="noopener">Torino</a>' in release
    assert 'href="../2024-06-01-solo/" rel="noopener">l’altro</a>' in release
    assert '<a href="partner-esteri/turin/">Torino</a>' in pages["it/"]


def test_a_text_nobody_translated_is_marked(pages):
    """A partner's text stands in its original language, which is said of it."""
    assert "<p>Una città.</p>" in pages["it/partner-esteri/turin/"]
    about = '<div lang="fr" dir="ltr"><p>Une ville de Flandre.</p>'
    assert about in pages["ar/partners/gand/"].replace("\n", "")
    assert '<html lang="ar" dir="rtl">' in pages["ar/partners/gand/"]


def test_the_menu_leads_within_the_language(pages):
    """The menu of a language has our pages, and those that somebody wrote in it."""
    menu = re.compile(r'<nav class="rel-nav".*?</nav>', re.DOTALL)
    entry = re.compile(r'<a href="([^"]+)"[^>]*>([^<]+)</a>')
    assert entry.findall(menu.search(pages["it/"])[0]) == [
        ("./", "Home"),
        ("partner-esteri/", "Partner"),
        ("mappa/", "Mappa dei partner"),
        ("liens/", "I legami"),
    ]
    assert len(entry.findall(menu.search(pages["ar/"])[0])) == 3
    foot = pages["it/"].partition("<footer")[2]
    assert '<a href="../vie-privee/" lang="fr" dir="ltr" hreflang="fr">Vie privée</a>' in foot


def test_easy_pages_stand_where_somebody_wrote_them(pages):
    """A page in easy language has its address, its `lang`, and a way there and back."""
    easy = {"facile/", "liens/facile/", "partenaires/turin/facile/"}
    easy |= {f"it/{at}lettura-facile/" for at in ("", "liens/", "partner-esteri/turin/")}
    assert {at for at in pages if "facile" in at} == easy
    assert not any("easy" in at for at in pages)
    way = re.compile(r'<p class="rel-easy-way"><a href="([^"]+)">')
    for address in easy:
        assert f' lang="{"it" if "it/" in address else "fr"}-simple">' in pages[address]
        back = urljoin(URL + address, way.search(pages[address])[1])
        assert urljoin(back, way.search(pages[back.removeprefix(URL)])[1]) == URL + address
    assert alternates(pages["liens/facile/"])["it"] == f"{URL}it/liens/lettura-facile/"
    assert "<p>Un lien.\nDeux villes.</p>" in pages["liens/facile/"]
    assert "<p>Bonjour.</p>" in pages["facile/"]
    assert 'href="../liens/facile/"' in pages["facile/"]
    assert not [at for at in pages if at.startswith("ar/") and "rel-easy" in pages[at]]


def test_a_translated_page_of_law_keeps_its_address(pages):
    """Whoever writes around a part made of facts, it stands at that part's address."""
    assert {at for at in pages if at.endswith(("mentions/", "note-legali/"))} == {
        "mentions/",
        "it/note-legali/",
    }


def test_files_of_data_are_there_once(site):
    """Open data stands at one address; pages, feeds and calendars in each language."""
    assert [name for name in site if name.endswith(".csv") and "/" in name and "it/" in name] == []
    data = site["it/dati/index.html"].decode()
    assert 'href="../../donnees/partenaires.csv"' in data
    assert {"it/agenda.ics", "it/comunicati/atom.xml", "it/ricerca/index.json"} <= set(site)
    assert b"Soltanto in italiano" in site["it/comunicati/atom.xml"]
    assert b"Seul" not in site["it/comunicati/atom.xml"]


@pytest.mark.parametrize("language", ["en", "it", "ar"])
def test_no_word_of_another_language_is_unmarked(pages, language):
    """No page says a sentence of another catalogue outside an element of that language."""
    others = set().union(*(sentences(one, READERS) for one in ("en", "fr") if one != language))
    others -= sentences(language, READERS)
    found = {}
    for address, page in pages.items():
        if address.startswith(f"{language}/"):
            root = html5lib.parse(page, namespaceHTMLElements=False)
            told = told_in(root, language)
            found |= {text: address for text in others if holds(told, text)}
    assert found == {}


def test_the_words_of_a_photo_say_their_language(tmp_path):
    """What names no language is in that of its file: alternative, caption and credit are marked."""
    photo = "photos: [{file: a.png, alt: Una piazza, caption: La festa, credit: Il Comune}]\n"
    told = {"press_releases/2024/2024-06-01-solo.md": ALONE.replace("summary:", f"{photo}summary:")}
    told |= {"press_releases/2024/a.png": picture()}
    told |= {"partners/turin.yml": TURIN + "photos: [{file: a.png, alt: Une place, credit: Moi}]\n"}
    told |= {"partners/a.png": picture()}
    site = read_city(write_city(tmp_path / "city", {**CITY, **told}, settings=SETTINGS))
    own = site.pages["it/comunicati/2024/2024-06-01-solo/"].body
    assert 'alt="Una piazza"' in own
    assert 'alt="Una piazza" lang' not in own
    assert '<figcaption>La festa <span class="rel-credit">Foto: Il Comune</span>' in own
    other = site.pages["presse/photos/"].body
    assert '<span lang="it" dir="ltr">Una piazza</span>' in other
    assert '<span lang="it" dir="ltr">La festa</span>' in other
    assert '<span lang="it" dir="ltr">Il Comune</span>' in other
    assert 'alt="Une place" lang="fr"' in site.pages["it/partner-esteri/turin/"].body
    assert '-name">Une place</h2>' in other


def test_the_head_of_a_translation_beside_says_its_language(pages):
    """Title and description are in the language of the text, and say so where the page's is not."""
    head = pages["communiques/2024/2024-05-19-turin/ja/"].partition("</head>")[0]
    assert '<title lang="ja">' in head
    assert '<meta name="description" content="Il riassunto." lang="ja">' in head
    assert " lang=" not in pages["communiques/"].partition("</head>")[0].partition("<head>")[2]

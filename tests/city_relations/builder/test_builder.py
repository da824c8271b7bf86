"""A build without an engine refuses as MkDocs' does, and the last site stays when it does."""

from __future__ import annotations

import pytest

import forked
from building import environment, files
from small_city import CONFIGURATION, write_city

HOME = "docs/index.md"
FIELDS = "---\ntitle: Accueil\n{}---\n{}\n"


def build(root, *options, docs=None, settings=CONFIGURATION):
    """Build a small city where a site stands; give the process, and the site as it stands then."""
    city = write_city(root / "city", docs or {}, settings=settings)
    (city / "site").mkdir()
    (city / "site" / "last.txt").write_text("last")
    done = forked.run("builder", ("mkdocs.yml", *options), city, environment())
    assert "Traceback" not in done.stdout + done.stderr
    return done, files(city / "site")


def test_what_is_sound_takes_the_place_of_the_last_site(tmp_path):
    """A city is built into `site/` beside its configuration; it says so, in the language asked."""
    done, site = build(tmp_path, "--language", "fr")
    assert done.returncode == 0
    assert f"Le site est dans {tmp_path}/city/site" in done.stdout
    assert "index.html" in site
    assert "last.txt" not in site


NOT_READ = "templates of MkDocs’ are not rendered here"
REFUSED = {
    "a page at fault": ({HOME: FIELDS.format("", "[x](nowhere.md)")}, (), "leads nowhere"),
    "a template of MkDocs": ({HOME: FIELDS.format("template: a.html\n", "")}, (), NOT_READ),
    "another ending": ({"docs/a.markdown": "A"}, (), "ends in “.md”"),
    "a doubt in strict mode": (
        {HOME: FIELDS.format("", "[x](/partenaires/index.md)")},
        ("--strict",),
        "keep the site from being published",
    ),
    "its own sources": ({}, ("--site-dir", "."), "holds the sources of the site"),
    "pages": ({}, ("--site-dir", "docs/site"), "holds the sources of the site"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_leaves_the_last_site(case, tmp_path):
    """A fault, a doubt in strict mode, or a place that holds the sources: the last site stays."""
    docs, options, words = REFUSED[case]
    settings = CONFIGURATION + "validation: {links: {absolute_links: warn}}\n"
    done, site = build(tmp_path, *options, docs=docs, settings=settings)
    assert done.returncode == 1
    assert words in done.stdout
    assert site == {"last.txt": b"last"}


def test_a_doubt_is_told_and_published(tmp_path):
    """Out of strict mode a doubt is told with its file, and the site takes its place."""
    docs = {HOME: FIELDS.format("", "[x](/partenaires/index.md)")}
    settings = CONFIGURATION + "validation: {links: {anchors: info}}\n"
    done, site = build(tmp_path, docs=docs, settings=settings)
    assert done.returncode == 0
    assert "docs/index.md: the link “/partenaires/index.md” begins with “/”" in done.stdout
    assert "index.html" in site


def test_a_setting_of_nobody_is_a_doubt(tmp_path):
    """A setting that MkDocs has not is told; in strict mode nothing is published."""
    done, site = build(tmp_path, "--strict", settings=CONFIGURATION + "kopyright: me\n")
    assert done.returncode == 1
    assert "nobody reads the setting “kopyright”" in done.stdout
    assert site == {"last.txt": b"last"}


def test_another_theme_is_refused(tmp_path):
    """A site with another theme than ours is not built."""
    settings = CONFIGURATION.replace("custom_dir", "unknown_dir")
    done, site = build(tmp_path, settings=settings)
    assert done.returncode == 1
    assert "mkdocs.yml asks for another theme" in done.stdout
    assert site == {"last.txt": b"last"}

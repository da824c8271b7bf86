"""mkdocs.yml read without an engine: what it says, and what is wrong with it, each at its place."""

from __future__ import annotations

import pytest

from city_relations.builder.doubts import Level
from city_relations.builder.settings import read_settings
from city_relations.builder.ways import Way
from city_relations.language.words import words_for
from city_relations.problems import ContentError, tell
from city_relations.publish.layout import Script
from small_city import CONFIGURATION

ALONE = "is done by MkDocs alone"


def read(folder, text, environ=()):
    """Write a configuration and read it."""
    file = folder / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(file, dict(environ))


def more(text):
    """Return the small city's configuration with more, or with other settings in their place."""
    names = {line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()}
    kept = [line for line in CONFIGURATION.splitlines() if line.partition(":")[0] not in names]
    return "\n".join([*kept, text, ""])


WRONG = {
    "no text": (b"a: \xff\xfe\xfa\n", 1, ""),
    "two bytes a letter": ("a: b".encode("utf-16"), 1, "UTF-16"),
    "a sign nobody sees": (b"a: \x00\n", 1, ""),
    "a bracket left open": ("plugins: [a\nb: c\n", 1, "never closed"),
    "a name of nobody": ("a: *x\n", 1, "put it between quotes"),
    "two documents": ("a: 1\n---\nb: 2\n", 1, "second document"),
    "lists without end": (more("x: " + "[" * 2000 + "]" * 2000), 1, "deep"),
    "a day that is none": (more("site_description: 2024-13-45"), 1, "that YAML can read"),
    "a name that is a list": (more("nav: [{? [a] : b}]"), 1, "that YAML can read"),
    "a plugin with options": (more("plugins: {macros: {a: 1}, search: }"), 1, "“macros”"),
    "plugins in one word": (more("plugins: macros"), 1, "must be a list"),
    "plugins of no name": (more("plugins: [3, [a], {a: 1, b: 2}, null]"), 3, "must be a text"),
    "a number for a hook": (more("hooks: [4]"), 1, "the hook “4”"),
    "a menu that is a map": (more("nav: {a: b.md}"), 1, "must be a list"),
    "two titles in one": (more("nav: [{a: b.md, c: d.md}]"), 1, "must be a list"),
    "numbers in a menu": (more("nav: [3, null, {a: null}]"), 1, "must be a list"),
    "texts for lists": (more("extra_css: a.css\nexclude_docs: [a]\nstrict: 'yes'"), 3, "must be"),
    "scripts without a path": (more("extra_javascript: [{type: module}, 3]"), 2, "must be a text"),
    "a level of nobody": (more("validation: {links: {anchors: error}}"), 1, "ignore, info, warn"),
    "an extension's number": (more("markdown_extensions: [tables: 3]"), 1, "must be a map"),
    "an extension of Material's": (
        more("markdown_extensions: [material.extensions.emoji]"),
        1,
        "no installed package brings",
    ),
    "an extension that is not there": (
        more("markdown_extensions: [pymdownx.nope]"),
        1,
        "cannot be used so",
    ),
    "an address in brackets": (more("site_url: http://[bad"), 1, "a full address"),
    "what an engine does": (
        more("INHERIT: a.yml\nextra_templates: [a]\ndocs_dir: b\nuse_directory_urls: false"),
        4,
        ALONE,
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_at_its_place(case, tmp_path):
    """Each fault is told with file, line and column, all at once, and nothing else is raised."""
    text, count, words = WRONG[case]
    with pytest.raises(ContentError) as refused:
        read(tmp_path, text)
    assert len(refused.value.problems) == count
    for problem in refused.value.problems:
        assert words in "\n".join(tell([problem], words_for("en")))
        assert problem.line >= 1


def test_settings_are_what_mkdocs_reads(tmp_path):
    """Addresses end in `/`, forges are known, options and defaults are MkDocs' own."""
    text = more(
        "site_url: https://a.example/b\nrepo_url: https://gitlab.com/a/b\nsite_dir: out\n"
        "extra_javascript: [a.mjs, {path: b.js, type: module}, c.js]\n"
        "nav: [index.md, {A: [b.md, {C: c.md}]}]\nmarkdown_extensions: [toc: {permalink: true}]\n"
        "validation: {anchors: warn, links: {absolute_links: relative_to_docs}}\nstrict: true\n"
        "site_description: !ENV [NOBODY, CITY, nothing]\nkopyright: me"
    )
    told = read(tmp_path, text, {"CITY": "Gex"})
    assert told.site_url == "https://a.example/b/"
    assert told.edit_uri == "edit/master/docs/"
    assert told.site_dir == tmp_path / "out"
    assert told.scripts == (Script("a.mjs", True), Script("b.js", True), Script("c.js"))  # noqa: FBT003
    assert told.ways == (Way(None, "index.md"), Way("A", "", (Way(None, "b.md"), Way("C", "c.md"))))
    assert told.extensions.names == ("toc", "tables", "fenced_code")
    assert told.extensions.options == {"toc": {"permalink": True}}
    assert (told.levels.anchors, told.levels.absolute) == (Level.WARN, None)
    assert (told.levels.not_found, told.levels.unrecognized) == (Level.WARN, Level.INFO)
    assert (told.strict, told.description, told.unread) == (True, "Gex", ("kopyright",))


def test_a_setting_written_empty_is_none(tmp_path):
    """With `edit_uri: ""` nobody edits on a forge, whatever the repository."""
    told = read(tmp_path, more('repo_url: https://github.com/a/b\nedit_uri: ""'))
    assert told.edit_uri == ""

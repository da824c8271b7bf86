"""The tags of mkdocs.yml: what each stands for, and that no name out of the list is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from pymdownx import superfences

from city_relations.builder.tags import Folder, Loader, TagError

ENVIRON = {"CITY": "Turin", "PORT": "8000"}


def read(text, environ=ENVIRON):
    """Return the value of a YAML text."""
    return Loader(text, environ).get_single_data()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("!ENV CITY", "Turin"),
        ("!ENV PORT", 8000),
        ("!ENV NOBODY", None),
        ("!ENV [NOBODY, CITY, fallback]", "Turin"),
        ("!ENV [NOBODY, 7]", 7),
        ("!relative $docs_dir/parts", Folder("$docs_dir/parts")),
        ("!relative", Folder("")),
        (
            "!!python/name:pymdownx.superfences.fence_code_format",
            superfences.fence_code_format,
        ),
    ],
)
def test_a_tag_is_what_its_list_says(text, value):
    """Variables are typed as YAML is, folders stay to be found, functions are those of the list."""
    assert read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "!!python/name:os.system",
        "!!python/name:pymdownx.superfences.os",
        "!!python/object/apply:os.system [ls]",
        "!!python/object/apply:os.system {args: [ls]}",
        "!!python/object/apply:pymdownx.slugs.slugify {kwds: {no: 1}}",
        "!!python/object/apply:pymdownx.slugs.slugify {args: {a: 1}}",
        "!!python/object/apply:pymdownx.slugs.slugify {kwds: [1]}",
        "!!python/object:os.path {}",
        "!!python/module:os",
        "!!python/tuple [1]",
        "!relative $home/x",
        "!relative other",
        "!secret x",
    ],
)
def test_no_other_name_is_run(text):
    """A name, a module or an option out of the list is refused at its place."""
    with pytest.raises(TagError) as refused:
        read(f"a:\n  b: {text}\n")
    assert refused.value.node.start_mark.line == 1
    assert refused.value.known


def test_a_folder_is_found_from_the_site_or_the_page():
    """`!relative` leads from the configuration, from docs/, or from the page being read."""
    places = Path("/c"), Path("/c/docs"), Path("/c/docs/a")
    found = [
        Folder(named).where(*places) for named in ("$config_dir/x", "$docs_dir", "$docs_dir/y", "")
    ]
    assert found == [str(Path(path)) for path in ("/c/x", "/c/docs", "/c/docs/y", "/c/docs/a")]

"""Settings of MkDocs and Material that this site would pass over: each with what to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from city_relations.content.settings_tree import settings_tree
from city_relations.language.words import N_, Text, say
from city_relations.problems import Problem

FACE = say("this setting changes nothing here; write “accent:” and “second_accent:” under “city:”.")
FONTS = say("this setting changes nothing here; the site brings its own fonts and asks nobody.")
PICTURE = N_("this setting changes nothing here; write “{name}:” under “city:” in “extra:”.")
LINKS = say("this setting changes nothing here; write “foot_links:” under “city:” in “extra:”.")
NOTICE = say("this setting changes nothing here; “publisher:” and “licence:” stand under “city:”.")
COUNTING = say("this setting changes nothing here; this site counts nobody and sets no cookie.")
PARTS = say("this setting changes nothing here; a template in “theme: custom_dir:” changes a part.")
SETTINGS: tuple[tuple[tuple[str, ...], Text], ...] = (
    (("theme", "palette"), FACE),
    (("theme", "font"), FONTS),
    (("theme", "logo"), say(PICTURE, name="logo")),
    (("theme", "favicon"), say(PICTURE, name="favicon")),
    (("theme", "icon"), say(PICTURE, name="mark")),
    (("theme", "features"), PARTS),
    (("extra", "analytics"), COUNTING),
    (("extra", "consent"), COUNTING),
    (("extra", "social"), LINKS),
    (("extra", "homepage"), LINKS),
    (("extra", "generator"), PARTS),
    (("copyright",), NOTICE),
)


def ignored_settings(path: Path) -> Iterator[Problem]:
    """Find what the configuration sets in vain; one that cannot be read sets nothing."""
    root = settings_tree(path)
    for names, message in SETTINGS:
        if key := _key(root, names):
            where = path.name, key.start_mark.line + 1, key.start_mark.column + 1
            yield Problem(*where, ".".join(names), message, rule="setting-ignored")


def _key(node: yaml.Node | None, names: tuple[str, ...]) -> yaml.Node | None:
    """Return the key of a setting, where it is set to anything but `false` or nothing."""
    key: yaml.Node | None = None
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        key, node = next(((k, v) for k, v in pairs if k.value == name), (None, None))
    is_off = isinstance(node, yaml.ScalarNode) and node.value.lower() in ("false", "", "null", "~")
    return None if is_off else key

"""What only an engine can do for a site: each plugin, hook and setting is refused by its name."""

from __future__ import annotations

from pathlib import Path

import city_relations
from city_relations.builder.configuration import Configuration
from city_relations.content.written_pages import PAGES
from city_relations.language.words import N_, say

RULE = "engine-alone"
PLUGINS = ("city_relations", "search", "material/search", "city_relations/search")
HOOK = Path(str(city_relations.__file__)).resolve().parents[1] / "site_build.py"
PLUGIN = N_(
    "the plugin “{name}” is run by MkDocs alone: build with “mkdocs build --strict”, or take it "
    "out and write a module under “modules:” in “extra: city:”."
)
HOOKS = N_(
    "the hook “{name}” is run by MkDocs alone: build with “mkdocs build --strict”, or take it "
    "out and write a module under “modules:” in “extra: city:”."
)
SETTING = N_(
    "“{name}” is done by MkDocs alone: build with “mkdocs build --strict”, or take it out."
)
# Of settings that ask for what we do not do, what they may say all the same.
SETTINGS: tuple[tuple[tuple[str, ...], object], ...] = (
    (("INHERIT",), None),
    (("docs_dir",), PAGES),
    (("use_directory_urls",), True),
    (("edit_uri_template",), ""),
    (("extra_templates",), []),
    (("theme", "static_templates"), ["404.html"]),
)


def refuse_what_engines_run(told: Configuration) -> None:
    """Note each plugin, hook and setting that no build of ours can do."""
    for node, name, _ in told.named("plugins"):
        if name not in PLUGINS:
            told.tell(node, "plugins", say(PLUGIN, name=name), RULE)
    for node in told.entries("hooks"):
        name = str(told.value(node))
        if (told.file.parent / name).resolve() != HOOK:
            told.tell(node, "hooks", say(HOOKS, name=name), RULE)
    for path, allowed in SETTINGS:
        found = told.at(*path)
        if told.value(found) not in (None, [], allowed):
            name = ".".join(path)
            told.tell(found, name, say(SETTING, name=name), RULE)

"""The tags mkdocs.yml may hold: each stands for one thing of a list, and no other name is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import yaml

ENV, RELATIVE = "!ENV", "!relative"
NAME, APPLY = "tag:yaml.org,2002:python/name:", "tag:yaml.org,2002:python/object/apply:"
NAMED = (
    "pymdownx.emoji.emojione",
    "pymdownx.emoji.gemoji",
    "pymdownx.emoji.twemoji",
    "pymdownx.emoji.to_alt",
    "pymdownx.emoji.to_png",
    "pymdownx.emoji.to_png_sprite",
    "pymdownx.emoji.to_svg",
    "pymdownx.emoji.to_svg_sprite",
    "pymdownx.superfences.fence_code_format",
    "pymdownx.superfences.fence_div_format",
)
# These are called with options, and give what is asked for.
CALLED = (
    "pymdownx.arithmatex.arithmatex_fenced_format",
    "pymdownx.arithmatex.arithmatex_inline_format",
    "pymdownx.slugs.slugify",
)


class TagError(Exception):
    """A tag, or the name it holds, is not of the list; `known` are those that are."""

    def __init__(self, node: yaml.Node, known: tuple[str, ...]) -> None:
        super().__init__()
        self.node, self.known = node, known


@dataclass(frozen=True)
class Folder:
    """A folder that `!relative` names: `$config_dir/…`, `$docs_dir/…`, or nothing, the page's."""

    named: str

    def where(self, root: Path, docs: Path, page: Path) -> str:
        """Return the folder, as text."""
        start, _, below = self.named.partition("/")
        base = {"$config_dir": root, "$docs_dir": docs, "": page}[start]
        return str(base / below)


class Loader(yaml.SafeLoader):
    """Makes plain values of a configuration, and of tags what their list says."""

    def __init__(self, text: str, environ: Mapping[str, str]) -> None:
        super().__init__(text)
        self.environ = environ


def _variable(loader: Loader, node: yaml.Node) -> object:
    """Return the first variable that is set, typed as YAML is; the last of a list is plain."""
    names = node.value if isinstance(node, yaml.SequenceNode) else [node]
    default = loader.construct_object(names[-1]) if len(names) > 1 else None
    for name in names[:-1] or names:
        if (value := loader.environ.get(str(name.value))) is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


def _folder(_: Loader, node: yaml.Node) -> Folder:
    told = str(node.value)
    if told and told.partition("/")[0] not in ("$config_dir", "$docs_dir"):
        raise TagError(node, (RELATIVE, f"{RELATIVE} $config_dir", f"{RELATIVE} $docs_dir"))
    return Folder(told)


def _named(_: Loader, name: str, node: yaml.Node) -> object:
    if name not in NAMED:
        raise TagError(node, NAMED)
    return _found(name)


def _called(loader: Loader, name: str, node: yaml.Node) -> object:
    told = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    if name not in CALLED:
        raise TagError(node, CALLED)
    try:
        return _found(name)(*told.get("args", ()), **told.get("kwds", {}))
    except TypeError:
        raise TagError(node, CALLED) from None


def _found(name: str) -> Callable[..., object]:
    """Return a function of the lists above; what few sites name is not loaded for all."""
    module, _, function = name.rpartition(".")
    found: Callable[..., object] = getattr(import_module(module), function)
    return found


def _unknown(_: Loader, __: str, node: yaml.Node) -> object:
    raise TagError(node, (ENV, RELATIVE, "!!python/name:"))


Loader.add_constructor(ENV, _variable)
Loader.add_constructor(RELATIVE, _folder)
Loader.add_multi_constructor(NAME, _named)
Loader.add_multi_constructor(APPLY, _called)
Loader.add_multi_constructor("!", _unknown)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)

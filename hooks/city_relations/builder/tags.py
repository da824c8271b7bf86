"""The tags mkdocs.yml may hold: each stands for one thing of a list, and no other name is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pymdownx import arithmatex, emoji, slugs, superfences

ENV, RELATIVE = "!ENV", "!relative"
NAME, APPLY = "tag:yaml.org,2002:python/name:", "tag:yaml.org,2002:python/object/apply:"
NAMED: tuple[Callable[..., object], ...] = (
    *(emoji.emojione, emoji.gemoji, emoji.twemoji),
    *(emoji.to_alt, emoji.to_png, emoji.to_png_sprite, emoji.to_svg, emoji.to_svg_sprite),
    *(superfences.fence_code_format, superfences.fence_div_format),
)
# These are called with options, and give what is asked for.
CALLED: tuple[Callable[..., object], ...] = (
    *(arithmatex.arithmatex_fenced_format, arithmatex.arithmatex_inline_format),
    slugs.slugify,
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
    known = {_name_of(one): one for one in NAMED}
    if name not in known:
        raise TagError(node, tuple(known))
    return known[name]


def _called(loader: Loader, name: str, node: yaml.Node) -> object:
    known = {_name_of(one): one for one in CALLED}
    told = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    try:
        return known[name](*told.get("args", ()), **told.get("kwds", {}))
    except (KeyError, TypeError):
        raise TagError(node, tuple(known)) from None


def _name_of(one: Callable[..., object]) -> str:
    return f"{one.__module__}.{one.__name__}"


def _unknown(_: Loader, __: str, node: yaml.Node) -> object:
    raise TagError(node, (ENV, RELATIVE, "!!python/name:"))


Loader.add_constructor(ENV, _variable)
Loader.add_constructor(RELATIVE, _folder)
Loader.add_multi_constructor(NAME, _named)
Loader.add_multi_constructor(APPLY, _called)
Loader.add_multi_constructor("!", _unknown)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)

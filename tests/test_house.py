"""The laws of the house: what the code may import, know, touch and grow to."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from building import CONTENT, ROOT, SAMPLE_CITY, built, copy_project, files

HOOKS = ROOT / "hooks"
CORE = HOOKS / "city_relations"
MODULES = sorted(CORE.rglob("*.py"))
CODE = [HOOKS / "site_build.py", *MODULES]
# Where each part of the core stands, from the ground up: it imports only what stands on an earlier
# line. Parts on one line know nothing of each other; a line that begins with + goes on.
_FLOORS = """
    clock colour geography plain_text policy published staging store typography
    + words
    dates figures locales pictures previewing problems prose
    documents weight
    schema
    addresses drawing press ties weighing world_regions
    feeds links strays timeline
    open_data photographs templating
    content edition linked_data
    checks heads
    catalog
    facets status
    commands
    cli outputs
    __main__ frame
    site
"""
FLOORS = [floor.split() for floor in _FLOORS.replace("\n    + ", " ").strip().splitlines()]
FLOOR = {part: i for i, floor in enumerate(FLOORS) for part in floor}
_NETWORK = """
    aiohttp ftplib http httpx imaplib poplib requests smtplib socket socketserver
    ssl telnetlib urllib.request urllib3 xmlrpc webbrowser
"""
NETWORK = frozenset(_NETWORK.split())
NOW = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
CLOCKS = {"date", "datetime", "time"}


def short(path):
    """Give a module's path as an author would say it."""
    return path.relative_to(HOOKS).as_posix()


def part(module):
    """Give the part of the core of a dotted name: `city_relations.schema.base` is in schema."""
    return [*module.split("."), ""][1]


def name_of(path):
    """Give a module's dotted name."""
    dotted = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
    return dotted.removesuffix(".__init__")


def imported(path, *, typing=False):
    """Give the dotted names a module imports; those for type checkers alone only when asked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = () if typing else tuple(_for_types_alone(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and node not in skipped:
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node not in skipped:
            assert node.level == 0, f"{short(path)}: relative import"
            yield from _named(node)


def _named(node):
    """Give `a.b` for `from a.b import C`, and for `from a import b` where b is a module."""
    for alias in node.names:
        deeper = HOOKS.joinpath(*node.module.split("."), alias.name)
        is_module = deeper.with_suffix(".py").is_file() or (deeper / "__init__.py").is_file()
        yield f"{node.module}.{alias.name}" if is_module else node.module


def _for_types_alone(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for statement in node.body:
                yield from ast.walk(statement)


def ours(path, *, typing=False):
    """Give the modules of the core that a module imports."""
    return {
        name for name in imported(path, typing=typing) if name.split(".")[0] == "city_relations"
    }


def test_the_core_loads_without_mkdocs():
    """Importing every module of the core loads no mkdocs and no material."""
    names = [name_of(path) for path in MODULES if path.stem != "__main__"]
    program = (
        f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('mkdocs', 'material')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=HOOKS, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_the_seam_alone_imports_mkdocs():
    """Only hooks/site_build.py names mkdocs in an import, be it for types alone."""
    importing = [
        short(path)
        for path in sorted(HOOKS.rglob("*.py"))
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imported(path, typing=True))
    ]
    assert importing == ["site_build.py"]


def test_every_part_has_a_floor():
    """Each module and folder of the core stands on one floor, and no floor is for nobody."""
    parts = {part(name_of(path)) for path in MODULES} - {""}
    assert parts == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_imports_only_go_down(path):
    """A module imports what stands below it, or within its own part."""
    here = part(name_of(path))
    above = {
        name
        for name in ours(path)
        if part(name) not in ("", here) and FLOOR[part(name)] >= FLOOR[here]
    }
    assert above == set()


def test_no_circle():
    """No module imports itself by a way round, within a part either."""
    graph = {name_of(path): ours(path) for path in MODULES}
    done = set()

    def visit(module, way):
        assert module not in way, " -> ".join((*way, module))
        if module not in done:
            for below in sorted(graph.get(module, ())):
                visit(below, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", sorted((CORE / "outputs").glob("*.py")), ids=short)
def test_outputs_never_import_each_other(path):
    """An output knows no other output, not even for types; only the list knows them all."""
    if path.stem != "__init__":
        others = {
            name for name in ours(path, typing=True) if name.startswith("city_relations.outputs")
        }
        assert others == set()


def test_every_output_is_in_the_list():
    """OUTPUTS names each module of outputs/, once."""
    from city_relations.outputs import OUTPUTS  # noqa: PLC0415 - only this test needs the core loaded

    listed = [function.__module__.removeprefix("city_relations.outputs.") for function in OUTPUTS]
    modules = {path.stem for path in (CORE / "outputs").glob("*.py")} - {"__init__"}
    assert sorted(listed) == sorted(modules)
    assert all(function.__name__ == "outputs" for function in OUTPUTS)


@pytest.mark.parametrize("path", CODE, ids=short)
def test_the_clock_enters_once(path):
    """Only clock.py asks what time it is."""
    if path.stem != "clock":
        asking = [
            ast.unparse(node)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in NOW
            and ast.unparse(node.func.value).split(".")[-1] in CLOCKS
        ]
        assert asking == []


@pytest.mark.parametrize("path", CODE, ids=short)
def test_no_network(path):
    """No module can call anybody."""
    names = set(imported(path))
    assert {n for n in names if n in NETWORK or n.split(".")[0] in NETWORK} == set()


@pytest.mark.parametrize("path", CODE, ids=short)
def test_sizes(path):
    """A file has at most 300 lines, a function at most 40."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", CODE, ids=short)
def test_no_state_in_modules(path):
    """What a module holds is a constant: named in capitals, and nobody in the module changes it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Global)] == []
    held = {name for node in tree.body for name in _mutable_names(node)}
    named = {name for name in held if not (name.isupper() or name.startswith("__"))}
    assert named == set()
    assert {change for node in ast.walk(tree) for change in _changes(node, held)} == set()


def _mutable_names(node):
    """Give the names a statement of a module binds to a list, dict or set."""
    if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(
        node.value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    ):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


_CHANGING = "add append clear discard extend insert pop popitem remove setdefault update"
CHANGING = frozenset(_CHANGING.split())


def _changes(node, held):
    """Give what a node does to one of the names held, where that changes it."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in CHANGING:
        yield from [ast.unparse(node)] if ast.unparse(called.value) in held else []
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
        targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
        for target in targets:
            if isinstance(target, ast.Subscript) and ast.unparse(target.value) in held:
                yield ast.unparse(node)


def test_the_seam_is_a_table_of_contents():
    """The seam is short, and every event in it is one of MkDocs', told by a sentence."""
    seam = HOOKS / "site_build.py"
    assert 60 <= len(seam.read_text(encoding="utf-8").splitlines()) <= 180
    functions = [n for n in ast.parse(seam.read_text()).body if isinstance(n, ast.FunctionDef)]
    events = [n for n in functions if n.name.startswith("on_")]
    assert events
    assert all(ast.get_docstring(event) for event in events)
    assert max(n.end_lineno - n.lineno + 1 for n in functions) <= 20


def test_the_core_s_templates_escape():
    """The one environment of the core escapes and refuses what is undefined; there is no other."""
    making = [
        (short(path), {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords})
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Environment"
    ]
    assert [name for name, _ in making] == ["city_relations/rendering/templating.py"]
    assert making[0][1]["autoescape"] == "True"
    assert making[0][1]["undefined"] == "StrictUndefined"


@pytest.mark.parametrize("path", sorted((CORE / "outputs" / "templates").rglob("*")), ids=short)
def test_no_template_turns_escaping_off(path):
    """No template of the core says `safe` or switches autoescape."""
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape", text)


@pytest.mark.parametrize("city", [ROOT, SAMPLE_CITY], ids=["city", "sample"])
def test_a_build_writes_nothing_into_the_content(city, tmp_path):
    """After a build the content folders hold the same files, with the same bytes and times."""
    project = copy_project(tmp_path / "city", city)
    before = {folder: _state(project / folder) for folder in CONTENT}
    built(project, project / "site")
    assert {folder: _state(project / folder) for folder in CONTENT} == before
    left = {path.name for path in project.iterdir()} - {".cache"}
    assert left == {*CONTENT, "mkdocs.yml", "site"}


def _state(folder):
    times = {str(p): p.stat().st_mtime_ns for p in sorted(Path(folder).rglob("*"))}
    return files(folder), times

"""The laws of the house: what the code may import, know, touch and grow to."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from building import CONTENT, ROOT, SAMPLE_CITY, built, copy_project, files

HOOKS = ROOT / "hooks"
CORE = HOOKS / "city_relations"
MODULES = sorted(CORE.rglob("*.py"))
CODE = [HOOKS / "site_build.py", *MODULES]
# Where each room stands, from the ground up: it imports only what stands on an earlier line, types
# for checkers counted. Rooms on one line know nothing of each other.
_FLOORS = """
    geography heap language locks published theme
    clock progress spool store workers
    author_files own_print
    attachments dates markdown pictures problems
    documents
    schema
    content forms law ties
    links timeline
    checks starter
    catalog importing upgrading
    commands due rendering
    cli maps open_data press search
    __main__ head reports
    servers
    outputs
    publish
    builder engine
    mailing papers web
"""
FLOORS = [floor.split() for floor in _FLOORS.strip().splitlines()]
FLOOR = {part: i for i, floor in enumerate(FLOORS) for part in floor}
_NETWORK = """
    aiohttp ftplib http httpx imaplib poplib requests smtplib socket socketserver
    ssl telnetlib urllib.request urllib3 xmlrpc webbrowser
"""
NETWORK = frozenset(_NETWORK.split())
NOW = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
CLOCKS = {"date", "datetime", "time"}


def short(path):
    """Return a module's path as an author would say it."""
    return path.relative_to(HOOKS).as_posix()


def part(module):
    """Return the part of the core of a dotted name: `city_relations.schema.base` is in schema."""
    return [*module.split("."), ""][1]


def name_of(path):
    """Return a module's dotted name."""
    dotted = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
    return dotted.removesuffix(".__init__")


def imported(path):
    """Yield the dotted names a module imports, anywhere in it; relative imports are refused."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{short(path)}: relative import"
            yield from _named(node)


def _named(node):
    """Yield `a.b` for `from a.b import C`, and for `from a import b` where b is a module."""
    for alias in node.names:
        deeper = HOOKS.joinpath(*node.module.split("."), alias.name)
        is_module = deeper.with_suffix(".py").is_file() or (deeper / "__init__.py").is_file()
        yield f"{node.module}.{alias.name}" if is_module else node.module


def ours(path):
    """Return the modules of the core that a module imports."""
    return {name for name in imported(path) if name.split(".")[0] == "city_relations"}


def test_the_core_loads_without_mkdocs():
    """Importing every module of the package but those of its engine loads no mkdocs."""
    names = [name_of(path) for path in MODULES if path.stem != "__main__"]
    names = [name for name in names if part(name) not in ("engine", "theme")]
    program = (
        f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('mkdocs', 'material')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=HOOKS, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_the_engine_alone_imports_mkdocs():
    """Only the room `engine` names mkdocs in an import."""
    importing = {
        part(name_of(path)) or short(path)
        for path in sorted(HOOKS.rglob("*.py"))
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imported(path))
    }
    assert importing == {"engine"}


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_our_imports_stand_at_the_top(path):
    """No import of ours hides in a function or behind a condition: so no circle can hide either."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in tree.body
    ]
    assert [line for line in hidden if "city_relations" in line] == []


def test_only_publish_imports_outputs():
    """Nobody below knows an output, and nobody above but the room that publishes them."""
    knowing = {
        part(name_of(path))
        for path in MODULES
        if any(name.startswith("city_relations.outputs") for name in ours(path))
    }
    assert knowing == {"outputs", "publish"}


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
    """An output knows no other output, only the list knows them all."""
    if path.stem != "__init__":
        others = {name for name in ours(path) if name.startswith("city_relations.outputs")}
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
    """No module can call anybody but those of `web/`, which none of another room imports."""
    names = set(imported(path))
    if part(name_of(path)) == "web":
        return
    assert [name for name in names if name.startswith("city_relations.web")] == []
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
    """Yield the names a statement of a module binds to a list, dict or set."""
    if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(
        node.value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    ):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


_CHANGING = "add append clear discard extend insert pop popitem remove setdefault update"
CHANGING = frozenset(_CHANGING.split())


def _changes(node, held):
    """Yield what a node does to one of the names held, where that changes it."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in CHANGING:
        yield from [ast.unparse(node)] if ast.unparse(called.value) in held else []
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
        targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
        for target in targets:
            if isinstance(target, ast.Subscript) and ast.unparse(target.value) in held:
                yield ast.unparse(node)


def test_no_table_classifies_a_closed_list():
    """What is true of a value of a closed list stands with the value: nobody else tabulates it.

    A table is a dict with a value as key, a display of two or more values of one list, a `match`
    over them, or a function that compares with two or more of them.
    """
    tables = [
        f"{short(path)}:{node.lineno}"
        for path in MODULES
        for tree in [ast.parse(path.read_text(encoding="utf-8"))]
        for lists in [_closed_lists(tree)]
        for node in (ast.walk(tree) if lists else ())
        if _classifies(node, lists)
    ]
    assert tables == []


def test_a_table_is_seen():
    """The law finds each form a table of a closed list can take, and no single comparison."""
    forms = {
        "T = {Kind.A: 1}": 1,
        "T = (Kind.A, Kind.B)": 1,
        "T = {Kind.A, Kind.B}": 1,
        "T = [Kind.A, 1]": 0,
        "def f(k): return 1 if k is Kind.A else 2 if k == Kind.B else 3": 1,
        "def f(k): return k is Kind.A": 0,
        "def f(k):\n match k:\n  case Kind.A: return 1\n  case Kind.B: return 2": 1,
    }
    for code, found in forms.items():
        nodes = ast.walk(ast.parse(code))
        assert sum(_classifies(node, {"Kind"}) for node in nodes) == found, code


def _closed_lists(tree):
    """Return the names a module knows closed lists by: those it imports and those it makes."""
    told = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and _is(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in CLOSED_LISTS:
            told |= {a.asname or a.name for a in node.names if a.name in CLOSED_LISTS[node.module]}
    return told


def _is(node):
    return "Choice" in map(ast.unparse, node.bases)


def _all_closed_lists():
    """Return the closed lists that each module holds, those it hands on among them."""
    found = {}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found[name_of(path)] = {n.name for n in tree.body if isinstance(n, ast.ClassDef) and _is(n)}
    package = "city_relations.schema.choices"
    within = [names for module, names in found.items() if module.startswith(package)]
    return {**found, package: set().union(*within)}


CLOSED_LISTS = _all_closed_lists()


def _classifies(node, lists):
    """Return whether a node of a module that knows some closed lists is a table of one."""
    if isinstance(node, ast.Dict):
        return any(_member(key, lists) for key in node.keys)
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        return _several(node.elts, lists)
    if isinstance(node, ast.Match):
        patterns = [p for case in node.cases for p in ast.walk(case.pattern)]
        return _several([p.value for p in patterns if isinstance(p, ast.MatchValue)], lists)
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        compared = [n for n in ast.walk(node) if isinstance(n, ast.Compare)]
        return _several([s for n in compared for s in (n.left, *n.comparators)], lists)
    return False


def _several(nodes, lists):
    """Return whether two or more values of one closed list are among some nodes."""
    found = {member for node in nodes if (member := _member(node, lists))}
    return any(n > 1 for n in Counter(name for name, _ in found).values())


def _member(node, lists):
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        name, value = node.value.id, node.attr
        return (name, value) if name in lists and value.isupper() else None
    return None


def test_the_engine_s_room_is_small():
    """The day MkDocs goes, a day is enough: under 460 lines name it, each event told in one."""
    room = [path for path in MODULES if part(name_of(path)) == "engine"]
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in room) < 460
    tree = ast.parse((CORE / "engine" / "events.py").read_text(encoding="utf-8"))
    events = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
    assert all(ast.get_docstring(e) for e in events if e.name.startswith("on_"))
    assert max(n.end_lineno - n.lineno + 1 for n in events) <= 20
    hooks = ast.parse((HOOKS / "site_build.py").read_text(encoding="utf-8")).body
    assert [type(node).__name__ for node in hooks] == ["Expr", "ImportFrom"]
    handed = {alias.name for alias in hooks[1].names}
    assert handed == {e.name for e in events if e.name.startswith("on_")}


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

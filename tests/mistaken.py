"""Makes a small sound site, then the mistake of a case file in it, and gives the words told.

What is no mistake and yet remarked, in `relations status` and in a build, has its cases beside.
"""

from __future__ import annotations

import os
import random
import shutil
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_letters

import yaml
from fontTools.ttLib import TTCollection, TTFont, newTable

import city_relations
from city_relations.builder.settings import read_settings
from city_relations.catalog import read_catalog
from city_relations.catalog.findings import findings
from city_relations.commands.messages import example_of
from city_relations.content import Content, read_content, record_of
from city_relations.content.canonical_form import untidy
from city_relations.documents import Document
from city_relations.documents.reading import Reading
from city_relations.language.words import words_for
from city_relations.problems import ContentError, Problem, tell
from city_relations.publish.site import Own, read_site
from city_relations.publish.weight import PageWeights, overweight
from city_relations.schema.partner import Partner
from square_font import square_font

MISTAKES = Path(__file__).parent / "mistakes"
REMARKS = Path(__file__).parent / "remarks"
BASE = MISTAKES / "_base"
CORE = Path(city_relations.__file__).parent
# The names of all rules. Forges, scripts and guides know them: one is changed by hand, and told.
RULES = (Path(__file__).parent / "rules.txt").read_text(encoding="utf-8").split()
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LANGUAGES = {"told": "fr", "in_english": "en"}
EXPECTED = ("rule", "in_english", "told")  # what a case file says of its mistake, in this order
ENCODINGS = {"windows": ("utf-8-sig", "\r\n")}


@dataclass
class Case:
    """One mistake: the file that tells it, how it is made, and the words expected."""

    file: Path
    data: dict

    @property
    def name(self):
        """Return the name of the case, which is its file's."""
        return self.file.stem


def cases(folder=MISTAKES):
    """Read every case of the folder, by name."""
    files = sorted(folder.glob("*.yml"))
    return [Case(file, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files]


def base_at(folder):
    """Copy the sound site to a folder, without what was kept where it stands; return the folder."""
    return shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns(".cache"))


def make(case, root):
    """Copy the sound site to `root` and make the mistake in it."""
    base_at(root)
    for how, what in case.data.items():
        if how not in ("mistake", *EXPECTED):
            HOW[how](root, what)


def _change(root, changes):
    for change in changes:
        path = root / change["in"]
        text = path.read_text(encoding="utf-8")
        assert text.count(change["find"]) == 1, f"not once in {path.name}: {change['find']!r}"
        path.write_text(text.replace(change["find"], change["write"]), encoding="utf-8")


def _add(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.rmtree(root / name)
        (root / name).write_text(text, encoding="utf-8")


def _append_bytes(root, files):
    for name, lines in files.items():
        with (root / name).open("ab") as file:
            file.write(bytes.fromhex(lines))


def _pack(root, files):
    """Write each archive with its parts; a number stands for the size a part only claims."""
    for name, parts in files.items():
        with zipfile.ZipFile(root / name, "w") as packed:
            for part, content in parts.items():
                packed.writestr(part, content if isinstance(content, str) else b"")
                if isinstance(content, int):
                    packed.filelist[-1].file_size = content


def _hollow(root, files):
    for name, size in files.items():
        with (root / name).open("ab") as file:
            file.truncate(size)


def _grow(root, files):
    for name, size in files.items():
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("Un rapport. " * (size // 12))


def _save_as(root, files):
    for name, encoding in files.items():
        codec, line_end = ENCODINGS.get(encoding, (encoding, "\n"))
        text = (root / name).read_text(encoding="utf-8").replace("\n", line_end)
        (root / name).write_bytes(text.encode(codec))


def _rename(root, files):
    for old, new in files.items():
        (root / old).rename(root / new)


def _copy(root, files):
    for old, new in files.items():
        shutil.copy(root / old, root / new)


def _make_font(root, files):
    for name, form in files.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        font = TTFont(square_font(path.parent, "Երևան", {"closed": 2, "printed": 4}.get(form, 0)))
        if form == "variable":
            font["fvar"] = newTable("fvar")
        if form == "woff":
            font.flavor = "woff"
        if form == "collection":
            both = TTCollection()
            both.fonts = [font, font]
            both.save(path)
        else:
            font.save(path)


def _link(root, files):
    for name, target in files.items():
        (root / name).symlink_to(target)


def _queue(root, names):
    for name in names:
        os.mkfifo(root / name)


def _remove(root, names):
    for name in names:
        (root / name).unlink()


HOW = {
    "change": _change,
    "add": _add,
    "append_bytes": _append_bytes,
    "grow": _grow,
    "hollow": _hollow,
    "pack": _pack,
    "save_as": _save_as,
    "rename": _rename,
    "copy": _copy,
    "make_font": _make_font,
    "link": _link,
    "queue": _queue,
    "remove": _remove,
}


def problems(root) -> tuple[Problem, ...]:
    """Return what a build would say of the site at `root`."""
    try:
        own = root / "overrides"
        own_templates = own if own.is_dir() else None
        remarks = read_site(root, NOW, "/", Own(overrides=own_templates)).catalog.remarks
        if "\ntheme:" in (root / "mkdocs.yml").read_text(encoding="utf-8"):
            read_settings(root / "mkdocs.yml", {})  # what a build without an engine refuses
    except ContentError as error:
        return error.problems
    return remarks


def remarked(case, root) -> tuple[Problem, ...]:
    """Return what a build remarks of the files that a case adds to the site at `root`."""
    found = findings(read_catalog(root, NOW))
    return tuple(f.problem for f in found if f.problem.file in case.data["add"])


PAGE = '<html><head>%s</head><body class="rel-page--text">%s</body></html>'


def heavy(folder) -> list[Problem]:
    """Return what is said of two pages over their budget: one by its text, one by its scripts."""
    generator = random.Random(1)  # noqa: S311 - no secret
    noise = "".join(generator.choices(ascii_letters, k=150_000))
    (folder / "a.js").write_text(noise, encoding="utf-8")
    (folder / "long.html").write_text(PAGE % ("", noise), encoding="utf-8")
    (folder / "slow.html").write_text(
        PAGE % ('<script src="a.js"></script>', "-"), encoding="utf-8"
    )
    return list(overweight(PageWeights(folder).pages, {"long.html": "docs/long.md"}))


def untold(folder) -> list[Problem]:
    """Return what is said of a record that failed while nothing was said of it."""
    content, file = Content(folder), "partners/turin.yml"
    record_of(content, Document(file, Reading(file, [], incomplete={()})), Partner)
    return content.problems


def lenient(folder) -> list[Problem]:
    """Return what `check --tidy` says of a value in another form than the canonical one."""
    root = base_at(folder / "lenient")
    _change(root, [{"in": "partners/korca.yml", "find": "[sq]", "write": "albanais"}])
    return [p for p in untidy(read_content(root)) if p.field == "languages"]


def told(found, language):
    """Return the words told of problems, as one text."""
    return "\n".join(tell(found, words_for(language))) + "\n"


def rules_of(found):
    """Name the rule of each problem, each once; one alone is no list."""
    rules = list(dict.fromkeys(problem.rule for problem in found))
    return rules[0] if len(rules) == 1 else rules


def examples(found, language):
    """Make the examples of the guide: for each rule and each of its sentences one mistake.

    Mistakes told together come last, and one with a line to write before one without.
    """
    kept = {}
    order = sorted(found, key=lambda pair: (pair[0].startswith(("together", "many")), pair[0]))
    for _, problem in sorted(order, key=lambda pair: not pair[1].fix):
        kept.setdefault((problem.rule, problem.text.one), problem)
    words, by_rule = words_for(language), {}
    for (rule, _), problem in sorted(kept.items()):
        by_rule.setdefault(rule, []).append(example_of(problem, words))
    return by_rule


def bless(case, found):
    """Write the rules and words told now into the case file, for a person to read and judge."""
    head = case.file.read_text(encoding="utf-8")
    for key in EXPECTED:
        head = head.partition(f"\n{key}:")[0].rstrip("\n") + "\n"
    rules = rules_of(found)
    head += f"rule: {rules if isinstance(rules, str) else '[' + ', '.join(rules) + ']'}\n"
    for key in (key for key in EXPECTED if key in LANGUAGES.keys() & {"told", *case.data}):
        text = told(found, LANGUAGES[key])
        indented = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
        head += f"{key}: |\n{indented}"
    case.file.write_text(head, encoding="utf-8")

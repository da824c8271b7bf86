"""`relations upgrade`: brings a city to the installed version; shown first, nothing is lost."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from city_relations.commands.agreeing import difference, is_agreed
from city_relations.commands.call import Call, Refused
from city_relations.commands.schemas import SCHEMAS
from city_relations.commands.schemas import files as editor_files
from city_relations.content import read_content
from city_relations.language.words import Text, Words, say, say_n, words_for
from city_relations.starter import files
from city_relations.store import why
from city_relations.upgrading import CannotUpgradeError
from city_relations.upgrading.earlier import PROJECT, first_manifest
from city_relations.upgrading.manifest import (
    MANIFEST,
    Manifest,
    manifest_text,
    print_of,
    read_manifest,
    version_written,
)
from city_relations.upgrading.plan import NEW, Planned, plan
from city_relations.upgrading.steps import STEPS, Step, pending
from city_relations.upgrading.writing import write_whole

# The name may be written otherwise (PEP 503), and be followed by extras.
PIN = re.compile(r"(?i)(?<![\w.-])city[-_.]relations\s*(?:\[[^\]]*\]\s*)?={2,3}\s*(\d[\w.]*)")
COMMENT = re.compile(r"(?m)(?:^|\s)#.*$")
PINNING = (PROJECT, "requirements.txt")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "--yes", action="store_true", help=words(say("write the changes without asking"))
    )


@dataclass(frozen=True)
class _Upgrade:
    """All that is to be done: files, steps with their numbers, and what is known afterwards."""

    files: tuple[Planned, ...]
    steps: tuple[tuple[int, Step], ...]
    manifest: Manifest


def run(call: Call) -> int:
    """Show what this version would write otherwise, then write it if that is agreed to."""
    installed = version("city-relations")
    try:
        before = _manifest(call, installed)
    except CannotUpgradeError as refused:
        raise Refused(refused.text) from None
    upgrade = _upgrade(call, before, installed)
    for planned in upgrade.files:
        call.tell(*_file_shown(planned))
    is_changed = [*_steps_shown(call, upgrade)]
    if not upgrade.files and not any(is_changed):
        call.tell(say("Nothing is to be changed for version {version}.", version=installed))
    elif not is_agreed(call):
        return 0
    try:
        _write(call, upgrade)
    except OSError as error:
        message = say(
            "{file} cannot be written: {reason}. Once that is mended, call “relations upgrade” "
            "again: it goes on where it stopped.",
            file=str(error.filename),
            reason=why(error),
        )
        raise Refused(message) from None
    _conclude(call, upgrade, installed)
    return 0


def _manifest(call: Call, installed: str) -> Manifest:
    """Return what was once written here, unless a newer version wrote it, or two are asked for."""
    pins = sorted(set(pins_of(call.root)), key=_order)
    newest = max([*pins, version_written(call.root)], key=_order)
    if len(set(map(_order, pins))) > 1:
        message = say(
            "two versions are asked for at once, {versions}: write one of them in {files}.",
            versions=", ".join(pins),
            files=", ".join(PINNING),
        )
        raise CannotUpgradeError(message)
    if _order(newest) > _order(installed):
        message = say(
            "this city is of version {newer}, and {installed} is installed: install the newer one "
            "(“make site” does); nothing was changed.",
            newer=newest,
            installed=installed,
        )
        raise CannotUpgradeError(message)
    return read_manifest(call.root) or first_manifest(call.root, call.settings, installed)


def pins_of(root: Path) -> Iterator[str]:
    """Yield each version of the software that a city asks for, in the order of its files."""
    for name in PINNING:
        if (root / name).is_file():
            text = (root / name).read_text(encoding="utf-8", errors="replace")
            yield from PIN.findall(COMMENT.sub("", text))


def _order(number: str) -> tuple[int, ...]:
    """Return the three numbers of a version, without what marks a candidate: 1.0 is 1.0.0."""
    told = [int(part) for part in re.findall(r"\d+", number)[:3]]
    return (*told, *[0] * (3 - len(told)))


def _upgrade(call: Call, before: Manifest, installed: str) -> _Upgrade:
    words = words_for(before.language)
    facts = replace(before.facts, version=installed)
    new = {**files(facts, words), **editor_files(words)}
    planned = tuple(plan(call.root, before, new, frozenset(SCHEMAS)))
    prints = {path: print_of(text) for path, text in new.items()}
    after = Manifest(installed, len(STEPS), before.language, facts, prints)
    return _Upgrade(planned, pending(before.steps), after)


def _file_shown(planned: Planned) -> Iterator[Text | str]:
    """Say what becomes of a file; of one the city changed, show the difference."""
    if planned.old is None:
        yield say("{file}: new.", file=planned.path)
    elif not planned.kept:
        yield say("{file}: written anew, as nobody changed it here.", file=planned.path)
    else:
        yield say(
            "{file}: changed here, so it stays; what this version writes goes to {target}:",
            file=planned.path,
            target=planned.target,
        )
        yield from difference(planned.old, planned.new)


def _steps_shown(call: Call, upgrade: _Upgrade) -> Iterator[bool]:
    """Show what each step changes of the content; say of each whether it changes anything."""
    content = read_content(call.root, call.settings)
    for number, step in upgrade.steps:
        found = [*step.changes(content)]
        if found:
            call.tell(say("Step {n} of your content: {what}.", n=number, what=step.what))
        for change in found:
            call.tell(f"{change.path}:", *difference(change.old, change.new))
        yield bool(found)


def _write(call: Call, upgrade: _Upgrade) -> None:
    """Write each file whole, and last what was written: who is interrupted begins again."""
    for _, step in upgrade.steps:
        for change in step.changes(read_content(call.root, call.settings)):
            write_whole(call.root, change.path, change.new)
    for planned in upgrade.files:
        write_whole(call.root, planned.target, planned.new)
    write_whole(call.root, MANIFEST, manifest_text(upgrade.manifest))


def _conclude(call: Call, upgrade: _Upgrade, installed: str) -> None:
    kept = [planned for planned in upgrade.files if planned.kept]
    call.tell(say("This city is of version {version} now.", version=installed))
    if kept:
        call.tell(
            say_n(
                "{n} file of yours stayed as it is: compare it with the one in {folder}, take over "
                "what you want, then delete that folder.",
                "{n} files of yours stayed as they are: compare them with those in {folder}, take "
                "over what you want, then delete that folder.",
                len(kept),
                folder=NEW,
            )
        )
    if any(_order(pin) != _order(installed) for pin in pins_of(call.root)):
        call.tell(
            say(
                "{file} still asks for an older version: write city-relations=={version} there.",
                file=PROJECT,
                version=installed,
            )
        )

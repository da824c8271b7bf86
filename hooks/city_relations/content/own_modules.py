"""A city's own modules: what they publish and check, and what is wrong when one raises."""

from __future__ import annotations

import importlib.util
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from city_relations.language.words import say
from city_relations.problems import Problem


@dataclass(frozen=True)
class OwnModule:
    """A module of the city's, by its path from the site's root; `module` is None where it failed.

    It may define `outputs(edition)`, which gives outputs, and `check(content)`, which gives
    Problems.
    """

    file: str
    path: Path
    module: ModuleType | None = None

    def ask(self, function: str, fact: object) -> list[Any]:
        """Return all that a function of the module gives; nothing where it has no such function.

        Raises OwnModuleError, which says the line, when the module raises anything.
        """
        asked: Callable[[object], Iterator[Any]] | None = getattr(self.module, function, None)
        if asked is None:
            return []
        try:
            return list(asked(fact))
        except Exception as error:  # what others wrote may raise anything
            raise OwnModuleError(self.fault(error)) from error

    def fault(self, error: Exception) -> Problem:
        """Say what the module raised, at its own last line."""
        lines = [
            frame.lineno or 1
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename) == self.path
        ]
        if isinstance(error, SyntaxError) and error.filename == str(self.path):
            lines.append(error.lineno or 1)
        message = say(
            "this module of the city failed: {kind}: {why}",
            kind=type(error).__name__,
            why=str(error).split("\n")[0],
        )
        line = lines[-1] if lines else 1
        return Problem(self.file, line, 1, "", message, rule="own-module-fails")


class OwnModuleError(Exception):
    """A module of the city's raised something; carries the problem that says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def own_checks(modules: Iterable[OwnModule], content: object) -> Iterator[Problem]:
    """Hold the rules of the city's own modules; one that raises is told by its name."""
    for module in modules:
        try:
            yield from module.ask("check", content)
        except OwnModuleError as error:
            yield error.problem


def load(root: Path, file: str) -> OwnModule:
    """Load a module of the city's; raises OwnModuleError where it cannot be."""
    path = root / file
    found = OwnModule(file, path)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        message = say("no module “{file}”: name a Python file from the site’s folder.", file=file)
        raise OwnModuleError(Problem(file, 1, 1, "", message, rule="own-module-missing"))
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise OwnModuleError(found.fault(error)) from error
    return OwnModule(file, path, module)

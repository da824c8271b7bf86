"""The files of a content folder, in an order that depends on names alone."""

from __future__ import annotations

import os
from pathlib import Path

from city_relations.documents.text_files import name_of, not_read
from city_relations.problems import Problem


def find_files(root: Path, folder: str, problems: list[Problem]) -> list[Path]:
    """Walk a folder in an order that depends on names alone; hidden files are left out.

    A link to a folder is given as a file, to be refused, and never walked into; a folder that
    cannot be read is told.
    """
    found = []

    def tell(error: OSError) -> None:
        if (there := Path(str(error.filename))).exists():
            file = name_of(root, there)
            fault = not_read(error)
            problems.append(Problem(file, 1, 1, "", fault.text, rule=fault.rule))

    for path, folders, names in os.walk(root / folder, onerror=tell):
        linked = [name for name in folders if os.path.islink(f"{path}/{name}")]  # noqa: PTH114 - in a folder that may not be entered, Path raises
        folders[:] = [name for name in folders if not name.startswith(".") and name not in linked]
        found += [f"{path}/{name}" for name in (*names, *linked) if not name.startswith(".")]
    return [Path(path) for path in sorted(found)]

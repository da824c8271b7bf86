"""What was once written into a city: by it, files of ours are told from what the city changed.

It stands in one file of its own, and not at the head of each: JSON and the fields of a page have
no room for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from city_relations.language.words import say
from city_relations.starter import Facts
from city_relations.upgrading import CannotUpgradeError

MANIFEST = ".relations/written.json"
ABOUT = "Written by relations init and relations upgrade; do not edit."
# The number of the version stands in files that are ours all the same.
VERSION = re.compile(r"(city-relations(?:==|[ ]))\d[\w.]*")


@dataclass(frozen=True)
class Manifest:
    """The version that wrote last, the last step of content, and a print of each file by its path.

    `facts` are what `init` was told, `language` that of the files.
    """

    version: str
    steps: int
    language: str
    facts: Facts
    files: Mapping[str, str]


def print_of(text: str) -> str:
    """Return the SHA-256 of a file's text, whatever the version it names and its ends of lines."""
    plain = VERSION.sub(r"\1", text.replace("\r\n", "\n"))
    return sha256(plain.encode("utf-8")).hexdigest()


def manifest_text(manifest: Manifest) -> str:
    """Return the file in which a manifest is kept."""
    told = {"about": ABOUT, **asdict(manifest)}
    return json.dumps({**told, "proof": _proof(told)}, ensure_ascii=False, indent=1) + "\n"


def read_manifest(root: Path) -> Manifest | None:
    """Return what was once written into a city; None where no version kept it.

    Raises CannotUpgradeError when somebody changed the file.
    """
    path = root / MANIFEST
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        proof = told.pop("proof")
        facts, prints = Facts(**told["facts"]), {**told["files"]}
        found = Manifest(told["version"], int(told["steps"]), told["language"], facts, prints)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _changed() from None
    if proof != _proof(told):
        raise _changed()
    return found


def version_written(root: Path) -> str:
    """Return the version that wrote last, even one that notes what we do not know; else ""."""
    try:
        told = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        return str(told["version"]) if told.pop("proof") == _proof(told) else ""
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def _proof(told: Mapping[str, object]) -> str:
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _changed() -> CannotUpgradeError:
    message = say(
        "{file} was changed by hand or by a merge, so nobody knows what was written here: take it "
        "back (git checkout -- {file}), or delete it, and files that differ are kept and shown.",
        file=MANIFEST,
    )
    return CannotUpgradeError(message)

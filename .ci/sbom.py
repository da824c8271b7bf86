"""Writes the bill of materials of a release: `sbom.py dist` (CycloneDX 1.6, from the lock file)."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKED = re.compile(r"^([\w.-]+)==(\S+)(.*)$")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> Iterator[dict[str, Any]]:
    """Yield each locked package: its version, its address, the hashes of its files."""
    name = version = ""
    hashes: list[str] = []
    for line in [*lock.splitlines(), "end==0"]:
        if found := LOCKED.match(line):
            if name:
                yield component(name, version, hashes)
            name, version, hashes = found[1], found[2], []
        hashes += HASH.findall(line)


def component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    """Return a package as CycloneDX lists it; its files are told apart by their hashes."""
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{name}/{version}/",
                "hashes": [{"alg": "SHA-256", "content": one} for one in sorted(hashes)],
            }
        ],
    }


def bill(project: dict[str, Any], lock: str, files: list[Path]) -> dict[str, Any]:
    """Return the bill of a version: the same for the same lock and files, whenever it is made."""
    told = [*components(lock)]
    name, version = project["name"], project["version"]
    own = f"pkg:pypi/{name}@{version}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": project["license"]}}],
                "properties": [
                    {"name": f"sha256:{file.name}", "value": sha256(file.read_bytes()).hexdigest()}
                    for file in files
                ],
            }
        },
        "components": told,
        "dependencies": [{"ref": own, "dependsOn": [one["bom-ref"] for one in told]}],
    }


def main(folder: Path) -> None:
    """Write the bill beside the files of a release."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    files = sorted(path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))
    text = json.dumps(bill(project, lock, files), indent=1) + "\n"
    name = f"city_relations-{project['version']}.cdx.json"
    (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

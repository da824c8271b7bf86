"""The software of the forms, as npm brings it: which files, pinned by what, kept where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

PINNED = Path(__file__).parent / "npm"
LOCK = PINNED / "package-lock.json"
SOFTWARE = "@sveltia/cms"
# The languages its own words are published in.
SPOKEN = ("fr", "en-US", "de")
FONTS = MappingProxyType(
    {
        "material-symbols-outlined": "@fontsource-variable/material-symbols-outlined",
        "source-sans-3": "@fontsource-variable/source-sans-3",
        "noto-mono": "@fontsource/noto-mono",
    }
)
USUAL = "latin-wght-normal"
_STYLE = {"noto-mono": "latin-400-normal"}


@cache
def version() -> str:
    """Return the version that is pinned."""
    packages = json.loads(LOCK.read_bytes())["packages"]
    return str(packages[f"node_modules/{SOFTWARE}"]["version"])


# What the software would ask of hosts that are not ours lies beside it, below its own folder.
BESIDE = MappingProxyType(
    {
        "https://unpkg.com/": "./npm/",
        # Whoever needs it may enlarge the forms on a telephone.
        ",`maximum-scale=1`": "",
        # Whether a forge is well: in the forms' eyes it always is, and answers, or does not.
        "https://www.githubstatus.com/api/v2/status.json": "./npm/status.json",
        "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": (
            "./npm/status.json"
        ),
    }
)
FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^()\s]*\.woff2")
SCHEMA = "schema.json"  # which nobody publishes
SCRIPT, STATUS = "sveltia-cms.js", "npm/status.json"
ALL_IS_WELL = (
    '{"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}'
)


def asking_nobody(script: str) -> str:
    """Return the software so that it asks no host but its own and the forge.

    Raises LookupError when it does not say what is to be replaced: it is another than is pinned.
    """
    for theirs, ours in BESIDE.items():
        if theirs not in script:
            raise LookupError(theirs)
        script = script.replace(theirs, ours)
    script, found = FONT.subn(r"./fonts/\1.woff2", script)
    if found != len(FONTS):
        raise LookupError(FONT.pattern)
    return script


def kept_in(root: Path) -> Path:
    """Return the folder of a site's cache that holds what is pinned now."""
    pinned = LOCK.read_bytes() + Path(__file__).read_bytes()
    return root / ".cache" / "forms" / sha256(pinned).hexdigest()[:16]


def needed() -> Mapping[str, str]:
    """Map each file that is kept, by its path below `/admin/`, to its path in what npm brings."""
    own = f"npm/{SOFTWARE}"
    spoken = {
        f"{own}@{version()}/locales/{one}.json": f"{SOFTWARE}/locales/{one}.json" for one in SPOKEN
    }
    fonts = {
        f"fonts/{name}.woff2": f"{package}/files/{name}-{_STYLE.get(name, USUAL)}.woff2"
        for name, package in FONTS.items()
    }
    licences = {f"licences/{name}.txt": f"{package}/LICENSE" for name, package in FONTS.items()}
    return {
        SCRIPT: f"{SOFTWARE}/dist/sveltia-cms.js",
        f"{own}/package.json": f"{SOFTWARE}/package.json",
        SCHEMA: f"{SOFTWARE}/schema/sveltia-cms.json",
        "licences/sveltia-cms.txt": f"{SOFTWARE}/LICENSE.txt",
        **licences,
        **spoken,
        **fonts,
    }


def is_brought(root: Path) -> bool:
    """Return whether all that is needed lies in a site's cache."""
    return all((kept_in(root) / name).is_file() for name in (*needed(), STATUS))


def published(root: Path) -> Mapping[str, Path]:
    """Map what is published of the software to where it lies; nothing where it is not brought."""
    if not is_brought(root):
        return {}
    return {name: kept_in(root) / name for name in (*needed(), STATUS) if name != SCHEMA}

"""The software of the forms, as npm brings it: which files, pinned by what, kept where."""

from __future__ import annotations

import json
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


def kept_in(root: Path) -> Path:
    """Return the folder of a site's cache that holds what is pinned now."""
    return root / ".cache" / "forms" / sha256(LOCK.read_bytes()).hexdigest()[:16]


def needed() -> Mapping[str, str]:
    """Map each file that is kept to its path among what npm brings."""
    spoken = {f"locales/{one}.json": f"{SOFTWARE}/locales/{one}.json" for one in SPOKEN}
    fonts = {
        f"fonts/{name}.woff2": f"{package}/files/{name}-{_STYLE.get(name, USUAL)}.woff2"
        for name, package in FONTS.items()
    }
    licences = {f"licences/{name}.txt": f"{package}/LICENSE" for name, package in FONTS.items()}
    return {
        "sveltia-cms.js": f"{SOFTWARE}/dist/sveltia-cms.js",
        "package.json": f"{SOFTWARE}/package.json",
        "schema.json": f"{SOFTWARE}/schema/sveltia-cms.json",
        "licences/sveltia-cms.txt": f"{SOFTWARE}/LICENSE.txt",
        **licences,
        **spoken,
        **fonts,
    }


def is_brought(root: Path) -> bool:
    """Return whether all that is needed lies in a site's cache."""
    return all((kept_in(root) / name).is_file() for name in needed())

"""Templates compiled once a process: in memory only, as nothing kept on disk is ever executed."""

from __future__ import annotations

from functools import cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates by name and text while the program runs."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand a template what was compiled of the same text."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled of a template."""
        self._code[bucket.key, bucket.checksum] = bucket.code


@cache
def compiled_templates() -> CompiledTemplates:
    """Return where the templates of every edition and of the theme are kept compiled."""
    return CompiledTemplates()

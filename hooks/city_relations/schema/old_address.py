"""An address a page had on another site, where this site can answer in its place."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic.functional_validators import AfterValidator

from city_relations.language.words import say
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line

# Folders, and at the end a folder or a page: any server finds a file of that name.
PATH = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-]+(?:\.html?)?)?")
LONGEST = 300


def _old_address(value: str) -> str:
    """Accept a path; of an address in full its path."""
    path = urlsplit(value).path if re.match(r"https?://[^?#]+$", value) else value
    if not is_old_address(path):
        message = say(
            "“{value}” is no address that a page of ours can answer: write its folders and name, "
            "such as /actualites/2019/turin/ or /news/turin.html.",
            value=value,
        )
        raise fault("old-address", message)
    return path if path.endswith(("/", ".html", ".htm")) else f"{path}/"


def is_old_address(path: str) -> bool:
    """Return whether a page of ours can answer at a path."""
    return bool(PATH.fullmatch(path)) and path != "/" and len(path) <= LONGEST


OldAddress = Annotated[Line, AfterValidator(_old_address)]

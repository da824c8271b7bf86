"""Which sites may frame pages of ours: each by its scheme and host, as a policy names them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from city_relations.language.words import say
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line

LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
HOST = rf"(?:{LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]"
ORIGIN = re.compile(rf"https://(?:\*\.)?{HOST}(?::\d{{1,5}})?")
# What is near it: the scheme of old, none at all, a page of the site, letters of every script.
NEAR = re.compile(r"(?:\w+:)?(?://)?((?:\*\.)?(?:[\w-]+\.)+[\w-]+(?::\d{1,5})?)(?:[/?#].*)?")


def _origin(value: str) -> str:
    """Accept `https://` and a host, or `*.` and a domain (CSP 3, host-source), no more."""
    if ORIGIN.fullmatch(value.lower().removesuffix("/")):
        return value.lower().removesuffix("/")
    meant = _meant(value)
    if "*" in value and not meant:
        message = say(
            "“{value}” would let anybody frame these pages: name each site, such as "
            "https://www.example.org, or all of one domain, https://*.example.org.",
            value=value,
        )
        raise fault("embed-host-for-all", message)
    message = say(
        "“{value}” is not the address of a site alone: write https:// and its host, such as "
        "https://www.example.org, and nothing behind it.",
        value=value,
    )
    raise fault("embed-host", message, meant)


def _meant(value: str) -> str:
    """Return the site a page's address or a bare host means, or nothing."""
    near = NEAR.fullmatch(value)
    if not near:
        return ""
    star, host = ("*.", near[1][2:]) if near[1].startswith("*.") else ("", near[1])
    try:
        ascii_host = host.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    found = f"https://{star}{ascii_host}"
    return found if ORIGIN.fullmatch(found) else ""


EmbedHost = Annotated[Line, AfterValidator(_origin)]

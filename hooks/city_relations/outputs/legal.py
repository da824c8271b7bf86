"""What the law asks to say, from the configuration: legal notice and accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.language.words import Text, say_in
from city_relations.published import Insert
from city_relations.rendering.edition import Edition

FULL, PARTIAL = 100, 50


def outputs(edition: Edition) -> Iterator[Insert]:
    """Give the generated parts of the legal notice and the accessibility page."""
    for name in ("legal", "accessibility"):
        body = edition.render(f"{name}.html", here="", mention=mention(edition))
        yield Insert(name, body)


def mention(edition: Edition) -> Text:
    """Say what the recorded audit allows to say, and nothing more (RGAA 4.1.2, obligations)."""
    audit = edition.catalog.city.accessibility.audit
    if audit is None or audit.rate < PARTIAL:
        return say_in("accessibility", "not compliant")
    if audit.rate < FULL:
        return say_in("accessibility", "partially compliant")
    return say_in("accessibility", "fully compliant")

"""Who speaks in a release, and whom the press may ask."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.schema.choices import IssuerKind
from city_relations.schema.city import City
from city_relations.schema.parts import Contact
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class Speaker:
    """Who speaks in a release, and the offices to ask; `is_publisher` where it is the city."""

    name: str
    contacts: tuple[Contact, ...]
    is_publisher: bool = False
    is_political_group: bool = False


def speaker(release: PressRelease, original: PressRelease, city: City) -> Speaker:
    """Return whom a release or its original names, or the city's publisher.

    The city's press office never answers for a political group.
    """
    named, contacts = release.issuer or original.issuer, release.contacts or original.contacts
    if named and named.kind == IssuerKind.POLITICAL_GROUP:
        return Speaker(named.name, contacts, is_political_group=True)
    contacts = contacts or (city.press_office,)
    if named:
        return Speaker(named.name, contacts)
    return Speaker(city.publisher.name, contacts, is_publisher=True)

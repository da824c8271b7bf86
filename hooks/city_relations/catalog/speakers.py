"""Who speaks in a release, and whom the press may ask."""

from __future__ import annotations

from dataclasses import dataclass, replace

from city_relations.schema.choices import IssuerKind
from city_relations.schema.city import City
from city_relations.schema.parts import Contact
from city_relations.schema.press_release import Issuer, PressRelease


@dataclass(frozen=True)
class Speaker:
    """One who speaks in a release, and the offices to ask; `is_publisher` where it is the city.

    Its name is the city's in its first language then.
    """

    name: str
    contacts: tuple[Contact, ...] = ()
    is_publisher: bool = False
    is_political_group: bool = False


@dataclass(frozen=True)
class Speakers:
    """All who speak in a release, in the order written; `contacts` answer for them all."""

    each: tuple[Speaker, ...]
    contacts: tuple[Contact, ...]

    @property
    def is_publisher(self) -> bool:
        """Return whether the city alone speaks."""
        return all(one.is_publisher for one in self.each)

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the names of the political groups among them."""
        return tuple(one.name for one in self.each if one.is_political_group)

    @property
    def offices(self) -> tuple[tuple[str, Contact], ...]:
        """Return every office to ask, each with whose it is; nobody's where it is everyone's."""
        own = [(one.name, office) for one in self.each for office in one.contacts]
        named = own if len(self.each) > 1 else [("", office) for _, office in own]
        return (*(("", office) for office in self.contacts), *named)


def speakers(release: PressRelease, original: PressRelease, city: City) -> Speakers:
    """Return whom a release or its original names, or the city's publisher.

    The city's press office answers for the city, and for who else has no contact at all; never
    for a political group.
    """
    named, contacts = release.issuer or original.issuer, release.contacts or original.contacts
    each = tuple(_speaker(one, city) for one in named)
    each = each or (Speaker(_publisher(city), is_publisher=True),)
    if not contacts and any(one.contacts for one in each):
        office = (city.press_office,)
        each = tuple(
            replace(one, contacts=one.contacts or (office if one.is_publisher else ()))
            for one in each
        )
    elif not contacts and not all(one.is_political_group for one in each):
        contacts = (city.press_office,)
    return Speakers(each, contacts)


def _publisher(city: City) -> str:
    return city.publisher.name.in_(city.master)


def _speaker(issuer: Issuer, city: City) -> Speaker:
    is_publisher = issuer.name in city.publisher.name.values()
    return Speaker(
        _publisher(city) if is_publisher else issuer.name,
        issuer.contacts,
        is_publisher=is_publisher,
        is_political_group=issuer.kind == IssuerKind.POLITICAL_GROUP,
    )

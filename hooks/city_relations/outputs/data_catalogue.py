"""The catalogue of the open data (DCAT 3, as JSON-LD), for portals that harvest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from city_relations.language.words import say
from city_relations.open_data.distributions import (
    Distribution,
    description_of_all,
    distributions,
    title_of_all,
)
from city_relations.published import Asset, json_asset
from city_relations.rendering.edition import Edition

# Written out, so that no reader needs the network to understand it.
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the catalogue: one data set, and a distribution for each file."""
    yield json_asset(f"{edition.addresses.data}catalogue.jsonld", _catalogue(edition))


def _catalogue(edition: Edition) -> dict[str, Any]:
    home = edition.absolute(edition.addresses.data)
    title = edition.title(say("Open data"))
    return {
        "@context": CONTEXT,
        "@id": f"{home}catalogue.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _said(edition, title),
        "dct:language": edition.language,
        "dct:publisher": _publisher(edition),
        "foaf:homepage": _at(home),
        "dcat:dataset": [_dataset(edition, home)],
    }


def _dataset(edition: Edition, home: str) -> dict[str, Any]:
    city = edition.catalog.city
    changed = edition.catalog.last_updated(edition.catalog.releases)
    told = {
        "@id": f"{home}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{home}#dataset",
        "dct:title": _said(edition, title_of_all(edition)),
        "dct:description": _said(edition, description_of_all(edition)),
        "dct:publisher": _publisher(edition),
        "dct:license": _at(city.licence.url),
        "dct:accrualPeriodicity": _at(
            "http://publications.europa.eu/resource/authority/frequency/IRREG"
        ),
        "dcat:landingPage": _at(home),
        "dcat:contactPoint": _contact(edition),
        "dcat:keyword": [edition.words(theme.label) for theme in edition.catalog.themes],
        "dcat:distribution": [_distribution(edition, one) for one in distributions(edition)],
    }
    if changed:
        told["dct:modified"] = {"@value": changed.isoformat(), "@type": "xsd:dateTime"}
    return told


def _distribution(edition: Edition, one: Distribution) -> dict[str, Any]:
    url = edition.absolute(one.path)
    told = {
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": _said(edition, f"{one.title} ({one.form.upper()})"),
        "dcat:accessURL": _at(url),
        "dcat:downloadURL": _at(url),
        "dcat:mediaType": _at(f"https://www.iana.org/assignments/media-types/{one.media_type}"),
        "dct:format": one.form.upper(),
        "dct:license": _at(edition.catalog.city.licence.url),
    }
    return told | ({"dct:conformsTo": _at(edition.absolute(one.schema))} if one.schema else {})


def _publisher(edition: Edition) -> dict[str, Any]:
    name = edition.catalog.city.publisher.name
    home = edition.absolute("")
    return {"@id": f"{home}#publisher", "@type": "foaf:Organization", "foaf:name": name}


def _contact(edition: Edition) -> dict[str, Any]:
    office = edition.catalog.city.press_office
    told: dict[str, Any] = {"@type": "vcard:Organization", "vcard:fn": edition.plain(office.office)}
    return told | ({"vcard:hasEmail": _at(f"mailto:{office.email}")} if office.email else {})


def _said(edition: Edition, text: str) -> dict[str, str]:
    return {"@value": text, "@language": edition.language}


def _at(url: str) -> dict[str, str]:
    return {"@id": url}

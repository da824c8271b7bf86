"""The catalogue of the open data (DCAT-AP 3, as JSON-LD), for portals that harvest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from city_relations.language.locale import three_letters
from city_relations.language.words import say
from city_relations.open_data.distributions import (
    Distribution,
    description_of_all,
    distributions,
    title_of_all,
)
from city_relations.published import Asset, Copy, Later, json_asset
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files

# Written out, so that no reader needs the network to understand it.
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# The European Union's own lists, which portals know each value by.
AUTHORITY = "http://publications.europa.eu/resource/authority/"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield the catalogue: one data set, and a distribution for each file."""
    path = f"{edition.addresses.data}catalogue.jsonld"
    edition.ledger.tell("data changed", partial(_changed, edition))
    yield from edition.files_in_time((path,), lambda: _files(edition, path))


@kept_files
def _files(edition: Edition, path: str) -> Files:
    return (json_asset(path, _catalogue(edition)),)


def _changed(edition: Edition) -> datetime | None:
    return edition.catalog.last_updated(edition.catalog.releases)


def _catalogue(edition: Edition) -> dict[str, Any]:
    home = edition.absolute(edition.addresses.data)
    title = edition.title(say("Open data"))
    changed = edition.ledger.ask("data changed")
    return {
        "@context": CONTEXT,
        "@id": f"{home}catalogue.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _said(edition, title),
        "dct:description": _said(edition, description_of_all(edition)),
        "dct:language": _languages(edition),
        **_licence(edition),
        "dct:publisher": _publisher(edition),
        "foaf:homepage": _at(home, "foaf:Document"),
        "dcat:themeTaxonomy": _taxonomy(edition),
        "dcat:dataset": [_dataset(edition, home)],
        **({"dct:modified": _moment(changed)} if changed else {}),
    }


def _dataset(edition: Edition, home: str) -> dict[str, Any]:
    changed = edition.ledger.ask("data changed")
    return {
        "@id": f"{home}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{home}#dataset",
        "dct:title": _said(edition, title_of_all(edition)),
        "dct:description": _said(edition, description_of_all(edition)),
        "dct:language": _languages(edition),
        "dct:publisher": _publisher(edition),
        **_licence(edition),
        "dct:accessRights": _listed("access-right/PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": _listed("frequency/IRREG", "dct:Frequency"),
        "dcat:theme": _government(edition),
        "dcat:landingPage": _at(home, "foaf:Document"),
        "dcat:contactPoint": _contact(edition),
        "dcat:keyword": [_said(edition, edition.words(t.label)) for t in edition.catalog.themes],
        "dcat:distribution": [_distribution(edition, one) for one in distributions(edition)],
        **({"dct:modified": _moment(changed)} if changed else {}),
    }


def _distribution(edition: Edition, one: Distribution) -> dict[str, Any]:
    url = edition.absolute(one.path)
    told = {
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": _said(edition, f"{one.title} ({one.form.upper()})"),
        "dct:description": _said(edition, one.title),
        "dct:language": _languages(edition),
        "dcat:accessURL": _at(url),
        "dcat:downloadURL": _at(url),
        "dcat:mediaType": _at(
            f"https://www.iana.org/assignments/media-types/{one.media_type}", "dct:MediaType"
        ),
        "dct:format": _listed(f"file-type/{one.form.upper()}", "dct:MediaTypeOrExtent"),
        **_licence(edition),
    }
    if one.schema:
        told["dct:conformsTo"] = _at(edition.absolute(one.schema), "dct:Standard")
    return told


def _languages(edition: Edition) -> dict[str, str]:
    """Return the language the data are told in."""
    return _listed(f"language/{three_letters(edition.language).upper()}", "dct:LinguisticSystem")


def _licence(edition: Edition) -> dict[str, Any]:
    """Return the terms of reuse; nothing where the city gave none."""
    licence = edition.catalog.city.licence
    return {"dct:license": _at(licence.url, "dct:LicenseDocument")} if licence else {}


def _taxonomy(edition: Edition) -> dict[str, Any]:
    """Return the list of themes that portals sort data sets by."""
    title = edition.title(say("Themes of data sets"))
    return {**_listed("data-theme", "skos:ConceptScheme"), "dct:title": _said(edition, title)}


def _government(edition: Edition) -> dict[str, Any]:
    """Return the theme of that list that a city's ties belong to."""
    name = edition.title(say("Government and public sector"))
    return {**_listed("data-theme/GOVE", "skos:Concept"), "skos:prefLabel": _said(edition, name)}


def _listed(name: str, kind: str) -> dict[str, str]:
    """Return a value of one of the European Union's lists."""
    return _at(f"{AUTHORITY}{name}", kind)


def _moment(when: datetime) -> dict[str, str]:
    return {"@value": when.isoformat(), "@type": "xsd:dateTime"}


def _publisher(edition: Edition) -> dict[str, Any]:
    name = edition.plain(edition.catalog.city.publisher.name)
    home = edition.absolute("")
    kinds = ["foaf:Agent", "foaf:Organization"]
    return {"@id": f"{home}#publisher", "@type": kinds, "foaf:name": name}


def _contact(edition: Edition) -> dict[str, Any]:
    office = edition.catalog.city.press_office
    told: dict[str, Any] = {
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": edition.plain(office.office),
    }
    return told | ({"vcard:hasEmail": _at(f"mailto:{office.email}")} if office.email else {})


def _said(edition: Edition, text: str) -> dict[str, str]:
    return {"@value": text, "@language": edition.language}


def _at(url: str, kind: str = "") -> dict[str, str]:
    """Return an address, with what stands there."""
    return {"@id": url, "@type": kind} if kind else {"@id": url}

"""What the record is to a search engine: schema.org's words, as JSON-LD.

schema.org has no word for twinning; what a tie is stays in the open data.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from city_relations.dates import EdtfDate, spans
from city_relations.open_data.distributions import description_of_all, distributions, title_of_all
from city_relations.published import Page
from city_relations.rendering.context import Context
from city_relations.schema.coordinates import Coordinates
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
UNSAFE = re.compile("[<>&\u2028\u2029]")


def script(things: list[Thing]) -> Markup:
    """Return things as the text of a script element, from which no tag can break out."""
    told = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False)
    safe = UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", told)
    return Markup(safe)  # noqa: S704 - no sign is left that HTML knows


def breadcrumb(context: Context, page: Page) -> Thing:
    """Return the way from the home page to a page."""
    steps = [*((link.title, link.address) for link in page.trail), (page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": i, "name": name, "item": context.absolute(address)}
        for i, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def publisher(context: Context) -> Thing:
    """Return the authority that publishes."""
    city = context.catalog.city
    office = city.press_office
    contact = {
        "@type": "ContactPoint",
        "contactType": context.plain(office.office),
        "email": office.email,
        "telephone": office.phone,
    }
    return _known(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{context.absolute('')}#publisher",
            "name": context.plain(city.publisher.name),
            "url": context.absolute(""),
            "address": context.plain(city.publisher.address),
            "areaServed": {"@type": "City", "name": city.name},
            "contactPoint": _known(contact),
        }
    )


def article(context: Context, release: PressRelease, image: str) -> Thing:
    """Return a press release as news, from who speaks, about whom."""
    catalog = context.catalog
    url = context.absolute(context.addresses.release(release))
    authors = [
        publisher(context) if one.is_publisher else {"@type": "Organization", "name": one.name}
        for one in catalog.issuers(release).each
    ]
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"{url}#article",
            "mainEntityOfPage": url,
            "headline": release.title,
            "description": release.summary,
            "inLanguage": context.spoken(release),
            "datePublished": catalog.published(release).isoformat(),
            "dateModified": catalog.updated(release).isoformat(),
            "image": image,
            "author": authors if len(authors) > 1 else authors[0],
            "publisher": publisher(context),
            "about": [place(context, catalog.partner(slug)) for slug in release.partners],
            "keywords": [context.words(theme.label) for theme in release.themes],
            "isAccessibleForFree": True,
        }
    )


def place(context: Context, partner: Partner) -> Thing:
    """Return a partner as the place it is."""
    wikidata = partner.wikidata
    same = [f"https://www.wikidata.org/entity/{wikidata}"] if wikidata else []
    return _known(
        {
            "@type": partner.kind.thing_type,
            "@id": f"{context.absolute(context.addresses.partner(partner.slug))}#place",
            "name": context.plain(partner.name),
            "alternateName": [*partner.local_name.values(), *partner.also_known_as],
            **(_where(context, partner) if partner.country else {}),
            "sameAs": same,
            "url": partner.website,
        }
    )


def _where(context: Context, partner: Partner) -> Thing:
    """Return where a partner is: a place is in a country, an organisation has a place in one."""
    country = {"@type": "Country", "name": context.country(partner.country)}
    geo = _geo(partner.coordinates) if partner.coordinates else None
    if partner.kind.thing_type in ("City", "AdministrativeArea"):
        return {"containedInPlace": country, "geo": geo}
    return {"location": _known({"@type": "Place", "containedInPlace": country, "geo": geo})}


def _geo(point: Coordinates) -> Thing:
    return {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}


def event(context: Context, told: Event) -> Thing:
    """Return an event whose days are known; one that is dated less closely is left out."""
    first, last = told.date.start or told.date, told.date.end or told.date
    if not (first.is_day and last.is_day):
        return {}
    where = told.place or context.catalog.city.name
    address = context.plain(told.address) if told.address else where
    begins, ends = _times(context, told, first, last)
    return _known(
        {
            "@type": "Event",
            "name": context.plain(told.title),
            "startDate": begins,
            "endDate": ends,
            "location": {"@type": "Place", "name": where, "address": address},
            "organizer": publisher(context),
            **_admission(context, told),
            "eventSchedule": _schedule(told, first, context) if told.every else None,
        }
    )


def _times(
    context: Context, told: Event, first: EdtfDate, last: EdtfDate
) -> tuple[str, str | None]:
    """Return when an event begins and ends: by the hour, with the city's offset, where it says."""
    if told.time is None:
        return first.text, last.text
    begins, ends = spans(told.time, first.first, last.first, context.catalog.city.zone)
    return begins.isoformat(), ends.isoformat() if ends else None


def _admission(context: Context, told: Event) -> Thing:
    """Return for whom an event is, and what it costs to be there."""
    price, where = told.price, told.registration
    offer = {
        "@type": "Offer",
        "price": f"{price.amount:.15g}" if price else None,
        "priceCurrency": price.currency if price else None,
        "url": where.link if where else None,
        "validThrough": where.until.last.isoformat() if where and where.until else None,
    }
    audience = {"@type": "Audience", "audienceType": context.plain(told.audience)}
    return {
        "isAccessibleForFree": True if price and not price.amount else None,
        "offers": _known(offer) if price or (where and where.link) else None,
        "audience": audience if told.audience else None,
    }


def _schedule(told: Event, first: EdtfDate, context: Context) -> Thing:
    """Return how often an event comes back, as schema.org says it."""
    if not (every := told.every):
        return {}
    return _known(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{every.interval}{str(every.unit)[0].upper()}",
            "byDay": every.by_day,
            "byMonth": every.month or None,
            "startDate": first.text,
            "endDate": told.until.last.isoformat() if told.until else None,
            "scheduleTimezone": context.catalog.city.time_zone,
        }
    )


def data_set(context: Context) -> Thing:
    """Return the open data as a data set with its files."""
    city = context.catalog.city
    url = context.absolute(context.addresses.data)
    return {
        "@type": "Dataset",
        "@id": f"{url}#dataset",
        "name": title_of_all(context),
        "description": description_of_all(context),
        "url": url,
        **({"license": city.licence.url} if city.licence else {}),
        "creator": publisher(context),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one.title,
                "encodingFormat": one.media_type,
                "contentUrl": context.absolute(one.path),
            }
            for one in distributions(context)
        ],
    }


def _known(thing: Thing) -> Thing:
    """Leave out what is not known."""
    return {name: value for name, value in thing.items() if value}

"""Claims as profiles that are drafts: what a source said, each fact with where it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from city_relations.documents.yaml_menders import quoted
from city_relations.importing.ties.claims import Claim
from city_relations.schema.values import short_name

WIKIDATA = "https://www.wikidata.org/wiki/"
DIGITS = 5  # of degrees: a metre


def file_of(claim: Claim, language: str, taken: set[str]) -> str:
    """Return the short name of a new profile, with its country's code where two cities share one.

    "" for a name in no Latin letters, which has no address.
    """
    slug = short_name(claim.name, language)
    told = (slug, f"{slug}-{claim.country.lower()}") if slug else ()
    return next((one for one in told if f"partners/{one}.yml" not in taken), "")


def profile_text(claims: Sequence[Claim], read_in: Sequence[str], today: date) -> str:
    """Return the profile of a partner, a draft; each claim is a tie, the first names the partner.

    `read_in` says of each claim where and on which day it was read.
    """
    return "\n".join(_lines(claims, read_in, today)) + "\n"


def _lines(claims: Sequence[Claim], read_in: Sequence[str], today: date) -> Iterator[str]:
    first = claims[0]
    yield f"name: {quoted(first.name)}"
    if country := _said(one.country for one in claims):
        yield f"country: {country}"
    if point := next((one.point for one in claims if one.point), None):
        lon, lat = (round(degrees, DIGITS) for degrees in point)
        yield f"coordinates: {{lat: {lat}, lon: {lon}}}"
    yield "ties:"
    for claim, where in zip(claims, read_in, strict=True):
        yield from _tie(claim, where, today)
    if website := _said(one.website for one in claims):
        yield f"website: {quoted(website)}"
    if item := _said(one.wikidata for one in claims):
        yield f"wikidata: {item}"
    yield "status: draft"


def _said(values: Iterator[str]) -> str:
    return next(filter(None, values), "")


def _tie(claim: Claim, where: str, today: date) -> Iterator[str]:
    yield f"  - kind: {claim.kind}"
    planned = claim.since and claim.since.first > today
    if not planned:
        yield f"    since: {quoted(str(claim.since)) if claim.since else 'unknown'}"
    if planned or claim.end:
        yield "    acts:"
    if planned:
        yield f"      - {{act: signature, planned: {quoted(str(claim.since))}}}"
    if claim.end:
        day = "date" if claim.end.first <= today else "planned"
        yield f"      - {{act: end, {day}: {quoted(str(claim.end))}}}"
    if claim.note:
        yield f"    note: {quoted(claim.note)}"
    yield "    sources:"
    item = [f"{WIKIDATA}{claim.wikidata}"] if claim.wikidata else []
    yield from (f"      - {quoted(one)}" for one in (*claim.sources, *item, where))

"""`relations reconcile`: compares a table of ties with the record, and writes nothing."""

from __future__ import annotations

import csv
import io
import json
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace

from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.commands.import_ties import (
    difference_lines,
    read_claims,
    sound_content,
    table_arguments,
    unread_lines,
)
from city_relations.content import Content
from city_relations.importing.ties.claims import Claim
from city_relations.importing.ties.comparing import Difference, differences
from city_relations.language.words import Words, say, say_n
from city_relations.schema.nearest import folded
from city_relations.schema.partner import Partner

FORMS = ("text", "csv", "json")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    table_arguments(parser, words)
    parser.add_argument(
        "--of",
        metavar=words(say("PARTNER")),
        help=words(say("the table is this partner's own, and tells of us")),
    )
    parser.add_argument(
        "--format", choices=FORMS, default="text", help=words(say("how the answer is written"))
    )


def run(call: Call) -> int:
    """Say where the table and the record differ; the exit status is 1 where they do."""
    content = sound_content(call)
    table, claims = read_claims(call, content, asks=False)
    partners: Sequence[Partner] = content.published_partners
    if call.options.of:
        partners, claims = _of_partner(call.options.of, content, claims)
    said: dict[Claim, Claim] = {}  # a row that stands there twice differs once
    for claim in claims:
        said.setdefault(claim.said, claim)
    named = [claim for claim in said.values() if claim.name]
    found = list(differences(named, partners, local(content, call.now)))
    if call.options.format == "text":
        call.tell(*unread_lines(table, [cell for one in claims for cell in one.unread], call.words))
    _tell(call, found)
    return 1 if found else 0


def _of_partner(
    name: str, content: Content, claims: Sequence[Claim]
) -> tuple[list[Partner], list[Claim]]:
    """Return a partner, and what its own table says of the city, as if said of the partner."""
    slug = content.called(name)
    partner = next((one for one in content.published_partners if one.slug == slug), None)
    if partner is None or content.city is None:
        raise Refused(say("“{name}” is no partner of this site.", name=name))
    us = folded(content.city.name)
    own = [
        replace(one, name=partner.slug, country=partner.country, wikidata="", point=None)
        for one in claims
        if folded(one.name) == us
    ]
    return [partner], own


def _tell(call: Call, found: Sequence[Difference]) -> None:
    if call.options.format == "json":
        call.tell(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=1))
    elif call.options.format == "csv":
        call.tell(_csv(found).rstrip("\n"))
    else:
        call.tell(*difference_lines(found, call.words))
        call.tell(
            say_n("{n} difference.", "{n} differences.", len(found))
            if found
            else say("The table and the record say the same.")
        )


def _plain(one: Difference) -> dict[str, str | int]:
    return {
        "matter": str(one.matter),
        "partner": one.partner,
        "here": one.here,
        "there": one.there,
        "row": one.row,
    }


def _csv(found: Sequence[Difference]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(
        text, ["matter", "partner", "here", "there", "row"], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(map(_plain, found))
    return text.getvalue()

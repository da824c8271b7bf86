"""The columns of the table of partners."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from city_relations.language.words import say
from city_relations.open_data.columns import Column, archived, column, derived
from city_relations.rendering.context import Context
from city_relations.schema.partner import Partner
from city_relations.schema.reference import Reference


def partner_columns(context: Context) -> tuple[Column, ...]:
    """Return what is told of a partner."""
    return (
        derived(
            "id",
            say("Identifier"),
            say("The partner's short name, which does not change."),
            lambda partner: partner.lasting_name,
        ),
        column(Partner, "name", required=True),
        column(Partner, "country"),
        derived(
            "country_name",
            say("Country"),
            say("The country's name."),
            lambda partner: context.country(partner.country) if partner.country else None,
        ),
        *(column(Partner, path) for path in BEFORE),
        _copy_of_count(),
        *(column(Partner, path) for path in AFTER),
        archived(attrgetter("sources")),
        column(Partner, "checked.date", name="checked_on", format="date"),
        column(Partner, "checked.next"),
        derived(
            "url",
            say("Page"),
            say("The partner's page on this site."),
            lambda partner: context.absolute(context.addresses.partner(partner.slug)),
            format="uri",
        ),
    )


def _copy_of_count() -> Column:
    """Return the column of the copy that an archive keeps of who says how many live there."""
    copies = archived(_sources_of_count)
    said = copies.declare()
    titled = replace(said, titles=("Population", *said.titles))
    return replace(copies, name="population_archived", declare=lambda: titled)


def _sources_of_count(partner: Partner) -> tuple[Reference, ...]:
    source = partner.population and partner.population.source
    return (source,) if source else ()


BEFORE = (
    "region.code",
    "region.name",
    "coordinates.lat",
    "coordinates.lon",
    "point",
    "seat_name",
    "kind",
    "local_name",
    "also_known_as",
    "population.value",
    "population.minimum",
    "population.maximum",
    "population.qualifier",
    "population.as_of",
    "population.source",
)
AFTER = (
    "languages",
    "time_zone",
    "website",
    "wikidata",
    "sources",
)

"""The columns of the tables of press releases and of milestones."""

from __future__ import annotations

from operator import attrgetter

from slugify import slugify

from city_relations.language.words import say
from city_relations.open_data.columns import Column, archived, column, derived
from city_relations.rendering.context import Context
from city_relations.schema.choices import TieKind
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status

STRINGS = {"type": "string"}
TIES = [str(kind) for kind in TieKind]


# What is told of an event to those who want to be there, and what its column is called.
ATTENDING = (
    ("time", "time"),
    ("address", "address"),
    ("price.amount", "price"),
    ("price.up_to", "price_up_to"),
    ("price.currency", "price_currency"),
    ("price.note", "price_note"),
    ("registration.link", "registration"),
    ("registration.email", "registration_email"),
    ("registration.phone", "registration_phone"),
    ("registration.until", "registration_until"),
    ("audience", "audience"),
)


def release_columns(context: Context) -> tuple[Column, ...]:
    """Return what is told of a press release."""
    return (
        derived(
            "id",
            say("Identifier"),
            say("The release's short name, which does not change."),
            lambda release: release.lasting_name,
        ),
        column(PressRelease, "title", required=True),
        column(PressRelease, "date", required=True, format="date"),
        column(PressRelease, "place"),
        _partners(context),
        *(column(PressRelease, path) for path in ("summary", "themes")),
        *_about_release(context),
    )


def _about_release(context: Context) -> tuple[Column, ...]:
    """Return what follows from a release and its place among the others."""
    catalog, addresses = context.catalog, context.addresses
    updated = say("When it was published or last corrected.")
    translated = say("The other languages it can be read in, as codes.")
    page = say("The release's page on this site.")

    def issuers(release: PressRelease) -> list[str]:
        return list(context.issuers(release))

    def languages(release: PressRelease) -> list[str]:
        return [other.translated_into for other in catalog.translations_of(release)]

    def changed(release: PressRelease) -> str:
        return catalog.updated(release).isoformat()

    def url(release: PressRelease) -> str:
        return context.absolute(addresses.release(release))

    many = {"type": "array", "items": STRINGS}
    return (
        derived("issuer", say("Issuer"), say("Who speaks."), context.issuer_names),
        derived("issuers", say("Issuers"), say("Each who speaks."), issuers, **many),
        derived("updated", say("Updated"), updated, changed, format="date-time"),
        derived("translations", say("Translations"), translated, languages, **many),
        derived("url", say("Page"), page, url, format="uri"),
    )


def milestone_columns(context: Context) -> tuple[Column, ...]:
    """Return what is told of a milestone."""
    day = say(
        "A date in EDTF: a day, a month, a season, a year, a decade or a period, or unknown (XXXX)."
    )
    kinds, states = [str(kind) for kind in MilestoneKind], [str(state) for state in Status]
    where, what = say("Where it happens."), say("What a reader should know, in one line.")
    planned, status = say("When it was announced for."), attrgetter("status")
    again = say("How often it comes back, as a rule of iCalendar (RFC 5545, RRULE).")
    return (
        derived("id", say("Identifier"), say("It stays, whatever the date."), lambda m: m.key),
        derived("date", say("Date"), day, lambda m: m.date),
        derived("kind", say("Kind"), say("Where it comes from."), lambda m: m.kind, enum=kinds),
        derived("status", say("Status"), say("Whether it took place."), status, enum=states),
        derived("title", say("Title"), say("What happened."), lambda m: context.plain(m.title)),
        derived("tie", say("Tie"), say("The kind of tie."), lambda m: m.tie, enum=TIES),
        derived("tie_id", say("Tie"), say("The tie's identifier."), _tie_id),
        derived("place", say("Place"), where, lambda m: m.place or None),
        derived("planned", say("Planned for"), planned, lambda m: m.planned),
        derived("note", say("Note"), what, lambda m: m.note),
        derived("recurrence", say("Every"), again, _rule),
        *(column(Event, path, "attending", name=name) for path, name in ATTENDING),
        *_milestone_lists(context),
    )


def _milestone_lists(context: Context) -> tuple[Column, ...]:
    """Return what there may be several of."""
    sources = say("Where the fact can be checked.")
    themes, releases = say("What it is about."), say("The releases that tell it.")
    many = {"type": "array", "items": STRINGS}
    return (
        _partners(context),
        derived("themes", say("Themes"), themes, lambda m: sorted(map(str, m.themes)), **many),
        derived("releases", say("Releases"), releases, _slugs, **many),
        derived("sources", say("Sources"), sources, lambda m: m.sources, **many),
        archived(lambda m: m.sources),
    )


def _rule(milestone: Milestone) -> str | None:
    """Return how often a milestone comes back; nothing of what happens once."""
    every = milestone.recurrence
    return every.rule(milestone.until) if every else None


def _tie_id(milestone: Milestone) -> str | None:
    """Name the tie of a milestone as the table of ties does."""
    key = milestone.tie_key
    return slugify(f"{milestone.partners[0]}-{key}") if key else None


def _slugs(milestone: Milestone) -> list[str]:
    return [release.lasting_name for release in milestone.releases]


def _partners(context: Context) -> Column:
    """Return the column of the partners concerned, by their identifiers."""

    def names(told: Milestone | PressRelease) -> list[str]:
        return [context.catalog.partner(slug).lasting_name for slug in told.partners]

    many = {"type": "array", "items": STRINGS}
    return derived("partners", say("Partners"), say("The partners' identifiers."), names, **many)

"""The columns of the tables of ties, acts, projects and their money."""

from __future__ import annotations

from operator import attrgetter

from city_relations.language.words import Text, say
from city_relations.open_data.columns import Column, column, derived
from city_relations.schema.choices import State
from city_relations.schema.project import Funding, Project
from city_relations.schema.tie import Act, Tie

ID = say("Identifier")
STAYS = say("It does not change when the line is corrected.")


def _id() -> Column:
    return derived("id", ID, STAYS, lambda row: row.id)


def _partner(path: str) -> Column:
    """Give the column that names the partner; `path` leads to it from the row."""
    return derived("partner", say("Partner"), say("The partner's identifier."), attrgetter(path))


def tie_columns() -> tuple[Column, ...]:
    """Give what is told of a tie."""
    first = ("kind", "name", "since")
    last = ("themes", "parties", "partner_label", "sdgs", "supersedes", "note", "sources")
    return (
        _id(),
        _partner("partner.slug"),
        *(column(Tie, path, "tie", required=path == "kind") for path in first),
        *_standing(),
        *(column(Tie, f"term.{path}", "tie") for path in ("years", "months", "renewable", "tacit")),
        *(column(Tie, path, "tie") for path in last),
    )


def _standing() -> tuple[Column, ...]:
    """Give where a tie stands on the day of publication, which follows from its acts and term."""
    states, state = [str(state) for state in State], attrgetter("standing.state")
    founded = say("When the tie first bound.")
    until = say("When the term ends or ended, where it has one.")
    return (
        derived("state", say("State"), say("Where it stands."), state, enum=states),
        derived("founded", say("Founded"), founded, lambda row: row.standing.founded),
        derived("until", say("Until"), until, lambda row: row.standing.until),
    )


def act_columns() -> tuple[Column, ...]:
    """Give what is told of an act."""
    fields = ("act", "planned", "date", "place", "note", "parties", "sources")
    return (
        _id(),
        _of("tie", say("Tie"), say("The tie's identifier.")),
        _partner("of.partner.slug"),
        *(column(Act, path, "act", required=path == "act") for path in fields),
    )


def _of(name: str, title: Text, description: Text) -> Column:
    return derived(name, title, description, lambda row: row.of.id)


def project_columns() -> tuple[Column, ...]:
    """Give what is told of a project."""
    fields = ("title", "period", "themes", "parties", "sdgs", "about", "website", "sources")
    told = (column(Project, path, "project", required=path == "title") for path in fields)
    return (_id(), _partner("partner.slug"), *told)


def funding_columns() -> tuple[Column, ...]:
    """Give what is told of a sum."""
    fields = ("funder", "scheme", "amount", "currency", "source")
    told = (column(Funding, path, "funding", required=path == "funder") for path in fields)
    project = _of("project", say("Project"), say("The project's identifier."))
    return (_id(), project, _partner("of.partner.slug"), *told)

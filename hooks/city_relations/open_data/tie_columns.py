"""The columns of the tables of ties, acts, projects and their money."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from city_relations.language.words import Text, say
from city_relations.links.access import Access
from city_relations.open_data.columns import MANY, Column, Getter, archived, column, derived
from city_relations.open_data.rows import IntervalRow, TieRow
from city_relations.rendering.context import Context
from city_relations.rendering.documents import access_to
from city_relations.schema.choices import State
from city_relations.schema.project import Funding, Project
from city_relations.schema.tie import Act, Tie

ID = say("Identifier")
STAYS = say("It does not change when the line is corrected.")


def _id() -> Column:
    return derived("id", ID, STAYS, lambda row: row.id)


def _partner(path: str) -> Column:
    """Return the column that names the partner; `path` leads to it from the row."""
    return derived("partner", say("Partner"), say("The partner's identifier."), attrgetter(path))


def tie_columns(context: Context) -> tuple[Column, ...]:
    """Return what is told of a tie."""
    first = ("kind", "name", "since")
    last = (
        "themes",
        "parties",
        "partner_label",
        "signatory",
        "sdgs",
        "supersedes",
        "note",
        "sources",
    )
    return (
        _id(),
        _partner("partner.lasting_name"),
        *(column(Tie, path, "tie", required=path == "kind") for path in first),
        *_standing(),
        *_at_a_glance(),
        *(column(Tie, f"term.{path}", "tie") for path in ("years", "months", "renewable", "tacit")),
        *(column(Tie, path, "tie") for path in last),
        archived(attrgetter("tie.sources")),
        *_documents(context, Tie, lambda row: (row.partner.file, row.tie.document)),
    )


def _standing() -> tuple[Column, ...]:
    """Return where a tie stands on the day of publication, which follows from its acts and term."""
    states, state = [str(state) for state in State], attrgetter("standing.state")
    founded = say("When the tie first bound.")
    until = say("When the term ends or ended, where it has one.")
    return (
        derived("state", say("State"), say("Where it stands."), state, enum=states),
        derived("founded", say("Founded"), founded, lambda row: row.standing.begun),
        derived("until", say("Until"), until, lambda row: row.standing.until),
    )


def _at_a_glance() -> tuple[Column, ...]:
    """Return what a council asks of a tie first: its last signature, what comes, what it costs."""
    signed = say("When it was last signed or renewed.")
    numbers = say("The numbers its acts have in the council's acts.")
    coming = say("The next date that matters for it.")
    why, money = say("What happens then."), say("Money told of projects with the partner.")
    return (
        derived("signed", say("Signed"), signed, lambda row: row.standing.signed),
        derived("numbers", say("Deliberations"), numbers, lambda row: row.numbers, **MANY),
        derived("next", say("Next date"), coming, lambda row: row.next and row.next.date),
        derived("next_is", say("What comes"), why, lambda row: row.next and row.next.label),
        derived("money", say("Money"), money, _sums, **MANY),
    )


def _sums(row: TieRow) -> list[str]:
    return [f"{amount:.15g} {currency}" for currency, amount in row.money.sums]


def interval_columns() -> tuple[Column, ...]:
    """Return what is told of a stretch of a tie's life."""
    states = [str(state) for state in State]
    start = say("The fact that began it (EDTF); empty where nothing was told before.")
    end = say("The fact that ended it (EDTF); empty while it lasts.")
    first, last = say("The first day it surely held."), say("The last day it held.")
    return (
        _id(),
        _of("tie", say("Tie"), say("The tie's identifier.")),
        _partner("of.partner.lasting_name"),
        derived("state", say("State"), say("Where it stands."), _of_interval("state"), enum=states),
        derived("start", say("Start"), start, _of_interval("start")),
        derived("end", say("End"), end, _while_known("end")),
        derived("first_day", say("First day"), first, _first_day, format="date"),
        derived("last_day", say("Last day"), last, _last_day, format="date"),
    )


def _of_interval(name: str) -> Getter:
    return attrgetter(f"interval.{name}")


def _while_known(name: str) -> Getter:
    """Return a fact of an interval that is over; of today's nobody knows yet."""
    return lambda row: None if row.is_last else getattr(row.interval, name)


def _first_day(row: IntervalRow) -> str | None:
    start, first = row.interval.start, row.interval.first
    known = start and not start.is_unknown and first > date.min
    return first.isoformat() if known else None


def _last_day(row: IntervalRow) -> str | None:
    end = row.interval.end
    return None if row.is_last or not end or end.is_unknown else row.interval.last.isoformat()


def act_columns(context: Context) -> tuple[Column, ...]:
    """Return what is told of an act."""
    fields = ("act", "planned", "date", "number", "place", "note", "parties", "sources")
    return (
        _id(),
        _of("tie", say("Tie"), say("The tie's identifier.")),
        _partner("of.partner.lasting_name"),
        *(column(Act, path, "act", required=path == "act") for path in fields),
        archived(attrgetter("act.sources")),
        *_documents(context, Act, lambda row: (row.of.partner.file, row.act.document)),
    )


def _documents(
    context: Context, model: type[Act | Tie], named: Callable[[Any], tuple[str, Sequence[str]]]
) -> tuple[Column, Column]:
    """Return the columns of a field's documents, as full URLs, and whether everyone can read each.

    `named` gives the field's file and names.
    """

    def urls(row: object) -> list[str]:
        file, names = named(row)
        return [context.document_url(name, file) for name in names]

    def accesses(row: object) -> tuple[Access, ...]:
        file, names = named(row)
        return access_to(context, names, file)

    words = {"type": "string", "enum": [str(one) for one in Access]}
    told = say("Whether everyone can read each document, one after another.")
    named_as = column(model, "document")
    return (
        replace(named_as, get=urls, declare=lambda: replace(named_as.declare(), schema=MANY)),
        derived(
            "document_access",
            say("Accessible version"),
            told,
            accesses,
            type="array",
            items=words,
        ),
    )


def _of(name: str, title: Text, description: Text) -> Column:
    return derived(name, title, description, lambda row: row.of.id)


def project_columns() -> tuple[Column, ...]:
    """Return what is told of a project."""
    fields = ("title", "period", "themes", "parties", "sdgs", "about", "website", "sources")
    told = (column(Project, path, "project", required=path == "title") for path in fields)
    copies = archived(attrgetter("project.sources"))
    return (_id(), _partner("partner.lasting_name"), *told, copies)


def funding_columns() -> tuple[Column, ...]:
    """Return what is told of a sum."""
    fields = ("funder", "scheme", "amount", "currency", "source")
    told = (column(Funding, path, "funding", required=path == "funder") for path in fields)
    project = _of("project", say("Project"), say("The project's identifier."))
    copies = archived(lambda row: tuple(filter(None, (row.funding.source,))))
    return (_id(), project, _partner("of.partner.lasting_name"), *told, copies)

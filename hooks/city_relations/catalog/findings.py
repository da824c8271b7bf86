"""What the staff should know on a day: terms that end, plans overdue, ties asleep, pages unread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from city_relations.catalog import Catalog
from city_relations.checks.time import deeds_are_past
from city_relations.dates import Said, add_months
from city_relations.documents.reading import Loc
from city_relations.language.words import Text, Words, say, say_in
from city_relations.problems import Problem, name_of
from city_relations.schema.choice import Choice
from city_relations.schema.choices import State
from city_relations.schema.partner import Partner

DORMANT_YEARS = 5


class Matter(Choice):
    """What a finding is about; the names of a scheduled job's data."""

    TERM_ENDING = "term_ending", say_in("matter", "terms ending within six months")
    TERM_ENDED = "term_ended", say_in("matter", "terms ended without renewal")
    PLAN_OVERDUE = "plan_overdue", say_in("matter", "announced and not done")
    DATE_AHEAD = "date_ahead", say_in("matter", "told as done before its day")
    DORMANT = "dormant", say_in("matter", "nothing told for five years")
    RECHECK_DUE = "recheck_due", say_in("matter", "profiles to read over again")
    UNSOURCED = "unsourced", say_in("matter", "facts without a source")
    DOUBTFUL = "doubtful", say_in("matter", "what the check remarked")


@dataclass(frozen=True)
class Finding:
    """One thing to look at: what it is about, which partner, and the remark with its place."""

    matter: Matter
    partner: str
    problem: Problem


def findings(catalog: Catalog) -> tuple[Finding, ...]:
    """List what the staff should look at, by matter and then by file."""
    found = [f for partner in catalog.partners for find in FINDERS for f in find(catalog, partner)]
    told = {finding.problem for finding in found}
    doubtful = [remark for remark in catalog.remarks if remark not in told]
    found += [Finding(Matter.DOUBTFUL, "", remark) for remark in doubtful]
    order = list(Matter)
    return tuple(
        sorted(found, key=lambda f: (order.index(f.matter), f.problem.file, f.problem.line))
    )


def remarks(catalog: Catalog) -> tuple[Problem, ...]:
    """Return the findings as remarks, for the log of a build that tells the check's own anyway."""
    own, known = [finding.problem for finding in findings(catalog)], frozenset(catalog.remarks)
    return tuple(problem for problem in own if problem not in known)


def _found(matter: Matter, partner: Partner, loc: Loc, text: Text) -> Finding:
    """Make a finding; the rule of its remark is called as its matter: `term-ended`."""
    problem = partner.problem(loc, text, remark=True)
    return Finding(matter, partner.slug, replace(problem, rule=matter.replace("_", "-")))


def terms_ending(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Terms that end within six months."""
    for i, (_, standing) in enumerate(catalog.ties_with_standing(partner.slug)):
        if standing.state is State.EXPIRING and standing.until:
            text = say(
                "the term ends {date}: renew it, or write its end.",
                date=Said(standing.until, "during"),
            )
            yield _found(Matter.TERM_ENDING, partner, ("ties", i, "term"), text)


def terms_ended(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Terms that ended without a renewal or an end."""
    for i, (_, standing) in enumerate(catalog.ties_with_standing(partner.slug)):
        if standing.state is State.EXPIRED and standing.until:
            text = say(
                "the term ended {date}: write the renewal, or the end.",
                date=Said(standing.until, "during"),
            )
            yield _found(Matter.TERM_ENDED, partner, ("ties", i, "term"), text)


def overdue(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Acts announced for a time that has passed."""
    for i, tie in enumerate(partner.ties):
        for j, act in enumerate(tie.acts):
            if act.planned and not act.date and act.planned.last < catalog.today:
                text = say(
                    "{act}: announced for {date}, and not dated since. "
                    "Add “date:”, or a new “planned:”.",
                    act=act.act.label,
                    date=Said(act.planned, "noun"),
                )
                yield _found(Matter.PLAN_OVERDUE, partner, ("ties", i, "acts", j, "planned"), text)


def ahead(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Acts told as done in the future, which the check has remarked."""
    for remark in catalog.remarks:
        if remark.file == partner.file and remark.rule == name_of(deeds_are_past):
            yield Finding(Matter.DATE_AHEAD, partner.slug, remark)


def dormant(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Partners with a living tie of whom nothing is told for five years."""
    limit = add_months(catalog.today, -12 * DORMANT_YEARS)
    own = [m for m in catalog.milestones_of(partner.slug) if m.kind.shows_life]
    lives = catalog.main_tie(partner.slug)[1].state.lives
    last = max(
        (m.date for m in own if m.anchor <= catalog.today), key=lambda d: d.last, default=None
    )
    if lives and last and last.last < limit:
        text = say("nothing is told {date}: is the tie asleep?", date=Said(last, "since"))
        yield _found(Matter.DORMANT, partner, ("ties",), text)


def recheck(catalog: Catalog, partner: Partner) -> Iterator[Finding]:
    """Profiles whose next check has passed, or that nobody says to have read over."""
    checked = partner.checked
    if checked is None:
        text = say(
            "nobody says when this profile was read over: add “checked: {{date: 2026-11-22}}”."
        )
        yield _found(Matter.RECHECK_DUE, partner, ("name",), text)
    elif checked.next and checked.next.last < catalog.today:
        text = say(
            "this profile was to be read over again {date}.", date=Said(checked.next, "when")
        )
        yield _found(Matter.RECHECK_DUE, partner, ("checked", "next"), text)


def unsourced(catalog: Catalog, partner: Partner) -> Iterator[Finding]:  # noqa: ARG001
    """Ties without any source, and figures without theirs."""
    for i, tie in enumerate(partner.ties):
        told = tie.acts and all(act.sources for act in tie.acts)
        if not (tie.sources or partner.sources or told):
            text = say("no source for this tie: add “sources:”.")
            yield _found(Matter.UNSOURCED, partner, ("ties", i), text)
    if partner.population and not partner.population.source:
        text = say("no source for this figure: add “source:”.")
        yield _found(Matter.UNSOURCED, partner, ("population",), text)


FINDERS: tuple[Callable[[Catalog, Partner], Iterator[Finding]], ...] = (
    terms_ending,
    terms_ended,
    overdue,
    ahead,
    dormant,
    recheck,
    unsourced,
)


def report(found: tuple[Finding, ...], words: Words) -> list[str]:
    """Say the findings under a heading a matter."""
    lines: list[str] = []
    for matter in Matter:
        own = [finding for finding in found if finding.matter is matter]
        if own:
            heading = words(matter.label)
            lines += [
                "",
                f"{heading[:1].upper()}{heading[1:]}",
                *(f"  {f.problem.told(words)}" for f in own),
            ]
    return lines[1:] or [words(say("Nothing to look at."))]


def as_data(found: tuple[Finding, ...], today: date, words: Words) -> dict[str, object]:
    """Return the findings as plain data, for a scheduled job."""
    return {
        "day": today.isoformat(),
        "findings": [
            {
                "matter": str(finding.matter),
                "partner": finding.partner,
                "file": finding.problem.file,
                "line": finding.problem.line,
                "column": finding.problem.column,
                "field": finding.problem.field,
                "rule": finding.problem.rule,
                "message": words(finding.problem.text),
            }
            for finding in found
        ],
    }

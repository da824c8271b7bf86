"""What the acts done so far make of a tie, before its term is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from city_relations.dates import EdtfDate, Said, shifted
from city_relations.language.words import Text, say
from city_relations.schema.choices import ActKind, State
from city_relations.schema.tie import Tie
from city_relations.ties.moments import Moment


@dataclass(frozen=True)
class Life:
    """What the acts done so far make of a tie.

    It first bound at `begun`, and without a break since `founded`; its term runs from `term_start`.
    """

    state: State = State.PROSPECTING
    since: EdtfDate | None = None
    begun: EdtfDate | None = None
    founded: EdtfDate | None = None
    term_start: EdtfDate | None = None
    suspended: EdtfDate | None = None
    ended: EdtfDate | None = None

    def after(self, moment: Moment, *, lapsed: bool) -> Life:
        """Return the life after an act; `lapsed` when the term had run out before it."""
        kind, when = moment.kind, moment.when
        if kind is None or kind.binds:
            return self._bound(when, renews=kind is None or kind.renews, lapsed=lapsed)
        if kind.ends:
            return replace(self, ended=self.ended or when)
        if kind.suspends:
            return replace(self, suspended=self.suspended or when)
        if kind.resumes:
            return replace(self, suspended=None)
        if self.founded or kind.reaches.rank < self.state.rank:
            return self
        return replace(self, state=kind.reaches, since=when)

    def _bound(self, when: EdtfDate, *, renews: bool, lapsed: bool) -> Life:
        """Let a tie bind: anew after an end or a lapse, its term from the last signature."""
        anew = self.ended or not self.founded or (renews and lapsed)
        return replace(
            self,
            begun=self.begun or when,
            founded=when if anew else self.founded,
            term_start=when if renews or not self.term_start else self.term_start,
            suspended=None if renews else self.suspended,
            ended=None,
        )


def term_end(tie: Tie, life: Life) -> EdtfDate | None:
    """Return the end of the first term that runs from the last signature."""
    return shifted(life.term_start, tie.term.length) if tie.term and life.term_start else None


def has_lapsed(tie: Tie, life: Life, day: date) -> bool:
    """Return whether the term of a tie had run out by a day; what is renewed tacitly never does."""
    end = term_end(tie, life)
    return bool(end and tie.term and not tie.term.tacit and end.last < day)


def date_ahead(act: ActKind, when: EdtfDate) -> Text:
    """Say that an act is told as done before its day."""
    return say(
        "{act}: {date} is still to come. Write “planned:” until it is done.",
        act=act.label,
        date=Said(when, "noun"),
    )

"""What is due, for a calendar of the staff: on its day, or on the first day of a vague span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from city_relations.catalog import Catalog
from city_relations.dates import EdtfDate
from city_relations.language.words import Text, Words, say
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.timeline.milestones import Milestone


@dataclass(frozen=True)
class Due:
    """One thing that is due: from a day until before another, what it is, and the file to open.

    `key` names it for good; a `vague` one stands on the first day of the span that is known.
    """

    key: str
    first: date
    after: date
    vague: bool
    said: Text | Localized | str
    partners: tuple[Partner, ...]

    def told(self, words: Words) -> str:
        """Say what is due, with whom, and that its day is still to be settled where it is."""
        what = self.said.translate(words) if isinstance(self.said, Localized) else words(self.said)
        names = [partner.name.translate(words) for partner in self.partners]
        others = ", ".join(name for name in names if name not in what)
        whole = what[:1].upper() + what[1:] + (f" ({others})" if others else "")
        return words(say("{what} (day to be settled)", what=whole)) if self.vague else whole


def dues(catalog: Catalog) -> tuple[Due, ...]:
    """Return what is due from today on, soonest first: terms, anniversaries, plans, reviews."""
    found = [*_milestones(catalog), *_reviews(catalog)]
    return tuple(sorted(found, key=lambda one: (one.first, one.key)))


def _milestones(catalog: Catalog) -> Iterator[Due]:
    for one in catalog.milestones:
        if one.kind.in_calendar and _is_ahead(one.date, catalog.today):
            partners = tuple(catalog.partner(slug) for slug in one.partners)
            yield _due(one.key, one.date, one.title, partners, one)


def _reviews(catalog: Catalog) -> Iterator[Due]:
    for partner in catalog.partners:
        if partner.checked and partner.checked.next:
            key = f"review-{partner.lasting_name}"
            yield _due(key, partner.checked.next, say("profile to read over"), (partner,))


def _is_ahead(when: EdtfDate, today: date) -> bool:
    return not when.is_unknown and when.last >= today


def _due(
    key: str,
    when: EdtfDate,
    said: Text | Localized | str,
    partners: tuple[Partner, ...],
    milestone: Milestone | None = None,
) -> Due:
    exact = (milestone.days if milestone else None) or _day(when)
    first = milestone.anchor if milestone else when.first
    begins, after = exact or (first, first + timedelta(days=1))
    return Due(key, begins, after, exact is None, said, partners)


def _day(when: EdtfDate) -> tuple[date, date] | None:
    return (when.first, when.first + timedelta(days=1)) if when.is_day else None

"""What changed in the record: what it learned, corrected and confirmed, by month and partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from city_relations.catalog.journal import Change
from city_relations.dates import in_words, parse_date
from city_relations.language.untranslated import capital
from city_relations.press.feeds import journal_feed
from city_relations.published import Heading, Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.partner import Partner

MOST = 60  # changes; the last month told is told whole


@dataclass(frozen=True)
class Month:
    """A month, as `2026-11` and in words, and its changes by the partner they concern, if any."""

    id: str
    said: str
    changes: tuple[tuple[Partner | None, tuple[Change, ...]], ...]


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the page of the latest months in which something changed."""
    here = edition.addresses.journal
    yield edition.page_in_time(here, "journal", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    title = edition.words.gettext("What changed")
    lede = edition.words.gettext(
        "What this record learned from press releases, corrected openly and confirmed by reading "
        "over, month by month."
    )
    latest = _latest(edition.catalog.changes)
    months = _by_month(edition, latest)
    body = edition.render(
        "journal.html",
        here=here,
        title=title,
        lede=lede,
        months=months,
        feed=journal_feed(edition),
        is_whole=len(latest) == len(edition.catalog.changes),
    )
    return Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="journal",
        description=lede,
        trail=(edition.home_link(),),
        headings=tuple(Heading(month.id, month.said) for month in months),
        updated=latest[0].day if latest else None,
    )


def _latest(changes: Sequence[Change]) -> Sequence[Change]:
    """Return the newest changes, down to the end of a month."""
    if len(changes) <= MOST:
        return changes
    last = changes[MOST - 1].day.isoformat()[:7]
    return [one for one in changes if one.day.isoformat()[:7] >= last]


def _by_month(edition: Edition, changes: Sequence[Change]) -> list[Month]:
    """Group changes by month, newest first, and then under each partner they concern.

    What concerns none stands under nothing.
    """
    months: dict[str, dict[str, list[Change]]] = {}
    for one in changes:
        month = months.setdefault(one.day.isoformat()[:7], {})
        for slug in one.partners or ("",):
            month.setdefault(slug, []).append(one)
    partner, words = edition.catalog.partner, edition.words
    return [
        Month(
            month,
            capital(in_words(parse_date(month), words)),
            tuple((partner(slug) if slug else None, tuple(own)) for slug, own in told.items()),
        )
        for month, told in months.items()
    ]

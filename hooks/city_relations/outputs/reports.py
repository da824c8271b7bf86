"""The yearly reports: their list, then a page and a PDF for each of the last years with facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from markupsafe import Markup

from city_relations.published import Asset, Copy, Heading, Later, Link, Page
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.kept_pages import kept_page, kept_part
from city_relations.reports.sentences import brought, summary
from city_relations.reports.yearly import POSITIONS, body, setting, sheet, title


def outputs(edition: Edition) -> Iterator[Page | Asset | Copy | Later]:
    """Yield the list of reports and the report of each year."""
    here, years = edition.addresses.reports, edition.catalog.years_reported
    seen_from = lru_cache(1)(edition.seen_from)  # by the page of a year, its files and the list
    told = cache(lambda year: _brought(seen_from(year), edition.addresses.report(year)))
    reports: list[Page | Asset | Copy | Later] = []
    for i, year in enumerate(years):
        beside = (_at(edition, years, i + 1), _at(edition, years, i - 1))
        reports += _of_year(edition, year, partial(seen_from, year), beside)
        if not edition.postpones:
            told(year)  # while the year is at hand
    yield edition.page_in_time(here, "list", lambda: _list(edition, here, *map(told, years)))
    yield from reports


def _of_year(
    edition: Edition, year: int, seen: Callable[[], Edition], beside: tuple[Link | None, ...]
) -> Iterator[Page | Asset | Copy | Later]:
    """Yield the report of a year, with its files; `beside` are the earlier and the later one."""
    below = edition.addresses.report(year)
    yield edition.page_in_time(below, "report", lambda: _page(seen(), below, *beside))
    pdf = (edition.addresses.report_pdf(year),) if edition.catalog.city.pdf else ()
    paths = (f"{below}{POSITIONS}", *pdf)
    yield from edition.files_in_time(paths, lambda: _files(seen(), below))


def _at(edition: Edition, years: tuple[int, ...], i: int) -> Link | None:
    if not 0 <= i < len(years):
        return None
    return Link(edition.addresses.report(years[i]), title(edition, years[i]))


@kept_part
def _brought(edition: Edition, _: str) -> Markup:
    """Say what the year brought that an edition is seen from, for the list of reports."""
    told = brought(edition, edition.catalog.review)
    return Markup(" ").join(map(edition.words, told))


@kept_page
def _list(edition: Edition, here: str, *told: Markup) -> Page:
    """List the reports; what each year brought is handed over, the newest first."""
    catalog, name = edition.catalog, edition.words.gettext("Yearly reports")
    lede = edition.words.gettext(
        "Year by year, what was signed, done, spent and announced with the partners, for the "
        "council and for everyone."
    )
    reported = tuple(zip(catalog.years_reported, told, strict=True))
    older = catalog.years_told[len(reported) :]
    return Page(
        address=here,
        title=name,
        body=edition.render(
            "report_list.html", here=here, title=name, lede=lede, reported=reported, older=older
        ),
        language=edition.language,
        kind="list",
        description=lede,
        trail=(edition.home_link(),),
    )


@kept_page
def _page(edition: Edition, here: str, earlier: Link | None, later: Link | None) -> Page:
    year = edition.catalog.review
    told = tuple(edition.words(said) for said in summary(edition, year))
    listed = Link(edition.addresses.reports, edition.words.gettext("Yearly reports"))
    return Page(
        address=here,
        title=title(edition, year.year),
        body=body(edition, here),
        language=edition.language,
        kind="report",
        description=" ".join(told[:2]),
        trail=(edition.home_link(), listed),
        headings=tuple(_headings(edition)),
        previous=earlier,
        next=later,
        search_text=Markup("<p>{}</p>").format(" ".join(told)),
    )


def _headings(edition: Edition) -> Iterator[Heading]:
    """Yield the sections that every report has."""
    say = edition.words.gettext
    yield Heading("signed", say("Signed, renewed, ended"))
    yield Heading("visits", say("Visits and events"))
    yield Heading("projects", say("Projects and money"))
    yield Heading("corrections", say("Corrections made"))


@kept_files
def _files(edition: Edition, here: str) -> Files:
    positions = Asset(f"{here}{POSITIONS}", sheet(edition).encode())
    pdf = setting(edition).pdf() if edition.catalog.city.pdf else None
    year = edition.catalog.review.year
    return (positions, *([Copy(edition.addresses.report_pdf(year), pdf)] if pdf else ()))

"""The yearly reports: their list, then a page and a PDF for each of the last years with facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from city_relations.published import Asset, Copy, Heading, Later, Link, Page
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.kept_pages import kept_page
from city_relations.reports.sentences import summary
from city_relations.reports.yearly import POSITIONS, body, setting, sheet, title


def outputs(edition: Edition) -> Iterator[Page | Asset | Copy | Later]:
    """Yield the list of reports and the report of each year."""
    here, years = edition.addresses.reports, edition.catalog.years_reported
    yield edition.page_in_time(here, "list", partial(_list, edition, here))
    for i, year in enumerate(years):
        below = edition.addresses.report(year)
        earlier = _at(edition, years, i + 1)
        later = _at(edition, years, i - 1)
        seen = cache(partial(edition.seen_from, year))  # by the page and by its files
        make = partial(_report, seen, below, earlier, later)
        yield edition.page_in_time(below, "report", make)
        files = partial(_files_of, seen, below)
        pdf = (edition.addresses.report_pdf(year),) if edition.catalog.city.pdf else ()
        yield from edition.files_in_time((f"{below}{POSITIONS}", *pdf), files)


def _at(edition: Edition, years: tuple[int, ...], i: int) -> Link | None:
    if not 0 <= i < len(years):
        return None
    return Link(edition.addresses.report(years[i]), title(edition, years[i]))


@kept_page
def _list(edition: Edition, here: str) -> Page:
    catalog, name = edition.catalog, edition.words.gettext("Yearly reports")
    lede = edition.words.gettext(
        "Year by year, what was signed, done, spent and announced with the partners, for the "
        "council and for everyone."
    )
    reported = catalog.years_reported
    older = [year for year in catalog.years_told if year not in reported]
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


def _report(
    seen: Callable[[], Edition], here: str, earlier: Link | None, later: Link | None
) -> Page:
    return _page(seen(), here, earlier, later)


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


def _files_of(seen: Callable[[], Edition], here: str) -> Files:
    return _files(seen(), here)


@kept_files
def _files(edition: Edition, here: str) -> Files:
    positions = Asset(f"{here}{POSITIONS}", sheet(edition).encode())
    pdf = setting(edition).pdf() if edition.catalog.city.pdf else None
    year = edition.catalog.review.year
    return (positions, *([Copy(edition.addresses.report_pdf(year), pdf)] if pdf else ()))

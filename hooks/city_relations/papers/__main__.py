"""`python -m city_relations.papers`: what `relations report` and `sheet` run, apart from them."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from city_relations.builder.asked import site_in
from city_relations.clock import read_clock
from city_relations.commands.call import Refused
from city_relations.commands.papers import end_of, new_file
from city_relations.language.words import Text, say, words_for
from city_relations.rendering.edition import Edition
from city_relations.reports.paper import Setting
from city_relations.reports.sheet import fitted as sheet
from city_relations.reports.yearly import setting as report
from city_relations.schema.nearest import closest
from city_relations.store import write


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a paper, and say where it is; return 1 where none was written."""
    given = _given(arguments)
    words = words_for(given.language)
    return end_of(lambda: _written(given), _told, words)


def _told(path: Path) -> Text:
    return say("Written: {file}.", file=path.name)


def _given(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="city_relations.papers")
    parser.add_argument("root", type=Path)
    parser.add_argument("settings")
    parser.add_argument("--into", type=Path)
    parser.add_argument("--year", type=int, default=0)
    parser.add_argument("--partner", default="")
    parser.add_argument("--told-in", default="")
    parser.add_argument("--language", default="fr")
    return parser.parse_args(arguments)


def _written(given: Namespace) -> Path:
    """Write the paper that is asked for."""
    edition = _edition(given)
    asked = _sheet(edition, given.partner) if given.partner else _report(edition, given.year)
    name, setting = asked
    path = new_file(given.into, name)
    pdf = setting.pdf()
    if pdf is None:
        raise Refused(
            say(
                "no font here has “{letters}”: name one that has under “fonts:”.",
                letters=setting.unset,
            )
        )
    write(path, pdf.read_bytes())
    return path


def _edition(given: Namespace) -> Edition:
    """Return the site in the language that is asked for."""
    site = site_in(given.root, given.settings, os.environ)
    catalog = site.catalog(read_clock(os.environ))
    if given.told_in and given.told_in not in catalog.addresses:
        raise Refused(
            say(
                "the site is not told in “{language}”: write one of {languages}.",
                language=given.told_in,
                languages=", ".join(catalog.addresses),
            )
        )
    return site.edition(catalog, given.told_in)


def _report(edition: Edition, year: int) -> tuple[str, Setting]:
    """Return the report of a year, and what its file is called."""
    told = edition.catalog.years_told
    if year > edition.catalog.today.year:
        raise Refused(say("{year} is still to come: there is nothing to report.", year=year))
    if year not in told:
        raise Refused(
            say(
                "nothing dated is told of {year}. Reports can be made of: {years}.",
                year=year,
                years=", ".join(map(str, told)) or "–",
            )
        )
    name = PurePosixPath(edition.addresses.report_pdf(year)).name
    return name, report(edition.seen_from(year))


def _sheet(edition: Edition, slug: str) -> tuple[str, Setting]:
    """Return the sheet of a partner, and what its file is called."""
    found = next((one for one in edition.partners if slug in (one.slug, *one.formerly)), None)
    if found is None:
        known = [partner.slug for partner in edition.partners]
        near = closest(slug, known)
        raise Refused(
            say("no partner “{slug}” is published: write “{near}”.", slug=slug, near=near)
            if near
            else say(
                "no partner “{slug}” is published: write one of {known}.",
                slug=slug,
                known=", ".join(known),
            )
        )
    return PurePosixPath(edition.addresses.sheet(found.slug)).name, sheet(edition, found)


if __name__ == "__main__":
    sys.exit(main())

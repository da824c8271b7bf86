"""`python -m city_relations.mailing`: what `relations email` runs, in a process of its own."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from city_relations.builder.asked import AskedSite, site_in
from city_relations.catalog.visibility import visible_from
from city_relations.clock import read_clock
from city_relations.commands.call import Refused
from city_relations.commands.papers import end_of, new_file
from city_relations.commands.speaking import languages_of_site
from city_relations.content import read_content
from city_relations.language.words import Text, Words, say, staff_words
from city_relations.mailing.letters import digest, embargoed, letter
from city_relations.schema.choices import Status
from city_relations.schema.press_release import PressRelease
from city_relations.store import write


@dataclass(frozen=True)
class _Asked:
    """What is asked for: the options, the hour, the words, and the site."""

    given: Namespace
    now: datetime
    words: Words
    site: AskedSite


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a message, and say where it is; return 1 where none was written."""
    given = _given(arguments)
    said = [given.language] if given.language else languages_of_site(given.root / given.settings)
    words = staff_words(*said)
    return end_of(lambda: _written(_asked(given, words)), _told, words)


def _told(path: Path) -> Text:
    return say("Written: {file}. Open it, address it, and send it.", file=path.name)


def _given(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="city_relations.mailing")
    parser.add_argument("root", type=Path)
    parser.add_argument("settings")
    parser.add_argument("--into", type=Path)
    parser.add_argument("--file", default="")
    parser.add_argument("--month", default="")
    parser.add_argument("--embargo", action="store_true")
    parser.add_argument("--language", default="")
    return parser.parse_args(arguments)


def _asked(given: Namespace, words: Words) -> _Asked:
    site = site_in(given.root, given.settings, os.environ)
    return _Asked(given, read_clock(os.environ), words, site)


def _written(asked: _Asked) -> Path:
    """Write the message that is asked for."""
    given = asked.given
    name, message = _of_month(asked) if given.month else _of_release(asked)
    path = new_file(given.into, f"{name}.eml")
    write(path, message)
    return path


def _of_month(asked: _Asked) -> tuple[str, bytes]:
    catalog, month = asked.site.catalog(asked.now), asked.given.month
    told = [one for one in catalog.releases if one.date.text.startswith(month)]
    if not told:
        raise Refused(say("no release of {month} is published.", month=month))
    return month, digest(asked.site.edition(catalog), month, told, asked.now)


def _of_release(asked: _Asked) -> tuple[str, bytes]:
    """Return the name and the message of a release; one under embargo as it stands at its end."""
    given, catalog = asked.given, asked.site.catalog(asked.now)
    written = _release(asked)
    if written.status is Status.WITHDRAWN:
        raise Refused(say("this release was withdrawn: it is not sent any more."))
    moment = visible_from(written, catalog.city.zone)
    is_embargoed = moment > asked.now
    if is_embargoed and not given.embargo:
        raise Refused(
            say(
                "this release is not to be read before {date}: add “--embargo” to send it all the "
                "same, with that said at its head.",
                date=f"{written.appears:%Y-%m-%d %H:%M}",
            )
        )
    then = asked.site.catalog(moment) if is_embargoed else catalog
    edition = asked.site.edition(then, written.own_language)
    told = edition.catalog.record(written.file)
    if not isinstance(told, PressRelease):
        raise Refused(say("“{file}” is no release of this site.", file=written.file))
    head = edition.words(embargoed(edition, told)) if is_embargoed else ""
    return told.stem, letter(edition, told, asked.now, head)


def _release(asked: _Asked) -> PressRelease:
    """Return the release in a file; a draft is refused."""
    file = asked.given.file
    content = read_content(asked.site.root, asked.given.settings)
    found = next((one for one in content.releases if one.file == file), None)
    if found is None:
        raise Refused(say("“{file}” is no release of this site.", file=file))
    if found.status is Status.DRAFT:
        raise Refused(say("this is a draft: it is sent once it is published."))
    return found


if __name__ == "__main__":
    sys.exit(main())

"""`python -m city_relations.builder`: what `relations build` runs, in a process of its own."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from city_relations.builder.build import Refused, build
from city_relations.builder.settings import Settings, read_settings
from city_relations.clock import ClockError, read_clock
from city_relations.language.words import Text, say, staff_words
from city_relations.problems import ContentError
from city_relations.progress import progress_on
from city_relations.publish.refusals import reason
from city_relations.store import halted


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and say why not; return 1 where nothing was published."""
    given = _given(arguments)
    words = staff_words(given.language)

    def tell(line: Text | str) -> None:
        print(words(line), flush=True)  # noqa: T201 - what a build says

    try:
        settings = _settings(given)
        progress = progress_on(sys.stderr, words, os.environ)
        build(settings, read_clock(os.environ), words, tell, progress)
    except (ContentError, ClockError) as error:
        tell(reason(error, words))
    except Refused as refused:
        tell(refused.text)
    except OSError as error:
        tell(halted(error))
    else:
        tell(say("The site is in {folder}.", folder=settings.site_dir))
        return 0
    return 1


def _given(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="city_relations.builder")
    parser.add_argument("settings", type=Path)
    parser.add_argument("--site-dir", type=Path)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--language", default="en")
    return parser.parse_args(arguments)


def _settings(given: Namespace) -> Settings:
    """Return the settings, those of the command line over those of the file."""
    file: Path = given.settings.resolve()
    settings = read_settings(file, os.environ)
    place = settings.site_dir if given.site_dir is None else given.site_dir
    return replace(settings, site_dir=place, strict=settings.strict or given.strict)


if __name__ == "__main__":
    sys.exit(main())

"""`python -m city_relations.web`: what `relations sources` runs, in a process of its own."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from city_relations.builder.configuration import Configuration
from city_relations.content import read_content
from city_relations.language.words import Words, words_for
from city_relations.problems import ContentError, refusal
from city_relations.progress import progress_on
from city_relations.web.answers import Outcome
from city_relations.web.asking import Manners
from city_relations.web.mentions import facts_of, mentions_of
from city_relations.web.rounds import ask_all
from city_relations.web.telling import as_data, report, unsupported


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask every address of the record, and say what became of it; return 1 where one is gone."""
    given = _given(arguments)
    words = words_for(given.language)
    try:
        return _ask(given, words)
    except ContentError as error:
        print(refusal(error, words))  # noqa: T201 - what the command says
    except KeyboardInterrupt:
        pass  # who began us says so
    return 1


def _given(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="city_relations.web")
    parser.add_argument("root", type=Path)
    parser.add_argument("settings")
    parser.add_argument("--timeout", type=float, default=10)
    parser.add_argument("--pause", type=float, default=1)
    parser.add_argument("--internal", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--language", default="fr")
    return parser.parse_args(arguments)


def _ask(given: Namespace, words: Words) -> int:
    content = read_content(given.root, given.settings)
    site = Configuration(given.root / given.settings, os.environ).text("site_url")
    manners = Manners(agent_of(site), given.timeout, given.internal)
    mentions = mentions_of(content)
    progress = progress_on(sys.stderr, words, os.environ)
    answers = ask_all((one.address for one in mentions), manners, given.pause, progress)
    facts = unsupported(facts_of(content), answers)
    if given.json:
        print(as_data(mentions, answers, facts, words))  # noqa: T201 - as above
    else:
        print(*report(mentions, answers, facts, words), sep="\n")  # noqa: T201 - as above
    return int(any(one.outcome is Outcome.GONE for one in answers.values()))


def agent_of(site: str) -> str:
    """Say who asks, and for which site, as one line of a request may (RFC 9110)."""
    sent = "".join(sign for sign in site if sign.isascii() and sign.isprintable() and sign != ")")
    told = f" (+{sent}; looks whether sources still answer)" if sent else ""
    return f"city-relations/{version('city-relations')}{told}"


if __name__ == "__main__":
    sys.exit(main())

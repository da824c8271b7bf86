"""`relations check`: says every problem of the content, and mends what is mechanical if asked."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from city_relations.catalog import read_catalog
from city_relations.commands.call import Call, Refused, is_at_or_below
from city_relations.commands.formats import FORMATS, as_summary, coloured
from city_relations.commands.mending import mend
from city_relations.content import read_content
from city_relations.content.canonical_form import untidy
from city_relations.content.with_forms import has_forms
from city_relations.language.words import Words, say, say_n
from city_relations.problems import ContentError, Problem, in_order, outcome


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("check only these files; by default all")),
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help=words(say("how the problems are written"))
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help=words(say("show, then mend what is mechanical: quotes, spaces, encoding, dates")),
    )
    parser.add_argument(
        "--tidy",
        action="store_true",
        help=words(say("ask for the canonical form of each value as well")),
    )


def run(call: Call) -> int:
    """Say every problem; give 1 when something must be mended before publishing."""
    _refuse_unknown(call)
    if call.options.fix:
        mend(call, [call.named(file) for file in call.options.files])
    problems = found(call)
    if call.options.tidy or has_forms(call.root / call.settings):
        untidied = untidy(read_content(call.root, call.settings))
        problems = in_order([*problems, *untidied])
    chosen = _chosen(call, problems)
    lines = FORMATS[call.options.format](chosen, call.words)
    call.tell(*(coloured(lines) if call.colours and call.options.format == "text" else lines))
    _summarise(call, chosen)
    faults = sum(not problem.remark for problem in chosen)
    if call.options.format == "text":
        elsewhere = sum(not problem.remark for problem in problems) - faults
        _conclude(call, faults, elsewhere, len(chosen) - faults)
    return 1 if faults else 0


def _refuse_unknown(call: Call) -> None:
    """Refuse a name that is no file of the site: silence would pass for soundness."""
    for file in call.options.files:
        if not call.named(file) or not (Path.cwd() / file).exists():
            text = say(
                "no file “{file}”: check its name, or run “relations check” to check everything.",
                file=str(file),
            )
            raise Refused(text)


def found(call: Call) -> Sequence[Problem]:
    """Return all problems and remarks of the content, in order."""
    try:
        return read_catalog(call.root, call.now, call.settings, call.progress).remarks
    except ContentError as error:
        return error.problems


def _chosen(call: Call, problems: Sequence[Problem]) -> list[Problem]:
    """Keep the problems of the files and folders named."""
    files = [call.named(file) for file in call.options.files]
    return [
        problem
        for problem in problems
        if not files or any(is_at_or_below(problem.file, f) for f in files)
    ]


def _conclude(call: Call, faults: int, elsewhere: int, remarks: int) -> None:
    if faults:
        call.tell(outcome(faults, call.words))
    elif not elsewhere and remarks:
        call.tell(
            say_n(
                "Nothing keeps you from publishing; {n} remark to read.",
                "Nothing keeps you from publishing; {n} remarks to read.",
                remarks,
            )
        )
    elif not elsewhere:
        call.tell(say("No problem: the content can be published."))
    if elsewhere:
        call.tell(say_n("{n} problem in other files.", "{n} problems in other files.", elsewhere))


def _summarise(call: Call, problems: Sequence[Problem]) -> None:
    """Add the whole list to the summary of a job on GitHub, where annotations are cut at ten."""
    summary = call.environ.get("GITHUB_STEP_SUMMARY")
    if summary and call.options.format == "github":
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(problems, call.words))

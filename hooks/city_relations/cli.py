"""The staff's commands: what may be written after `relations`, and its help in plain words."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from city_relations.clock import ClockError
from city_relations.commands import (
    build,
    check,
    due,
    email_release,
    forms,
    forms_install,
    guide,
    import_releases,
    import_ties,
    init,
    languages,
    new_partner,
    new_release,
    new_translation,
    preview,
    publish,
    reconcile,
    report,
    schemas,
    sheet,
    sources,
    status,
    tidy,
    upgrade,
    withdraw,
)
from city_relations.commands.call import Call, Refused, find_root
from city_relations.commands.consoles import write_plainly
from city_relations.commands.drafting import Unanswered
from city_relations.commands.speaking import languages_of_site, system_languages
from city_relations.content import CONFIGURATION
from city_relations.language.words import (
    Text,
    Words,
    base_language,
    languages_told,
    say,
    staff_words,
    words_for,
)
from city_relations.progress import SILENT, Progress, progress_on
from city_relations.schema.nearest import closest

COMMANDS: dict[str, tuple[ModuleType, Text]] = {
    "init": (init, say("begin the site of a city")),
    "check": (check, say("check the content without publishing anything")),
    "tidy": (tidy, say("write every value in its canonical form, shown first")),
    "new release": (new_release, say("begin a press release")),
    "new partner": (new_partner, say("begin a partner's profile")),
    "new translation": (new_translation, say("begin a translation of a release or a page")),
    "import ties": (import_ties, say("make drafts of profiles from a table of ties")),
    "reconcile": (reconcile, say("compare a table of ties with the record, and write nothing")),
    "import": (import_releases, say("make drafts of releases from Word, PDF, mail or a site")),
    "preview": (preview, say("see the site on this machine while you write")),
    "email": (email_release, say("write a release, or those of a month, as a message to send")),
    "report": (report, say("write the report of a year as PDF")),
    "sheet": (sheet, say("write the sheet of a partner as PDF, for a journey")),
    "status": (status, say("see what is due: ends of terms, plans overdue, profiles to read over")),
    "due": (due, say("see what comes due, or write it as a calendar")),
    "languages": (languages, say("see what exists in which language")),
    "sources": (sources, say("ask the web whether every address of the record still answers")),
    "forms": (forms, say("print what the editing forms of /admin/ are told")),
    "forms install": (forms_install, say("bring the software of the forms into the cache")),
    "schemas": (schemas, say("write what editors need to know of the fields")),
    "guide": (guide, say("write the guide, which explains every field and message")),
    "build": (build, say("build the site without MkDocs")),
    "publish": (publish, say("publish to a folder that is served, at once or not at all")),
    "upgrade": (upgrade, say("bring the city to the version that is installed")),
    "withdraw": (withdraw, say("take a text or a picture out of all that is published")),
}
SOUTH_OR_WEST, SETTINGS = re.compile(r"^-\d"), ("-f", "--config-file")
UNREAD, VALUE = 128 + 13, "…"  # how a shell tells of SIGPIPE; what follows, whatever it is
EXAMPLES = (
    ("relations check", say("say what must be mended, file by file")),
    ("relations new release", COMMANDS["new release"][1]),
    ("relations preview", COMMANDS["preview"][1]),
    ("relations status", COMMANDS["status"][1]),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give the exit status: 0 when all is well, 1 when something must be mended.

    When nobody reads what it says any more, as after `| head`, it ends quietly.
    """
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - for what is written at the end
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return UNREAD


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    write_plainly(sys.stdout, sys.stderr)
    root, settings = _site(given)
    languages = languages_of_site(root / settings)
    words = _words(given, languages)
    given = _as_one_word(given)
    if (command := _command(given)) and command[0] not in COMMANDS:
        sys.stderr.write(words(_no_command(command)) + "\n")
        sys.exit(2)
    options = _parser(words).parse_args(given)
    ask = input if sys.stdin.isatty() else None
    progress = _progress(options, words)
    call = Call(root, words, options, os.environ, sys.stdout, ask, settings, progress, languages)
    if options.command is None:
        call.tell(*_help(words))
        return 0
    try:
        return int(COMMANDS[options.command][0].run(call))
    except Unanswered as unanswered:
        call.tell(say("an answer is missing: {question}", question=unanswered.question))
    except (Refused, ClockError) as refused:
        call.tell(refused.text)
    except (KeyboardInterrupt, EOFError):
        progress.clear()
        call.tell("", say("Stopped: nothing was written."))
    return 1


def _progress(options: argparse.Namespace, words: Words) -> Progress:
    """Tell what takes long, but where a program may read errors and answer as one."""
    if getattr(options, "format", "text") != "text" and not sys.stderr.isatty():
        return SILENT
    return progress_on(sys.stderr, words, os.environ)


def _site(given: Sequence[str]) -> tuple[Path, str]:
    """Return the folder of the site and the name of its configuration in it."""
    named = _after(given, *SETTINGS)
    if not named:
        return find_root(Path.cwd()), CONFIGURATION
    file = Path.cwd() / named[0]
    return file.parent, file.name


def _after(given: Sequence[str], *options: str) -> list[str]:
    """List what follows an option, or is joined to it by `=`."""
    joined = [g.partition("=")[2] for g in given if "=" in g and g.partition("=")[0] in options]
    return [*(value for name, value in pairwise(given) if name in options), *joined]


def _words(given: Sequence[str], languages: Sequence[str]) -> Words:
    """Return the words in the language asked for, else in the site's, else in the system's.

    What `import` asks a language for is the text.
    """
    named = [] if _command(given)[:1] == ["import"] else _after(given, "--language")
    if asked := [one for one in named if base_language(one) in languages_told()]:
        return words_for(base_language(asked[0]))
    return staff_words(*(languages or system_languages(os.environ)))


def _as_one_word(given: list[str]) -> list[str]:
    """Take `new release` for one command."""
    for at, word in enumerate(given[:-1]):
        if f"{word} {given[at + 1]}" in COMMANDS:
            return [*given[:at], f"{word} {given[at + 1]}", *given[at + 2 :]]
    return given


def _command(given: Sequence[str]) -> list[str]:
    """Return the words that are neither options nor the language asked for."""
    pairs = zip(["", *given], given, strict=False)
    return [
        w
        for before, w in pairs
        if not w.startswith("-") and before not in ("--language", *SETTINGS)
    ]


def _no_command(words: Sequence[str]) -> Text:
    """Say that the first words are no command, and which one was probably meant."""
    given = " ".join(words[:2])
    meant = closest(given, [name for name in COMMANDS if " " in name])
    if not meant and not any(name.startswith(f"{words[0]} ") for name in COMMANDS):
        given = words[0]
        meant = closest(given, COMMANDS)
    if meant:
        return say(
            "“{given}” is not a command; did you mean “relations {meant}”? "
            "Type “relations” alone for the list.",
            given=given,
            meant=meant,
        )
    return say("“{given}” is not a command. Type “relations” alone for the list.", given=given)


def _help(words: Words) -> list[str]:
    """Tell somebody who called the command bare what it is for."""
    width, examples = max(map(len, COMMANDS)) + 2, max(len(line) for line, _ in EXAMPLES) + 2
    return [
        words(say("relations: the city's ties abroad, from your files to the site")),
        "",
        *(f"  {name:{width}}{words(what)}" for name, (_, what) in COMMANDS.items()),
        "",
        words(say("Examples:")),
        *(f"  {line:{examples}}{words(what)}" for line, what in EXAMPLES),
        "",
        words(say("“relations check --help” tells the options of a command.")),
    ]


class _Help(argparse.HelpFormatter):
    """Help in which no option's value is named by the English name of the option."""

    def _get_default_metavar_for_optional(self, action: argparse.Action) -> str:
        del action
        return VALUE


class _Parser(argparse.ArgumentParser):
    """A parser of options that answers in the language of the call."""

    words: Words

    def error(self, message: str) -> NoReturn:
        """Say that the command was not understood, and how it is written."""
        told = self.words(say("This command was not understood."))
        _, unknown, given = message.partition("unrecognized arguments: ")
        if unknown:
            told = self.words(say("“{given}” is not understood here.", given=given))
        why = f" ({message})" if self.words.language == "en" and not unknown else ""
        self.exit(2, f"{told}{why}\n{self.format_usage()}")

    def format_usage(self) -> str:
        """Say how the command is written."""
        return super().format_usage().replace("usage: ", self.words(say("Write: ")), 1)

    def format_help(self) -> str:
        """Say how the command is written, and what each option does."""
        return super().format_help().replace("usage: ", self.words(say("Write: ")), 1)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = _new(words, prog="relations", add_help=False)
    _common(parser, words)
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", metavar=VALUE)
    for name, (module, what) in COMMANDS.items():
        told = words(what)
        sub = commands.add_parser(  # a command may mean an option in its own way
            name,
            help=told,
            description=told,
            add_help=False,
            conflict_handler="resolve",
            formatter_class=_Help,
        )
        sub.words = words
        _common(sub, words)
        module.arguments(sub, words)
    return parser


def _new(words: Words, **more: object) -> _Parser:
    parser = _Parser(**more)  # type: ignore[arg-type]
    parser.words = words
    return parser


def _common(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare what every command understands."""
    parser._positionals.title = words(say("what to name"))  # noqa: SLF001 - argparse has no other way
    parser._optionals.title = words(say("options"))  # noqa: SLF001
    # South and west are written with a minus: `--coordinates -8.01,-34.86` is a point, no option.
    parser._negative_number_matcher = SOUTH_OR_WEST  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help=words(say("tell this")))
    parser.add_argument(
        *SETTINGS,
        default=argparse.SUPPRESS,
        metavar=words(say("FILE")),
        help=words(say("the site's configuration; by default mkdocs.yml")),
    )
    parser.add_argument(
        "--language",
        metavar="fr",
        help=words(say("the site's own by default, else that of this machine")),
    )

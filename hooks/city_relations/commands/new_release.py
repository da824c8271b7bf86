"""`relations new release`: asks in plain words and writes a draft that is valid from the start."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from city_relations.catalog import local
from city_relations.checks.publication import WAITING_TEXT
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import (
    answer,
    choose,
    explained,
    field_line,
    read_date,
    until,
    write_new,
)
from city_relations.content import RELEASES, Content, read_content
from city_relations.language.words import Words, say
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import short_name

STEM = 64


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options, which spare the questions."""
    parser.add_argument("--title", help=words(say("one message, at most 110 characters")))
    parser.add_argument("--date", help=words(say("the day of publication; by default today")))
    parser.add_argument(
        "--partner",
        action="append",
        default=[],
        help=words(say("a partner's short name; may be given several times")),
    )
    parser.add_argument("--summary", help=words(say("the message in two or three sentences")))
    parser.add_argument(
        "--photo", type=Path, help=words(say("a picture to put beside the release"))
    )
    parser.add_argument("--alt", help=words(say("what the picture shows")))
    parser.add_argument("--credit", help=words(say("who took the picture")))


def run(call: Call) -> int:
    """Write the draft and say where it is."""
    content = read_content(call.root, call.settings)
    title = answer(call, "title", say("What is the news, in one sentence?"))
    today = local(content, call.now).isoformat()
    day = until(call, "date", say("On which day is it published?"), partial(_day, call), today)
    stem = f"{day}-{short_name(title, content.master) or 'communique'}"[:STEM].strip("-")
    folder = call.root / RELEASES / day[:4]
    place = content.city.name if content.city and content.city.whole else ""
    values = {
        "title": field_line("title", title),
        "date": field_line("date", day, plain=True),
        "place": field_line("place", place) if place else "place:",
        "partners": f"partners: [{', '.join(_partners(call, content))}]",
        "summary": _summary(call),
        "status": field_line("status", "draft", plain=True),
    }
    if call.options.photo:
        values["photos"] = _photo(call, folder, stem)
    fields = explained(PressRelease, values, "release.md", call.words)
    lines = ["---", *fields, "---", call.words(WAITING_TEXT)]
    status = write_new(call, folder / f"{stem}.md", lines)
    call.tell(say("It is a draft: to publish it, delete the line “status: draft”."))
    return status


def _day(call: Call, given: str) -> str:
    """Read a day as staff write it."""
    day = read_date(call, given)
    if not day.is_day:
        raise Refused(say("a whole day is expected here, such as 2023-03-10."))
    return day.text


def _partners(call: Call, content: Content) -> list[str]:
    """Return the partners named, or chosen from the list."""
    slugs = sorted(content.partner_slugs)
    called = content.called
    named = {name: called(name) for name in call.options.partner}
    for name, slug in named.items():
        if not slug:
            raise Refused(say("no profile partners/{slug}.yml: write it first.", slug=name))
    question = say("Which partners is it about? (numbers, or nothing)")
    return [*named.values()] or [slugs[n] for n in choose(call, question, slugs)]


def _summary(call: Call) -> str:
    question = say("What should people know, in two or three sentences? (nothing: later)")
    given = call.options.summary or (call.ask(call.words(question) + " ") if call.ask else "")
    return field_line("summary", given) if given else "summary:"


def _photo(call: Call, folder: Path, stem: str) -> str:
    """Put the picture beside the release and give its fields."""
    photo: Path = call.options.photo
    if not photo.is_file():
        raise Refused(say("no file “{name}”.", name=str(photo)))
    alt = answer(call, "alt", say("What does the picture show, for those who cannot see it?"))
    credit = answer(call, "credit", say("Who took the picture, and for whom?"))
    name = f"{stem}{photo.suffix.lower()}"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(photo, folder / name)
    lines = [("file", name), ("alt", alt), ("credit", credit)]
    return "photos:\n  - " + "\n    ".join(field_line(key, value) for key, value in lines)

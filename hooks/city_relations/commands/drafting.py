"""What the commands that draft a file share: plain questions, and every field explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from city_relations.commands.call import Call, Refused
from city_relations.dates import DateError, EdtfDate, parse_date
from city_relations.documents.yaml_menders import quoted
from city_relations.forms.examples import example_of
from city_relations.language.words import Text, Words, say
from city_relations.schema.nearest import folded
from city_relations.schema.values import language_code
from city_relations.store import write


class Unanswered(Exception):  # noqa: N818 - no fault of anybody: nobody was there to answer
    """A question has no answer: nobody is at the keyboard, and no option gave it."""

    def __init__(self, question: Text) -> None:
        super().__init__()
        self.question = question


def answer(call: Call, option: str, question: Text, default: str = "") -> str:
    """Return what an option says, else what the person answers, else the default."""
    given = str(getattr(call.options, option) or "").strip()
    if not given and call.ask:
        told = call.words(question) + (f" [{default}]" if default else "") + " "
        given = call.ask(told).strip()
    if not given and not default:
        raise Unanswered(question)
    return given or default


def choose(call: Call, question: Text, choices: Sequence[str]) -> list[int]:
    """Let the person choose by number among choices, or by name; nobody there means none."""
    if not call.ask or not choices:
        return []
    call.tell(*(f"  {n}. {choice}" for n, choice in enumerate(choices, 1)))
    known = {folded(choice): n for n, choice in enumerate(choices)}
    known |= {str(n): n - 1 for n in range(1, len(choices) + 1)}
    while True:
        words = call.ask(call.words(question) + " ").replace(",", " ").split()
        strange = [word for word in words if folded(word) not in known]
        if not strange:
            return [known[folded(word)] for word in words]
        call.tell(
            say(
                "“{value}” is not in the list: write numbers from 1 to {n}, or nothing.",
                value=strange[0],
                n=len(choices),
            )
        )


def explained(
    model: type[BaseModel], values: Mapping[str, str], example: str, words: Words
) -> list[str]:
    """Write a file's fields, each explained by a comment; one without a value is commented out."""
    lines = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        title, meaning = (words.gettext(said) for said in (field.title, field.description) if said)
        lines.append(words(say("{whole}: {part}", whole=f"# {title}", part=meaning)))
        if key in values:
            lines += values[key].split("\n")
        else:
            lines += [f"# {line}" for line in example_of(words.language, example, key)]
    return lines


def field_line(name: str, value: str, *, plain: bool = False) -> str:
    """Write a field on one line, quoted unless it needs no quotes."""
    return f"{name}: {value if plain else quoted(value)}"


def until(
    call: Call, option: str, question: Text, read: Callable[[str], str], default: str = ""
) -> str:
    """Ask until the answer can be read; an option that cannot be read is an error at once."""
    while True:
        given = answer(call, option, question, default)
        try:
            return read(given)
        except Refused as refused:
            if not call.ask or getattr(call.options, option):
                raise
            call.tell(refused.text)


def read_date(call: Call, given: str) -> EdtfDate:
    """Read a date as staff write it, in the languages of the site."""
    try:
        return parse_date(given, languages=call.languages or (call.words.language,))
    except DateError as error:
        raise Refused(error.text) from None


def read_language(given: str) -> str:
    """Read a language by its code or its name; one that is nobody's is refused."""
    try:
        return language_code(given)
    except PydanticCustomError as error:
        raise Refused((error.context or {})["fault"].text) from None


def write_new(call: Call, path: Path, lines: Sequence[str]) -> int:
    """Write a file that is not there yet, and say where it is and what comes next."""
    file = path.relative_to(call.root).as_posix()
    if path.exists():
        raise Refused(say("{file} exists already: choose another title or day.", file=file))
    write(path, ("\n".join(lines) + "\n").encode("utf-8"))
    call.tell(say("Written: {file}. Open it, fill it in, then run “relations check”.", file=file))
    return 0

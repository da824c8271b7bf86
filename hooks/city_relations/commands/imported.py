"""What is said of drafts that were made: to who made them, and in the message of a commit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from city_relations.content import DROPPED
from city_relations.importing.drafts import Draft
from city_relations.importing.source import LeftOut
from city_relations.language.words import Text, Words, say, say_n
from city_relations.problems import harmless
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease

Telling = Callable[[Sequence[Draft], Sequence[Text], Words], list[str]]
QUOTATION = say("quotation")
LONGEST = 300  # signs of a passage as it is told
# What forges take, in the message of a commit, for a person to call or an issue to close.
CALLS = re.compile(r"(?<!\w)(@(?=\w)|#(?=\d))")
WORD_JOINER = "\u2060"  # unseen


def as_text(drafts: Sequence[Draft], refused: Sequence[Text], words: Words) -> list[str]:
    """Say of each draft where it is and what to verify, then which files were refused, and why."""
    told = [line for draft in drafts for line in _told(draft, words)]
    told += map(words, refused)
    if drafts:
        told.append(
            words(
                say_n(
                    "{n} draft: nobody sees it before you delete its line “status: draft”.",
                    "{n} drafts: nobody sees them before you delete their line “status: draft”.",
                    len(drafts),
                )
            )
        )
    return told or [words(say("Nothing to import: {folder}/ is empty.", folder=DROPPED))]


def as_commit(drafts: Sequence[Draft], refused: Sequence[Text], words: Words) -> list[str]:
    """Say the same as the message of a commit: what it is in the first line, below it the rest."""
    told = as_text(drafts, refused, words)
    if len(drafts) == 1 and drafts[0].title:
        told = [words(say("Draft: {title}", title=harmless(drafts[0].title))), "", *told]
    elif drafts:
        told = [words(say_n("{n} draft", "{n} drafts", len(drafts))), "", *told]
    return [CALLS.sub(rf"\1{WORD_JOINER}", line) for line in told]


FORMATS: Mapping[str, Telling] = {"text": as_text, "commit": as_commit}


def _told(draft: Draft, words: Words) -> Iterator[str]:
    """Say where a draft is, what to verify in it, what it lacks, and what is not in it."""
    yield words(say("Written: {file}, a draft.", file=draft.file))
    if draft.verify or draft.remarks:
        yield words(say("To verify:"))
    for name, value, said in draft.verify:
        came = f"  ← {_passage(said, words)}" if said else ""
        told = say("{whole}: {part}", whole=_name(name, words), part=harmless(value))
        yield f"  - {words(told)}{came}"
    yield from (_line(one, words) for one in draft.remarks)
    if draft.lacking:
        yield words(say("Not found, to be written:"))
        yield from (f"  - {_name(name, words)}" for name in draft.lacking)
    if draft.left_out:
        yield words(say("Left out:"))
        yield from (_line(one, words) for one in draft.left_out)
    yield ""


def _name(name: str, words: Words) -> str:
    """Return what a field is called; what is none is a quotation."""
    field = PressRelease.model_fields.get(name) or Photo.model_fields.get(name)
    title = field.title if field else None
    return words.gettext(title) if title else words(QUOTATION)


def _line(one: LeftOut, words: Words) -> str:
    if not one.words:
        return f"  - {words(one.why)}"
    told = say("{whole}: {part}", whole=one.why, part=_passage(one.words, words))
    return f"  - {words(told)}"


def _passage(text: str, words: Words) -> str:
    """Return the words of a passage between quotation marks, a long one cut."""
    told = harmless(" ".join(text.split()))
    return words(say("“{words}”", words=told if len(told) <= LONGEST else f"{told[:LONGEST]}…"))

"""Messages (RFC 5322, MIME) as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage

from city_relations.author_files import Refused
from city_relations.importing.found_dates import day_of_message
from city_relations.importing.html_blocks import blocks_of
from city_relations.importing.plain import blocks_of_text
from city_relations.importing.source import Block, Kind, LeftOut, Picture, Source
from city_relations.language.words import say

SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
QUOTED = re.compile(r"^>.*$", re.MULTILINE)
ANSWER = re.compile(r"(?i)^(?:(?:re|fwd?|tr|aw|wg|i|r)\s*:\s*)+")


def read_mail(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release in a message: its HTML, else its text, and the pictures with it.

    Raises Refused for one without a text.
    """
    message = message_from_bytes(data, policy=policy.default)
    body = None
    with suppress(AttributeError):  # of a part that says it holds others, and holds none
        body = message.get_body(("html", "plain"))
    if not isinstance(body, EmailMessage) or not message.keys():
        names = [one.get_filename() for one in message.walk() if one.get_filename()]
        if names:
            raise Refused(
                say(
                    "its text is in a document attached to it: save {file}, and import that.",
                    file=", ".join(map(str, names)),
                )
            )
        raise Refused(say("this is no message with a text in it: save it anew from the mail."))
    pictures, left_out = _attached(message, body)
    blocks: tuple[Block, ...]
    text = _content(body)
    if body.get_content_type() == "text/html":
        blocks = blocks_of(text, lambda address: pictures.pop(address.removeprefix("cid:"), b""))
    else:
        text, signature = (*SIGNATURE.split(text, maxsplit=1), "")[:2]
        if signature.strip():
            left_out.append(LeftOut(say("the signature of the message"), signature.strip()))
        blocks = blocks_of_text(QUOTED.sub("", text))
    beside = (
        Block(Kind.PICTURE, "", "", picture=Picture(name, data)) for name, data in pictures.items()
    )
    subject = ANSWER.sub("", str(message["subject"] or "")).strip()
    day = day_of_message(str(message["date"]))
    yield Source(name, (*blocks, *beside), title=subject, date=day, left_out=tuple(left_out))


def _content(part: EmailMessage) -> str:
    with suppress(LookupError, UnicodeError, ValueError):
        return str(part.get_content())
    payload = part.get_payload(decode=True)
    return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""


def _attached(message: EmailMessage, body: EmailMessage) -> tuple[dict[str, bytes], list[LeftOut]]:
    """Return the pictures of a message by their names, and what else is attached to it."""
    pictures: dict[str, bytes] = {}
    left_out: list[LeftOut] = []
    for part in message.walk():
        if part.is_multipart() or part is body:
            continue
        payload = part.get_payload(decode=True)
        name = part.get_filename() or ""
        if part.get_content_maintype() == "image" and isinstance(payload, bytes):
            known = str(part.get("content-id", "")).strip(" <>") or name
            pictures[known or f"picture-{len(pictures) + 1}"] = payload
        elif name:
            why = say("attached to the message: save it beside, and import it by itself")
            left_out.append(LeftOut(why, name))
    return pictures, left_out

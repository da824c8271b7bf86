"""Quotations with who said them: each with its own speaker, as a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

SPEAKER = re.compile(r"— ?\S")
BREAKS = ("softbreak", "hardbreak")
PARAGRAPH = 3  # tokens: its beginning, its words, its end


def attributed(tokens: Sequence[Token]) -> list[Token]:
    """Set who said a quotation, given on its last line after a dash, as its caption."""
    told: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].type != "blockquote_open":
            told.append(tokens[i])
            i += 1
            continue
        end = _end(tokens, i)
        inside = attributed(tokens[i + 1 : end])
        told += _figures(tokens[i], inside, tokens[end])
        i = end + 1
    return told


def _end(tokens: Sequence[Token], start: int) -> int:
    level = tokens[start].level
    closing = (i for i in range(start, len(tokens)) if tokens[i].type == "blockquote_close")
    return next(i for i in closing if tokens[i].level == level)


def _figures(opening: Token, inside: Sequence[Token], closing: Token) -> list[Token]:
    """Cut a quotation after each speaker; what follows the last is a quotation of nobody's."""
    told: list[Token] = []
    said: list[Token] = []
    for i, token in enumerate(inside):
        said.append(token)
        ends = token.type == "paragraph_close" and token.level == opening.level + 1
        words, who = _parted(inside[i - 1]) if ends else ((), ())
        if not who or not (words or len(said) > PARAGRAPH):
            continue
        said = said[:-2] if words else said[:-PARAGRAPH]
        if words:
            inside[i - 1].children = list(words)
            said += [inside[i - 1], token]
        told += _figure(opening, said, closing, who)
        said = []
    return told + ([opening, *said, closing] if said or not told else [])


def _figure(
    opening: Token, said: Sequence[Token], closing: Token, who: Sequence[Token]
) -> list[Token]:
    caption = Token("inline", "", 0, content="", children=list(who))
    return [
        _tag("figure", 1, opening),
        opening,
        *said,
        closing,
        _tag("figcaption", 1, opening),
        caption,
        _tag("figcaption", -1, opening),
        _tag("figure", -1, opening),
    ]


def _tag(name: str, nesting: int, like: Token) -> Token:
    kind = "open" if nesting > 0 else "close"
    return Token(f"{name}_{kind}", name, nesting, map=like.map, block=True)  # type: ignore[arg-type]


def _parted(inline: Token) -> tuple[Sequence[Token], Sequence[Token]]:
    """Part the words of a paragraph from who said them, if its last line says that."""
    children = inline.children or []
    last = max((i for i, child in enumerate(children) if child.type in BREAKS), default=-1)
    who = children[last + 1 :]
    if not (who and who[0].type == "text" and SPEAKER.match(who[0].content)):
        return children, ()
    who[0].content = who[0].content.removeprefix("—").lstrip()
    return children[: max(last, 0)], who

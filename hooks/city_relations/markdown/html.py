"""A text read as HTML, not yet safe: headings from two on, notes, sides of columns, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markdown_it.token import Token

from city_relations.language.direction import direction, direction_of
from city_relations.language.raised import RAISED, SQUARES
from city_relations.markdown.anchors import heading_ids
from city_relations.markdown.blocks import reader
from city_relations.markdown.quotes import attributed
from city_relations.markdown.reading import read, words_of

SIDES = {"text-align:right": "rel-number", "text-align:center": "rel-centre"}
TURNED = frozenset(
    (
        *("paragraph_open", "heading_open", "bullet_list_open", "ordered_list_open"),
        *("list_item_open", "blockquote_open", "table_open", "td_open", "th_open"),
        *("dl_open", "dt_open", "dd_open", "figcaption_open", "figure_open"),
    )
)


@dataclass(frozen=True)
class Converted:
    """A text as HTML that is not safe yet, and its headings: id, words, level."""

    html: str
    headings: tuple[tuple[str, str, int], ...] = ()


def converted(body: str, language: str, back: str) -> Converted:
    """Convert a text in a language.

    `back` is what the way back from a note is called, `{}` in it the note's number.
    """
    reading = read(body)
    if reading.is_too_deep:
        paragraphs = re.split(r"\n\s*\n", body)
        return Converted("\n".join(f"<p>{escape(words)}</p>" for words in paragraphs))
    tokens = attributed(list(_noted(reading.tokens, back)))
    headings = tuple(_mark_headings(tokens))
    _turn(tokens, direction(language) if language else "ltr")
    for token in tokens:
        _set_side(token)
        token.children = list(_raised(token.children)) if token.children else token.children
    html = str(reader().renderer.render(tokens, reader().options, {}))
    return Converted(html.translate(UNSEEN).strip(), headings)


# Signs that an entity can still write, and that keep a search from finding the word.
UNSEEN = str.maketrans("", "", "\u00ad\u200b\ufeff")


def _mark_headings(tokens: Sequence[Token]) -> Iterator[tuple[str, str, int]]:
    """Yield each heading its id, and the first two levels the second: the page has its title."""
    pairs = pairwise(tokens)
    found = [(opening, words_of(inline)) for opening, inline in pairs if _opens_heading(opening)]
    for (opening, title), own in zip(found, heading_ids(title for _, title in found), strict=True):
        opening.attrSet("id", own)
        yield own, title, max(2, int(opening.tag[1]))
    for token in tokens:
        token.tag = "h2" if token.tag == "h1" else token.tag


def _opens_heading(token: Token) -> bool:
    return token.type == "heading_open"


def _set_side(token: Token) -> None:
    """Align a column by a class of ours: our policy forbids styles."""
    style = str(token.attrs.pop("style", "")) if token.type in ("td_open", "th_open") else ""
    if style in SIDES:
        token.attrSet("class", SIDES[style])


def _turn(tokens: Sequence[Token], usual: str) -> None:
    """Mark each block whose first letter runs against the direction around it."""
    around = [usual]
    for i, token in enumerate(tokens):
        if token.nesting < 0 and token.block:
            around.pop()
        if token.nesting <= 0 or not token.block:
            continue
        own = _first_direction(tokens, i) if token.type in TURNED else ""
        if own and own != around[-1]:
            token.attrSet("dir", own)
        around.append(own or around[-1])


def _first_direction(tokens: Sequence[Token], start: int) -> str:
    """Return the direction of the first words inside a block."""
    level = 0
    for i in range(start, len(tokens)):
        token = tokens[i]
        level += token.nesting
        if level <= 0:
            break
        if token.type == "inline" and (found := direction_of(words_of(token))):
            return found
    return ""


def _raised(parts: Sequence[Token]) -> Iterator[Token]:
    """Raise what a PDF's text writes as `1^{er}`; a square is a sign of its own."""
    for part in parts:
        if part.type != "text" or not RAISED.search(part.content):
            yield part
            continue
        words, *rest = RAISED.split(part.content)
        yield _text(words)
        for braced, bare, after in zip(*[iter(rest)] * 3, strict=True):
            above = braced or bare
            if above in SQUARES:
                yield _text(SQUARES[above])
            else:
                yield Token("html_inline", "", 0, content="<sup>")
                yield _text(above)
                yield Token("html_inline", "", 0, content="</sup>")
            yield _text(after)


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def _noted(tokens: Sequence[Token], back: str) -> Iterator[Token]:
    """Set the notes under a text, each with a way to it and a way back."""
    number = 0
    for token in tokens:
        if token.type == "footnote_open":
            number = int(token.meta["id"]) + 1
            yield Token("list_item_open", "li", 1, attrs={"id": f"fn:{number}"}, block=True)
        elif token.type == "footnote_block_open":
            yield Token("html_block", "", 0, content='<div class="footnote">\n<hr>\n', block=True)
            yield Token("ordered_list_open", "ol", 1, block=True)
        elif token.type in ENDS:
            yield from _ended(token)
        else:
            token.children = [_note_mark(part, back) for part in token.children or ()]
            yield _note_mark(token, back)


ENDS = {"footnote_close": "list_item_close", "footnote_block_close": "ordered_list_close"}


def _ended(token: Token) -> Iterator[Token]:
    tag = "li" if token.type == "footnote_close" else "ol"
    yield Token(ENDS[token.type], tag, -1, block=True)
    if tag == "ol":
        yield Token("html_block", "", 0, content="</div>\n", block=True)


def _note_mark(part: Token, back: str) -> Token:
    """Return a mark of a note, or the way back to it, as HTML."""
    if part.type not in ("footnote_ref", "footnote_anchor"):
        return part
    number, again = int(part.meta["id"]) + 1, int(part.meta.get("subId") or 0)
    place = f"{again + 1}:{number}" if again else f":{number}"
    if part.type == "footnote_ref":
        html = f'<sup id="fnref{place}"><a href="#fn:{number}">{number}</a></sup>'
    else:
        title = escape(back.format(number))
        html = f'\u00a0<a href="#fnref{place}" title="{title}">↩</a>'
    return Token("html_inline", "", 0, content=html)

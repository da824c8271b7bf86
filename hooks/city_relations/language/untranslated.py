"""What a catalogue lacks: told in English, and known to be English wherever it stands on a page.

A sentence without wording is an `Untranslated`. As text it is a string like any other; where it is
escaped into HTML it stands between two marks, which no author can type (control characters are
refused), and `mark_language` makes elements with a `lang` of them, WCAG 3.1.2.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

OPEN, CLOSE = "\x0e", "\x0f"
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
# The words of a sentence are what is left without its values, `{n}` or `%(n)s`.
_VALUES = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%%")
_TOKENS = re.compile(r"(<[^>]*>)")
_PIECES = re.compile(f"([{OPEN}{CLOSE}])")
_ONE_PASSAGE = re.compile(rf"\s*{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}\s*")
_TIME = re.compile(r"<time\b[^>]*>")
_LANGUAGE = re.compile(r"\slang=")
_NAME = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
# Elements whose text is nothing but text: no element stands in them.
_BARE = frozenset(("option", "script", "style", "textarea", "title"))


class Untranslated(str):
    """A sentence in English on a page in another language."""

    __slots__ = ()

    def __html__(self) -> Markup:
        """Return the sentence between marks, for HTML."""
        return marked(escape(str(self)))

    def format(self, *values: Any, **named: Any) -> str:
        """Fill in the values; the sentence stays English."""
        return Untranslated(super().format(*values, **named))


class English(gettext.NullTranslations):
    """The catalogue of last resort: every sentence as the code has it, known to be English."""

    def gettext(self, message: str) -> str:
        """Return a sentence."""
        return untranslated(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a sentence for a number."""
        return untranslated(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return a sentence; an address is nobody's language."""
        return message if context == "address" else untranslated(message)


def untranslated(message: str) -> str:
    """Return a sentence as English; one without words of its own belongs to every language."""
    return Untranslated(message) if has_words(message) else message


def filled(pattern: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its values; without words of its own it is as English as they are."""
    told = pattern.format(**values)
    english = any(isinstance(value, Untranslated) for value in values.values())
    return Untranslated(told) if english and not has_words(pattern) else told


def as_english(pattern: str, told: str) -> str:
    """Return what was made of a sentence, English where the sentence is."""
    return Untranslated(told) if isinstance(pattern, Untranslated) else told


def has_other_language(said: str) -> bool:
    """Return whether a text or HTML is, or holds, something in another language than its page."""
    html = str(escape(said))
    return bool(_MARKS.search(html) or _LANGUAGE.search(html))


def capital(said: str) -> str:
    """Return a label, or a date in HTML, as it begins a line; it stays English where it is."""
    found = _TIME.match(said) if isinstance(said, Markup) else None
    at = found.end() if found else 0
    return as_english(said, said[:at] + said[at : at + 1].upper() + said[at + 1 :])


def has_words(message: str) -> bool:
    """Return whether a sentence says anything beside its values."""
    return re.search(r"[^\W\d_]", _VALUES.sub("", message)) is not None


def marked(html: str) -> Markup:
    """Return HTML between the marks of English."""
    return Markup(f"{OPEN}{html}{CLOSE}")  # noqa: S704 - escaped, or a template's own


def mark_language(html: str) -> str:
    """Return finished HTML whose marked passages have their language.

    A passage that is all an element says gives it the attribute; another becomes a `span`. In
    attributes, and where no element may stand, only the marks go.
    """
    return "".join(_without_marks(html)) if OPEN in html else html


def _without_marks(html: str) -> Iterator[str]:
    tokens, depth, inside = _TOKENS.split(html), 0, [""]
    for at, token in enumerate(tokens):
        if at % 2:
            _follow(inside, token)
            whole = not depth and _says_only(tokens[at : at + 3])
            yield _tagged(token, is_english=whole)
            if whole:
                tokens[at + 1] = _MARKS.sub("", tokens[at + 1])
            continue
        for piece in _PIECES.split(token):
            depth += (piece == OPEN) - (piece == CLOSE)
            outermost = depth == (1 if piece == OPEN else 0)
            yield _edge(inside, piece, outermost=outermost) if piece in (OPEN, CLOSE) else piece


def _says_only(element: list[str]) -> bool:
    """Return whether an element, as its tags and the text between, says one English passage."""
    tag, text, end = [*element, "", ""][:3]
    name = _NAME.match(tag)
    return (
        bool(name and not name[1] and name[2] not in _VOID and end.startswith("</"))
        and _ONE_PASSAGE.fullmatch(text) is not None
        and _LANGUAGE.search(tag) is None
    )


def _tagged(tag: str, *, is_english: bool) -> str:
    """Return a tag without marks; one whose element is English says so."""
    name, bare = _NAME.match(tag), _MARKS.sub("", tag)
    if not name or _LANGUAGE.search(tag):
        return bare
    says_so = is_english or (OPEN in tag and name[2] in _VOID)
    return f'{name[0]} lang="en"{bare[name.end() :]}' if says_so else bare


def _edge(inside: list[str], mark: str, *, outermost: bool) -> str:
    """Return what begins or ends an English passage within the elements that are open."""
    if not outermost or inside[-1] in _BARE:
        return ""
    name = "tspan" if "svg" in inside else "span"
    return f'<{name} lang="en">' if mark == OPEN else f"</{name}>"


def _follow(inside: list[str], token: str) -> None:
    """Keep the names of the elements that are open."""
    tag = _NAME.match(token)
    if not tag or tag[2] in _VOID or token.endswith("/>"):
        return
    if not tag[1]:
        inside.append(tag[2])
    elif len(inside) > 1:
        inside.pop()

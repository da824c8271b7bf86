"""French typography on finished text: firm spaces, real apostrophes, raised « er ».

Only spaces that are written change width; nothing is added between words (Imprimerie nationale,
Lexique des règles typographiques). Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

THIN, FIRM = "\u202f", "\u00a0"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
UNITS = "€|%|km²?|kg|[kMG]o|m²?|ans?|mois|h|°C|habitants?|euros?|millions?|milliards?"
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
KEPT = frozenset(("code", "pre", "kbd", "samp", "script", "style", "textarea"))
TOKENS = re.compile(r"(<[^>]*>)")
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
# What may not be set as the rest: most pages hold nothing of the kind.
PASSAGE = re.compile(rf"\slang=|<(?:{'|'.join(sorted(KEPT))})\b")
LANGUAGE = re.compile(r"""\slang=["']?([\w-]+)""")

# What each rule replaces; a branch begins with its sign, so that most places are passed at once.
_APOSTROPHE = r"'(?=\w)(?<=\w')|&#39;(?=\w)(?<=\w&#39;)"
_THIN = r"[ \u00a0\u202f](?=[;!?](?!\w))"
_FIRM = (
    r"[ \u202f](?=[:»](?!\w))|[ \u202f](?<=«.)|[ ](?=\d)(?<=\bn°.)"
    rf"|[ ](?=(?:{UNITS})(?!\w))(?<=\d.)"
    rf"|[ ](?=(?:{MONTHS})\b)(?:(?<=\b\d.)|(?<=\b\d\d.)|(?<=\b1er.))"
)
_THOUSANDS = r"\d(?<![\d,.\u202f]\d)\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)"
_RULES = re.compile(
    rf"(?P<apostrophe>{_APOSTROPHE})|(?P<ellipsis>\.\.\.)|(?P<thin>{_THIN})|(?P<firm>{_FIRM})"
    rf"|(?P<thousands>{_THOUSANDS})"
)
# Most words need nothing: what no rule could touch is seen in one look.
_TOUCHED = re.compile(r"['\d]|\.\.\.|[ \u00a0\u202f][:;!?»]|«[ \u202f]")
# The blank between a value still to come, `{n}` or `%(n)s`, and its unit.
_UNIT_OF_VALUE = re.compile(rf"(?:(?<=\}})|(?<=\)[sd]))[ ](?=(?:{UNITS})(?!\w))")
_SIGNS = {"apostrophe": "’", "ellipsis": "…", "thin": THIN, "firm": FIRM}
_THIN_GAPS = str.maketrans({" ": THIN, FIRM: THIN})
_FIRST = re.compile(r"\b1er\b")


def french(text: str) -> str:
    """Set plain French text."""
    return _RULES.sub(_set, text) if _TOUCHED.search(text) else text


def _set(found: re.Match[str]) -> str:
    """Return what a rule puts in a place."""
    sign = _SIGNS.get(found.lastgroup or "")
    return sign or found[0].translate(_THIN_GAPS)


def french_html(text: str) -> str:
    """Set the French text between two tags."""
    told = french(text)
    return _FIRST.sub("1<sup>er</sup>", told) if "1er" in told else told


SETTERS: Mapping[str, tuple[Callable[[str], str], Callable[[str], str]]] = MappingProxyType(
    {"fr": (french, french_html)},
)


def typeset_plain(text: str, language: str) -> str:
    """Set a title or summary in its language; a language without rules is left as it is."""
    return SETTERS[language][0](text) if language in SETTERS else text


def typeset_pattern(pattern: str, language: str) -> str:
    """Set a sentence whose values are still to come, such as `{n} ko`."""
    told = typeset_plain(pattern, language)
    return _UNIT_OF_VALUE.sub(FIRM, told) if language in SETTERS else told


def typeset_html(html: Markup, language: str) -> Markup:
    """Set the text of finished HTML, passages in another language and code left as they are."""
    if language not in SETTERS:
        return html
    setter, tokens = SETTERS[language][1], TOKENS.split(html)
    if PASSAGE.search(html):
        _set_around(tokens, setter, language)
    else:
        tokens[::2] = map(setter, tokens[::2])
    return Markup("".join(tokens))  # noqa: S704 - the tags are those that came in


def _set_around(tokens: list[str], setter: Callable[[str], str], language: str) -> None:
    """Set the text among tokens, every other one a tag, but in passages to be left alone."""
    inside: list[tuple[str, bool]] = []  # the elements open now, and whether each is left alone
    for i, token in enumerate(tokens):
        if i % 2:
            _follow(inside, token, language)
        elif not (inside and inside[-1][1]):
            tokens[i] = setter(token)


def _follow(inside: list[tuple[str, bool]], token: str, language: str) -> None:
    """Keep count of the elements that are open, and of whether their text is to be set."""
    tag = TAG.match(token)
    if not tag or tag[2] in VOID or token.endswith("/>"):
        return
    if tag[1]:
        if inside:
            inside.pop()
        return
    told = LANGUAGE.search(token)
    kept = inside[-1][1] if inside else False
    if told:
        kept = not told[1].startswith(language)
    inside.append((tag[2], kept or tag[2] in KEPT))

"""House styles on finished text: each language has its own signs and spaces, or is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from city_relations.language.arabic import arabic, arabic_html
from city_relations.language.french import french, french_html, french_pattern
from city_relations.language.german import german
from city_relations.language.italian import italian
from city_relations.language.japanese import japanese, japanese_html
from city_relations.language.spanish import spanish
from city_relations.language.untranslated import Untranslated
from city_relations.language.words import base_language

Setter = Callable[[str], str]
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
KEPT = frozenset(("code", "pre", "kbd", "samp", "script", "style", "textarea"))
TOKENS = re.compile(r"(<[^>]*>)")
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
# What may not be set as the rest: most pages hold nothing of the kind. A pattern that begins with
# one sign passes all other places at once.
PASSAGE = re.compile(rf"<(?:{'|'.join(sorted(KEPT))})\b")
LANGUAGE = re.compile(r"""\slang=["']?([\w-]+)""")


@dataclass(frozen=True)
class Style:
    """How a language sets plain text, the text between two tags, and a sentence with values."""

    plain: Setter
    html: Setter
    pattern: Setter


# A new language's style is a module like these and its line here.
STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "ar": Style(arabic, arabic_html, arabic),
        "de": Style(german, german, german),
        "es": Style(spanish, spanish, spanish),
        "fr": Style(french, french_html, french_pattern),
        "it": Style(italian, italian, italian),
        "ja": Style(japanese, japanese_html, str),
    }
)


def style_of(language: str) -> Style | None:
    """Return the style of a language (BCP 47), or of the language it is a variety of."""
    return STYLES.get(base_language(language))


def typeset_plain(text: str, language: str) -> str:
    """Set a title or summary in its language; a language without rules is left as it is."""
    style = style_of(language)
    return style.plain(text) if style and not isinstance(text, Untranslated) else text


def typeset_pattern(pattern: str, language: str) -> str:
    """Set a sentence whose values are still to come, such as `{n} ko`."""
    style = style_of(language)
    return style.pattern(pattern) if style and not isinstance(pattern, Untranslated) else pattern


def typeset_html(html: Markup, language: str) -> Markup:
    """Set the text of finished HTML, passages in another language and code left as they are."""
    style = style_of(language)
    if not style:
        return html
    setter, tokens = style.html, _tokens(html)
    if PASSAGE.search(html) or ("lang=" in html and LANGUAGE.search(html)):
        _set_around(tokens, setter, language)
    else:  # most of what stands between two tags is blank
        tokens[::2] = [one if not one or one.isspace() else setter(one) for one in tokens[::2]]
    return Markup("".join(tokens))  # noqa: S704 - the tags are those that came in


def _tokens(html: str) -> list[str]:
    """Part HTML at its tags, every other one a tag.

    Behind the last sign that ends one there is none: a text of tags begun alone is seen once.
    """
    end = html.rfind(">") + 1
    *tokens, last = TOKENS.split(html[:end])
    return [*tokens, last + html[end:]]


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

"""Partners and themes that a text names, as the record knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from city_relations.content import Content
from city_relations.schema.choice import bare, ways_to_say
from city_relations.schema.choices import Theme
from city_relations.schema.nearest import folded

WORD = re.compile(r"\w+")
# What Arabic writes before a name, as one word with it: « and », « in », « to », the article.
BEFORE = re.compile(r"^[وفبلك]{1,2}")
LONGEST = 6  # words of a name
SHORTEST = 3  # letters of a theme's word


@dataclass(frozen=True)
class Named:
    """Finds names in texts: each folded name leads to what it is the name of."""

    names: Mapping[str, str]

    def __call__(self, text: str) -> list[str]:
        """Return what a text names, in the order of the text, each once."""
        words = [folded(word) for word in WORD.findall(text)]
        found = dict.fromkeys(
            self.names[name]
            for at in range(len(words))
            for end in range(min(len(words), at + LONGEST), at, -1)
            for name in _readings(words[at:end])
            if name in self.names
        )
        return list(found)


def _readings(words: list[str]) -> Iterable[str]:
    joined = "".join(words)
    yield joined
    if len(bare_name := BEFORE.sub("", joined)) < len(joined):
        yield bare_name


def partners_named(content: Content) -> Named:
    """Return what finds partners, by every name of theirs."""
    names = {folded(name): slug for name, slug in content.names}
    slugs = {folded(slug): slug for slug in content.partner_slugs}
    own = folded(content.city.name) if content.city and content.city.whole else ""
    return Named({name: slug for name, slug in {**slugs, **names}.items() if name and name != own})


@cache
def themes_named() -> Named:
    """Return what finds themes, by the words of every language."""
    names: dict[str, str] = {}
    for theme in Theme:
        for words in (str(theme), *ways_to_say(theme)):
            if len(bare(words)) >= SHORTEST:
                names[folded(words)] = names[bare(words)] = str(theme)
    return Named(names)

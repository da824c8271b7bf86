"""Why a build is refused, where no file of the staff is at fault: what the engine says then."""

from __future__ import annotations

from city_relations.clock import ClockError
from city_relations.language.words import Words, say
from city_relations.problems import ContentError, refusal

WARNED = say(
    "The warnings above keep the site from being published: the site online stays as it was."
)
TWICE = say(
    "mkdocs.yml names both the plugin “city_relations” and the hook “site_build.py”: "
    "keep one of the two; they do the same work."
)
OTHER_THEME = say(
    "mkdocs.yml asks for another theme: write “name: city_relations” under “theme:”; a folder of "
    "templates of your own stays beside it, under “custom_dir:”."
)
INCOMPLETE = say("city-relations is installed without its theme: install it anew.")


def reason(error: ContentError | ClockError, words: Words) -> str:
    """Say why nothing was even begun: what is wrong with the content, or with the clock."""
    return refusal(error, words) if isinstance(error, ContentError) else words(error.text)

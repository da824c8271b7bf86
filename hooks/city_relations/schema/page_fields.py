"""What stands above a hand-written page of `docs/`; themes and plugins may read more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from city_relations.language.words import N_
from city_relations.schema.asked import Asked, By
from city_relations.schema.base import Base
from city_relations.schema.values import LanguageCode, Line


class PageFields(Base):
    """The fields above the text of a page."""

    title: Line | None = Field(
        default=None, title=N_("Title"), description=N_("What the page is called.")
    )
    description: Annotated[Line, Asked(By.LINES)] | None = Field(
        default=None,
        title=N_("Description"),
        description=N_("What it tells, in a sentence, for search engines."),
    )
    relations: Line | None = Field(
        default=None,
        title=N_("Generated part"),
        description=N_("The part that the software writes into this page; leave it as it is."),
    )
    lang: LanguageCode | None = Field(
        default=None,
        title=N_("Language"),
        description=N_("Of a page that is in another language of the site alone: de."),
    )
    translates: Line | None = Field(
        default=None,
        title=N_("Translates"),
        description=N_(
            "Of a translation: the print of the words it was made from, which “relations new "
            "translation” writes."
        ),
    )

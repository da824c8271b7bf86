"""The editing forms at `/admin/`, in a city that says where they write."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.forms.brought import SCRIPT, published
from city_relations.forms.configuration import as_yaml, configuration
from city_relations.forms.policy import FOLDER, on_the_page
from city_relations.forms.speaking import Speaking
from city_relations.language.words import words_for
from city_relations.published import Asset, Copy
from city_relations.rendering.edition import Edition

CONFIGURATION = "config.yml"


def outputs(edition: Edition) -> Iterator[Asset | Copy]:
    """Yield the page of the forms, what they are told, and the software that draws them.

    It is no page for readers: no search, no map of the site and no robot knows of it. Without the
    software, which “relations forms install” brings, there is nothing.
    """
    city = edition.catalog.city
    brought = published(edition.catalog.root)
    if not city.forms or not brought:
        return
    words = words_for(edition.words.language)
    told = configuration(city.forms, Speaking(words, city.languages), city.name)
    page = edition.render(
        "forms.html",
        here=FOLDER,
        title=told["app_title"],
        policy=on_the_page(city.forms),
        script=SCRIPT,
        configuration=CONFIGURATION,
    )
    yield Asset(f"{FOLDER}index.html", f"{page}\n".encode())
    yield Asset(f"{FOLDER}{CONFIGURATION}", as_yaml(told).encode())
    for name, file in brought.items():
        yield Copy(f"{FOLDER}{name}", file)

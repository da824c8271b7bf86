"""What the site publishes: one module an output, one word in OUTPUTS."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from city_relations.geography import atlas
from city_relations.heap import give_back
from city_relations.outputs import (
    accent,
    agenda,
    atom,
    calendars,
    card_pictures,
    data_catalogue,
    data_geojson,
    data_page,
    data_tables,
    documents,
    easy,
    eco_design,
    embed,
    follow_up,
    forms,
    home,
    journal,
    json_feed,
    legal,
    map_page,
    partner_list,
    partner_pages,
    photos,
    press_files,
    press_page,
    press_photos,
    redirects,
    release_lists,
    release_pages,
    reports,
    robots,
    search_page,
    security_txt,
    server_headers,
    sheets,
    subscribe,
    take_part,
    theme_pages,
    timeline,
)
from city_relations.published import Output
from city_relations.rendering.edition import Edition

# Tables hold all their rows while they are written: they come before what is held of pages.
OUTPUTS: tuple[Callable[[Edition], Iterator[Output]], ...] = (
    data_tables.outputs,
    accent.outputs,
    home.outputs,
    partner_list.outputs,
    partner_pages.outputs,
    sheets.outputs,
    easy.outputs,
    release_lists.outputs,
    release_pages.outputs,
    theme_pages.outputs,
    reports.outputs,
    timeline.outputs,
    agenda.outputs,
    take_part.outputs,
    calendars.outputs,
    follow_up.outputs,
    atom.outputs,
    json_feed.outputs,
    subscribe.outputs,
    journal.outputs,
    data_page.outputs,
    data_geojson.outputs,
    data_catalogue.outputs,
    photos.outputs,
    card_pictures.outputs,
    documents.outputs,
    press_page.outputs,
    press_photos.outputs,
    press_files.outputs,
    redirects.outputs,
    robots.outputs,
    security_txt.outputs,
    server_headers.outputs,
    forms.outputs,
    legal.outputs,
    eco_design.outputs,
    embed.outputs,
    map_page.outputs,
    search_page.outputs,
)
# What a site has once, told in its first language; every other is made in each.
ONCE = frozenset(
    (
        accent.outputs,
        data_geojson.outputs,
        data_tables.outputs,
        data_catalogue.outputs,
        photos.outputs,
        documents.outputs,
        follow_up.outputs,
        robots.outputs,
        security_txt.outputs,
        server_headers.outputs,
        forms.outputs,
    )
)


def publish(edition: Edition) -> Iterator[Output]:
    """Yield everything the site publishes in one language, what the city's own modules give last.

    What a site has once, and what these modules give, comes with the first language.

    Raises OwnModuleError when one of these fails.
    """
    for make in OUTPUTS:
        if edition.is_first or make not in ONCE:
            yield from make(edition)
            if not edition.postpones:  # a preview's next check asks the atlas again
                atlas.let_go()  # where another output draws, it is read anew
            give_back()
    if edition.is_first:
        for module in edition.catalog.modules:
            yield from module.ask("outputs", edition)

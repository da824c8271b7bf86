"""What a build makes is known to the check without making it."""

from __future__ import annotations

from city_relations.catalog.hand_written import INSERTS
from city_relations.outputs import publish
from city_relations.published import Insert, Page
from small_city import catalog_of, edition_of, release

WORLD = {
    "press_releases/2024/2024-05-06-a.md": release(more="themes: [culture]\n"),
    "press_releases/2024/2024-05-06-a.it.md": release(),
    "press_releases/2023/2023-05-06-b.md": release(date="2023-05-06", more="status: withdrawn\n"),
    "press_releases/2022/2022-05-06-c.md": release(date="2022-05-06"),
}


def test_f3_the_check_knows_every_page(tmp_path):
    """The addresses that the check holds links against are those of the pages that are made."""
    edition = edition_of(catalog_of(tmp_path, WORLD))
    outputs = list(publish(edition))
    made = sorted(output.address for output in outputs if isinstance(output, Page))
    assert sorted(edition.catalog.page_addresses) == made
    assert sorted(output.name for output in outputs if isinstance(output, Insert)) == [*INSERTS]

"""The maps of an edition, ready for any page: pictures, their stylesheet, the drawn HTML."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from city_relations.geography.borders import Borders
from city_relations.geography.subregions import subregion
from city_relations.maps.legend import legend
from city_relations.maps.marks import Mark, home, marks, marks_of
from city_relations.maps.pictures import Picture, Scene, pictures
from city_relations.maps.sheets import sheet_of
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_part
from city_relations.schema.countries import region_name
from city_relations.schema.partner import Partner

SHEET = "map-positions.css"
WIDE = 688  # pixels of a map from which on its key is dropped where every mark has its name


def scene(edition: Edition) -> Scene:
    """Gather what there is to draw."""
    return _scene(edition, marks(edition))


def scene_of(edition: Edition, partners: Sequence[Partner]) -> Scene:
    """Gather what there is to draw of some partners, numbered in their order."""
    return _scene(edition, marks_of(edition, partners))


def _scene(edition: Edition, marked: tuple[Mark, ...]) -> Scene:
    city = edition.catalog.city
    around = edition.naming_city(edition.words.gettext("Around {city}").format(city=city.name))
    return Scene(
        marks=marked,
        home=home(edition),
        city=city.name,
        around=around,
        nearer=edition.words.gettext("Close view"),
        names=_names(edition),
        borders=Borders(str(city.borders)),
        store=edition.store,
    )


def _names(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the names of the partners' countries and of their sub-regions, by their codes."""
    codes = sorted({p.country for p in edition.partners if p.country})
    regions = sorted(set(filter(None, map(subregion, codes))))
    countries = [(code, edition.country(code)) for code in codes]
    several = [("", edition.country(""))]
    return (*several, *countries, *((c, region_name(c, edition.language)) for c in regions))


def maps(edition: Edition) -> tuple[Picture, ...]:
    """Draw what the map opens on, then the other view, where there are two."""
    return pictures(scene(edition))


def sheet_path(edition: Edition) -> str:
    """Return where the stylesheet of positions lives."""
    return f"{edition.addresses.map}{SHEET}"


def sheet(edition: Edition) -> str:
    """Write where every mark and name stands, in every view and at every width."""
    return "\n".join(sheet_of(picture) for picture in maps(edition)) + "\n"


@kept_part
def home_map(edition: Edition, here: str) -> Markup:
    """Return the map for the home page: what the map opens on, each mark a link."""
    found = scene(edition)
    first = pictures(found)[0]
    return edition.render(
        "map_home.html",
        here=here,
        picture=first,
        scene=found,
        legend=legend(edition, found.marks),
        sheet=sheet_path(edition),
        needs_key=not first.is_named(WIDE),
    )

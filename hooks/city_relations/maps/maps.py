"""The maps of an edition, ready for any page: pictures, their stylesheet, the drawn HTML."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.geography.borders import Borders
from city_relations.maps.marks import home, marks
from city_relations.maps.pictures import Picture, Scene, pictures
from city_relations.rendering.edition import Edition

SHEET = "map-positions.css"


def scene(edition: Edition) -> Scene:
    """Gather what there is to draw."""
    city = edition.catalog.city
    around = edition.naming_city(edition.words.gettext("Around {city}").format(city=city.name))
    return Scene(
        marks=marks(edition),
        home=home(edition),
        city=city.name,
        around=around,
        nearer=edition.words.gettext("Close view"),
        borders=Borders(str(city.borders)),
        store=edition.store,
    )


def maps(edition: Edition) -> tuple[Picture, ...]:
    """Draw the world and, where partners crowd, the close view."""
    return pictures(scene(edition))


def sheet_path(edition: Edition) -> str:
    """Return where the stylesheet of positions lives."""
    return f"{edition.addresses.map}{SHEET}"


def sheet(edition: Edition) -> str:
    """Write where every mark and name stands, in every view and at every width."""
    return "\n".join(picture.stylesheet for picture in maps(edition)) + "\n"


def home_map(edition: Edition, here: str) -> Markup:
    """Return the map for the home page: the views side by side, each mark a link."""
    found = scene(edition)
    drawn = pictures(found)
    return edition.render(
        "map_home.html",
        here=here,
        pictures=drawn,
        scene=found,
        sheet=sheet_path(edition),
        needs_key=not all(picture.is_named(_width(drawn)) for picture in drawn),
    )


def _width(drawn: tuple[Picture, ...]) -> int:
    """Return the least width of a view on a wide home page: one fills it, two share it."""
    return 680 if len(drawn) == 1 else 430

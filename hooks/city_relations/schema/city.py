"""What the configuration says of the city: its identity, once."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic.functional_validators import AfterValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base, Record
from city_relations.schema.choices import Borders, TieKind
from city_relations.schema.city_parts import Accessibility, Legal, OwnLink, Publisher
from city_relations.schema.coordinates import Coordinates
from city_relations.schema.embedding import EmbedHost
from city_relations.schema.forms_setting import Forms
from city_relations.schema.law import Law, Licence
from city_relations.schema.localized import LocalizedProse, LocalizedText
from city_relations.schema.parts import Contact
from city_relations.schema.paths import FontPath, PagePath
from city_relations.schema.taking_part import Ways
from city_relations.schema.time_zone import TimeZone
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import CountryCode, LanguageCode, Line, Truth


def _colour(value: str) -> str:
    digits = value.removeprefix("#")
    if not re.fullmatch("[0-9a-fA-F]{6}", digits):
        raise fault("colour", say("“{value}” is not a colour: write #8c1d2c.", value=value))
    return "#" + digits.lower()


Colour = Annotated[Line, AfterValidator(_colour)]
RegionCode = Annotated[Line, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]


class EasyKind(Base):
    """What a kind of tie is, in easy language."""

    kind: TieKind = Field(title=N_("Kind"), description=N_("What bond it is."))
    text: LocalizedProse = Field(
        title=N_("Explanation"),
        description=N_("What it means, in easy language and Markdown, one sentence a line."),
    )


class City(Record):
    """The city whose ties the site tells."""

    guide_page: ClassVar[str] = "city.md"

    name: Line = Field(title=N_("Name"), description=N_("The city's name."))
    of_name: Line | None = Field(
        default=None,
        title=N_("Of the city"),
        description=N_("Its name after “of”, where grammar changes it: “du Havre”."),
    )
    country: CountryCode = Field(
        title=N_("Country"), description=N_("Its country, by name or as a code.")
    )
    region: RegionCode | None = Field(
        default=None,
        title=N_("Region"),
        description=N_("Where a region has a law of its own: its ISO 3166-2 code, such as CA-QC."),
    )
    coordinates: Coordinates = Field(
        title=N_("Coordinates"), description=N_("Where it stands: {lat: 45.57, lon: 5.92}.")
    )
    languages: tuple[LanguageCode, ...] = Field(
        min_length=1,
        title=N_("Languages"),
        description=N_("The site's languages; the first is the master language."),
    )
    site_name: LocalizedText | None = Field(
        default=None,
        title=N_("Name of the site"),
        description=N_(
            "Its name in its other languages, such as {de: Unsere Stadt und die Welt}; the first "
            "is “site_name:” of mkdocs.yml."
        ),
    )
    site_description: LocalizedText | None = Field(
        default=None,
        title=N_("Description of the site"),
        description=N_(
            "What it is, in its other languages, for search engines; the first is "
            "“site_description:” of mkdocs.yml."
        ),
    )
    time_zone: TimeZone = Field(
        title=N_("Time zone"), description=N_("In which embargoes end, such as Europe/Paris.")
    )
    borders: Borders = Field(
        default=Borders.NONE,
        title=N_("Borders"),
        description=N_("Which borders the map draws; the city must approve them."),
    )
    accent: Colour = Field(
        default="#8c1d2c",
        title=N_("Accent"),
        description=N_("The one colour of the site, such as #8c1d2c."),
    )
    second_accent: Colour | None = Field(
        default=None,
        title=N_("Second accent"),
        description=N_("A second colour, for the edge of the masthead and the lines of the mark."),
    )
    logo: PagePath | None = Field(
        default=None,
        title=N_("Logo"),
        description=N_("A picture below docs/ in place of mark and title: pictures/logo.svg."),
    )
    mark: PagePath | None = Field(
        default=None,
        title=N_("Mark"),
        description=N_("A small square picture below docs/, before the title and in the foot."),
    )
    favicon: PagePath | None = Field(
        default=None,
        title=N_("Icon"),
        description=N_("A picture below docs/ for the tabs of browsers, in SVG or PNG."),
    )
    masthead_links: tuple[OwnLink, ...] = Field(
        default=(),
        title=N_("Links of the masthead"),
        description=N_("The city's own sites, above the menu."),
    )
    foot_links: tuple[OwnLink, ...] = Field(
        default=(),
        title=N_("Links of the foot"),
        description=N_("The city's own pages elsewhere, at the foot of every page."),
    )
    easy: tuple[EasyKind, ...] = Field(
        default=(),
        title=N_("Easy language"),
        description=N_(
            "What each kind of tie is, in easy language: it stands on the page of what is told "
            "so, and below the easy text of each partner with such a tie."
        ),
    )
    take_part: Ways = Field(
        default=(),
        title=N_("Take part"),
        description=N_(
            "What residents can join whoever the partner is: a text in Markdown, or a list of "
            "ways. It stands first among the ways to take part."
        ),
    )
    modules: tuple[Line, ...] = Field(
        default=(),
        title=N_("Modules"),
        description=N_("Outputs, pages and checks of the city's own: hooks/our_feed.py."),
    )
    publisher: Publisher = Field(title=N_("Publisher"), description=N_("Who publishes the site."))
    residents_office: Contact | None = Field(
        default=None, title=N_("Office for residents"), description=N_("Else the press office.")
    )
    press_office: Contact = Field(
        title=N_("Press office"), description=N_("Where journalists write.")
    )
    public_contacts: tuple[Line, ...] = Field(
        default=(),
        title=N_("Public contacts"),
        description=N_("Numbers and addresses that may be published although they look private."),
    )
    public_repository: Truth = Field(
        default=False,
        title=N_("Public folder"),
        description=N_("yes when anybody can read these files: an embargo then keeps no secret."),
    )
    legal: Legal = Field(
        title=N_("Legal notice"),
        description=N_(
            "What the law asks to say, in the site's first language, or in several as {fr: …, de: "
            "…}: each page takes its own, else the first. So do “publisher:”, “accessibility:” "
            "and the links of masthead and foot."
        ),
    )
    accessibility: Accessibility = Field(
        title=N_("Accessibility"), description=N_("Contact, and the audit when there is one.")
    )
    pdf: Truth = Field(
        default=True,
        title=N_("PDF"),
        description=N_("no when no PDF of press releases and yearly reports is wanted."),
    )
    sheets: Truth = Field(
        default=False,
        title=N_("Sheets of partners"),
        description=N_("yes when the sheet of each partner, as PDF, is published on its page."),
    )
    fonts: tuple[FontPath, ...] = Field(
        default=(),
        title=N_("Fonts"),
        description=N_(
            "Font files beside mkdocs.yml for pages, cards and PDF, for letters that ours lack: "
            "Georgian, Armenian, Thai. Where none is named, Noto’s are taken if this machine has "
            "them."
        ),
    )
    embed_on: tuple[EmbedHost, ...] = Field(
        default=(),
        title=N_("Sites that may frame"),
        description=N_(
            "Who may show partners, dates and releases in a frame: the city's own site, as "
            "https://www.example.org; without it nobody can."
        ),
    )
    security_contact: Line | None = Field(
        default=None,
        title=N_("Security contact"),
        description=N_("Where to tell of a weakness of the site; else the accessibility contact."),
    )
    follow_up: Truth = Field(
        default=False,
        title=N_("Follow-up"),
        description=N_("yes when the calendar of what is due may be published for the staff."),
    )
    hsts: Truth = Field(
        default=False,
        title=N_("HTTPS alone"),
        description=N_(
            "oui when all that the host serves answers by https for good: browsers are told so "
            "for a year (HSTS)."
        ),
    )
    licence: Licence | None = Field(
        default=None,
        title=N_("Licence"),
        description=N_("On what terms the data may be reused; none is given in your name."),
    )
    law: Law = Field(
        default_factory=Law,
        title=N_("Law"),
        description=N_("Where other words hold than those of the country’s law."),
    )
    forms: Forms | None = Field(
        default=None,
        title=N_("Forms"),
        description=N_("Where the forms of /admin/ write: the forge, and the repository on it."),
    )
    demonstration: LocalizedText | None = Field(
        default=None,
        title=N_("Demonstration"),
        description=N_("Said at the foot of every page of a site that is not official."),
    )

    @property
    def master(self) -> str:
        """Return the master language."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone."""
        return ZoneInfo(self.time_zone)

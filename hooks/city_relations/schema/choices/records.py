"""The closed lists of profiles, releases and settings, each value with the words people read."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


@dataclass(frozen=True)
class Settlement:
    """What is true of a kind of partner: its type for schema.org, and whether it has a country."""

    thing_type: str
    has_country: bool = True


_AREA, _CITY = Settlement("AdministrativeArea"), Settlement("City")


class PartnerKind(Choice):
    """What the other side of a tie is."""

    thing_type: str
    has_country: bool

    CITY = "city", say_in("partner", "city"), say_in("partner, also", "town, municipality"), _CITY
    DISTRICT = "district", say_in("partner", "district"), "", _AREA
    REGION = "region", say_in("partner", "region"), "", _AREA
    FEDERATION = (
        "federation",
        say_in("partner", "federation of municipalities"),
        say_in("partner, also", "federation, union of municipalities"),
        _AREA,
    )
    BOROUGH = "borough", say_in("partner", "borough"), "", _CITY
    METROPOLIS = (
        "metropolis",
        say_in("partner", "metropolis"),
        say_in("partner, also", "metropolitan area"),
        _AREA,
    )
    PROVINCE = "province", say_in("partner", "province"), "", _AREA
    DEPARTMENT = "department", say_in("partner", "department"), "", _AREA
    COUNTY = "county", say_in("partner", "county"), "", _AREA
    CANTON = "canton", say_in("partner", "canton"), "", _AREA
    PREFECTURE = "prefecture", say_in("partner", "prefecture"), "", _AREA
    GOVERNORATE = "governorate", say_in("partner", "governorate"), "", _AREA
    VOIVODESHIP = "voivodeship", say_in("partner", "voivodeship"), "", _AREA
    STATE = (
        "state",
        say_in("partner", "state of a federation"),
        say_in("partner, also", "state, federated state"),
        _AREA,
    )
    UNIVERSITY = (
        "university",
        say_in("partner", "university"),
        say_in("partner, also", "college"),
        Settlement("CollegeOrUniversity"),
    )
    NETWORK = (
        "network",
        say_in("partner", "network"),
        say_in("partner, also", "network of cities, association of cities"),
        Settlement("Organization", has_country=False),
    )


class Point(Choice):
    """What the point on the map marks."""

    CENTRE = "centre", say_in("point", "centre")
    SEAT = "seat", say_in("point", "seat")


class Qualifier(Choice):
    """How exact a figure is."""

    ABOUT = "about", say_in("figure", "about")
    MORE_THAN = "more_than", say_in("figure", "more than")
    LESS_THAN = "less_than", say_in("figure", "less than")


class OperatorKind(Choice):
    """Who makes a tie live on the ground."""

    ASSOCIATION = "association", say_in("operator", "association")
    TWINNING_COMMITTEE = (
        "twinning_committee",
        say_in("operator", "twinning committee"),
        say_in("operator, also", "committee"),
    )
    LOCAL_OPERATOR = (
        "local_operator",
        say_in("operator", "local operator"),
        say_in("operator, also", "operator"),
    )
    INSTITUTION = "institution", say_in("operator", "institution")


@dataclass(frozen=True)
class Journey:
    """What is true of a kind of event: whether a delegation was sent abroad for it, or received."""

    sent: bool = False
    received: bool = False


_NONE = Journey()


class EventKind(Choice):
    """What an event is."""

    sent: bool
    received: bool

    VISIT_IN = (
        "visit_in",
        say_in("event", "delegation received"),
        say_in("event, also", "visit received"),
        Journey(received=True),
    )
    VISIT_OUT = (
        "visit_out",
        say_in("event", "delegation abroad"),
        say_in("event, also", "delegation sent, visit made"),
        Journey(sent=True),
    )
    ANNIVERSARY = "anniversary", say_in("event", "anniversary"), "", _NONE
    FESTIVAL = "festival", say_in("event", "festival"), "", _NONE
    MEETING = "meeting", say_in("event", "meeting"), say_in("event, also", "conference"), _NONE
    OTHER = (
        "other",
        say_in("event", "event"),
        say_in("event, also", "other event, concert, exhibition, show, match"),
        _NONE,
    )


class IssuerKind(Choice):
    """Who speaks in a release."""

    CITY = "city", say_in("issuer", "city"), say_in("issuer, also", "town")
    INTERCOMMUNAL = (
        "intercommunal",
        say_in("issuer", "intercommunal body"),
        say_in("issuer, also", "community of municipalities"),
    )
    ASSOCIATION = "association", say_in("issuer", "association")
    PARTNER = "partner", say_in("issuer", "partner")
    GROUP = "group", say_in("issuer", "group of authorities"), say_in("issuer, also", "grouping")
    POLITICAL_GROUP = (
        "political_group",
        say_in("issuer", "political group"),
        say_in("issuer, also", "group of councillors, majority group, opposition group"),
    )


class Status(Choice):
    """Whether a release may be seen."""

    DRAFT = "draft", say_in("status", "draft")
    PUBLISHED = "published", say_in("status", "published")
    WITHDRAWN = "withdrawn", say_in("status", "withdrawn")


class ProfileStatus(Choice):
    """Whether a profile may be seen."""

    DRAFT = "draft", say_in("status", "draft")
    PUBLISHED = "published", say_in("status", "published")


@dataclass(frozen=True)
class Likeness:
    """What is true of those in a photo: whether each must have consented to be shown."""

    must_consent: bool


class People(Choice):
    """Who can be recognised in a photo."""

    must_consent: bool

    NONE = "none", say_in("people", "nobody"), "", Likeness(must_consent=False)
    CROWD = (
        "crowd",
        say_in("people", "a crowd"),
        say_in("people, also", "people"),
        Likeness(must_consent=False),
    )
    IDENTIFIED = (
        "identified",
        say_in("people", "recognisable adults"),
        say_in("people, also", "adults"),
        Likeness(must_consent=True),
    )
    MINOR = (
        "minor",
        say_in("people", "minors"),
        say_in("people, also", "children"),
        Likeness(must_consent=True),
    )


class Borders(Choice):
    """Which borders the map draws: whose view is a political choice."""

    NONE = "none", say_in("borders", "none")
    FRANCE = "france", say_in("borders", "France's view")
    UN = "un", say_in("borders", "the United Nations' view")


@dataclass(frozen=True)
class Hosting:
    """What is true of a forge, for the forms.

    `engine` is their word for it, `address` where it usually is, `api` the path of its programs on
    a host of one's own; `login` is their word for how people log in with their account, if they
    can without a server of ours. `programs` answers their questions and `faces` shows people, at
    its usual address.
    """

    engine: str
    address: str
    api: str
    login: str
    programs: str = ""
    faces: str = ""


class Forge(Choice):
    """What keeps the files, their versions and who may change them."""

    engine: str
    address: str
    api: str
    login: str
    programs: str
    faces: str

    GITHUB = (
        "github",
        say_in("forge", "GitHub"),
        "",
        Hosting(
            "github",
            "https://github.com",
            "/api/v3",
            "",
            programs="https://api.github.com",
            faces="https://avatars.githubusercontent.com",
        ),
    )
    GITLAB = (
        "gitlab",
        say_in("forge", "GitLab"),
        "",
        Hosting(
            "gitlab",
            "https://gitlab.com",
            "/api/v4",
            "pkce",
            programs="https://gitlab.com",
            faces="https://gitlab.com",
        ),
    )
    FORGEJO = (
        "forgejo",
        say_in("forge", "Forgejo or Gitea"),
        "gitea, codeberg",
        Hosting("gitea", "", "/api/v1", "oauth"),
    )

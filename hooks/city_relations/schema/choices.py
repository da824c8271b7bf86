"""The closed lists of the trade, each value with the words people read."""

from __future__ import annotations

from collections.abc import Sequence

from city_relations.language.words import say_in
from city_relations.schema.choice import Choice


class TieKind(Choice):
    """What bond a tie is."""

    TWINNING = "twinning", say_in("tie", "twinning")
    DECENTRALISED_COOPERATION = (
        "decentralised_cooperation",
        say_in("tie", "decentralised cooperation"),
    )
    FRIENDSHIP = (
        "friendship",
        say_in("tie", "friendship pact"),
        say_in("tie, also", "friendship, pact, friendship agreement"),
    )
    AGREEMENT = (
        "agreement",
        say_in("tie", "agreement"),
        say_in("tie, also", "cooperation agreement, framework agreement"),
    )
    PROJECT = "project", say_in("tie", "project"), say_in("tie, also", "joint project")


class ActKind(Choice):
    """What founds or changes a tie."""

    CALL = "call", say_in("act", "call for partners"), say_in("act, also", "call for interest")
    INTENT = (
        "intent",
        say_in("act", "letter of intent"),
        say_in("act, also", "declaration of intent"),
    )
    VOTE = "vote", say_in("act", "council vote"), say_in("act, also", "decision of the council")
    SIGNATURE = "signature", say_in("act", "signature")
    AMENDMENT = "amendment", say_in("act", "amendment")
    RENEWAL = "renewal", say_in("act", "renewal")
    SUSPENSION = "suspension", say_in("act", "suspension")
    RESUMPTION = "resumption", say_in("act", "resumption")
    END = "end", say_in("act", "end")


class PartnerKind(Choice):
    """What the other side of a tie is."""

    CITY = "city", say_in("partner", "city"), say_in("partner, also", "town, municipality")
    DISTRICT = "district", say_in("partner", "district")
    REGION = "region", say_in("partner", "region")
    FEDERATION = (
        "federation",
        say_in("partner", "federation of municipalities"),
        say_in("partner, also", "federation, union of municipalities"),
    )
    BOROUGH = "borough", say_in("partner", "borough")


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


class EventKind(Choice):
    """What an event is."""

    VISIT_IN = (
        "visit_in",
        say_in("event", "delegation received"),
        say_in("event, also", "visit received"),
    )
    VISIT_OUT = (
        "visit_out",
        say_in("event", "delegation abroad"),
        say_in("event, also", "delegation sent, visit made"),
    )
    ANNIVERSARY = "anniversary", say_in("event", "anniversary")
    FESTIVAL = "festival", say_in("event", "festival")
    MEETING = "meeting", say_in("event", "meeting"), say_in("event, also", "conference")
    OTHER = (
        "other",
        say_in("event", "event"),
        say_in("event, also", "other event, concert, exhibition, show, match"),
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


class Status(Choice):
    """Whether a release may be seen."""

    DRAFT = "draft", say_in("status", "draft")
    PUBLISHED = "published", say_in("status", "published")
    WITHDRAWN = "withdrawn", say_in("status", "withdrawn")


class People(Choice):
    """Who can be recognised in a photo."""

    NONE = "none", say_in("people", "nobody")
    CROWD = "crowd", say_in("people", "a crowd"), say_in("people, also", "people")
    IDENTIFIED = (
        "identified",
        say_in("people", "recognisable adults"),
        say_in("people, also", "adults"),
    )
    MINOR = "minor", say_in("people", "minors"), say_in("people, also", "children")


class Borders(Choice):
    """Which borders the map draws: whose view is a political choice."""

    NONE = "none", say_in("borders", "none")
    FRANCE = "france", say_in("borders", "France's view")
    UN = "un", say_in("borders", "the United Nations' view")


class Theme(Choice):
    """What a tie, a project or a release is about."""

    WATER = "water", say_in("theme", "water")
    WASTE = "waste", say_in("theme", "waste")
    ENVIRONMENT = "environment", say_in("theme", "environment")
    MOUNTAIN = "mountain", say_in("theme", "mountain")
    CLIMATE = "climate", say_in("theme", "climate")
    ENERGY = "energy", say_in("theme", "energy")
    YOUTH = "youth", say_in("theme", "youth")
    EDUCATION = "education", say_in("theme", "education")
    HIGHER_EDUCATION = "higher_education", say_in("theme", "higher education")
    CULTURE = "culture", say_in("theme", "culture")
    HERITAGE = "heritage", say_in("theme", "heritage")
    SPORT = "sport", say_in("theme", "sport")
    HEALTH = "health", say_in("theme", "health")
    SOLIDARITY = "solidarity", say_in("theme", "solidarity")
    PARTICIPATION = "participation", say_in("theme", "civic participation")
    GOVERNANCE = (
        "governance",
        say_in("theme", "local governance"),
        say_in("theme, also", "governance"),
    )
    ECONOMY = "economy", say_in("theme", "economy")
    TOURISM = "tourism", say_in("theme", "tourism")
    AGRICULTURE = "agriculture", say_in("theme", "agriculture")
    URBAN_PLANNING = "urban_planning", say_in("theme", "urban planning")
    DIGITAL = "digital", say_in("theme", "digital")
    FRANCOPHONIE = "francophonie", say_in("theme", "French-speaking world")
    ASSOCIATIONS = "associations", say_in("theme", "associations")
    PEACE = "peace", say_in("theme", "peace")
    EQUALITY = "equality", say_in("theme", "equality")

    @classmethod
    def usual(cls) -> Sequence[Theme]:
        """Give three themes that most releases are about."""
        return (cls.CULTURE, cls.YOUTH, cls.EDUCATION)

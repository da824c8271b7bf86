"""Fields of other tools: which field of ours is meant, and how its value is written here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from city_relations.language.words import Text, say
from city_relations.schema.nearest import folded

PICTURE = re.compile(r"(?i)[^/\s,:]+\.(?:jpe?g|png|webp|gif)")
_PHOTO = "\n  - file: {value}\n    alt: …\n    credit: …"


@dataclass(frozen=True)
class Foreign:
    """What stands here in the place of another tool's field, and why.

    `meant` is the field of ours, "" for none; `values` says how its values are written here;
    `form` the lines to write for a value that `fits` it.
    """

    meant: str
    why: Text
    values: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    fits: re.Pattern[str] = PICTURE

    def lines(self, value: object) -> str:
        """Return the lines to write in the place of a value; nothing where none are known."""
        fit = isinstance(value, str) and self.form and self.fits.fullmatch(value)
        return self.form.format(value=value) if fit else ""

    def value(self, written: object) -> object:
        """Return how a value is written here."""
        return self.values.get(str(written).strip().lower(), written)


Foreigners = Mapping[str, Foreign]


def foreigners(*groups: tuple[str, Foreign]) -> Foreigners:
    """Map the names of each group, parted by spaces and compared folded, to what stands here."""
    return {folded(name): foreign for names, foreign in groups for name in names.split()}


_LAYOUT = "layout template weight menu toc comments featured sticky pin pinned css_class sidebar"
_ADDRESS = "slug permalink url path basename id guid uid"
_PICTURES = (
    "image images featured_image feature_image cover cover_image thumbnail thumb teaser_image "
    "hero hero_image banner og_image header_image picture gallery visuel illustration photo"
)

_SUMMARIES = (
    "description excerpt abstract lead intro introduction standfirst subtitle sub_title subheading "
    "subhead tagline sommaire extrait accroche sous_titre meta_description teaser chapeau chapô "
    "résumé"
)
_DATES = (
    "pubdate publish_date published_at publication_date date_published created created_at "
    "date_de_publication date_publication publié_le jour"
)

SITE_S_AFFAIR = Foreign("", say("the layout is the site's own affair: delete this line."))
FILE_S_NAME = Foreign(
    "",
    say("the page's address is made of the file's name: rename the file, and delete this line."),
)
FORMER = Foreign(
    "",
    say(
        "addresses a page had before stand under “formerly:”, by their short names alone, such as "
        "“formerly: [turin-2023]”: put yours there, and delete this line."
    ),
)
PHOTOS = Foreign(
    "photos",
    say(
        "a picture stands under “photos:”, with what it shows (“alt:”) and who took it "
        "(“credit:”); its file lies beside this one."
    ),
    form=_PHOTO,
)
_NO_AUTHOR = say(
    "a release is signed by an office, never by a person: delete this line; who speaks stands "
    "under “issuer:”, by default the city."
)
_BY_FILE_S_NAME = say(
    "the language of a translation stands in its file's name, such as 2024-02-29-korca.en.md; that "
    "of a text written in no other stands under “language:”."
)
_NO_DRAFT = say(
    "a profile is no draft: what is not to be published yet stays out of the folder; "
    "delete this line."
)

OF_EVERY_RECORD = (
    (_LAYOUT, SITE_S_AFFAIR),
    (_ADDRESS, FILE_S_NAME),
    ("aliases alias redirect_from redirects old_url", FORMER),
    (_PICTURES, PHOTOS),
)
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_TIE = say(
    "a tie stands under “ties:”, with what it is and since when, or the acts that founded it."
)
_SIGNED = say("when a tie was signed stands under its “acts:”; a first year alone under “since:”.")
_IN_A_RELEASE_S_TEXT = (
    (
        "content body text texte corps contenu",
        Foreign("", say("the text of a release stands below the second “---”: move it there.")),
    ),
    (
        "links link liens lien sources source url references reference web",
        Foreign(
            "",
            say("a source stands in the text, as a link: move it there, [its name](its address)."),
        ),
    ),
    (
        "city cities town ville villes partner partenaire partners_cities twin_city commune",
        Foreign("partners", say("the partners concerned stand under “partners:”.")),
    ),
)
OF_A_RELEASE = foreigners(
    *OF_EVERY_RECORD,
    *_IN_A_RELEASE_S_TEXT,
    (
        "tags tag categories category keywords keyword topics topic subjects taxonomies",
        Foreign("themes", say("what it is about stands under “themes:”, in words of its list.")),
    ),
    (
        "draft brouillon",
        Foreign(
            "status",
            say("whether a release is a draft stands under “status:”: draft or published."),
            {"true": "draft", "false": "published", "oui": "draft", "non": "published"}
            | {"yes": "draft", "no": "published", "vrai": "draft", "faux": "published"},
        ),
    ),
    (
        "published visible publish",
        Foreign(
            "status",
            say("whether a release is a draft stands under “status:”: draft or published."),
            {"true": "published", "false": "draft", "oui": "published", "non": "draft"}
            | {"yes": "published", "no": "draft", "vrai": "published", "faux": "draft"},
        ),
    ),
    (
        _SUMMARIES,
        Foreign("summary", say("the message in two or three sentences stands under “summary:”.")),
    ),
    ("author authors byline writer auteur auteurs created_by", Foreign("", _NO_AUTHOR)),
    ("lang languages locale langue", Foreign("language", _BY_FILE_S_NAME)),
    (
        "lastmod updated modified last_modified last_modified_at updated_at date_modified",
        Foreign(
            "",
            say(
                "what was put right stands under “corrections:”, each with “date:” and “note:”: "
                "delete this line."
            ),
        ),
    ),
    (
        _DATES,
        Foreign("date", say("the day of publication stands under “date:”, such as 2024-02-29.")),
    ),
    ("headline name", Foreign("title", say("the title stands under “title:”."))),
)
OF_A_PROFILE = foreigners(
    *OF_EVERY_RECORD,
    (
        "description summary excerpt bio content text body presentation abstract subtitle intro",
        Foreign("about", say("who the partner is stands under “about:”.")),
    ),
    (
        "easy_read easy_language easy_to_read plain_language simple falc facile leichte_sprache",
        Foreign("easy", say("the text in easy language stands under “easy:”.")),
    ),
    (
        "title headline ville city town nom_de_la_ville",
        Foreign("name", say("the partner's usual name stands under “name:”.")),
    ),
    (
        "tags tag categories category keywords topics themes",
        Foreign("", say("what a tie is about stands under it, as “themes:”: put it there.")),
    ),
    ("draft published status publish visible", Foreign("", _NO_DRAFT)),
    (
        "author authors byline auteur lastmod updated modified updated_at last_modified",
        Foreign(
            "",
            say(
                "a profile bears no name; when it was read over stands under “checked:”, "
                "such as {{date: 2026-11-22}}: delete this line."
            ),
        ),
    ),
    (
        "site homepage web site_web www",
        Foreign("website", say("its site stands under “website:”.")),
    ),
    (
        "jumelage twinning jumelé_depuis jumelée_depuis twinned_since",
        Foreign("ties", _TIE, form="\n  - kind: twinning\n    since: {value}", fits=_DAY),
    ),
    ("since depuis signed signature acts accord agreement lien", Foreign("", _TIE)),
    (
        "location gps position geolocation coordonnées coords latlng geo",
        Foreign("coordinates", say("where the partner lies stands under “coordinates:”.")),
    ),
    (
        "lat lon lng latitude longitude",
        Foreign(
            "",
            say(
                "where the partner lies stands on one line, such as "
                "“coordinates: {{lat: 45.07, lon: 7.69}}”: put both numbers there."
            ),
        ),
    ),
)
OF_A_TIE = foreigners(
    (
        "date signed signature signed_on signé_le start",
        Foreign("acts", _SIGNED, form=" [{{act: signature, date: {value}}}]", fits=_DAY),
    ),
    ("type", Foreign("kind", say("what bond it is stands under “kind:”."))),
    ("place lieu", Foreign("", say("where an act was signed stands with the act, as “place:”."))),
)
OF_AN_ACT = foreigners(
    ("type kind name title", Foreign("act", say("what was done stands under “act:”."))),
    ("when on year", Foreign("date", say("when it was done stands under “date:”."))),
    ("where location lieu", Foreign("place", say("where it was done stands under “place:”."))),
)
OF_A_PHOTO = foreigners(
    (
        "author photographer copyright auteur source by",
        Foreign("credit", say("who took the picture stands under “credit:”.")),
    ),
    (
        "description alt_text texte_alternatif",
        Foreign("alt", say("what the picture shows stands under “alt:”.")),
    ),
    (
        "src image filename name path picture url photo",
        Foreign("file", say("the picture's file stands under “file:”, by its name alone.")),
    ),
    (
        "title legend",
        Foreign("caption", say("the text under the picture stands under “caption:”.")),
    ),
)
OF_AN_EVENT = foreigners(
    (
        "planned",
        Foreign("date", say("an event has one date, even one to come: write “date”.")),
    ),
    (
        "start begin from dtstart day when",
        Foreign(
            "date",
            say("an event has one date, or a period such as 2024-03-04/2024-03-10: write “date”."),
        ),
    ),
    ("name summary label", Foreign("title", say("what happens stands under “title:”."))),
    ("location where venue lieu", Foreign("place", say("where it happens stands under “place:”."))),
    (
        "hour hours start_time begins opening heure heures horaire horaires",
        Foreign("time", say("the hour stands under “time:”, such as 18:30 or 18:30/20:00.")),
    ),
    (
        "street adresse postal_address",
        Foreign("address", say("where to go stands under “address:”.")),
    ),
    (
        "cost fee admission ticket tickets tarif tarifs prix entry entrance",
        Foreign("price", say("what it costs stands under “price:”, such as free or 5 EUR.")),
    ),
    (
        "register booking signup rsvp inscription inscriptions réservation reservation",
        Foreign("registration", say("where to register stands under “registration:”.")),
    ),
    (
        "public for who who_for target public_visé pour_qui",
        Foreign("audience", say("who may come stands under “audience:”.")),
    ),
)

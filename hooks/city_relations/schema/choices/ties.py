"""What a tie is and what is done to it; each value says all that is true of it."""

from __future__ import annotations

from dataclasses import dataclass

from city_relations.language.words import Text, say, say_in
from city_relations.schema.choice import Choice
from city_relations.schema.choices.states import State


@dataclass(frozen=True)
class Look:
    """How a kind of tie is drawn, on maps and before its name.

    `day` and `night` are its colour on light and on dark paper, each with a contrast of 4.5 at
    least; `corners` are the points of its shape as SVG writes them, from -12 to 12; without them
    it is a disc. A number on it stands `lower` than the middle and is of `size`, both in rem.
    """

    day: str
    night: str
    corners: str = ""
    lower: float = 0
    size: float = 0.8125


@dataclass(frozen=True)
class Bond:
    """What is true of a kind of tie.

    `meaning` explains it to a reader who never met the word; `of_it` and `to_it` name it after an
    act; a partner has one `lasting` tie of a kind at a time.
    """

    meaning: Text
    of_it: Text
    to_it: Text
    look: Look
    lasting: bool = False


class TieKind(Choice):
    """What bond a tie is."""

    meaning: Text
    of_it: Text
    to_it: Text
    look: Look
    lasting: bool

    TWINNING = (
        "twinning",
        say_in("tie", "twinning"),
        say_in("tie, also", "town twinning, sister city, twin town, twin city, partner city"),
        Bond(
            say(
                "Two cities promise each other a lasting friendship between their people, "
                "by a vote of both councils and a signed charter. Schools, clubs and "
                "families keep it alive; it has no end date."
            ),
            say_in("of the tie", "of the twinning"),
            say_in("to the tie", "to the twinning"),
            Look("#9b2c2c", "#f3a69c"),
            lasting=True,
        ),
    )
    DECENTRALISED_COOPERATION = (
        "decentralised_cooperation",
        say_in("tie", "decentralised cooperation"),
        "",
        Bond(
            say(
                "Two local authorities work together abroad on subjects they name, for a "
                "stated time and with a stated budget, by an agreement they can renew."
            ),
            say_in("of the tie", "of the decentralised cooperation"),
            say_in("to the tie", "to the decentralised cooperation"),
            Look("#1c5d78", "#86c8e6", "-9.5,-9.5 9.5,-9.5 9.5,9.5 -9.5,9.5"),
        ),
    )
    FRIENDSHIP = (
        "friendship",
        say_in("tie", "friendship pact"),
        say_in("tie, also", "friendship, pact, friendship agreement, friendship city"),
        Bond(
            say(
                "Two cities declare that they esteem each other and want to know each "
                "other better. It promises less than a twinning, and often comes before "
                "one."
            ),
            say_in("of the tie", "of the friendship pact"),
            say_in("to the tie", "to the friendship pact"),
            Look("#7d5700", "#e2c069", "0,-11.5 11.5,0 0,11.5 -11.5,0"),
            lasting=True,
        ),
    )
    AGREEMENT = (
        "agreement",
        say_in("tie", "agreement"),
        say_in("tie, also", "cooperation agreement, framework agreement"),
        Bond(
            say(
                "Two authorities sign a general frame for what they will do together, and "
                "fill it with actions as they go."
            ),
            say_in("of the tie", "of the agreement"),
            say_in("to the tie", "to the agreement"),
            Look("#55498f", "#bdb6f5", "0,-10.5 11.5,9.5 -11.5,9.5", lower=0.2, size=0.75),
        ),
    )
    PROJECT = (
        "project",
        say_in("tie", "project"),
        say_in("tie, also", "joint project"),
        Bond(
            say(
                "Two partners do one thing together, limited to a theme and a time, such "
                "as an exhibition, a training or a restoration."
            ),
            say_in("of the tie", "of the project"),
            say_in("to the tie", "to the project"),
            Look(
                "#39682f",
                "#a3d194",
                "-4.5,-11 4.5,-11 4.5,-4.5 11,-4.5 11,4.5 4.5,4.5 4.5,11 -4.5,11 -4.5,4.5"
                " -11,4.5 -11,-4.5 -4.5,-4.5",
                size=0.6875,
            ),
        ),
    )
    TO_CONFIRM = (
        "to_confirm",
        say_in("tie", "kind to be confirmed"),
        say_in("tie, also", "unknown kind"),
        Bond(
            say("A tie that is known, whose kind the city has still to verify."),
            say_in("of the tie", "of the tie"),
            say_in("to the tie", "to the tie"),
            Look("#57534e", "#b8b2a7", "-10.5,-5 10.5,-5 10.5,5 -10.5,5"),
        ),
    )


@dataclass(frozen=True)
class Deed:
    """What is true of a kind of act.

    `planned` says that it is announced, `reaches` is the state it leads to. One that `founds` is a
    tie's first signature, one that `binds` has parties, one that `renews` starts the term anew;
    one that `opens` comes before all else, one that `needs_signature` after the founding. `titled`
    names the act of a tie; without it its own name is enough.
    """

    planned: Text
    reaches: State
    titled: Text | None = None
    opens: bool = False
    founds: bool = False
    binds: bool = False
    renews: bool = False
    needs_signature: bool = False


class ActKind(Choice):
    """What founds or changes a tie, in the order in which acts of one date follow each other."""

    planned: Text
    reaches: State
    titled: Text | None
    opens: bool
    founds: bool
    binds: bool
    renews: bool
    needs_signature: bool

    CALL = (
        "call",
        say_in("act", "call for partners"),
        say_in("act, also", "call for interest"),
        Deed(say("call for partners planned"), State.PROSPECTING, opens=True),
    )
    INTENT = (
        "intent",
        say_in("act", "letter of intent"),
        say_in("act, also", "declaration of intent"),
        Deed(say("letter of intent planned"), State.INTENDED),
    )
    VOTE = (
        "vote",
        say_in("act", "council vote"),
        say_in("act, also", "decision of the council"),
        Deed(say("council vote planned"), State.VOTED),
    )
    SIGNATURE = (
        "signature",
        say_in("act", "signature"),
        "",
        Deed(
            say("signature planned"),
            State.IN_FORCE,
            titled=say("{act} {of_tie}"),
            founds=True,
            binds=True,
            renews=True,
        ),
    )
    AMENDMENT = (
        "amendment",
        say_in("act", "amendment"),
        "",
        Deed(
            say("amendment planned"),
            State.IN_FORCE,
            titled=say("amendment {to_tie}"),
            binds=True,
            needs_signature=True,
        ),
    )
    RENEWAL = (
        "renewal",
        say_in("act", "renewal"),
        "",
        Deed(
            say("renewal planned"),
            State.IN_FORCE,
            titled=say("{act} {of_tie}"),
            binds=True,
            renews=True,
            needs_signature=True,
        ),
    )
    SUSPENSION = (
        "suspension",
        say_in("act", "suspension"),
        "",
        Deed(
            say("suspension planned"),
            State.SUSPENDED,
            titled=say("{act} {of_tie}"),
            needs_signature=True,
        ),
    )
    RESUMPTION = (
        "resumption",
        say_in("act", "resumption"),
        "",
        Deed(
            say("resumption planned"),
            State.IN_FORCE,
            titled=say("{act} {of_tie}"),
            needs_signature=True,
        ),
    )
    END = (
        "end",
        say_in("act", "end"),
        "",
        Deed(
            say("end planned"),
            State.ENDED,
            titled=say("{act} {of_tie}"),
            needs_signature=True,
        ),
    )

    @property
    def rank(self) -> int:
        """Return its place among acts of one date, which is that in this list."""
        return [*type(self)].index(self)

    @property
    def prepares(self) -> bool:
        """Return whether it comes before anything is signed."""
        return self.reaches.prospective

    @property
    def suspends(self) -> bool:
        """Return whether it holds a tie without ending it."""
        return self.reaches is State.SUSPENDED

    @property
    def resumes(self) -> bool:
        """Return whether it lets a tie live again as it was."""
        return self.reaches.lives and not self.binds

    @property
    def ends(self) -> bool:
        """Return whether a tie is over after it."""
        return self.reaches.past

"""Two memories of the ties of a city: whom a row means, and where it and the record differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from city_relations.dates import EdtfDate
from city_relations.geography.projections import distance_km
from city_relations.importing.ties.claims import Claim
from city_relations.language.words import Text, say
from city_relations.schema.choices import TieKind
from city_relations.schema.nearest import folded
from city_relations.schema.partner import Partner
from city_relations.ties import Standing, TieNow, main_tie, ties_with_standing

FAR = 5.0  # km between two points of one place
NEAR = 10.0  # km, below which tenths are told


class Matter(StrEnum):
    """In what two memories differ."""

    MISSING_HERE = "missing_here"
    MISSING_THERE = "missing_there"
    KIND = "kind"
    DATE = "date"
    END = "end"
    PLACE = "place"


MATTERS: dict[Matter, Text] = {
    Matter.MISSING_HERE: say("in the file, and not in the record"),
    Matter.MISSING_THERE: say("in the record, and not in the file"),
    Matter.KIND: say("the kinds differ"),
    Matter.DATE: say("the dates differ"),
    Matter.END: say("one says that it has ended, the other that it lives"),
    Matter.PLACE: say("the points are more than five kilometres apart"),
}


@dataclass(frozen=True)
class Difference:
    """One difference: in what, of which partner, what each side says; `row` is 0 without a row."""

    matter: Matter
    partner: str
    here: str
    there: str
    row: int = 0


class Known:
    """Finds the partners that a claim means: by their Wikidata numbers, else name and country."""

    def __init__(self, partners: Iterable[Partner]) -> None:
        self._by_item: dict[str, Partner] = {}
        self._by_name: dict[str, list[Partner]] = {}
        for partner in partners:
            if partner.wikidata:
                self._by_item[partner.wikidata] = partner
            for name in {folded(name) for name in (*partner.names, partner.slug)}:
                self._by_name.setdefault(name, []).append(partner)

    def meant(self, claim: Claim) -> tuple[Partner, ...]:
        """Return the partner a claim means; several where its name is that of several."""
        if found := self._by_item.get(claim.wikidata):
            return (found,)
        named = self._by_name.get(folded(claim.name), ())
        return tuple(
            one
            for one in named
            if not (claim.country and one.country and claim.country != one.country)
            and not (claim.wikidata and one.wikidata)
        )


def differences(
    claims: Sequence[Claim], partners: Sequence[Partner], today: date
) -> Iterator[Difference]:
    """Yield where a table and the record differ on a day: its rows in order, then what it lacks."""
    known, met = Known(partners), set()
    for claim in claims:
        found = known.meant(claim)
        if len(found) != 1:
            yield Difference(Matter.MISSING_HERE, claim.name, "", claim.country, claim.row)
            continue
        bond = tie_of(claim, found[0], today)
        met.add((found[0].slug, bond[1].key))
        yield from _of_one(claim, found[0], bond, today)
    for partner in partners:
        for tie, standing in ties_with_standing(partner.ties, today):
            if (partner.slug, standing.key) not in met:
                here = standing.founded or tie.since
                yield Difference(Matter.MISSING_THERE, _name(partner), str(here or ""), "")


def tie_of(claim: Claim, partner: Partner, today: date) -> TieNow:
    """Return which of a partner's ties a claim means: of its kind, nearest to its date."""
    ties = ties_with_standing(partner.ties, today)
    alike = [one for one in ties if one[0].kind is claim.kind] or list(ties)
    dated = [one for one in alike if claim.since and not _disagree(_begun(one), claim.since)]
    return dated[0] if dated else main_tie(alike)


def _begun(one: TieNow) -> EdtfDate | None:
    tie, standing = one
    return standing.begun or tie.since


def _of_one(claim: Claim, partner: Partner, bond: TieNow, today: date) -> Iterator[Difference]:
    tie, standing = bond
    name, begun = _name(partner), _begun(bond)
    if claim.kind not in (TieKind.TO_CONFIRM, tie.kind) and tie.kind is not TieKind.TO_CONFIRM:
        yield Difference(Matter.KIND, name, str(tie.kind), str(claim.kind), claim.row)
    if claim.since and _disagree(begun, claim.since):
        yield Difference(Matter.DATE, name, str(begun), str(claim.since), claim.row)
    ended = claim.ends_by(today)
    if ended is not None and ended != standing.state.past:
        yield Difference(Matter.END, name, _state(standing), _claimed(claim), claim.row)
    elif ended and claim.end and _disagree(standing.until, claim.end):
        yield Difference(Matter.DATE, name, _state(standing), str(claim.end), claim.row)
    if km := _apart(claim, partner):
        yield Difference(
            Matter.PLACE, name, "", f"{km:.3g} km" if km < NEAR else f"{km:.0f} km", claim.row
        )


def _disagree(here: EdtfDate | None, there: EdtfDate) -> bool:
    """Return whether two dates have no day in common: what is vaguer contradicts nothing."""
    if here is None or here.is_unknown or there.is_unknown:
        return False
    return here.last < there.first or there.last < here.first


def _apart(claim: Claim, partner: Partner) -> float:
    here = partner.coordinates
    if not (claim.point and here):
        return 0
    km = distance_km((here.lon, here.lat), claim.point)
    return km if km > FAR else 0


def _state(standing: Standing) -> str:
    return str(standing.state) + (f" {standing.until}" if standing.until else "")


def _claimed(claim: Claim) -> str:
    return str(claim.end or claim.state or "")


def _name(partner: Partner) -> str:
    return next(iter(partner.name.values()))

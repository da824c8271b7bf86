"""What the law of a city's country asks of its site: one file of data a country, no code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path

from city_relations.documents import profile
from city_relations.language.words import Text, say, say_in
from city_relations.law.compliance import compliance
from city_relations.problems import ContentError
from city_relations.schema.city import City
from city_relations.schema.law import AccessibilityDuty, Duty, Law, LawFile, Licence
from city_relations.schema.shaped import shapes_of
from city_relations.schema.validation_errors import problems_of

FOLDER = Path(__file__).parent
# The law of a country nobody has read yet: it claims nothing.
WORLD = "world"
DUTIES = tuple(Law.model_fields)


@dataclass(frozen=True)
class LawOfCity:
    """What the law asks of one city: common duties, its country's, its region's, its own words.

    `files` names the files it was taken from, the nearest last.
    """

    duties: Law
    files: tuple[str, ...]

    @property
    def accessibility(self) -> AccessibilityDuty:
        """Return what is said of accessibility."""
        return self.duties.accessibility

    def standard(self, city: City) -> str:
        """Return what the city's audit judged by; nothing where nobody says it."""
        audit = city.accessibility.audit
        return (audit and audit.standard) or self.accessibility.standard or ""

    def state(self, city: City) -> Text:
        """Say how accessible the site is, by its audit and by what the law makes of it."""
        audit, duty = city.accessibility.audit, self.accessibility
        if audit is None and not duty.not_compliant_without_audit:
            return say_in("accessibility", "not audited yet")
        if audit and duty.not_compliant_below is None:
            return say("{rate} % of the criteria met", rate=round(audit.rate))
        return compliance(audit.rate if audit else 0, duty.not_compliant_below or 0)


def codes() -> tuple[str, ...]:
    """List the laws there are: `fr`, `ca-qc`, `eu`, sorted; that of the world is among them."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def regions_with_law(country: str) -> tuple[str, ...]:
    """List the regions of a country that have a law of their own here, such as CA-QC."""
    return tuple(code.upper() for code in codes() if code.startswith(f"{country.lower()}-"))


@cache
def read_law(code: str) -> LawFile:
    """Return the law of a code, read once; see `parse_law`."""
    return parse_law((FOLDER / f"{code}.yml").read_text(encoding="utf-8"), f"law/{code}.yml")


def parse_law(text: str, file: str) -> LawFile:
    """Read the text of a law's file.

    Raises ContentError with every fault of it, by line: an unknown duty, a text that is empty.
    """
    document = profile(text, file, shapes=shapes_of(LawFile))
    if faults := [*document.problems, *problems_of(LawFile, document)]:
        raise ContentError(faults)
    return LawFile.model_validate(document.fields)


def law_of(city: City) -> LawOfCity:
    """Return what the law asks of a city, its own words over the country's.

    Raises ContentError where a file of ours is faulty.
    """
    files = tuple(_files_of(city.country, city.region or ""))
    law = reduce(_over, (*map(read_law, files), city.law), Law())
    return LawOfCity(law, files)


def licence_for(country: str, region: str = "") -> Licence | None:
    """Return the first licence that a country, or its region, made for its authorities' data."""
    made = [one for code in _files_of(country, region) for one in read_law(code).licences[:1]]
    return made[-1] if made else None


def _files_of(country: str, region: str) -> Iterator[str]:
    """Yield the laws of a place, the widest first; that of the world where there is no other."""
    known = codes()
    common = [code for code in known if country in read_law(code).members]
    within = region if region.startswith(f"{country}-") else ""
    own = [code for code in (country.lower(), within.lower()) if code in known]
    yield from [*common, *own] or [WORLD]


def _over(law: Law, other: Law) -> Law:
    """Put what another law says in the place of what this one says, field by field."""
    return law.model_copy(
        update={name: _one_over(getattr(law, name), getattr(other, name)) for name in DUTIES}
    )


def _one_over(duty: Duty, other: Duty) -> Duty:
    said = {name: getattr(other, name) for name in other.model_fields_set}
    return duty.model_copy(update=said)

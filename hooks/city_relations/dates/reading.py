"""Dates as people write them in the languages of a site, turned into EDTF text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from city_relations.dates import also, errors, french
from city_relations.dates.french_parts import third_of_month
from city_relations.dates.grammar import Grammar, grammar_of, order_of
from city_relations.dates.lexicon import folded
from city_relations.dates.piece import Piece
from city_relations.dates.points import first_day, last_day, side
from city_relations.dates.wordings import AMONG, BETWEEN_YEARS, DECADE, WRAPPED
from city_relations.language.words import SOURCE_LANGUAGE, base_language

FRENCH = "fr"
DEEPEST = 3  # small words that may stand around a point: « probably on Monday … »
_DIGITS = re.compile(r"(\d{1,2})([/. -])(\d{1,2})\2(\d{4})")
_EDTF = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{3}x|\d\dxx")
_MARKED = re.compile(r"(.+?) ?([~?%])")
_SPLIT = re.compile(r" ?[-/] ?")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def to_edtf(given: str, languages: Sequence[str], *, southern: bool = False) -> str:
    """Return the EDTF text of what was written in one of some languages; else a DateError.

    French, English and what belongs to no language are read in any city. What was before a date
    comes as `<1990`, which EDTF cannot say. Seasons are those of the north, or of the south where
    `southern`.
    """
    spoken = [base_language(language) for language in languages]
    n = spoken.index(FRENCH) if FRENCH in spoken else len(spoken)
    found = _in_digits(given, languages[0]) or _in_words(given, languages[:n], southern=southern)
    if found:
        return found
    try:
        return french.to_edtf(given, southern=southern)
    except errors.DateError as error:
        # What is no French may still be read by its catalogue and in the languages after it.
        found = _in_words(given, (*languages[n:], SOURCE_LANGUAGE), southern=southern)
        if not found:
            raise error from None
        return found


def _in_words(given: str, languages: Iterable[str], *, southern: bool) -> str:
    """Read by the wordings of some languages; empty where the text is none of their dates."""
    if not any(sign.isalpha() for sign in folded(given)):
        return ""  # digits and signs belong to no language, so that none need be asked
    readers = (Reader(given, grammar_of(language), southern) for language in languages)
    return next(filter(None, (reader.read() for reader in readers)), "")


def _in_digits(given: str, language: str) -> str:
    """Read 03/04/2026 by the order of a language; where it has none, both are told."""
    found = _DIGITS.fullmatch(given.strip())
    if not found or (order := order_of(language)) == "dmy":
        return ""
    one, other, year = int(found[1]), int(found[3]), f"{int(found[4]):04}"
    month_first, day_first = f"{year}-{one:02}-{other:02}", f"{year}-{other:02}-{one:02}"
    if order == "mdy" and one <= 12:  # noqa: PLR2004 - the months of a year
        return month_first
    if not order and max(one, other) <= 12 and one != other:  # noqa: PLR2004 - either may be it
        raise errors.which_order(given, day_first, month_first)
    return month_first if other > 12 else day_first  # noqa: PLR2004 - the months of a year


@dataclass(frozen=True)
class Reader:
    """One text read by the grammar of one language."""

    given: str
    grammar: Grammar
    southern: bool

    def read(self) -> str:
        """Return EDTF text; empty where the text is none of the language's dates."""
        return self._read(self.grammar.lexicon.plain(self.given))

    def _read(self, plain: str) -> str:
        if next(self._matches(also.UNKNOWN, plain), None):
            return french.UNKNOWN
        for found in self._matches(also.DOUBTED, plain):
            if (inner := self._read(found["date"])) and inner[-1] not in "]?%":
                return inner[:-1] + "%" if inner.endswith("~") else f"{inner}?"
        return (
            self._years(plain)
            or self._among(plain)
            or self._period(self._told_sides(also.PERIOD, plain))
            or self._bounded(plain)
            or self._days(plain)
            or self._point(plain)
            or self._period(self._dashed_sides(plain))
        )

    def _matches(self, name: str, plain: str) -> Iterator[re.Match[str]]:
        patterns = self.grammar.patterns[name]
        return (found for pattern in patterns if (found := pattern.fullmatch(plain)))

    def _years(self, plain: str) -> str:
        """Read a century told by its years."""
        for found in self._matches(BETWEEN_YEARS, plain):
            first, last = found["first"], found["last"]
            if first[:2] == last[:2] and (first[2:], last[2:]) == ("00", "99"):
                return f"{first[:2]}XX"
        return ""

    def _among(self, plain: str) -> str:
        """Read one day among several of a year."""
        for first, last in self._told_sides(AMONG, plain):
            if first.day and last.day:
                start, end = (p.written(self.given, southern=False) for p in (first, last))
                if start[:4] == end[:4] and start < end:
                    return f"[{start}..{end}]"
        return ""

    def _told_sides(self, name: str, plain: str) -> Iterator[tuple[Piece, Piece]]:
        """Yield both sides of a period told by a wording."""
        return self._sides((found["start"], found["end"]) for found in self._matches(name, plain))

    def _dashed_sides(self, plain: str) -> Iterator[tuple[Piece, Piece]]:
        """Yield both sides of a period told by a dash: « 4–10 March 2026 »."""
        dashes = _SPLIT.finditer(plain)
        return self._sides((plain[: dash.start()], plain[dash.end() :]) for dash in dashes)

    def _sides(self, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[Piece, Piece]]:
        """Yield both sides of a period, each with what the other says for it."""
        for first, last in texts:
            start, end = self._piece(first), self._piece(last)
            if start and end and not (start.is_bare and end.is_bare):
                yield start.completed(end, earlier=True), end.completed(start, earlier=False)

    def _period(self, pairs: Iterator[tuple[Piece, Piece]]) -> str:
        told = (side(p.written(self.given, southern=self.southern)) for p in next(pairs, ()))
        return "/".join(told)

    def _bounded(self, plain: str) -> str:
        """Read what is known by one side alone: since, until, before, at the latest."""
        for name, shape in (
            (also.LATEST, "[..{last}]"),
            (also.BEFORE, "<{first}"),
            (also.SINCE, "{side}/.."),
            (also.UNTIL, "../{side}"),
        ):
            for found in self._matches(name, plain):
                if point := self._point(found["date"]):
                    first, last = first_day(point), last_day(point)
                    return shape.format(first=first, last=last, side=side(point))
        return ""

    def _days(self, plain: str) -> str:
        """Read days that follow each other as the period they are; days apart are refused."""
        for first, last in self._told_sides(also.DAYS, plain):
            if not (first.day and last.day):
                continue
            start, end = (p.written(self.given, southern=False) for p in (first, last))
            if first.month == last.month and last.day != first.day + 1:
                raise errors.days_apart(self.given)
            return f"{start}/{end}"
        return ""

    def _point(self, plain: str) -> str:
        piece = self._piece(plain)
        if not piece or piece.is_bare:
            return ""
        return piece.written(self.given, southern=self.southern)

    def _piece(self, plain: str, deep: int = 0) -> Piece | None:
        """Read a point, or what one side of a period says of it."""
        plain = plain.strip()
        if found := _MARKED.fullmatch(plain):
            return self._doubted(self._piece(found[1], deep + 1), found[2])
        if piece := self._whole(plain) or self._told(plain):
            return piece
        if deep >= DEEPEST:
            return None
        for name, mark in ((also.ABOUT, "~"), (also.DOUBTED, "?"), (WRAPPED, "")):
            for found in self._matches(name, plain):
                if piece := self._piece(found["date"], deep + 1):
                    return self._doubted(piece, mark)
        return self._on_a_weekday(plain, deep)

    def _on_a_weekday(self, plain: str, deep: int) -> Piece | None:
        """Read a day that names its weekday, before it or behind."""
        names = self.grammar.lexicon.weekdays
        for name in sorted(names, key=len, reverse=True):
            behind = next((n for n in (f"({name})", name) if plain.endswith(n)), "")
            rest = plain.removesuffix(behind) if behind else plain.removeprefix(name)
            piece = self._piece(rest, deep + 1) if rest != plain else None
            if piece and piece.day:
                return replace(piece, weekday=names[name])
        return None

    @staticmethod
    def _doubted(piece: Piece | None, mark: str) -> Piece | None:
        """Add a doubt to a point: about and uncertain are both."""
        if not piece or not mark:
            return piece
        return replace(piece, mark="%" if piece.mark and piece.mark != mark else mark)

    def _told(self, plain: str) -> Piece | None:
        """Read a day, a month, a season or a year, or a part of it."""
        names = self.grammar.lexicon
        if (found := _DIGITS.fullmatch(plain)) and self.grammar.order:
            day, month = (1, 3) if self.grammar.order == "dmy" else (3, 1)
            return Piece(found[4], month=int(found[month]), day=int(found[day]))
        for told in self._matches(also.POINT, plain):
            part = told.groupdict()
            return Piece(
                part.get("year") or "",
                part.get("following") or "",
                names.months.get(part.get("month") or "", 0),
                int(part.get("day") or 0),
                names.seasons.get(part.get("season") or "", 0),
            )
        return None

    def _whole(self, plain: str) -> Piece | None:
        """Read a point that is EDTF at once: a decade, a century, a part of a year or a month."""
        if _EDTF.fullmatch(plain):
            return Piece(edtf=plain.upper())
        for found in self._matches(DECADE, plain):
            return Piece(edtf=f"{found['decade'][:3]}X")
        for found in self._matches(also.CENTURY, plain):
            if number := _number(found["century"]):
                return Piece(edtf=f"{number - 1:02}XX")
        for pattern, part in self.grammar.parts_of_year:
            if found_part := pattern.fullmatch(plain):
                return Piece(edtf=f"{found_part['year']}-{part}")
        return self._part_of_month(plain)

    def _part_of_month(self, plain: str) -> Piece | None:
        for pattern, n in self.grammar.parts_of_month:
            if found := pattern.fullmatch(plain):
                year, month = int(found["year"]), self.grammar.lexicon.months[found["month"]]
                first, last = third_of_month(year, month, n)
                name = f"{year:04}-{month:02}"
                return Piece(edtf=f"[{name}-{first:02}..{name}-{last:02}]")
        return None


def _number(century: str) -> int:
    """Return the number of a century in digits or in Roman ones; 0 for none."""
    if century.isdecimal():
        return int(century)
    values = [_ROMAN[sign] for sign in century]
    later = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, later, strict=True))

"""Dates as French staff write them, turned into EDTF text; knows the grammar, not the calendar."""

from __future__ import annotations

import re
import unicodedata

from city_relations.dates import errors
from city_relations.dates.french_parts import among_days, part_of_month, part_of_year
from city_relations.dates.points import check_weekday, check_year, first_day, last_day, side

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
SHORT_MONTHS = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
SEASONS = ("printemps", "ete", "automne", "hiver")
NORTHERN, SOUTHERN = 21, 29  # EDTF's number of spring; the seasons of the south have their own
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_MONTH = {name: n for n, name in enumerate(MONTHS, 1)} | SHORT_MONTHS
_M = r"(" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\.?"
_MN = _M.replace("(", "(?:", 1)
_Y = r"(\d{2,})"

UNKNOWN = "XXXX"  # EDTF's year of which no digit is known
_UNKNOWN = re.compile(
    r"(?:(?:une )?dates? )?(?:inconnue?s?|non connue?s?|indeterminee?s?|unknown)"
    r"|unknown date|xxxx|\.\.|\?"
)
_LATEST = re.compile(
    r"au plus tard,? (?:dans )?(.+)|(.+?),? au plus tard|\.\. ?([^./].*)|\[\.\. ?([^\]]+)\]"
)
_BEFORE = re.compile(r"(?:avant |< ?)(.+)")
_DECADE = re.compile(r"(?:dans |pendant )?(?:les )?annees (\d{3})0|(\d{3})0s|(\d{3})x")
_CENTURY = re.compile(r"(\d\d)xx|entre (\d\d)00 et (?:\2)99|(\w+?)e siecle")
_ROMAN = {"xvi": 15, "xvii": 16, "xviii": 17, "xix": 18, "xx": 19, "xxi": 20}
_ABOUT = re.compile(r"^(?:vers|environ|autour de|~)\s*")
_MARKS = re.compile(r"\s*(?:([~?%]+)|\((dates? incertaines?)\))$")
_ARTICLE = re.compile(r"^(?:a l'|au |dans l'|de l'|en |le |l'|courant )")
_WEEKDAY = re.compile(r"^(" + "|".join(WEEKDAYS) + r") ")
_DAY = re.compile(r"(?:le )?(?:(?:" + "|".join(WEEKDAYS) + r") )?\d{1,2}")
_TIME = re.compile(r"^(\d{4}-\d\d-\d\d)[t ]\d")

# « 21 juin 2025 à 18h30 », « 21/06/2025 18:30 »
_HOUR = re.compile(r"(?P<day>\S.*\d{4}),? (?:a |à |at )?\d{1,2} ?(?:h|heures?|:)(?: ?\d\d)?")
_YEARLESS = re.compile(
    rf"(?:(?:le )?\d{{1,2}} )?{_M}|(?:{'|'.join(SEASONS)})(?: austral| boreal)?e?"
)
_MONTH_AFTER_SLASH = re.compile(r"(\d{4})/(0[1-9]|1[0-2])")

_POINTS = (
    (re.compile(r"^(\d+)[-](\d{1,2})[-](\d{1,2})$"), "ymd"),
    (re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$"), "ymd"),
    (re.compile(r"^(\d+)-(\d{1,2})$"), "ym"),
    (re.compile(rf"^(\d{{1,2}})[/. -](\d{{1,2}})[/. -]{_Y}$"), "dmy"),
    (re.compile(rf"^(\d{{1,2}}) {_M} {_Y}$"), "dmy"),
    (re.compile(r"^(\d{1,2})[/.](\d{4})$"), "my"),
    (re.compile(rf"^{_M} {_Y}$"), "my"),
    (re.compile(r"^(\d+)$"), "y"),
)
_SEASON = re.compile(
    rf"^({'|'.join(SEASONS)})( austral| boreal)?e? (?:de )?(\d{{2}}(?:\d\d)?)(?:[-/](\d{{4}}))?$"
)
_HALFLESS = re.compile(rf"\b({'|'.join(SEASONS)})(?! (?:austral|boreal))\b")
_NORTHERN = re.compile(r"(?<=\d{4}-)2([1-4])(?![\d-])")
_ONE_SLASH = re.compile(r"\d{1,2}/\d{4}.?|(?:.*[ '])?(?:ete|hiver)(?: austral)? \d{4}/\d{4}")
_PERIODS = (
    re.compile(
        r"^(?:du |de (?!l')|d'|(?=de l'))(.+?) (?:au |a (?!l')|(?=a l')|jusqu'(?:au|a|en) )(.+)$"
    ),
    re.compile(r"^(?:les? )?(.+?) (?:au|a|et le) (.+)$"),
    re.compile(r"^(.+?) [-/] (.+)$"),
    re.compile(r"^(\d{4})-(\d{4})$"),
    re.compile(rf"^(?:les? )?(\d{{1,2}}|(?:\d{{1,2}} )?{_MN})-((?:\d{{1,2}} )?{_MN} \d{{4}})$"),
    re.compile(rf"^((?:\d{{1,2}} )?{_MN} \d{{4}})-((?:\d{{1,2}} )?{_MN} \d{{4}})$"),
    re.compile(r"^(?:les? )?(\d{1,2})-(\d{1,2}[/.]\d{1,2}[/.]\d{4})$"),
)


def to_edtf(given: str, *, southern: bool = False) -> str:
    """Return the EDTF text of what was written; a DateError when it is in none of the forms.

    What was before a date comes as `<1990`, which EDTF cannot say. Seasons are those of the north,
    or of the south where `southern`.
    """
    plain = _plain(given)
    if not plain:
        raise errors.missing()
    if southern:
        plain = _NORTHERN.sub(lambda m: str(int(m[1]) + SOUTHERN - 1), plain)
        plain = _HALFLESS.sub(r"\1 austral", plain)
    if clock := _TIME.match(plain):
        raise errors.with_time(given, clock[1])
    if hour := _HOUR.fullmatch(plain):
        raise errors.with_time(given, to_edtf(hour["day"], southern=southern))
    if monthly := _MONTH_AFTER_SLASH.fullmatch(plain):
        raise errors.slashed(given, f"{monthly[1]}-{monthly[2]}")
    if _YEARLESS.fullmatch(_ARTICLE.sub("", plain)):
        raise errors.no_year(given)
    if _UNKNOWN.fullmatch(plain):
        return UNKNOWN
    found = (
        among_days(plain, lambda text: _point(text, given), given)
        or _latest(plain, given)
        or _open(plain, given)
        or _period(plain, given)
        or _point(plain, given)
    )
    if not found:
        raise errors.unreadable(given)
    return found


def _plain(given: str) -> str:
    """Fold spaces, apostrophes, dashes, accents and case; « 1er » is 1."""
    text = unicodedata.normalize("NFKD", given.replace("’", "'")).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = re.sub(r"[‐‑‒–—]", "-", re.sub(r"[\u200b\u2060\ufeff]", "", text))
    return re.sub(r"\b1er\b", "1", " ".join(text.split()))


def _latest(plain: str, given: str) -> str:
    """Read a date known by its end alone: « au plus tard en 2012 », ..2012, « avant 1990 »."""
    if found := _LATEST.fullmatch(plain):
        point = _point(next(filter(None, found.groups())), given)
        return f"[..{last_day(point)}]" if point else ""
    if (found := _BEFORE.fullmatch(plain)) and (point := _point(found[1], given)):
        return f"<{first_day(point)}"
    return ""


def _open(plain: str, given: str) -> str:
    """Read a period open on one side: « depuis 2019 », « jusqu’en 2014 », 2019/.., ../2014."""
    if re.fullmatch(r"\.\.\s?/\s?\.\.|/", plain):
        raise errors.endless(given)
    if half := re.fullmatch(r"(?:depuis |des )(.+)|(.+?) ?/ ?\.\.", plain):
        point = _point(half[1] or half[2], given)
        return f"{side(point)}/.." if point else ""
    if half := re.fullmatch(r"jusqu'(?:au|a|en) ?(.+)|\.\. ?/ ?(.+)", plain):
        point = _point(half[1] or half[2], given)
        return f"../{side(point)}" if point else ""
    if (half := re.fullmatch(r"([^/]+)/", plain)) and (point := _point(half[1], given)):
        raise errors.half_period(given, f"{side(point)}/..")
    if (half := re.fullmatch(r"/([^/]+)", plain)) and (point := _point(half[1], given)):
        raise errors.half_period(given, f"../{side(point)}")
    return ""


def _period(plain: str, given: str) -> str:
    """Read a period; its beginning may leave out what its end says (« du 4 au 10 mars 2023 »)."""
    sides = [m for pattern in _PERIODS if (m := pattern.match(plain))]
    pairs = [(m[1], m[2]) for m in sides]
    if plain.count("/") == 1 and not _ONE_SLASH.fullmatch(plain):
        start, _, end = plain.partition("/")
        pairs.append((start, end))
    for first, last in pairs:
        if (end := _point(last, given)) and (start := _start(first, last, given)):
            return f"{side(start)}/{side(end)}"
    return ""


def _start(first: str, last: str, given: str) -> str:
    """Read the beginning of a period, with the month and year of its end where it has none."""
    words = last.split()
    borrowed = [" ".join([first, *words[-n:]]) for n in (1, 2) if len(words) > n]
    borrowed = [_year_before(text, last, given) for text in borrowed]
    numbers = [re.sub(r"^\d{1,2}", first, last)] if first.isdecimal() else []
    alone = [] if _DAY.fullmatch(first) else [first]
    texts = (*alone, *borrowed, *numbers)
    return next((p for text in texts if (p := _point(text, given))), "")


def _year_before(first: str, last: str, given: str) -> str:
    """Return a beginning in the year before where it would come after the end it was lent by."""
    day = r"(?:\d{1,2} )?" + _MN + r" \d{4}"
    if not (re.fullmatch(day, first) and re.fullmatch(day, last)):
        return first
    if _point(first, given)[:7] <= _point(last, given)[:7]:
        return first
    return f"{first[:-4]}{int(first[-4:]) - 1:04}"


def _point(plain: str, given: str) -> str:
    """Read one day, month, season or year with its doubts; empty when it is none."""
    bare, marks = _marks(plain.strip())
    bare = _ARTICLE.sub("", bare)
    weekday = _WEEKDAY.match(bare)
    bare = _WEEKDAY.sub("", bare)
    if part := part_of_month(bare, lambda text: _point(text, given)):
        return part
    season = _SEASON.fullmatch(bare)
    if told := _season(season, given) if season else part_of_year(bare) or _years(bare):
        return told + marks
    for pattern, order in _POINTS:
        if match := pattern.match(bare):
            point = _written(order, match.groups(), given)
            if weekday:
                check_weekday(WEEKDAYS.index(weekday[1]), point, given)
            return point + marks
    return ""


def _years(bare: str) -> str:
    """Read a decade or a century; empty when it is none."""
    if some := _DECADE.fullmatch(bare):
        return f"{next(filter(None, some.groups()))}X"
    some = _CENTURY.fullmatch(bare)
    number = some and (_ROMAN.get(some[3] or "") or some[1] or some[2])
    return f"{number}XX" if number else ""


def _season(written: re.Match[str], given: str) -> str:
    """Read a season; the one that spans two years is named by both, all others by one."""
    name, half, year, next_year = written.groups()
    spring = SOUTHERN if half == " austral" else NORTHERN
    number = spring + SEASONS.index(name)
    if len(year) == 2:  # noqa: PLR2004 - « été 23 »
        raise errors.short_year(given, f"20{year}-{number}")
    spans = number in {NORTHERN + 3, SOUTHERN + 1}
    if spans and not next_year:
        raise errors.which_season(given, int(year), number, southern=spring == SOUTHERN)
    return f"{year}-{number}" if spans or not next_year else ""


def _marks(text: str) -> tuple[str, str]:
    """Take the doubts off a date: ~ about, ? uncertain, % both."""
    about = bool(_ABOUT.match(text))
    text = _ABOUT.sub("", text)
    doubt = ""
    if match := _MARKS.search(text):
        doubt = match[1] or "?"
        doubt = "%" if len(set(doubt)) > 1 else doubt[0]
        text = text[: match.start()]
    if about:
        doubt = "%" if doubt in {"?", "%"} else "~"
    return text, doubt


def _written(order: str, parts: tuple[str, ...], given: str) -> str:
    """Put the parts of a date in EDTF's order and widths."""
    part = dict(zip(order, parts, strict=True))
    year = part["y"]
    month = part.get("m", "")
    number = _MONTH.get(month, month)
    pieces = [year, *([f"{int(number):02}"] if number else [])]
    if "d" in part:
        pieces.append(f"{int(part['d']):02}")
    check_year(year, pieces[1:], given)
    return "-".join(pieces)

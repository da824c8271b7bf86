"""What is wrong with a written date, said for its author."""

from __future__ import annotations

from city_relations.language.words import Text, say, say_in


class DateError(ValueError):
    """A text is no date; carries the rule, the sentence and, where known, what to write."""

    def __init__(self, rule: str, text: Text, suggestion: str = "") -> None:
        super().__init__(text.one.format(**dict(text.values)))
        self.rule = rule
        self.text = text
        self.suggestion = suggestion


def unreadable(given: str) -> DateError:
    """Refuse a text that is in none of the forms."""
    return DateError(
        "date-unreadable",
        say(
            "“{given}” is not a date we can read; write 2023-03-10 (a day), 2023-03 (a month), "
            "2023 (a year) or 2023-03-04/2023-03-10 (a period).",
            given=given,
        ),
    )


def missing() -> DateError:
    """Refuse an empty text."""
    return DateError(
        "date-empty", say("the date is empty; write for example 2023-03-10, 2023-03 or 2023.")
    )


def bad_year(given: str, year: str) -> DateError:
    """Refuse a year that has not four digits."""
    if len(year) == 8:  # noqa: PLR2004 - 20230310: a date without its hyphens
        whole = f"{year[:4]}-{year[4:6]}-{year[6:]}"
        return DateError(
            "date-without-hyphens",
            say("“{given}” lacks its hyphens; write {suggestion}.", given=given, suggestion=whole),
            whole,
        )
    return DateError(
        "date-year-of-four-digits",
        say(
            "a year has four digits, not {n} (“{given}”); write it as 2023.",
            given=given,
            n=len(year),
        ),
    )


def short_year(given: str, suggestion: str) -> DateError:
    """Refuse a year of two digits: the century is for the author to say."""
    return DateError(
        "date-year-of-two-digits",
        say(
            "“{given}” gives the year in two digits; write all four: {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def far_year(given: str, last: int) -> DateError:
    """Refuse a year nobody can mean."""
    return DateError(
        "date-far-away",
        say(
            "“{given}” lies outside the years 0001 to {last}; write the year meant, "
            "or “2019/..” for a period without end.",
            given=given,
            last=last,
        ),
    )


def bad_month(given: str, month: str) -> DateError:
    """Refuse a number that is no month and, where a season may stand, no season."""
    return DateError(
        "date-month",
        say(
            "“{given}”: there is no month {month}; write a month from 01 to 12.",
            given=given,
            month=month,
        ),
    )


def bad_season(given: str, season: str) -> DateError:
    """Refuse a number that is neither a month nor a season."""
    return DateError(
        "date-season",
        say(
            "“{given}”: {season} is neither a month nor a season; write a month from 01 to 12, "
            "or 21 for spring, 22 for summer, 23 for autumn, 24 for winter.",
            given=given,
            season=season,
        ),
    )


def month_first(given: str, suggestion: str) -> DateError:
    """Refuse a day and a month the wrong way round."""
    return DateError(
        "date-month-first",
        say(
            "“{given}” puts the month before the day; write {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def which_order(given: str, first: str, second: str) -> DateError:
    """Refuse a day and a month in digits where the language has no order of its own for them."""
    return DateError(
        "date-day-or-month-first",
        say(
            "“{given}” may be {first} or {second}: write the one you mean.",
            given=given,
            first=first,
            second=second,
        ),
    )


def bad_day(given: str, last: int) -> DateError:
    """Refuse a day its month has not."""
    return DateError(
        "date-day",
        say(
            "“{given}” does not exist: that month has {last} days; write a day from 01 to {last}.",
            given=given,
            last=last,
        ),
    )


def reversed_interval(given: str, suggestion: str) -> DateError:
    """Refuse a period that ends before it begins."""
    return DateError(
        "date-period-backwards",
        say(
            "“{given}” ends before it begins; write the earlier date first: {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def endless(given: str) -> DateError:
    """Refuse a period open on both sides."""
    return DateError(
        "date-period-open-on-both-sides",
        say(
            "“{given}” has neither beginning nor end; write one of them, as in “2019/..”.",
            given=given,
        ),
    )


def with_time(given: str, suggestion: str) -> DateError:
    """Refuse an hour where a date is asked."""
    return DateError(
        "date-with-hour",
        say(
            "“{given}” gives an hour, and this is a date; write {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def which_season(given: str, year: int, number: int, *, southern: bool) -> DateError:
    """Refuse a season over two years said by one: it may be that which begins or which ends."""
    values: dict[str, object] = {
        "given": given,
        "before": year - 1,
        "year": year,
        "after": year + 1,
    }
    if southern:
        text = say(
            "“{given}” may be two summers; "
            "write {season} {before}-{year} or {season} {year}-{after}.",
            season=say_in("season", "summer"),
            **values,
        )
    else:
        text = say(
            "“{given}” may be two winters; "
            "write {season} {before}-{year} or {season} {year}-{after}.",
            season=say_in("season", "winter"),
            **values,
        )
    return DateError("date-which-winter", text, f"{year:04}-{number}")


def other_half(given: str, suggestion: str) -> DateError:
    """Refuse a season of the other half of the Earth, which readers here would take for theirs."""
    return DateError(
        "date-season-elsewhere",
        say(
            "“{given}” is a season of the other half of the Earth; write its months: {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def days_apart(given: str) -> DateError:
    """Refuse days that do not follow each other: they are no period."""
    return DateError(
        "date-days-apart",
        say(
            "“{given}” names days that do not follow each other; write an entry for each day.",
            given=given,
        ),
    )


def wrong_weekday(given: str, suggestion: str) -> DateError:
    """Refuse a day of the week that is not that day's: one of the two is wrong."""
    return DateError(
        "date-weekday",
        say(
            "“{given}” does not fall on that day of the week; check it, then write {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def half_period(given: str, suggestion: str) -> DateError:
    """Refuse a period whose other side is left empty."""
    return DateError(
        "date-half-period",
        say(
            "“{given}” leaves one side of the period empty; "
            "for a period still open write “{suggestion}”.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def slashed(given: str, suggestion: str) -> DateError:
    """Refuse a month after a slash, which stands for a period."""
    return DateError(
        "date-slash",
        say(
            "“{given}”: a slash means a period, a month stands after a hyphen; write {suggestion}.",
            given=given,
            suggestion=suggestion,
        ),
        suggestion,
    )


def no_year(given: str) -> DateError:
    """Refuse a day, month or season of no year."""
    return DateError(
        "date-without-year", say("“{given}” lacks its year; add it: {given} 2023.", given=given)
    )

"""Dates: EDTF texts with bounds and order, read from French, told in words."""

from city_relations.dates.arithmetic import add_months, shifted
from city_relations.dates.errors import DateError
from city_relations.dates.hours import Hours, SaidHours, read_hours, spans
from city_relations.dates.model import EdtfDate, Precision, as_moment, parse_date, parse_in_city
from city_relations.dates.recurrence import Recurrence
from city_relations.dates.recurrence_reading import read_recurrence
from city_relations.dates.recurrence_telling import Recurring
from city_relations.dates.telling import Said, datetime_attr, in_html, in_words, noun, when

__all__ = [
    "DateError",
    "EdtfDate",
    "Hours",
    "Precision",
    "Recurrence",
    "Recurring",
    "Said",
    "SaidHours",
    "add_months",
    "as_moment",
    "datetime_attr",
    "in_html",
    "in_words",
    "noun",
    "parse_date",
    "parse_in_city",
    "read_hours",
    "read_recurrence",
    "shifted",
    "spans",
    "when",
]

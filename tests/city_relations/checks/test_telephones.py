"""Mobile numbers are found in every country, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from city_relations.checks.telephones import canonical, mobile_numbers
from growing import TWICE, growth

HOMES = ("FR", "IT", "DE")


def found(text, homes=HOMES):
    """Return the numbers found in a text."""
    return [one.number for one in mobile_numbers(text, homes)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06 83 12 34 56", "+33683123456"),
        ("+33 (0)6 83 12 34 56", "+33683123456"),
        ("0033 6 83 12 34 56", "+33683123456"),
        ("06/83/12/34/56", "+33683123456"),
        ("06  83  12  34  56", "+33683123456"),
        ("(06) 83 12 34 56", "+33683123456"),
        ("**06** 83 12 34 56", "+33683123456"),
        ("06 83\n    12 34 56", "+33683123456"),
        ("en 2023\n06 83 12 34 56\n2024", "+33683123456"),
        ("06&nbsp;83&nbsp;12 34 56", "+33683123456"),
        ("<b>06</b> 83 12 34 56", "+33683123456"),
        ("٠٦ ٨٣ ١٢ ٣٤ ٥٦", "+33683123456"),
        ("[là](tel:0683123456)", "+33683123456"),
        ("0690 12 34 56", "+33690123456"),
        ("+49 151 23456789", "+4915123456789"),
        ("0151 23456789", "+4915123456789"),
        ("+44 7700 900123", "+447700900123"),
        ("+212 6 12 34 56 78", "+212612345678"),
        ("+39 333 123 4567", "+393331234567"),
    ],
)
def test_d13_a_mobile_number_is_found(text, number):
    """A mobile number is found whatever stands between its digits, in every country."""
    assert found(text) == [number]


def test_d13_a_number_of_no_country_named_is_found():
    """A number written as Japan writes its own is found though no country is told."""
    assert len(found("090-1234-5678")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "04 79 60 23 05",
        "+33 4 79 60 23 05",
        "+1 418 555 1234",
        "217 300 656 00016",
        "- 06/07/2019\n- 12/08/2021",
        "06.07.2019, 12.08.2021",
        "2019-07-06\n2020-08-12",
        "FR76 3000 6000 0112 3456 7890 189",
        "du 2023-06-10 au 2023-06-12",
        "1957, 1979, 2014, 2019, 2024",
        "1 060 000 euros et 80 000 habitants",
        "45.56628, 5.92079",
        "https://example.org/detailProjet.html?criteres.prjId=16336",
    ],
)
def test_d13_other_figures_are_none(text):
    """Offices' numbers, sums, dates, codes and coordinates are no mobile numbers."""
    assert found(text) == []


def test_d13_a_city_without_prefix_reads_its_own():
    """An Italian city reads its own mobile numbers, which begin with no 0."""
    assert found("333 123 4567", ("IT",)) == ["+393331234567"]
    assert found("333 123 4567", ("FR", "IT")) == []


def test_d13_two_numbers_in_a_row_are_two():
    """Numbers beside each other are told one by one."""
    assert len(found("06 39 98 12 34 / 06 39 98 12 35")) == 2


def test_a_number_is_compared_whatever_its_form():
    """The same number is one, with or without its country's code."""
    assert canonical("06 83 12 34 56", HOMES) == canonical("+33 (0)6.83.12.34.56", HOMES)


@pytest.mark.parametrize("text", ["06 ", "06\n", "0 ( ", "+33 ", "090-1234-5679 ", "(06) "])
def test_d13_hostile_texts_are_read_fast(text):
    """Twice as long a text of digits alone, the greatest allowed, takes about twice as long."""
    assert growth(lambda many: found(text * many), 100_000 // len(text)) < TWICE

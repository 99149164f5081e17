from decimal import Decimal

import pytest

from gouji.form import form
from gouji.recognition.numbers import Printed, read_number
from gouji.report import State

COUNT = form("2021").line("applications.received.total")[1]
FEES = form("2021").line("disclosure.fees.amount")[1]
PROCUREMENT = form("2019").line("disclosure.procurement.amount")[1]


@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\u3000", "\u200b"])
def test_a_cell_with_nothing_printed_is_blank_and_never_zero(raw: str) -> None:
    assert read_number(raw, COUNT) == Printed(State.BLANK)


@pytest.mark.parametrize("raw", ["/", "-", "—", "无", "O", "一", "若干", "1O"])
def test_something_printed_that_is_no_number_is_a_mark(raw: str) -> None:
    assert read_number(raw, COUNT) == Printed(State.MARK)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", "0"),
        ("12", "12"),
        ("１２", "12"),
        (" 7 ", "7"),
        ("12,345", "12345"),
        ("-3", "-3"),
        ("－3", "-3"),
        ("+208", "208"),
        ("3件", "3"),
    ],
)
def test_numbers_are_read_as_printed(raw: str, value: str) -> None:
    assert read_number(raw, COUNT) == Printed(State.NUMBER, Decimal(value))


def test_decimals_keep_every_digit() -> None:
    assert read_number("28.6775", FEES).value == Decimal("28.6775")


def test_digits_with_a_blank_between_them_are_in_doubt() -> None:
    assert read_number("1 0", COUNT) == Printed(State.NUMBER, Decimal(10), ("split-digits",))


def test_a_replacement_character_is_unreadable_not_a_mark() -> None:
    assert read_number("1\ufffd", COUNT).state is State.UNREADABLE


def test_money_is_converted_only_where_the_cell_prints_a_unit() -> None:
    assert read_number("592万元", PROCUREMENT) == Printed(State.NUMBER, Decimal(5920000))
    assert read_number("251000元", PROCUREMENT) == Printed(State.NUMBER, Decimal(251000))
    assert read_number("477.35", PROCUREMENT) == Printed(State.NUMBER, Decimal("477.35"))


def test_money_in_another_unit_than_its_column_is_in_doubt() -> None:
    assert read_number("286775元", FEES) == Printed(State.NUMBER, Decimal("28.6775"), ("unit-converted",))


def test_a_note_beside_the_number_is_in_doubt() -> None:
    assert read_number("22（其中修订16件）", COUNT) == Printed(State.NUMBER, Decimal(22), ("note-in-cell",))

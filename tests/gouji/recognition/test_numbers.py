from decimal import Decimal

import pytest

from gouji.form import form
from gouji.recognition.numbers import Printed, looks_like_figure, read_number
from gouji.report import State

COUNT = form("2021").line("applications.received.total")[1]
FEES = form("2021").line("disclosure.fees.amount")[1]
CHANGE = form("2019").line("disclosure.permits.items_change")[1]
PROCUREMENT = form("2019").line("disclosure.procurement.amount")[1]


@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\u3000", "\u200b"])
def test_a_cell_with_nothing_printed_is_blank_and_never_zero(raw: str) -> None:
    assert read_number(raw, COUNT) == Printed(State.BLANK)


# What a cell may print, how it is read, and why. A count unless said otherwise.
TABLE = [
    # a number, surely
    ("0", "number", "0", (), "a plain figure"),
    ("１２", "number", "12", (), "full-width digits are digits"),
    ("𝟏𝟐", "number", "12", (), "digits of a mathematical typeface are digits"),
    (" 7 ", "number", "7", (), "blanks around a figure mean nothing"),
    ("\u00a07\u3000", "number", "7", (), "whatever their width"),
    ("7\u200b", "number", "7", (), "or without any"),
    ("1,234", "number", "1234", (), "thousands in threes"),
    ("1，234，567", "number", "1234567", (), "with Chinese commas too"),
    ("1'234", "number", "1234", (), "an apostrophe between threes parts nothing else"),
    ("1,234.50", "number", "1234.50", (), "thousands and decimals"),
    ("7730.28", "number", "7730.28", (), "decimals"),
    ("3.00", "number", "3.00", (), "the zeros at the end are kept"),
    ("１．５", "number", "1.5", (), "a full-width point is a point"),
    ("+3", "number", "3", (), "a plus sign is a sign"),
    ("＋0", "number", "0", (), "of any width"),
    ("-14", "number", "-14", (), "a minus sign is a sign; whether it may stand there is a rule's question"),
    ("－14", "number", "-14", (), "of any width"),
    ("−14", "number", "-14", (), "and the mathematical one"),
    ("3件", "number", "3", (), "a unit of counting changes nothing"),
    ("3 件次", "number", "3", (), "with a blank before it"),
    ("3宗", "number", "3", (), "any such unit"),
    # a number that a person should look at
    ("1 234", "number", "1234", ("split-digits",), "thousands parted by a blank look like two figures"),
    ("1 0", "number", "10", ("split-digits",), "one figure broken, or two"),
    ("123\n45", "number", "12345", ("split-digits",), "a figure wrapped in a narrow cell, or two lines"),
    ("007", "number", "7", ("leading-zero",), "nobody writes 007: several cells may have run together"),
    ("00", "number", "0", ("leading-zero",), "two zeros in one cell"),
    (".5", "number", "0.5", ("clipped-decimal",), "the first digit may be cut off"),
    ("773028.", "number", "773028", ("clipped-decimal",), "the decimals may be cut off, or stand elsewhere"),
    ("—3", "number", "-3", ("dash-for-minus",), "a dash before a count is a minus, or a rule"),
    ("1.2E+3", "number", "1200", ("power-of-ten",), "a spreadsheet's short form has lost digits"),
    ("1.2万", "number", "12000", ("unit-converted",), "brought to single ones, and said so"),
    ("22（其中修订16件）", "number", "22", ("note-in-cell",), "the note may change what is counted"),
    ("13000000(预算", "number", "13000000", ("note-in-cell",), "a note cut short"),
    ("0（无）", "number", "0", ("note-in-cell",), "a note that repeats it"),
    ("3件（含上年1件）", "number", "3", ("note-in-cell",), "a unit and a note"),
    ("共3件", "number", "3", ("note-in-cell",), "a word before it may change what is counted"),
    ("3。", "number", "3", ("note-in-cell",), "a full stop that belongs to a sentence"),
    ("12*", "number", "12", ("footnote-mark",), "a note's mark"),
    ("*12", "number", "12", ("footnote-mark",), "before or after"),
    ("12²", "number", "12", ("footnote-mark",), "raised digits are a note's mark, not 122"),
    ("12①", "number", "12", ("footnote-mark",), "ringed digits too, not 121"),
    ("?0", "number", "0", ("replacement-character",), "a blank decoded wrong stands before the figure"),
    ("十二", "number", "12", ("chinese-numeral",), "a numeral in words is a number, though not in figures"),
    ("一件", "number", "1", ("chinese-numeral",), "with its unit 一 is a numeral"),
    ("零", "number", "0", ("chinese-numeral",), "and so is 零"),
    ("〇", "number", "0", ("chinese-numeral",), "and 〇"),
    ("二〇", "number", "20", ("chinese-numeral",), "numerals sign by sign"),
    # printed, and no number
    ("/", "mark", None, (), "not applicable"),
    ("\\", "mark", None, (), "the same, leaning back"),
    ("-", "mark", None, (), "a dash is no minus without digits"),
    ("—", "mark", None, (), "of any length"),
    ("——", "mark", None, (), "or doubled"),
    ("无", "mark", None, (), "a word is no figure, even one that means none"),
    ("不适用", "mark", None, (), "any word"),
    ("若干", "mark", None, (), "even one for a number"),
    ("约10", "mark", None, (), "about ten is no one number"),
    ("10余", "mark", None, (), "nor is ten and more"),
    ("≥3", "mark", None, (), "nor a bound"),
    ("3-5", "mark", None, (), "nor a range"),
    ("3/5", "mark", None, (), "nor a fraction or two figures"),
    ("1,23", "mark", None, (), "two digits are no thousands; a comma is no point in China"),
    ("0,123", "mark", None, (), "thousands do not begin with 0"),
    ("95%", "mark", None, (), "a share is no count"),
    ("3元", "mark", None, (), "money is no count"),
    ("2024-01-31", "mark", None, (), "a day is no count"),
    ("1月3日", "mark", None, (), "not even where a spreadsheet made it of 1-3"),
    ("=SUM(B2:G2)", "mark", None, (), "a formula printed as such"),
    ("#REF!", "mark", None, (), "a formula's error"),
    ("####", "mark", None, (), "a column too narrow for its figure"),
    ("Ⅲ", "mark", None, ("letter-among-digits",), "a Roman numeral is drawn of letters"),
    ("①", "mark", None, (), "a ringed digit alone is an item's number, not 1"),
    ("½", "mark", None, (), "a half is no count"),
    ("±3", "mark", None, (), "two signs are none"),
    ("12.3.4", "mark", None, (), "two points are none"),
    # printed, no number as it stands, and perhaps not what is meant
    ("一", "mark", None, ("chinese-numeral",), "一 alone is as often a dash"),
    ("O", "mark", None, ("letter-among-digits",), "the letter O among figures may be a 0 read wrong"),
    ("1O", "mark", None, ("letter-among-digits",), "so may this"),
    ("l2", "mark", None, ("letter-among-digits",), "and l for 1"),
    ("?", "mark", None, ("replacement-character",), "a blank decoded wrong, or a question"),
    ("(3)", "mark", None, ("note-in-cell",), "a note alone, or a loss as accountants print it"),
    ("3 -5", "mark", None, ("several-numbers",), "two figures in one cell"),
    ("3件\n2件", "mark", None, ("several-numbers",), "on two lines"),
    # printed, and not read
    ("1\ufffd", "unreadable", None, ("replacement-character",), "a sign that could not be decoded may be a digit"),
    ("\ue013", "unreadable", None, ("replacement-character",), "a sign of a font's own"),
    ("٣", "unreadable", None, ("foreign-digits",), "digits of another script show a font's wrong table"),
    ("0 0", "unreadable", None, ("several-numbers",), "no figure begins 00: two stand here"),
    ("0 5", "unreadable", None, ("several-numbers",), "nor 05"),
    ("1 2 3 4", "unreadable", None, ("several-numbers",), "four figures, or one strewn about"),
]


@pytest.mark.parametrize(("raw", "state", "value", "doubts", "why"), TABLE)
def test_what_a_cell_prints_is_read_as_this_and_nothing_else(
    raw: str, state: str, value: str | None, doubts: tuple[str, ...], why: str
) -> None:
    assert read_number(raw, COUNT) == Printed(State(state), value and Decimal(value), doubts), why


@pytest.mark.parametrize(
    ("raw", "value", "doubts"),
    [
        ("-8", "-8", ()),
        ("—8", "-8", ()),
        ("+208", "208", ()),
        ("减8", "-8", ("sign-in-words",)),
        ("增2", "2", ("sign-in-words",)),
        ("↓3", "-3", ("sign-in-words",)),
    ],
)
def test_a_change_may_be_less_than_nothing(raw: str, value: str, doubts: tuple[str, ...]) -> None:
    assert read_number(raw, CHANGE) == Printed(State.NUMBER, Decimal(value), doubts)


@pytest.mark.parametrize(
    ("raw", "fees", "fees_doubts", "bought", "bought_doubts"),
    [
        ("12.5", "12.5", (), "12.5", ()),
        ("12.5万元", "12.5", (), "125000", ()),
        ("125000元", "12.5", ("unit-converted",), "125000", ()),
        ("0.2亿元", "2000", ("unit-converted",), "20000000", ()),
        ("12.5万", "12.5", ("unit-converted",), "125000", ("unit-converted",)),
        ("¥12.5", "12.5", ("currency-sign",), "12.5", ("currency-sign",)),
        ("3.2千元", "0.32", ("unit-converted",), "3200", ("unit-converted",)),
    ],
)
def test_money_is_brought_to_its_columns_unit_and_said_so(
    raw: str, fees: str, fees_doubts: tuple[str, ...], bought: str, bought_doubts: tuple[str, ...]
) -> None:
    assert read_number(raw, FEES) == Printed(State.NUMBER, Decimal(fees), fees_doubts)
    assert read_number(raw, PROCUREMENT) == Printed(State.NUMBER, Decimal(bought), bought_doubts)


def test_a_count_in_a_column_of_money_is_a_mark() -> None:
    assert read_number("3件", FEES) == Printed(State.MARK)


@pytest.mark.parametrize("text", [raw for raw, *_ in TABLE if raw not in ("十二", "二〇", "1月3日")])
def test_whatever_may_stand_for_a_figure_is_told_from_a_label(text: str) -> None:
    assert looks_like_figure(text)


@pytest.mark.parametrize(
    "text", ["规章", "其他", "总计", "一、", "（一）", "1.属于国家秘密", "二〇二三年", "四、结转下年度继续办理", "上年数"]
)
def test_a_label_is_no_figure(text: str) -> None:
    assert not looks_like_figure(text)


def test_decimals_keep_every_digit() -> None:
    assert read_number("28.6775", FEES).value == Decimal("28.6775")


def test_money_is_converted_only_where_the_cell_prints_a_unit() -> None:
    assert read_number("592万元", PROCUREMENT) == Printed(State.NUMBER, Decimal(5920000))
    assert read_number("251000元", PROCUREMENT) == Printed(State.NUMBER, Decimal(251000))
    assert read_number("477.35", PROCUREMENT) == Printed(State.NUMBER, Decimal("477.35"))


def test_money_in_another_unit_than_its_column_is_in_doubt() -> None:
    assert read_number("286775元", FEES) == Printed(State.NUMBER, Decimal("28.6775"), ("unit-converted",))

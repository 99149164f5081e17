"""Table 4 in the ways in which offices draw it."""

import pytest

from gouji.report import State

from .tables import FOUR, application_rows, disclosure_rows, proceeding_rows, read, told


@pytest.mark.parametrize("by_track", [True, False])
def test_a_turned_table_four_is_read_by_its_labels(by_track: bool) -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    tracks = {"行政复议": "12003", "未经复议直接起诉": "00000", "复议后起诉": "00011"}
    rows = [["", *outcomes], *([name, *values] for name, values in tracks.items())]
    turned = rows if by_track else [list(column) for column in zip(*rows, strict=True)]
    figures = read(disclosure_rows(), application_rows(), turned).figures
    assert [told(figures[f"proceedings.reconsideration.{c}"]) for c in ("upheld", "corrected", "total")] == [
        ("1", "number", ()), ("2", "number", ()), ("3", "number", ()),
    ]  # fmt: skip
    assert told(figures["proceedings.litigation_after_reconsideration.pending"]) == ("1", "number", ())


def test_a_table_four_without_its_header_is_read_in_the_forms_order_and_says_so() -> None:
    figures = read(disclosure_rows(), application_rows(), proceeding_rows()[2:]).figures
    assert told(figures["proceedings.reconsideration.upheld"]) == ("1", "number", ("by-position",))


def test_a_table_four_left_blank_is_blank_and_not_absent() -> None:
    rows = proceeding_rows()
    rows[2] = [""] * 15
    figures = read(disclosure_rows(), application_rows(), rows).figures
    assert {told(f) for f in figures.values() if f.table == "proceedings"} == {("", "blank", ())}


def test_disputes_in_one_table_and_suits_in_another_are_table_four() -> None:
    tracks, outcomes, values = proceeding_rows()
    parts = [[row[:5] for row in (tracks, outcomes, values)], [row[5:] for row in (tracks, outcomes, values)]]
    report = read(disclosure_rows(), application_rows(), *parts)
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())


def test_a_table_that_follows_in_the_same_grid_leaves_no_doubt_on_the_one_before() -> None:
    wide = [row + [""] * (15 - len(row)) for row in [*application_rows(), [FOUR]]]
    report = read(disclosure_rows(), [*wide, *proceeding_rows()])
    assert report.tables["applications"].doubts == ()
    assert told(report.figures["proceedings.reconsideration.upheld"]) == ("1", "number", ())


def test_a_table_four_whose_merged_headings_were_taken_apart_is_read_by_its_columns() -> None:
    tracks, outcomes, figures = proceeding_rows()
    upper = ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]
    middle = [*outcomes[:5], "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    lower = [*[""] * 5, *outcomes[5:]]
    above = [row + [""] * (15 - len(row)) for row in [*application_rows(), [FOUR]]]
    report = read(disclosure_rows(), [*above, upper, middle, lower, figures])
    names = [name for name in report.figures if name.startswith("proceedings.")]
    assert [told(report.figures[name]) for name in names] == [(text, "number", ()) for text in figures]
    moved = [*middle[:9], "复议后起诉", *middle[9:10], *middle[11:]]
    report = read(disclosure_rows(), [*above, upper, moved, lower, figures])
    assert not any(report.figures[name].sure for name in names)

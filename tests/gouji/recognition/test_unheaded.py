"""A figure more than headers in the rows of Table 3: which of them stands under whose header cannot be told."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.report import Report

from .tables import APPLICANTS, application_rows, disclosure_rows, grid, proceeding_rows, read


def with_a_cell(place: int, text: str, header: str | None = None) -> list[list[str]]:
    """Table 3 with this cell before the one at `place` in each row; the header goes without unless it has words of its own."""
    head, *body = application_rows()
    heads = [head if header is None else [*head[:place], header, *head[place:]]]
    return [*heads, *([*row[:place], text, *row[place:]] for row in body)]


def unsure(report: Report, table: str = "applications") -> set[bool]:
    return {not figure.sure for figure in report.figures.values() if figure.table == table and figure.row != "other_outcomes"}


@pytest.mark.parametrize("place", [1, 2, 7, 8])
def test_eight_figures_under_seven_headers_leave_none_of_the_table_sure(place: int) -> None:
    report = read(disclosure_rows(), with_a_cell(place, "3"), proceeding_rows())
    assert report.tables["applications"].doubts == ("column-without-label",)
    assert (unsure(report), unsure(report, "disclosure"), unsure(report, "proceedings")) == ({True}, {False}, {False})


@pytest.mark.parametrize("place", [1, 7])
def test_zeros_put_among_the_figures_are_told_by_what_they_push_out(place: int) -> None:
    report = read(disclosure_rows(), with_a_cell(place, "0"), proceeding_rows())
    assert report.tables["applications"].doubts == ("column-without-label",)
    assert not report.figures["applications.received.total"].sure


@pytest.mark.parametrize("place", [1, 2, 7, 8])
def test_a_header_left_blank_in_its_place_is_none(place: int) -> None:
    report = read(disclosure_rows(), with_a_cell(place, "3", ""), proceeding_rows())
    assert (report.tables["applications"].doubts, unsure(report)) == (("column-without-label",), {True})


def under_a_group(wide: int) -> Grid:
    """Table 3 with the group's header over this many columns, five of them with a header below."""
    width = wide + 3
    spans = [("本列数据", 0, 1), ("自然人", 1, 1), ("法人或其他组织", 2, wide), ("总计", wide + 2, 1)]
    top = [Cell(text, 0, column, Place(table=2, row=1), colspan=span) for text, column, span in spans]
    below = ["", "", *APPLICANTS[1:6], *[""] * (wide - 5), ""]
    rows: list[Sequence[str]] = [below, *([*row[:7], *["3"] * (wide - 5), *row[7:]] for row in application_rows()[1:])]
    assert {len(row) for row in rows} == {width}
    return Grid((*top, *(replace(cell, row=cell.row + 1) for cell in grid(rows).cells)), 2)


def test_the_header_of_a_group_is_no_header_of_a_column_under_it() -> None:
    report = read(grid(disclosure_rows()), under_a_group(6), grid(proceeding_rows()))
    assert (report.tables["applications"].doubts, unsure(report)) == (("column-without-label",), {True})
    report = read(grid(disclosure_rows()), under_a_group(5), grid(proceeding_rows()))
    assert (report.tables["applications"].doubts, unsure(report)) == ((), {False})


@pytest.mark.parametrize("text", ["", "0", " "])
def test_blank_cells_and_zeros_that_a_template_left_at_the_rows_end_change_nothing(text: str) -> None:
    report = read(disclosure_rows(), with_a_cell(8, text), proceeding_rows())
    assert (report.tables["applications"].doubts, unsure(report)) == ((), {False})


@pytest.mark.parametrize("header", ["序号", "行次"])
@pytest.mark.parametrize("place", [0, 1, 8])
def test_figures_under_a_header_of_their_own_change_nothing(place: int, header: str) -> None:
    report = read(disclosure_rows(), with_a_cell(place, "3", header), proceeding_rows())
    assert (report.tables["applications"].doubts, unsure(report)) == ((), {False})


def test_the_next_page_goes_on_without_the_header_of_its_own_columns() -> None:
    rows = with_a_cell(8, "3", "备查")
    report = read(disclosure_rows(), rows[:12], rows[12:], proceeding_rows())
    assert (report.tables["applications"].doubts, unsure(report)) == ((), {False})
    rows = with_a_cell(8, "3", "")
    report = read(disclosure_rows(), rows[:12], rows[12:], proceeding_rows())
    assert (report.tables["applications"].doubts, unsure(report)) == (("column-without-label",), {True})

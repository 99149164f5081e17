"""Rows of tabs or bars that kept all their cells are columns, with their blanks; where one lost a cell they are an order only."""

from dataclasses import replace

import pytest

from gouji.reading import read_report
from gouji.report import Report, State
from samples import sound
from samples.grids import SampleGrid
from tests.layouts.flattened import Flat, as_text, bars, tabs, trailing_bars

SAMPLE = sound(year=2024, size="medium", seed=3)
BLANK = replace(SAMPLE, figures={n: "" if n.endswith(".natural_person") and t == "0" else t for n, t in SAMPLE.figures.items()})


def read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def printed(report: Report) -> dict[str, str | None]:
    return {name: figure.raw for name, figure in report.figures.items()}


def unsure(report: Report) -> set[str]:
    return {name for name, figure in report.figures.items() if not figure.sure}


@pytest.mark.parametrize("flat", [bars, trailing_bars, tabs])
def test_blanks_at_either_end_keep_their_columns(flat: Flat) -> None:
    sample = replace(BLANK, figures=BLANK.figures | {"applications.granted.total": "", "applications.rejected_repeat.total": ""})
    report = read(as_text(sample, flat).decode())
    assert (printed(report), unsure(report)) == (sample.figures, set())


def test_a_row_that_lost_a_cell_takes_the_surety_of_the_columns() -> None:
    text = as_text(BLANK, bars).decode()
    line = next(line for line in text.split("\n") if "8.属于行政查询事项" in line)
    shifted = line.replace("|  |  | 8.", "|  | 8.", 1) + "  |"
    found = unsure(read(text.replace(line, shifted)))
    assert {"applications.denied_inquiry.natural_person", "applications.denied_inquiry.total"} <= found


def torn(flat: Flat) -> Flat:
    """The table with 商业企业 and the others over two rows of cells."""

    def rows(shown: SampleGrid) -> list[str]:
        if shown.table != "applications":
            return flat(shown)
        inner = [cell for cell in shown.cells if cell.row == 2]
        others = [replace(cell, row=cell.row + 1) if cell.row > 2 else cell for cell in shown.cells if cell not in inner]
        middles = {cell: (len(cell.text) + 1) // 2 for cell in inner}
        upper = [replace(cell, text=cell.text[:middle]) for cell, middle in middles.items()]
        lower = [replace(cell, text=cell.text[middle:], row=3) for cell, middle in middles.items()]
        return flat(SampleGrid(shown.table, (*others, *upper, *lower)))

    return rows


@pytest.mark.parametrize("flat", [bars, trailing_bars, tabs])
def test_headers_torn_over_two_rows_are_whole_again(flat: Flat) -> None:
    report = read(as_text(SAMPLE, torn(flat)).decode())
    assert (printed(report), unsure(report)) == (SAMPLE.figures, set())


def test_headers_of_which_a_piece_is_not_the_forms_are_left_torn() -> None:
    report = read(as_text(SAMPLE, torn(bars)).decode().replace("机构", "结构"))
    assert {name for name in SAMPLE.figures if name.startswith("applications.received.")} <= unsure(report)


@pytest.mark.parametrize("flat", [bars, trailing_bars, tabs])
def test_a_row_of_blanks_is_a_row(flat: Flat) -> None:
    sample = replace(SAMPLE, figures={n: "" if n.startswith("proceedings.") else t for n, t in SAMPLE.figures.items()})
    report = read(as_text(sample, flat).decode())
    assert {(f.state, f.sure) for f in report.figures.values() if f.table == "proceedings"} == {(State.BLANK, True)}

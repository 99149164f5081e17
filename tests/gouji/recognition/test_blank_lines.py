"""A blank cell of a text with one cell a line is its empty line, where every row has as many lines as cells; else it is lost."""

from dataclasses import replace

import pytest

from gouji.reading import read_report
from gouji.report import Report, State
from samples import sound
from samples.grids import SampleGrid
from samples.sample import Sample
from tests.layouts.flattened import Flat, as_text

SAMPLE = sound(year=2024, size="medium", seed=3)
LEFT_OUT = ("applications.", "proceedings.", "disclosure.regulations.")
BLANK = replace(SAMPLE, figures={n: "" if t == "0" and n.startswith(LEFT_OUT) else t for n, t in SAMPLE.figures.items()})


def a_line_a_cell(shown: SampleGrid) -> list[str]:
    """Each cell on its line, as a program writes them that keeps merged cells as one."""
    return [cell.text for number in range(shown.rows) for cell in shown.row(number)]


def a_line_a_square(shown: SampleGrid) -> list[str]:
    """The same with an empty line where a cell from above goes on, as LibreOffice has it."""
    return [
        cell.text if cell.row == number else ""
        for number in range(shown.rows)
        for cell in sorted((c for c in shown.cells if c.row <= number < c.row + c.rowspan), key=lambda c: c.column)
    ]


def read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def written(sample: Sample, flat: Flat) -> str:
    return as_text(sample, flat).decode()


def unsure(report: Report) -> set[str]:
    return {name for name, figure in report.figures.items() if not figure.sure}


@pytest.mark.parametrize("flat", [a_line_a_cell, a_line_a_square])
def test_an_empty_line_is_a_blank_cell(flat: Flat) -> None:
    report = read(written(BLANK, flat))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (BLANK.figures, set())


@pytest.mark.parametrize("flat", [a_line_a_cell, a_line_a_square])
def test_where_one_row_has_a_line_too_few_no_empty_line_is_surely_a_cell(flat: Flat) -> None:
    lines = written(BLANK, flat).split("\n")
    where = lines.index("2.重复申请")
    del lines[next(number for number in range(where, where + 8) if not lines[number])]
    report = read("\n".join(lines))
    blank = {name for name, text in BLANK.figures.items() if name.startswith("applications.") and not text}
    assert not any(figure.state is State.BLANK and figure.sure for name, figure in report.figures.items() if name in blank)


def test_a_number_over_two_lines_is_no_reason_to_take_empty_lines_for_cells() -> None:
    text = written(BLANK, a_line_a_cell).replace("2.重复申请\n3\n", "2.重复申请\n3\n1\n")
    assert "applications.rejected_repeat.total" in unsure(read(text))

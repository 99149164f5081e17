"""A blank cell of a text with one cell a line is its empty line, where every row has as many lines as cells; else it is lost."""

from dataclasses import replace
from itertools import pairwise

import pytest

from gouji.reading import read_report
from gouji.report import Report, State
from samples import sound
from samples.grids import SampleGrid, grid
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


def paged(sample: Sample, *, cell: str = "<p>{}</p>", row_end: str = "", above: str = "", kept: bool = True) -> Report:
    """The sample on a page whose tables are written out one cell a paragraph, each cell so, blank ones kept or left out.

    `row_end` stands behind each row, `above` in front of each part's heading.
    """
    blocks = [f"<p>{text}</p>" for text in (sample.title, *sample.preamble)]
    for part in sample.parts:
        blocks += [f"<p>{text}</p>" for text in (part.heading, *part.paragraphs)]
        blocks.insert(-1 - len(part.paragraphs), above)
        shown = grid(sample, part.table) if part.table else None
        for number in range(shown.rows if shown else 0):
            blocks += [cell.format(one.text) for one in shown.row(number) if one.text or kept] if shown else []
            blocks.append(row_end)
    return read_report(f"<div>{''.join(blocks)}<p>{sample.signature}</p></div>".encode(), "report.html")


def raw(report: Report) -> dict[str, str | None]:
    return {name: figure.raw for name, figure in report.figures.items()}


@pytest.mark.parametrize(
    "cell",
    [
        "<p>{}</p>",
        "<p>&nbsp;&nbsp;<span>{}</span><!-- cell --></p>",
        "<div><div><p>{}<br></p></div></div>",
        "<p>{}</p><p>&nbsp;</p>",
        "<p>&nbsp;</p><div>{}</div>",
        "<p><div>{}</div></p>",
        "<p>{}</p><p><br></p><div></div>",
    ],
)
def test_an_empty_paragraph_of_a_page_is_a_blank_cell_whatever_parts_all_cells(cell: str) -> None:
    report = paged(BLANK, cell=cell)
    assert (raw(report), unsure(report)) == (BLANK.figures, set())


def test_a_blank_cell_of_a_page_is_shown_at_the_paragraph_that_it_follows() -> None:
    row = [figure for name, figure in paged(BLANK).figures.items() if name.startswith("applications.rejected_repeat.")]
    blanks = [(before.place, figure.place) for before, figure in pairwise(row) if figure.state is State.BLANK]
    assert blanks == [(before, before) for before, _ in blanks] != []


def without(sample: Sample, column: str) -> Sample:
    """The sample with this column of Table 3 blank, and no other cell of it."""
    own = {name: "" if name.endswith(column) else text or "0" for name, text in SAMPLE.figures.items() if name.startswith("applications.")}
    return replace(sample, figures={**SAMPLE.figures, **own})


@pytest.mark.parametrize("column", [".natural_person", ".other", ".total"])
def test_an_empty_paragraph_behind_each_row_is_no_blank_cell_where_each_row_lost_one(column: str) -> None:
    report = paged(without(SAMPLE, column), row_end="<p>&nbsp;</p>", kept=False)
    assert {name for name in SAMPLE.figures if name.startswith("applications.")} <= unsure(report)


@pytest.mark.parametrize("row_end", ["<p></p>", "<p>&nbsp;</p><p></p>"])
def test_empty_paragraphs_that_part_rows_beside_blank_cells_leave_the_table_in_doubt(row_end: str) -> None:
    report = paged(BLANK, row_end=row_end)
    wrong = {name for name, text in raw(report).items() if text != BLANK.figures[name]}
    assert wrong <= unsure(report)


@pytest.mark.parametrize(
    "hidden",
    ["<p><img src='3.png'></p>", "<p style='color:#fff;background:#fff'>3</p>", "<p><del>3</del></p>", "<p><script>w(3)</script></p>"],
)
def test_a_paragraph_that_shows_or_hides_something_unread_is_no_blank_cell(hidden: str) -> None:
    page = "".join(f"<p>{line}</p>" for line in written(BLANK, a_line_a_cell).split("\n")).replace("<p></p>", hidden)
    assert not any(figure.state is State.BLANK and figure.sure for figure in read_report(page.encode(), "report.html").figures.values())


def test_a_page_with_a_full_table_3_does_not_show_that_its_empty_paragraphs_are_cells() -> None:
    full = without(SAMPLE, "no column")
    blank = [name for name in full.figures if name.startswith("proceedings.")][-2:]
    report = paged(replace(full, figures={**full.figures, **dict.fromkeys(blank, "")}), above="<p></p><p></p>", kept=False)
    assert set(blank) <= unsure(report)

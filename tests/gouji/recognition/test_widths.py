"""Headers and figures drawn over columns of different widths, or over each other."""

from dataclasses import replace

import pytest

from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.report import Report

from .tables import HEAD, application_rows, disclosure_rows, grid, proceeding_rows, read, told


def test_zeros_left_in_the_cells_beside_a_single_figure_are_a_doubt() -> None:
    cells = [cell for cell in grid(disclosure_rows()).cells if not (cell.row == 4 and cell.column > 0)]
    place = cells[0].place
    wide = [Cell("本年处理决定数量", 4, 1, place, colspan=3)]
    left = {(6, 1): "2", (6, 2): "0", (6, 3): "0"}
    table = Grid(tuple(replace(c, text=left.get((c.row, c.column), c.text)) for c in (*cells, *wide)), 1)
    figures = read(table, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.penalties.decisions"]) == ("2", "number", ("left-over-cells",))
    assert told(figures["disclosure.permits.decisions"]) == ("120", "number", ())


def test_a_blank_beside_a_label_that_ends_in_a_number_is_in_doubt() -> None:
    disclosed, applied = disclosure_rows(), application_rows()
    label = disclosed[6][0]
    disclosed[6][:2] = [f"{label} 2", ""]
    row = next(row for row in applied if any("重复申请" in text for text in row))
    place = next(n for n, text in enumerate(row) if "重复申请" in text)
    row[place : place + 2] = [f"{row[place]}\n3", ""]
    figures = read(disclosed, applied, proceeding_rows()).figures
    assert told(figures["disclosure.penalties.decisions"]) == ("", "blank", ("figure-in-label",))
    assert told(figures["applications.rejected_repeat.natural_person"]) == ("", "blank", ("figure-in-label",))
    assert figures["applications.rejected_repeat.business"].sure


def test_a_lone_figure_that_begins_left_of_its_header_is_its_own() -> None:
    drawn = grid(disclosure_rows()).cells
    spans = {(4, 0): 2, (4, 2): 2, (7, 0): 1, (7, 1): 3}  # row and column, columns
    moved = {(4, 1): 2}
    cells = [replace(c, column=moved.get((c.row, c.column), c.column)) for c in drawn if c.row not in (4, 7) or c.column < 2]
    table = Grid(tuple(replace(c, colspan=spans.get((c.row, c.column), 1)) for c in cells), 1)
    figure = read(table, application_rows(), proceeding_rows()).figures["disclosure.coercive_measures.decisions"]
    assert told(figure) == ("0", "number", ())


def test_cells_that_lie_over_each_other_leave_no_figure_of_their_table_sure() -> None:
    rows = application_rows()
    drawn = grid(rows, 2)
    wide = tuple(replace(cell, colspan=2) if cell.text == "法律服务机构" else cell for cell in drawn.cells)
    report = read(grid(disclosure_rows()), Grid(wide, 2), grid(proceeding_rows()))
    assert {figure.sure for name, figure in report.figures.items() if name.startswith("applications.")} == {False}
    assert all(figure.sure for name, figure in report.figures.items() if not name.startswith("applications."))


def test_figures_keep_their_headers_order_where_both_rows_are_padded_alike() -> None:
    drawn = grid([row + [""] * 4 for row in disclosure_rows()])
    spans = {(1, 0): (0, 2), (1, 1): (2, 2), (1, 2): (4, 1), (1, 3): (5, 1), (2, 0): (0, 1), (2, 1): (1, 2), (2, 2): (3, 2), (2, 3): (5, 1)}
    moved = [
        replace(c, column=spans[c.row, c.column][0], colspan=spans[c.row, c.column][1]) for c in drawn.cells if (c.row, c.column) in spans
    ]
    kept = [c for c in drawn.cells if c.row not in (1, 2) or c.column > 5]
    figures = read(Grid((*kept, *moved), 1), application_rows(), proceeding_rows()).figures
    assert [told(figures[f"disclosure.regulations.{c}"]) for c in ("issued", "repealed", "in_force")] == [("0", "number", ())] * 3


def drawn_by_row(header: tuple[int, ...], figures: tuple[int, ...], printed: list[str]) -> Report:
    """Table 2 with the first header and its first row over columns as wide as these on a page; a figure's cell for each text."""
    rows = [row + [""] * 20 for row in disclosure_rows()]
    kept = [cell for cell in grid(rows).cells if cell.row not in (1, 2)]
    for row, texts, spans in ((1, HEAD, header), (2, ["规章", *printed], figures)):
        column = 0
        for text, span in zip(texts, spans, strict=True):
            kept.append(Cell(text, row, column, Place(page=1, bbox=(column, row, column + span, row + 1)), colspan=span))
            column += span
    return read(Grid(tuple(kept), 1), application_rows(), proceeding_rows())


@pytest.mark.parametrize(
    ("figures", "printed", "found"),
    [
        ((5, 7, 5, 7), ["6", "", "3"], ["6", "", "3"]),  # the first figure's cell reaches a little under the second header
        ((5, 8, 2, 1, 8), ["6", "7", "", "3"], ["6", "7", "3"]),  # one of them is padded, too
        ((7, 5, 5, 7), ["", "6", "3"], ["", "6", "3"]),
    ],
)
def test_as_many_figures_as_headers_each_under_its_own_are_in_order(figures: tuple[int, ...], printed: list[str], found: list[str]) -> None:
    met = drawn_by_row((6, 6, 6, 6), figures, printed).figures
    assert [told(met[f"disclosure.regulations.{c}"]) for c in ("issued", "repealed", "in_force")] == [
        (text, "number" if text else "blank", ()) for text in found
    ]


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        ((6, 12, 6), ["6", "3"]),  # one figure under two headers
        ((6, 3, 3, 12), ["6", "7", "3"]),  # two of them under the first header
        ((6, 9, 9), ["6", "3"]),
        ((6, 9, 3, 6), ["6", "", "3"]),  # merged with half of the next, which is left blank
    ],
)
def test_figures_that_could_be_of_more_than_one_header_stay_in_doubt(figures: tuple[int, ...], printed: list[str]) -> None:
    met = drawn_by_row((6, 6, 6, 6), figures, printed).figures
    assert not all(met[f"disclosure.regulations.{c}"].sure for c in ("issued", "repealed", "in_force"))

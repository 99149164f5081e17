"""A ruled table on paper: merged cells, and pages that may end in the middle of one."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from samples.grids import GridCell, SampleGrid
from samples.paper import FONT, Paper, wrapped

_SIZE = 9.5
_LINE = 12.5
_PAD = 5.5
# Header and first rows stay together, so that a page ends in the middle of the body.
_TOGETHER = 6


def draw_table(sheet: Paper, shown: SampleGrid, stacked: bool) -> None:
    """Draws the table from where the sheet stands; what does not fit goes on at the next page's head."""
    edges = _edges(sheet, shown)
    heights = _heights(shown, edges, stacked)
    sheet.y -= 4
    if sum(heights[:_TOGETHER]) > sheet.y - sheet.bottom:
        sheet.turn()
    first = 0
    while first < shown.rows:
        last = _rows_that_fit(heights, first, sheet.y - sheet.bottom)
        if last == first:
            sheet.turn()
            continue
        _draw_rows(sheet.canvas, sheet.y, shown, edges, heights, range(first, last), stacked)
        sheet.y -= sum(heights[first:last])
        first = last
        if first < shown.rows:
            sheet.turn()
    sheet.y -= 8


def _edges(sheet: Paper, shown: SampleGrid) -> list[float]:
    """The column rules, from left to right."""
    weights = _weights(shown)
    unit = (sheet.right - sheet.left) / sum(weights)
    return [sheet.left + unit * sum(weights[:n]) for n in range(len(weights) + 1)]


def _weights(shown: SampleGrid) -> list[float]:
    if shown.table == "applications":
        return [1.0, 1.4, 4.6] + [1.1] * (shown.columns - 3)
    return [1.0] * shown.columns


def _heights(shown: SampleGrid, edges: Sequence[float], stacked: bool) -> list[float]:
    """Each row's height, by the cell of one row that needs most lines."""
    heights = [_LINE + 2 * _PAD] * shown.rows
    for cell in shown.cells:
        lines = len(_lines(cell, shown, edges, stacked))
        if cell.rowspan == 1:
            heights[cell.row] = max(heights[cell.row], lines * _LINE + 2 * _PAD)
    for cell in shown.cells:
        last = cell.row + cell.rowspan - 1
        missing = len(_lines(cell, shown, edges, stacked)) * _LINE + 2 * _PAD - sum(heights[cell.row : last + 1])
        if missing > 0:
            heights[last] += missing
    return heights


def _lines(cell: GridCell, shown: SampleGrid, edges: Sequence[float], stacked: bool) -> list[str]:
    if stacked and shown.table == "proceedings" and cell.figure is None and cell.row + cell.rowspan == 3:
        return list(cell.text)
    return wrapped(cell.text, _SIZE, edges[cell.column + cell.colspan] - edges[cell.column] - 2 * _PAD)


def _rows_that_fit(heights: Sequence[float], first: int, room: float) -> int:
    last = first
    while last < len(heights) and sum(heights[first : last + 1]) <= room:
        last += 1
    return last


def _draw_rows(
    canvas: Canvas, top: float, shown: SampleGrid, edges: Sequence[float], heights: Sequence[float], rows: range, stacked: bool
) -> None:
    """These rows from `top` down. A cell that began on an earlier page goes on as an empty box."""
    for cell in shown.cells:
        begin, end = max(cell.row, rows.start), min(cell.row + cell.rowspan, rows.stop)
        if begin >= end:
            continue
        y0 = top - sum(heights[rows.start : begin])
        y1 = top - sum(heights[rows.start : end])
        x0, x1 = edges[cell.column], edges[cell.column + cell.colspan]
        canvas.setLineWidth(0.6)
        canvas.rect(x0, y1, x1 - x0, y0 - y1)
        if cell.row >= rows.start:
            _write(canvas, _lines(cell, shown, edges, stacked), (x0 + x1) / 2, (y0 + y1) / 2)


def _write(canvas: Canvas, lines: Sequence[str], x: float, middle: float) -> None:
    canvas.setFont(FONT, _SIZE)
    y = middle + len(lines) * _LINE / 2 - _SIZE
    for line in lines:
        canvas.drawCentredString(x, y, line)
        y -= _LINE

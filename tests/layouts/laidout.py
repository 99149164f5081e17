"""A report's tables as `pdftotext -layout` writes them out: cells broken over lines, each where it stood on the page."""

from samples.grids import GridCell, SampleGrid

_LABELS, _FIGURES = 9, 4
_APART = 3


def laid_out(shown: SampleGrid) -> list[str]:
    """The table's lines, each cell in the middle of its rows."""
    starts, widths = _columns(shown)
    tops = _tops(shown, widths)
    paper: list[dict[int, str]] = [{} for _ in range(tops[-1])]
    for cell in shown.cells:
        lines = _lines(cell, widths)
        top = tops[cell.row] + (tops[cell.row + cell.rowspan] - tops[cell.row] - len(lines)) // 2
        for down, line in enumerate(lines):
            paper[top + down] |= {starts[cell.column] + across: sign for across, sign in enumerate(line)}
    return ["".join(line.get(place, " ") for place in range(max(line, default=-1) + 1)) for line in paper]


def _columns(shown: SampleGrid) -> tuple[list[int], list[int]]:
    """Where each column begins, and how wide its cells are: those of figures are narrow where there are many."""
    lone = {cell.column for cell in shown.cells if cell.figure}
    widths = [(_FIGURES if len(lone) > 3 else 2 * _LABELS) if column in lone else _LABELS for column in range(shown.columns)]
    return [sum(widths[:column]) + _APART * column for column in range(shown.columns)], widths


def _tops(shown: SampleGrid, widths: list[int]) -> list[int]:
    """The line on which each row begins, and that behind the last."""
    tops = [0]
    for row in range(shown.rows):
        tops.append(tops[-1] + max([len(_lines(cell, widths)) for cell in shown.row(row) if cell.rowspan == 1], default=1))
    return tops


def _lines(cell: GridCell, widths: list[int]) -> list[str]:
    width = sum(widths[cell.column : cell.column + cell.colspan]) + _APART * (cell.colspan - 1)
    return [cell.text[start : start + width] for start in range(0, max(len(cell.text), 1), width)]

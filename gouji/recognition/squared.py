"""Whether a table of a text kept its cells after all: as many in each row, the figures under their headers, the labels beside them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from gouji.document.model import Cell
from gouji.form.model import Line
from gouji.recognition.columns import Header
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.normal import plain
from gouji.recognition.square import Squares


def is_square(seen: Squares, first: int, headers: Mapping[str, Header], columns: Sequence[Line]) -> bool:
    """Whether each cell of these rows surely stands in the column that it was printed in, blanks among them.

    All headers stand side by side in the form's order. A row that lost a cell and has a blank at its end instead is told by its label,
    which then does not stand where those of its kind do.
    """
    spans = [headers[column.id].span for column in columns if column.id in headers]
    if len(spans) < len(columns) or any(len(span) > 1 for span in spans) or any(b.start != a.stop for a, b in pairwise(spans)):
        return False
    rows = [seen.starting(row) for row in seen.rows]
    if any(len(cells) != seen.width for cells in rows):
        return False
    start, stop = spans[0].start, spans[-1].stop
    body = [seen.starting(row) for row in seen.rows if row >= first]
    beside = all(not _is_figure(cell) for cells in body for cell in cells[:start])
    figures = all(looks_like_figure(cell.text) for cells in body for cell in cells[start:stop])
    return beside and figures and not any(cell.text for cells in rows for cell in cells[stop:]) and _in_line(body, start)


def _is_figure(cell: Cell) -> bool:
    return bool(cell.text.strip()) and looks_like_figure(cell.text)


def _in_line(body: Sequence[Sequence[Cell]], start: int) -> bool:
    """Whether the labels of each kind (一、 （一） 1.) stand in one column, those without an ordinal in any."""
    places: dict[str, set[int]] = {}
    for cells in body:
        last = next((cell for cell in reversed(cells[:start]) if cell.text.strip()), None)
        if last is None:
            return False
        places.setdefault(kind_of(last.text), set()).add(last.column)
    return all(len(columns) == 1 for columns in places.values())


def kind_of(label: str) -> str:
    """The kind of the label's ordinal: 1. , （一） or 一、."""
    text = plain(label)
    if text[:1].isdecimal():
        return "1."
    return "（一）" if text[:1] in "（(" else "一、"

"""Which columns of a grid are the form's, by their printed headers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gouji.form.model import Line
from gouji.recognition.labels import SURE, likeness
from gouji.recognition.square import Squares

# Headers are short; below this likeness another column's header is meant (结果维持 and 其他结果 share half their signs).
_HEADER = 0.8


@dataclass(frozen=True, slots=True)
class Header:
    """One of the form's columns as met: the grid columns it spans and the words above it."""

    line: Line
    span: range
    printed: str


def headers(squares: Squares, rows: Sequence[int], lines: Sequence[Line]) -> dict[str, Header]:
    """The form's columns found in these header rows, by id; the printed words of the last header cell, or of the last two stacked."""
    found: dict[str, Header] = {}
    for line in lines:
        spans = [column for column in range(squares.width) if _heads(squares, rows, column, line)]
        if spans:
            found[line.id] = Header(line, range(spans[0], spans[-1] + 1), _printed(squares, rows, spans[0]))
    return found


def _heads(squares: Squares, rows: Sequence[int], column: int, line: Line) -> bool:
    stack = header_stack(squares, rows, column)
    if not stack:
        return False
    alone, stacked = stack[-1], "".join(stack[-2:])
    return max(likeness(alone, line), likeness(stacked, line) if len(stack) > 1 else 0.0) >= _best_needed(line)


def _best_needed(line: Line) -> float:
    return SURE if len(line.label) <= 2 else _HEADER


def header_stack(squares: Squares, rows: Sequence[int], column: int) -> list[str]:
    """The different header texts above a column, top down."""
    texts: list[str] = []
    cells = [cell for row in rows if (cell := squares.at(row, column))]
    for index, cell in enumerate(cells):
        if cell.text.strip() and cell not in cells[:index]:
            texts.append(cell.text)
    return texts


def _printed(squares: Squares, rows: Sequence[int], column: int) -> str:
    stack = header_stack(squares, rows, column)
    return stack[-1] if stack else ""


def overlaps(found: Mapping[str, Header]) -> bool:
    """Whether two of the form's columns claim the same grid column: the header cannot be trusted."""
    taken = [column for header in found.values() for column in header.span]
    return len(taken) != len(set(taken))

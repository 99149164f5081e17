"""Figures taken out of the cells that surely, or perhaps, hold them."""

import re
from collections.abc import Iterable, Sequence

from gouji.document.doubts import OCR, joined
from gouji.document.model import Cell
from gouji.form.model import Line
from gouji.recognition.normal import plain
from gouji.recognition.numbers import looks_like_figure, read_number
from gouji.report import Figure, State

BY_POSITION = "by-position"
COLUMN_SPLIT = "column-split"
COLUMN_WITHOUT_LABEL = "column-without-label"
MERGED = "merged-figure-cell"
SHORT_ROW = "short-row"
ROW_TWICE = "row-twice"
TWO_TABLES = "two-tables"
LEFT_OVER = "left-over-cells"
ROW_NOT_FOUND = "row-not-found"
WORDS_IN_CELL = "words-in-cell"
FIGURE_IN_LABEL = "figure-in-label"
_ENDS_IN_NUMBER = re.compile(r".*[^\W\d].*\d\s*", re.DOTALL)

__all__ = [
    "BY_POSITION",
    "COLUMN_SPLIT",
    "COLUMN_WITHOUT_LABEL",
    "FIGURE_IN_LABEL",
    "LEFT_OVER",
    "MERGED",
    "ROW_NOT_FOUND",
    "ROW_TWICE",
    "SHORT_ROW",
    "TWO_TABLES",
    "figure",
    "looks_like_figure",
    "shared",
    "took_figure",
    "window",
]


def figure(name: str, column: Line, cells: Sequence[Cell], doubts: tuple[str, ...] = ()) -> Figure:
    """The figure that these cells of one row and column print; several are padding around one, or cannot be told apart."""
    if not cells:
        return Figure(name, None, State.ABSENT, doubts=doubts)
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) > 1 and all(plain(cell.text) == "0" for cell in filled[1:]):
        # The form's three-column template left 0 in the cells beside a single figure (met in a county bureau's Table 2).
        filled, doubts = filled[:1], (*doubts, LEFT_OVER)
    if len(filled) > 1:
        raw = " ".join(cell.text for cell in filled)
        return Figure(name, raw, State.UNREADABLE, place=filled[0].place, doubts=(*doubts, "joined-cells"))
    cell = filled[0] if filled else cells[0]
    printed = read_number(cell.text, column)
    words = (WORDS_IN_CELL,) if printed.state is State.MARK and not looks_like_figure(cell.text) else ()
    misread = (OCR,) if printed.state is State.MARK and _may_be_misread(cell) else ()
    return Figure(name, cell.text, printed.state, printed.value, cell.place, joined(doubts, cell.doubts, printed.doubts, words, misread))


def took_figure(labels: Iterable[str]) -> bool:
    """Whether the number at a label's end may be the row's own: where no rule is seen between them a figure's cell is blank beside it."""
    return any(_ENDS_IN_NUMBER.fullmatch(label) for label in labels)


def _may_be_misread(cell: Cell) -> bool:
    """Whether digits were made out in a picture beside other signs: the rule of a table reads as a bracket (10])."""
    return cell.confidence is not None and any(sign.isdecimal() for sign in cell.text)


def shared(name: str, cell: Cell) -> Figure:
    """One cell printed across several of the form's columns or rows: which of them it is meant for cannot be read."""
    state = State.UNREADABLE if cell.text.strip() else State.BLANK
    return Figure(name, cell.text, state, place=cell.place, doubts=(MERGED,))


def window(values: Sequence[Cell], count: int) -> tuple[Sequence[Cell], tuple[str, ...]]:
    """The `count` figure cells of a ragged row after its label, and a doubt where padding cannot be told from blanks.

    A row may carry empty cells before and after its figures. Every run of `count` cells with nothing but
    blanks outside is possible; where several print the same there is no question. A run that itself begins
    or ends blank beside such padding may as well have lost a cell (met in text made from PDF).
    """
    runs = [
        values[start : start + count]
        for start in range(len(values) - count + 1)
        if not any(cell.text for cell in (*values[:start], *values[start + count :]))
    ]
    if not runs:
        return values[:count], (BY_POSITION,)
    texts = {tuple(cell.text for cell in run) for run in runs}
    exact = len(values) == count or not any(texts.copy().pop()) or all(run[0].text and run[-1].text for run in runs)
    return runs[-1], () if exact and len(texts) == 1 else (BY_POSITION,)

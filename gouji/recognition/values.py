"""The figures of one row of Table 2, under its headers or in their order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gouji.document.doubts import joined
from gouji.document.model import Cell
from gouji.form.model import Line
from gouji.recognition.columns import HEADER
from gouji.recognition.figures import BY_POSITION, MERGED, SHORT_ROW, figure, shared, window
from gouji.recognition.labels import likeness
from gouji.recognition.normal import plain
from gouji.recognition.numbers import unit_of
from gouji.recognition.square import Squares
from gouji.report import Figure, State

_UNIT = re.compile("(?:百万|千|万|亿)?元")


@dataclass(frozen=True)
class Asked:
    """The columns that a row (table.row) is asked for, and the header cells above it."""

    row: str
    columns: tuple[Line, ...]
    header: Sequence[Cell]

    @cached_property
    def heads(self) -> dict[str, Cell]:
        """The header cell of each column that has one."""
        return {column.id: cell for column in self.columns for cell in self.header if likeness(cell.text, column) >= HEADER}

    def figures(self, cells: Mapping[str, Sequence[Cell]], doubts: tuple[str, ...] = ()) -> dict[str, Figure]:
        """A figure for each column that has an entry, however empty."""
        own = [column for column in self.columns if column.id in cells]
        return {name: self._figure(name, column, cells, doubts) for column in own for name in [f"{self.row}.{column.id}"]}

    def _figure(self, name: str, column: Line, cells: Mapping[str, Sequence[Cell]], doubts: tuple[str, ...]) -> Figure:
        own = list(cells[column.id])
        if joint := next((c for c in own if c.rowspan > 1 or sum(c in theirs for theirs in cells.values()) > 1), None):
            return shared(name, joint)
        return self._in_other_unit(figure(name, column, own, doubts), column)

    def _in_other_unit(self, found: Figure, column: Line) -> Figure:
        """The same figure, in doubt where the header prints another unit than the form's and the cell prints none."""
        if column.kind != "amount" or found.state is not State.NUMBER or column.id not in self.heads:
            return found
        unit = _UNIT.search(plain(self.heads[column.id].text))
        if unit is None or unit[0] == unit_of(column) or _UNIT.search(plain(found.raw or "")):
            return found
        return replace(found, doubts=joined(found.doubts, ("unit-in-header",)))


def in_order(asked: Asked, values: Sequence[Cell]) -> dict[str, Figure]:
    """The figures after the label: under the headers where everything else is blank, else as many as there are headers, in order."""
    named = [column for column in asked.columns if column.id in asked.heads] or list(asked.columns)
    places = {head.column for head in asked.heads.values()}
    below = [cell for cell in values if cell.column in places]
    strange = [cell for cell in asked.header[1:] if cell.text.strip() and cell not in asked.heads.values()]
    if asked.heads and len(below) == len(named) and not any(cell.text for cell in values if cell not in below):
        cells: Sequence[Cell] = below
        doubts: tuple[str, ...] = ()
    else:
        cells, doubts = window(values, len(named))
        doubts = joined(doubts, (BY_POSITION,) if strange else ())
    padded = [[cell] for cell in cells] + [[] for _ in range(len(named) - len(cells))]
    return asked.figures({column.id: own for column, own in zip(named, padded, strict=True)}, doubts)


def under(asked: Asked, values: Sequence[Cell], seen: Squares, row: int) -> dict[str, Figure]:
    """The row's figures under their headers; without headers by order where the number of cells fits, which is a doubt."""
    heads = asked.heads
    if not heads:
        fits = len(values) == len(asked.columns)
        return asked.figures({c.id: [v] for c, v in zip(asked.columns, values, strict=True)}, (BY_POSITION,)) if fits else {}
    below = {name: seen.across(row, range(h.column, h.column + h.colspan)) for name, h in heads.items()}
    wide = {name for name, cells in below.items() if any(_over_another(cell, heads[name], asked.header) for cell in cells)}
    if any(len(cells) != 1 for cells in below.values()) and _same_order(asked, values, seen, row):
        below, wide = {name: [value] for name, value in zip(_left_to_right(heads), values, strict=True)}, set()
    drawn = {c for cell in asked.header for c in range(cell.column, cell.column + cell.colspan)}
    whole = all(below.values()) and all(seen.at(row, column) for column in drawn)
    found = asked.figures(below, () if whole else (SHORT_ROW,))
    merged = {f"{asked.row}.{name}" for name in wide}
    return {name: replace(f, doubts=joined(f.doubts, (MERGED,))) if name in merged else f for name, f in found.items()}


def _over_another(cell: Cell, head: Cell, header: Sequence[Cell]) -> bool:
    """Whether a figure's cell reaches under another header than its own, be it blank."""
    others = [other for other in header if other is not head]
    return any(cell.column < other.column + other.colspan and other.column < cell.column + cell.colspan for other in others)


def _same_order(asked: Asked, values: Sequence[Cell], seen: Squares, row: int) -> bool:
    """Whether the row's cells are the headers' in the same order, though their spans differ (met in 1+1+2+1 over 1+2+1+1).

    As many cells as headers, none blank, none over two whole headers, and none that reaches down from the row above.
    """
    heads = asked.heads.values()
    over_two = any(sum(v.column <= h.column and h.column + h.colspan <= v.column + v.colspan for h in heads) > 1 for v in values)
    from_above = any(cell.row < row for cell in seen.across(row, range(min(h.column for h in heads), seen.width)))
    headed = sum(cell in heads or cell.column > asked.header[0].column for cell in asked.header)
    return headed == len(heads) == len(values) and all(v.text.strip() for v in values) and not over_two and not from_above


def _left_to_right(heads: Mapping[str, Cell]) -> list[str]:
    return sorted(heads, key=lambda name: heads[name].column)

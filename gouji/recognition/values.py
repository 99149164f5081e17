"""The figures of one row of Table 2, under its headers or in their order."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gouji.document.doubts import joined
from gouji.document.model import Cell
from gouji.form.model import Line
from gouji.recognition.columns import HEADER
from gouji.recognition.figures import BY_POSITION, COLUMN_SPLIT, COLUMN_WITHOUT_LABEL, MERGED, SHORT_ROW, figure, shared, window
from gouji.recognition.labels import likeness
from gouji.recognition.normal import plain
from gouji.recognition.numbers import SEVERAL, SPLIT_DIGITS, unit_of
from gouji.recognition.pairs import in_pairs, is_over
from gouji.recognition.square import Squares
from gouji.report import Figure, State

CONTENT = Line("content", "信息内容")
_UNIT = re.compile("(?:百万|千|万|亿)?元")


@dataclass(frozen=True)
class Asked:
    """The columns that a row (table.row) is asked for, and the header cells above it."""

    row: str
    columns: tuple[Line, ...]
    header: Sequence[Cell]

    @cached_property
    def heads(self) -> dict[str, Cell]:
        """The header cell of each column that has one, the likest where several could be it."""
        found = [(column, self._like(column)) for column in self.columns]
        return {column.id: max(reversed(own), key=lambda cell: likeness(cell.text, column)) for column, own in found if own}

    @cached_property
    def rivalled(self) -> frozenset[str]:
        """The columns of which several headers could be it: this year's beside another's."""
        return frozenset(column.id for column in self.columns if len({cell.text for cell in self._like(column)}) > 1)

    @cached_property
    def strange(self) -> list[Cell]:
        """The headings printed right of the labels' that are none of the row's columns."""
        heads = list(self.heads.values())
        return [cell for cell in self.header[1:] if cell.text.strip() and cell not in heads and likeness(cell.text, CONTENT) < HEADER]

    def _like(self, column: Line) -> list[Cell]:
        own = [cell for cell in self.header if likeness(cell.text, column) >= HEADER]
        # Two headers of one stem (本年新制作数量, 本年新公开数量) are each like the other's: each goes where it is likest.
        return [cell for cell in own if likeness(cell.text, column) == max(likeness(cell.text, other) for other in self.columns)]

    def unheaded(self, values: Sequence[Cell], read: Mapping[str, Figure]) -> dict[str, Figure]:
        """The columns whose header was not recognised, while cells of the row belong to no other: absent only in doubt.

        A blank under a blank heading is padding of a wide cell and belongs to nobody.
        """
        lost = [column for column in self.columns if column.id not in self.heads and f"{self.row}.{column.id}" not in read]
        cells = [cell for cell in values if cell.text.strip() or self.strange]
        left = Counter(cell.text for cell in cells) - Counter(figure.raw or "" for figure in read.values() if figure.raw is not None)
        doubts = (COLUMN_WITHOUT_LABEL,)
        return {name: figure(name, column, (), doubts) for column in lost for name in [f"{self.row}.{column.id}"] if left}

    def figures(self, cells: Mapping[str, Sequence[Cell]], doubts: tuple[str, ...] = ()) -> dict[str, Figure]:
        """A figure for each column that has an entry, however empty."""
        own = [column for column in self.columns if column.id in cells]
        found = {name: self._figure(name, column, cells, doubts) for column in own for name in [f"{self.row}.{column.id}"]}
        if not any(doubt in figure.doubts for figure in found.values() for doubt in (SEVERAL, SPLIT_DIGITS)):
            return found
        # One cell may hold what several should: the blank ones beside it are no more sure than it.
        return {name: replace(f, doubts=joined(f.doubts, (SHORT_ROW,))) if f.state is State.BLANK else f for name, f in found.items()}

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
    filled = [cell for cell in values if cell.text.strip()]
    if asked.heads and len(filled) == len(named) == len(asked.columns) and not asked.strange:
        cells: Sequence[Cell] = filled  # one printed figure for each header: no blank can have moved them
        doubts: tuple[str, ...] = ()
    elif asked.heads and len(below) == len(named) and not any(cell.text for cell in values if cell not in below):
        cells, doubts = below, ()
    else:
        cells, doubts = window(values, len(named))
        # Headers that stand apart have blank cells between them: so may figures, and a blank among these is one of both.
        apart = bool(places) and max(places) - min(places) >= len(places)
        unsure = asked.strange or (apart and not all(cell.text for cell in cells))
        doubts = joined(doubts, (BY_POSITION,) if unsure else ())
    if len(named) < len(asked.columns) - 1:  # the header was torn: what is not named may stand over a lone figure
        doubts = joined(doubts, (BY_POSITION,))
    padded = [[cell] for cell in cells] + [[] for _ in range(len(named) - len(cells))]
    return asked.figures({column.id: own for column, own in zip(named, padded, strict=True)}, doubts)


def under(asked: Asked, values: Sequence[Cell], seen: Squares, row: int) -> dict[str, Figure]:
    """The row's figures under their headers; without headers by order where the number of cells fits, which is a doubt."""
    heads = asked.heads
    if not heads:
        fits = len(values) == len(asked.columns)
        return asked.figures({c.id: [v] for c, v in zip(asked.columns, values, strict=True)}, (BY_POSITION,)) if fits else {}
    first = min((cell.column for cell in values), default=0)  # a label drawn wide may reach under a header
    below = {name: [c for c in seen.across(row, range(h.column, h.column + h.colspan)) if c.column >= first] for name, h in heads.items()}
    wide = {name for name, cells in below.items() if any(_over_another(cell, heads[name], asked.header) for cell in cells)}
    if _stands_alone(asked, values, row):
        below, wide = {name: [value for value in values if value.text.strip()] for name in heads}, set()
    if (wide or any(len(cells) != 1 for cells in below.values())) and (paired := in_pairs(asked.header, heads, values, seen, row)):
        below, wide = {name: [value] for name, value in paired.items()}, set()
    drawn = {c for cell in asked.header for c in range(cell.column, cell.column + cell.colspan)}
    whole = all(below.values()) and all(seen.at(row, column) for column in drawn) and not _beside(asked, values, below)
    found = asked.figures(below, () if whole else (SHORT_ROW,))
    some = {MERGED: wide, COLUMN_SPLIT: asked.rivalled}
    marked = {f"{asked.row}.{name}": [doubt for doubt, names in some.items() if name in names] for name in heads}
    return {name: replace(f, doubts=joined(f.doubts, marked[name])) for name, f in found.items()}


def _over_another(cell: Cell, head: Cell, header: Sequence[Cell]) -> bool:
    """Whether a figure's cell reaches under another header than its own, be it blank.

    The cell that heads the labels (信息内容) is none: a table whose rows were drawn one by one has its first border now here, now there.
    """
    others = [other for other in (header if head is header[0] else header[1:]) if other is not head]
    return any(is_over(cell, other) for other in others)


def _beside(asked: Asked, values: Sequence[Cell], below: Mapping[str, Sequence[Cell]]) -> bool:
    """Whether a figure of the row stands under no header at all: the row may be shifted."""
    placed = [cell for cells in below.values() for cell in cells]
    return any(
        v.text.strip() and v not in placed and not any(is_over(v, head) for head in asked.header if head.text.strip()) for v in values
    )


def _stands_alone(asked: Asked, values: Sequence[Cell], row: int) -> bool:
    """Whether one figure is printed under the one header there is: how far either is drawn over blank cells says nothing."""
    headed = [cell for cell in asked.header if cell.text.strip() and likeness(cell.text, CONTENT) < HEADER]
    filled = [cell for cell in values if cell.text.strip()]
    return len(asked.columns) == len(headed) == len(filled) == 1 and filled[0].row == row

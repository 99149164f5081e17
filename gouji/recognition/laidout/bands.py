"""What a table of the form prints from top to bottom, as bands: its headers, then its rows, one below the other.

A band is made of streams, the words that one of its cells prints. A cell's words may be torn over lines, and the lines of cells that
stand side by side are mixed; each stream keeps its own order all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.form import NAMES, form
from gouji.form.model import FormTable, Line
from gouji.recognition.labels import label
from gouji.recognition.normal import bare
from gouji.recognition.values import CONTENT

_ASKED = "申请人情况"
_RESULTS = "三、本年度办理结果"
_SUITS = "行政诉讼"


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of one cell, bare of signs, in each way in which the field prints them; the columns that it stands over, from 0."""

    texts: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Head:
    """Header cells that stand above the same rows."""

    streams: tuple[Stream, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One of the form's rows: its words without the ordinal, the ordinal where it is a digit, and how many figures it is asked for.

    A row without words is known by nothing but its place below the headers.
    """

    line: Line | None
    texts: tuple[str, ...]
    ordinal: str
    columns: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A cell merged over several rows, beside which they stand: it may be printed anywhere along them, and a little off."""

    text: str
    level: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which a table of the form is printed."""

    table: FormTable
    bands: tuple[Head | Row, ...]
    sides: tuple[Side, ...] = ()


def layouts_of(table: str) -> Iterator[Layout]:
    """All ways in which this table of either form is printed, whole, in the form's order."""
    own = [form(name).table(table) for name in reversed(NAMES)]
    if table == "disclosure":
        yield from (Layout(each, tuple(_blocks(each))) for each in own)
    elif table == "proceedings":  # the same in both
        yield Layout(own[0], (_tracks(own[0]), Row(None, (), "", tuple(c for row in own[0].rows() for c in own[0].columns_of(row.id)))))
    else:
        yield from (layout for each in own for layout in _applications(each))


def _blocks(table: FormTable) -> Iterator[Head | Row]:
    for block in table.blocks:
        last = len(block.columns) - 1
        yield Head((Stream((bare(block.heading or ""),), -1, last),))
        yield Head((Stream((CONTENT.label,), -1, -1), *_columns(block.columns)))
        yield from (_row(line, block.columns) for line in block.rows)


def _applications(table: FormTable) -> Iterator[Layout]:
    columns = table.blocks[0].columns
    grouped = [number for number, column in enumerate(columns) if column.group]
    group = Stream((bare(columns[grouped[0]].group or ""),), grouped[0], grouped[-1])
    head = Head(
        (Stream((bare(table.corner or ""),), -1, -1), Stream((bare(_ASKED),), 0, len(columns) - 1), group, *_columns(columns)),
    )
    instead = [row for row in table.rows() if row.instead_of]
    stood_for = {name for row in instead for name in row.instead_of}
    split = [row for row in table.rows() if row not in instead]
    joint = [row for row in table.rows() if row.id not in stood_for]
    for rows in (split, joint) if instead else (split,):
        yield Layout(table, (head, *(_row(row, columns) for row in rows)), tuple(_sides(rows)))


def _sides(rows: Sequence[Line]) -> Iterator[Side]:
    outcomes = [number for number, row in enumerate(rows) if row.id not in ("received", "carried_in", "carried_out")]
    yield Side(bare(_RESULTS), 0, outcomes[0], outcomes[-1])
    for group in dict.fromkeys(row.group for row in rows if row.group):
        own = [number for number, row in enumerate(rows) if row.group == group]
        yield Side(bare(group), 1, own[0], own[-1])


def _tracks(table: FormTable) -> Head:
    rows = table.rows()
    count = len(table.columns_of(rows[0].id))
    suits = [number for number, row in enumerate(rows) if row.group == _SUITS]
    tops = [Stream((_SUITS,), suits[0] * count, (suits[-1] + 1) * count - 1)]
    tops += [Stream((bare(row.label),), number * count, (number + 1) * count - 1) for number, row in enumerate(rows)]
    every = [column for row in rows for column in table.columns_of(row.id)]
    return Head((*tops, *_columns(every)))


def _columns(columns: Sequence[Line]) -> list[Stream]:
    return [Stream(tuple(bare(text) for text in (column.label, *column.aliases)), number, number) for number, column in enumerate(columns)]


def _row(line: Line, columns: tuple[Line, ...]) -> Row:
    """A row whose ordinal is a digit may have it torn off: it stands on another line where its font does."""
    ordinal = label(line.label).ordinal or ""
    words = tuple(label(text).words for text in (line.label, *line.aliases))
    if ordinal.isdecimal():
        return Row(line, words, ordinal, columns)
    return Row(line, tuple(dict.fromkeys(f"{ordinal}{text}" for text in words)), "", columns)

"""The ways in which Table 4 is drawn: one row under three tracks, turned with labelled rows, or a row with nothing but its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gouji.document.doubts import joined
from gouji.document.model import Cell
from gouji.form.model import FormTable, Line
from gouji.recognition.columns import header_stack
from gouji.recognition.figures import BY_POSITION, COLUMN_WITHOUT_LABEL, MERGED, ROW_TWICE, SHORT_ROW, looks_like_figure, window
from gouji.recognition.labels import is_other_name
from gouji.recognition.outcomes import outcome, outcomes_in_order, the_only_way, track
from gouji.recognition.square import Squares


@dataclass(frozen=True, slots=True)
class Found:
    """The cells of each track.outcome, the printed headers, what is doubtful of some, and of the whole."""

    cells: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    printed: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()


def _names(table: FormTable) -> list[str]:
    return [f"{line.id}.{column.id}" for line in table.rows() for column in table.columns_of(line.id)]


def turned(table: FormTable, seen: Squares) -> Found | None:
    """Rows that begin with a track's name under the outcomes, or with an outcome's under the tracks."""
    for of_row, of_head in ((track, _outcome), (_outcome, track)):
        rows = {row: line for row in seen.rows if (line := of_row(table, _labels(seen, row)))}
        heads = _heads(table, seen, min(rows, default=0), of_head)
        if len(rows) < 2 or len(heads) < 2:
            continue
        cells: dict[str, tuple[Cell, ...]] = {}
        twice: list[str] = []
        names = {column: line.id for column, line in heads.items()}
        for row, line in rows.items():
            for head, cell in _values(seen, row, heads):
                name = _name(table, line, head)
                twice += [name] if name in cells else []
                cells.setdefault(name, (cell,))
        whole = len(cells) == len(rows) * len(heads)
        wide = [name for name, own in cells.items() if not seen.grid.ragged and not _under_one(own[0], names)]
        some = {SHORT_ROW: () if whole else tuple(cells), ROW_TWICE: twice, MERGED: wide}
        doubts = {name: tuple(doubt for doubt, named in some.items() if name in named) for name in cells}
        placed = [cell for own in cells.values() for cell in own]
        below = [row for row in seen.rows if row >= min(rows)]
        left = any(
            cell.text.strip() and looks_like_figure(cell.text) and cell not in placed for row in below for cell in seen.starting(row)
        )
        return Found(cells, dict.fromkeys(cells, ""), doubts, (COLUMN_WITHOUT_LABEL,) if left else ())
    return None


def _outcome(table: FormTable, words: Sequence[str]) -> Line | None:
    """The outcome that these header words, top down, name: the last alone, or the last few as one that was broken."""
    return next((line for n in (1, 2, 4) if (line := outcome(table, "".join(words[-n:])))), None) if words else None


def _labels(seen: Squares, row: int) -> list[str]:
    """The words before a row's figures; none in a header, which has no figures."""
    cells = seen.across(row, range(seen.width))
    count = next((i for i, cell in enumerate(cells) if looks_like_figure(cell.text) and i), len(cells))
    rest = cells[count:]
    figures = bool(rest) and all(looks_like_figure(cell.text) for cell in rest)
    return [cell.text for cell in cells[:count] if cell.text.strip()] if figures else []


def _heads(table: FormTable, seen: Squares, first: int, of_head: Callable[[FormTable, Sequence[str]], Line | None]) -> dict[int, Line]:
    """The lines that the header above the first row names, by grid column; by their order alone where rows are ragged."""
    rows = [row for row in seen.rows if row < first]
    if seen.grid.ragged:
        named = [line for row in rows for cell in seen.starting(row) if (line := of_head(table, [cell.text]))]
        return dict(enumerate(named))
    stacks = {column: header_stack(seen, rows, column) for column in range(seen.width)}
    return {column: line for column, stack in stacks.items() if (line := of_head(table, stack))}


def _values(seen: Squares, row: int, heads: Mapping[int, Line]) -> list[tuple[Line, Cell]]:
    if not seen.grid.ragged:
        return [(line, cell) for column, line in heads.items() if (cell := seen.at(row, column)) and looks_like_figure(cell.text)]
    values = [cell for cell in seen.starting(row)[1:] if looks_like_figure(cell.text)]
    return list(zip(heads.values(), values, strict=True)) if len(values) == len(heads) else []


def _name(table: FormTable, one: Line, other: Line) -> str:
    line, column = (one, other) if one in table.rows() else (other, one)
    return f"{line.id}.{column.id}"


def one_row(table: FormTable, seen: Squares) -> Found | None:
    """One row of figures, each under its track and outcome."""
    rows = _data_rows(table, seen)
    above = [row for row in seen.rows if rows and row < rows[0]]
    heads = _without_sums(table, {c: head for c in range(seen.width) if (head := _head(table, header_stack(seen, above, c)))})
    if len({name for name, _ in heads.values()}) < 4:
        return None
    values = {column: cell for column in range(seen.width) if (cell := seen.at(rows[0], column)) and cell.row == rows[0]}
    cells: dict[str, tuple[Cell, ...]] = {}
    for column, (name, _) in heads.items():
        if column in values and values[column] not in cells.get(name, ()):
            cells[name] = (*cells.get(name, ()), values[column])
    by_order = _without_head(table, heads, values)
    short = (SHORT_ROW,) if any(column not in values for column in range(min(heads), seen.width)) else ()
    twice = (ROW_TWICE,) if any(_texts(seen, row) != _texts(seen, rows[0]) for row in rows[1:]) else ()
    named = dict.fromkeys([*(name for name, _ in heads.values()), *by_order])
    named_heads = {column: name for column, (name, _) in heads.items()}
    # Saved by LibreOffice, the tracks' own line may end within 总计: one heading cell above is enough.
    lowest = {column: f"{cell.row}.{cell.column}" for column in range(seen.width) if (cell := seen.at(rows[0] - 1, column))}
    under_several = [cell for cell in values.values() if not (_under_one(cell, named_heads) or _under_one(cell, lowest))]
    wide = {name for column, (name, _) in heads.items() if values.get(column) in under_several}
    some = {BY_POSITION: set(by_order), MERGED: wide}
    doubts = {name: (*short, *twice, *(doubt for doubt, names in some.items() if name in names)) for name in named}
    placed = [cell for own in (*cells.values(), *by_order.values()) for cell in own]
    left = any(cell.text.strip() and looks_like_figure(cell.text) and cell not in placed for cell in values.values())
    return Found({**cells, **by_order}, {name: text for name, text in heads.values()}, doubts, (COLUMN_WITHOUT_LABEL,) if left else ())


def _without_sums(table: FormTable, heads: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """The heads without those called by another name where the track has one by the form's: a 合计 beside the 总计."""
    lines = {line.id: line for line in table.blocks[0].columns}
    other = {column for column, (name, printed) in heads.items() if is_other_name(printed, lines[name.split(".")[1]])}
    own = {name for column, (name, _) in heads.items() if column not in other}
    return {column: head for column, head in heads.items() if column not in other or head[0] not in own}


def spread_row(table: FormTable, seen: Squares) -> Found | None:
    """One row of figures under fifteen outcomes in the form's order, where each track's name stands over its first outcome only.

    So do merged headings look once they are taken apart.
    """
    rows = _data_rows(table, seen)
    above = [row for row in seen.rows if rows and row < rows[0]]
    stacks = {column: header_stack(seen, above, column) for column in range(seen.width)}
    heads = {column: line.id for column, stack in stacks.items() if (line := _outcome(table, stack))}
    names = _names(table)
    if [name.split(".")[1] for name in names] != list(heads.values()):
        return None
    for column, name in zip(heads, names, strict=True):
        found = track(table, stacks[column][:-1]) if len(stacks[column]) > 1 else None
        first = name.endswith(f".{names[0].split('.')[1]}")
        if (found.id if found else None) != (name.split(".")[0] if first else None):
            return None
    cells = {name: cell for column, name in zip(heads, names, strict=True) if (cell := seen.at(rows[0], column)) and cell.colspan == 1}
    beside = [cell for cell in seen.starting(rows[0]) if cell.text.strip() and cell not in cells.values()]
    if len(cells) < len(names) or beside or any(_texts(seen, row) != _texts(seen, rows[0]) for row in rows[1:]):
        return None
    return Found({name: (cell,) for name, cell in cells.items()}, {name: stacks[c][-1] for c, name in zip(heads, names, strict=True)})


def _under_one(cell: Cell, heads: Mapping[int, str]) -> bool:
    """Whether all the columns that the cell covers have the same header."""
    return len({heads.get(column) for column in range(cell.column, cell.column + cell.colspan)}) == 1


def _head(table: FormTable, stack: Sequence[str]) -> tuple[str, str] | None:
    """The track.outcome that a column's header words name, and the last of them as printed."""
    found = _outcome(table, stack)
    line = track(table, stack[:-1]) if found else None
    return (f"{line.id}.{found.id}", stack[-1]) if found and line else None


def _without_head(table: FormTable, heads: Mapping[int, tuple[str, str]], values: Mapping[int, Cell]) -> dict[str, tuple[Cell, ...]]:
    """The figures whose header was lost, by the form's order, where those that have one stand in it."""
    names = _names(table)
    columns = [column for column, cell in values.items() if cell.column == column and looks_like_figure(cell.text)]
    if len(columns) != len(names) or any(head[0] != names[columns.index(c)] for c, head in heads.items() if c in columns):
        return {}
    return {name: (values[column],) for column, name in zip(columns, names, strict=True) if column not in heads}


def flat_row(table: FormTable, seen: Squares) -> Found | None:
    """One row of figures in the form's order, surely so where the headers name the same outcomes in that order."""
    rows = _data_rows(table, seen)
    if not rows:
        return None
    names = _names(table)
    own = seen.starting(rows[0])
    start = next((i for i, cell in enumerate(own) if looks_like_figure(cell.text)), len(own))
    order = outcomes_in_order(table, seen)
    named = the_only_way(order, names)
    if len(own) - start >= len(names) > len(named):
        named = []  # some headers were not recognised
    values, doubts = window(own[start:], len(named or names))
    sure = bool(named) and len(order) == len(named)
    doubts = joined(doubts, () if sure else (BY_POSITION,))
    doubts = joined(doubts, (ROW_TWICE,) if any(_texts(seen, row) != _texts(seen, rows[0]) for row in rows[1:]) else ())
    cells = {name: (cell,) for name, cell in zip(named or names, values, strict=False)}
    return Found(cells, dict.fromkeys(cells, "") if sure else {}, dict.fromkeys(cells, doubts))


def _data_rows(table: FormTable, seen: Squares) -> list[int]:
    """The rows of figures below the header: those with something printed, else the first of blanks alone."""
    last = max((cell.row + cell.rowspan - 1 for cell in seen.grid.cells if outcome(table, cell.text)), default=-1)
    rows = [row for row in seen.rows if row > last and sum(looks_like_figure(text) for text in _texts(seen, row)) >= 5]
    printed = [row for row in rows if sum(bool(text.strip()) and looks_like_figure(text) for text in _texts(seen, row)) >= 2]
    return printed or rows[:1]


def _texts(seen: Squares, row: int) -> list[str]:
    return [cell.text for cell in seen.starting(row)]

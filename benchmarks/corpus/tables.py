"""The statutory tables as a report prints them: labels in the words of the field, cells merged, padded and split as offices do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from random import Random

import yaml

from gouji.form import form
from samples import Sample
from samples.grids import GridCell, SampleGrid, grid

Cells = tuple[GridCell, ...]
_HEAD_ROWS = 3


def tables(sample: Sample, random: Random) -> Mapping[str, SampleGrid]:
    """Every table that the sample prints, by its name."""
    plain = {table.id: grid(sample, table.id) for table in form(sample.form).tables}
    return {name: _varied(found, random) for name, found in plain.items() if found}


def _varied(found: SampleGrid, random: Random) -> SampleGrid:
    cells = _relabelled(found.cells, random)
    for change, chance in _CHANGES[found.table].items():
        if random.random() < chance:
            cells = change(cells, random)
    return SampleGrid(found.table, cells)


def _relabelled(cells: Cells, random: Random) -> Cells:
    """Some labels in other words; a report that uses a word uses it throughout."""
    often = random.choice((0.0, 0.15, 0.5))
    words = {label: random.choice(others) if random.random() < often else label for label, others in _labels().items()}
    return tuple(replace(cell, text=words.get(cell.text, cell.text)) if cell.figure is None else cell for cell in cells)


def _padded(cells: Cells, random: Random) -> Cells:
    """A lone figure or heading over three columns stands in the first, two empty cells after it."""
    heads = random.random() < 0.5
    return tuple(piece for cell in cells for piece in (_pieces(cell) if cell.column and (cell.figure or heads) else (cell,)))


def _pieces(cell: GridCell) -> Iterator[GridCell]:
    yield replace(cell, colspan=1)
    for extra in range(1, cell.colspan):
        yield GridCell("", cell.row, cell.column + extra, cell.rowspan)


def _uneven(cells: Cells, random: Random) -> Cells:
    """Columns whose edges do not meet: one row spans 1+1+2+1, the next 1+2+1+1."""
    shifted = [cell for row in _rows(cells) for cell in _shifted(row, random)]
    edges = sorted({edge for cell in shifted for edge in (cell.column, cell.column + cell.colspan)})
    place = {edge: number for number, edge in enumerate(edges)}
    return tuple(replace(c, column=place[c.column], colspan=place[c.column + c.colspan] - place[c.column]) for c in shifted)


def _shifted(row: list[GridCell], random: Random) -> Iterator[GridCell]:
    fine = 6
    edges = [0, *(fine * cell.column for cell in row[1:]), fine * 4]
    edges = [edge + random.choice((-1, 0, 0, 1)) if 0 < edge < fine * 4 else edge for edge in edges]
    for cell, start, end in zip(row, edges, edges[1:], strict=False):
        yield replace(cell, column=start, colspan=end - start)


def _headings_in_two_rows(cells: Cells, random: Random) -> Cells:
    """商业|科研|… over 企业|机构|…: a heading torn over two rows of cells."""
    return tuple(piece for cell in cells for piece in _torn(cell))


def _torn(cell: GridCell) -> Iterator[GridCell]:
    if cell.row >= _HEAD_ROWS:
        yield replace(cell, row=cell.row + 1)
    elif cell.row == _HEAD_ROWS - 1 and cell.rowspan == 1:
        word = "".join(cell.text.split())
        half = (len(word) + 1) // 2
        yield replace(cell, text=word[:half])
        yield replace(cell, row=cell.row + 1, text=word[half:])
    elif cell.row + cell.rowspan == _HEAD_ROWS:
        yield replace(cell, rowspan=cell.rowspan + 1)
    else:
        yield cell


def _repeated_group(cells: Cells, random: Random) -> Cells:
    """No cell merged downwards: a group's name stands in its first row, with empty cells below."""
    return tuple(piece for cell in cells for piece in (_downwards(cell) if cell.row >= _HEAD_ROWS and cell.rowspan > 1 else (cell,)))


def _downwards(cell: GridCell) -> Iterator[GridCell]:
    yield replace(cell, rowspan=1)
    for extra in range(1, cell.rowspan):
        yield GridCell("", cell.row + extra, cell.column, 1, cell.colspan)


def _rows(cells: Cells) -> Iterator[list[GridCell]]:
    for row in sorted({cell.row for cell in cells}):
        yield sorted((cell for cell in cells if cell.row == row), key=lambda cell: cell.column)


_CHANGES: Mapping[str, Mapping[Callable[[Cells, Random], Cells], float]] = {
    "disclosure": {_padded: 0.3, _uneven: 0.2},
    "applications": {_headings_in_two_rows: 0.05, _repeated_group: 0.1},
    "proceedings": {},
}


@cache
def _labels() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = yaml.safe_load((files("benchmarks.corpus") / "labels.yaml").read_text("utf-8"))
    return found

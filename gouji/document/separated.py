"""Text that a spreadsheet wrote (CSV): a record a line, as many fields in each as the sheet has columns."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gouji.document.doubts import UNEVEN_ROWS, doubts_of, is_figure, joined
from gouji.document.model import Block, Cell, Grid, Paragraph
from gouji.place import Place

# What parts the fields, and how many of the records have to be as wide as the sheet: Excel leaves blank ones out at the end of some,
# and rows with tabs between their cells are as often no sheet's.
_SEPARATORS: Mapping[str, float] = {",": 0.6, ";": 0.6, "\t": 0.95}
_FEWEST_FIELDS = 4
_FEWEST_RECORDS = 10
# Table 3 has numbered rows too, which say other things.
_HEADING = re.compile(r"[一二三四五六]、\S{0,20}(?:总体情况|主动公开|收到和处理|行政复议|问题|其他需要报告)\S{0,20}")
_LONGEST_FIELD = 20_000
_SHORTEST_LABEL = 4
_WIDTH_OF_TABLE_3 = 8  # a label and seven figures
Record = tuple[int, list[str]]


def records_in(lines: Sequence[str]) -> list[Record]:
    """The records of the sheet, each with the number of its first line from 1; none where the text is no sheet's."""
    for separator, share in _SEPARATORS.items():
        if sum(line.count(separator) >= _FEWEST_FIELDS - 1 for line in lines) < _FEWEST_RECORDS:
            continue
        found = _records(lines, separator)
        width, times = Counter(len(fields) for _, fields in found).most_common(1)[0] if found else (0, 0)
        widest = max((len(fields) for _, fields in found), default=0)
        if width == widest >= _FEWEST_FIELDS and times >= max(share * len(found), _FEWEST_RECORDS):
            return found
    return []


def blocks_in(records: Sequence[Record]) -> Iterator[Block]:
    """The sheet's lines and tables, in its order."""
    # Not above: every reader of a text imports this module, and hardly any text is a sheet.
    from gouji.document.sheet import blocks, cells

    shown = {
        (row, column): cells.Shown(text.strip(), doubts_of(text.strip()), line=line)
        for row, (line, fields) in _spaced(records)
        for column, text in enumerate(fields, 1)
    }
    for part in blocks.blocks_of(cells.Seen(shown, {}, frozenset(), frozenset(), ()), 1):
        if isinstance(part, tuple):
            yield _table(part)
        else:
            lines = (line.strip() for line in part.text.split("\n"))
            yield from (Paragraph(line, Place(line=part.line), doubts=part.doubts) for line in lines if line)


def _spaced(records: Sequence[Record]) -> Iterator[tuple[int, Record]]:
    """The records with the numbers of their rows, one left blank on both sides of a part's heading, which no rule parts from a table."""
    row = 0
    for record in records:
        alone = [text.strip() for text in record[1] if text.strip()]
        heads = len(alone) == 1 and bool(_HEADING.fullmatch(alone[0]))
        row += 1 + heads
        yield row, record
        row += heads


def _table(cells: tuple[Cell, ...]) -> Grid:
    """The table, of which no cell is merged: in one whose rows print less than Table 3's blank ones may pad others, out of step.

    Where merged ones were filled with what they say, columns mix.
    """
    grid = Grid(cells, 0, ragged=max(Counter(cell.row for cell in cells if cell.text).values()) < _WIDTH_OF_TABLE_3)
    if not any(_repeats_a_label(grid.row(row)) for row in grid.row_numbers()):
        return grid
    return replace(grid, cells=tuple(replace(cell, doubts=joined(cell.doubts, (UNEVEN_ROWS,))) for cell in cells))


def _repeats_a_label(row: Sequence[Cell]) -> bool:
    return any(
        len(a.text) >= _SHORTEST_LABEL and not is_figure(a.text) and a.text == b.text == c.text
        for a, b, c in zip(row, row[1:], row[2:], strict=False)
    )


def _records(lines: Sequence[str], separator: str) -> list[Record]:
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=separator, strict=True)
    found: list[Record] = []
    begun = 1
    try:
        for fields in reader:
            if any(len(field) > _LONGEST_FIELD for field in fields):
                return []  # a quotation mark that is none holds half the text
            if fields:
                found.append((begun, fields))
            begun = reader.line_num + 1
    except csv.Error:
        return []
    return found

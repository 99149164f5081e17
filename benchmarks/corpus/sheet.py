"""Workbooks as openpyxl writes them: merged or blank cells, figures as numbers or as text, one sheet or several."""

import io
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.corpus.article import signature
from benchmarks.corpus.content import Content
from samples.grids import GridCell

_EVEN = 4


def sheets(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as a workbook."""
    return [workbook(content, Random(f"{family} {content.seed}")) for content in contents]


def workbook(content: Content, random: Random) -> bytes:
    """The report as XLSX."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    as_numbers, merged, several = random.random() < 0.7, random.random() < 0.8, random.random() < 0.2
    left = random.choice((0, 0, 1))
    row = _lines(sheet, 1, left, [content.sample.title, *content.sample.preamble])
    for part in content.sample.parts:
        if several and part.table:
            sheet, row = book.create_sheet(f"表{part.number}"), 1
        row = _lines(sheet, row, left, [part.heading, *part.paragraphs])
        if shown := content.table_of(part):
            uneven = part.table == "disclosure" and shown.columns > _EVEN  # without merging, nothing says what belongs together
            for cell in shown.cells:
                _write(sheet, row, left, cell, as_numbers, merged or uneven)
            row += shown.rows + random.choice((0, 1))
    _lines(sheet, row, left, signature(content))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lines(sheet: Worksheet, row: int, left: int, texts: Sequence[str]) -> int:
    for number, text in enumerate(texts):
        sheet.cell(row + number, left + 1, text)
    return row + len(texts)


def _write(sheet: Worksheet, top: int, left: int, cell: GridCell, as_numbers: bool, merged: bool) -> None:
    row, column = top + cell.row, left + cell.column + 1
    target = sheet.cell(row, column)
    if cell.text:
        assert isinstance(target, Cell)
        _fill(target, cell, as_numbers)
    if merged and (cell.rowspan > 1 or cell.colspan > 1):
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + cell.rowspan - 1, end_column=column + cell.colspan - 1)


def _fill(target: Cell, cell: GridCell, as_numbers: bool) -> None:
    whole, _, places = cell.text.partition(".")
    if not (as_numbers and cell.figure and whole.isascii() and whole.isdecimal() and (not places or places.isdecimal())):
        target.value, target.data_type = cell.text, "s"
        return
    target.value = Decimal(cell.text) if places else int(whole)
    target.number_format = f"0.{'0' * len(places)}" if places else "General"

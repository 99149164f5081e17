"""The rows of a CSV or XLSX file, as text and dates, each with its number in the file."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gouji.errors import ConfigError
from gouji.words import words
from gouji.words.refusals import reason_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | date
_SEPARATORS = ",\t;，"


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    cells: tuple[Cell, ...]


def read_rows(path: Path, topic: str = "roster") -> list[list[Row]]:
    """The rows of each sheet (a CSV is one sheet) that hold anything; what the file is, its content says, not its name.

    `topic` names the sentences for a file that cannot be read: a roster's, or those of another list.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(words(f"{topic}.unreadable", path=path, reason=reason_of(error))) from error
    if data.startswith(b"PK"):
        return _workbook(path, data, topic)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ConfigError(words(f"{topic}.old-excel", path=path))
    return [list(_csv(_decoded(path, data, topic)))]


def _workbook(path: Path, data: bytes, topic: str) -> list[list[Row]]:
    import openpyxl  # a tenth of a second, for which nobody waits who has no workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and validations that it does not keep; we need none
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
            raise ConfigError(words(f"{topic}.broken-workbook", path=path)) from error
    sheets = [_values(sheet) for sheet in book.worksheets]
    return [[row for number, values in enumerate(rows, 1) if (row := _row(number, tuple(values)))] for rows in sheets]


def _values(sheet: "Worksheet") -> list[list[object]]:
    """The cells, one that is merged over several rows in each of them; what is merged across is a title and stands once."""
    rows: list[list[object]] = [list(values) for values in sheet.iter_rows(values_only=True)]
    for span in sheet.merged_cells.ranges:
        column = span.min_col - 1
        for row in rows[span.min_row : span.max_row]:
            row[column] = rows[span.min_row - 1][column]
    return rows


def _csv(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text))
    before = 0
    for values in reader:
        if row := _row(before + 1, tuple(values)):
            yield row
        before = reader.line_num  # a quoted cell may hold line breaks: a row is named by its first line


def _row(number: int, values: tuple[object, ...]) -> Row | None:
    cells = tuple(_cell(value) for value in values)
    return Row(number, cells) if any(cells) else None


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _decoded(path: Path, data: bytes, topic: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for attempt in (encoding, "gb18030"):
        try:
            text = data.decode(attempt)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ConfigError(words(f"{topic}.not-text", path=path))


def _separator(text: str) -> str:
    """What separates the cells: the sign that stands most often in the first line that has any."""
    for line in text.splitlines():
        if any(sign in line for sign in _SEPARATORS):
            return max(_SEPARATORS, key=line.count)
    return ","

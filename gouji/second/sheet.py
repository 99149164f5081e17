"""A workbook the second way: openpyxl, one line a row, cells in order; neither the workbook's own parts nor its merged cells."""

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from gouji.second.rows import Row, rows_of

_MOST_ROWS, _MOST_COLUMNS = 2_000, 64
# A file may break openpyxl anywhere in its own code; such a file is read one way.
_BROKEN = (InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError, LookupError, ValueError, TypeError, AttributeError, OSError)


def xlsx_rows(data: bytes, _pages: Collection[int]) -> Iterator[Row]:
    """The rows of figures of all sheets; none of a workbook that cannot be read this way."""
    try:
        yield from rows_of(list(_lines(data)))
    except _BROKEN:
        return


def _lines(data: bytes) -> Iterator[list[str]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
            cells = ["" if value is None else str(value) for value in row]
            if any(cells):
                yield cells

"""The rows of a list of addresses."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from connectors.sources.model import SourceFailed
from gouji.data import data_file
from gouji.finding import Words
from gouji.roster.sheet import Row, read_rows
from gouji.roster.values import RowValues
from gouji.words import words

# As in a roster: further down it is no header any more.
_HEADER_WITHIN = 20
# An address is often followed by a remark, or by nothing that anybody can see.
_ADDRESS = re.compile(r"https?://[^\s<>\"，。；、（）]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the address, and of whom and of which year its report is said to be."""

    row: int
    url: str
    shown: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows that name an address, each address once; what is wrong with `unused` rows, and what else is worth a remark."""

    entries: tuple[Entry, ...]
    unused: tuple[Words, ...]
    remarks: tuple[Words, ...]


def read_list(path: Path) -> Listed:
    """What the list says. A file that is none is a GoujiError."""
    header, rows = _table(path)
    columns = _columns(header)
    printed = {column: str(header.cells[position]) for position, column in columns.items()}
    found: dict[str, Entry] = {}
    unused: list[Words] = []
    remarks: list[Words] = []
    for row in rows:
        cells = {column: row.cells[position] for position, column in columns.items() if position < len(row.cells)}
        values = RowValues(row.number, cells, printed)
        addresses = _ADDRESS.findall(values.text("url") or "")
        if len(addresses) == 1:
            remarks += _enter(values, addresses[0], found)
        elif any(cells.values()):
            key = "list.many-addresses" if addresses else "list.no-address"
            unused.append(words(key, row=row.number, shown=_shown(values), printed=(values.text("url") or "")[:80]))
    return Listed(tuple(found.values()), tuple(unused), tuple(remarks))


def _enter(values: RowValues, url: str, found: dict[str, Entry]) -> list[Words]:
    """The row is among those found; what is to be remarked."""
    shown = _shown(values)
    if url in found:
        return [words("list.twice", row=values.number, shown=shown, first=found[url].row)]
    found[url] = Entry(values.number, url, shown, values.date("published_on"))
    printed = values.text("published_on")
    return [words("list.bad-date", row=values.number, shown=shown, printed=printed)] if values.problems else []


def _shown(values: RowValues) -> str:
    return " ".join(text for text in (values.text("agency"), values.text("year")) if text) or "—"


def _table(path: Path) -> tuple[Row, list[Row]]:
    for rows in read_rows(path, "list"):
        for nth, row in enumerate(rows[:_HEADER_WITHIN]):
            if "url" in _columns(row).values():
                return row, rows[nth + 1 :]
    raise SourceFailed(words("list.no-header", path=path))


def _columns(header: Row) -> dict[int, str]:
    found: dict[int, str] = {}
    for position, cell in enumerate(header.cells):
        column = _column_of().get("".join(str(cell).split()).lower().rstrip("*"))
        if column and column not in found.values():
            found[position] = column
    return found


@cache
def _column_of() -> dict[str, str]:
    known: dict[str, list[str]] = data_file(__package__, "list_columns.yaml")
    return {label: column for column, labels in known.items() for label in labels}

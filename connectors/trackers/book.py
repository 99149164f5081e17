"""An office's workbook, in which our rows are kept up among what people wrote."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from connectors.trackers.model import FilingFailed, Kind
from connectors.trackers.neutral import one_line
from gouji.finding import Words
from gouji.whole import write_whole
from gouji.words import words

_MEMORY = "_gouji"  # a hidden sheet: what we wrote into which cell, so that another's hand is known
_FORMULA = "=+-@\t\r＝＋－＠"
_HEADER_WITHIN = 20
_LONGEST = 32000  # a cell holds 32767 signs
# What openpyxl does not write back as it was.
_WOULD_LOSE = (
    "xl/charts/", "xl/drawings/drawing", "xl/pivotTables/", "xl/slicers/", "xl/ctrlProps/", "xl/activeX/", "xl/embeddings/",
    "xl/threadedComments/", "xl/media/", "xl/timelines/", "xl/model/", "xl/queryTables/", "xl/diagrams/", "_xmlsignatures/",
)  # fmt: skip

Row = dict[str, str]


class Book:
    """The workbook as it was on the disk when it was opened."""

    def __init__(self, name: str, path: Path, sheet: str | None, columns: Mapping[str, str]) -> None:
        self._name, self._path, self._columns = name, path, columns
        self._before = self._data()
        self._stamp = self._stamped()
        self._book = self._loaded(sheet)
        self._page: Any = self._page_of(sheet)
        self._header, self._at = self._headings()
        self._memory = self._remembered()
        self._dirty = False

    def is_stale(self) -> bool:
        return self._stamp != self._stamped()

    def refuse_if_open(self) -> None:
        """Excel, WPS and LibreOffice leave a file beside the one that they have open, and write over whatever we would write."""
        name = self._path.name
        for lock in (f"~${name}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#"):
            if (self._path.parent / lock).exists():
                raise self._refused("file-open", lock=lock)

    def tickets(self) -> list[str]:
        """The keys of our tickets, in the order of the rows."""
        return list(dict.fromkeys(key.rpartition(":")[0] for _, key in self._keys()))

    def rows(self, ticket: str) -> Iterator[tuple[str, Row]]:
        """The ticket's rows: their own keys, and what stands in them by heading."""
        for number, key in self._keys():
            if key.rpartition(":")[0] == ticket:
                yield key, {heading: self._text(number, column) for heading, column in self._at.items()}

    def memory(self, ticket: str) -> dict[str, Any]:
        return dict(self._memory.get(ticket, {}))

    def theirs(self, ticket: str, key: str, row: Row) -> Row:
        """The cells of our columns that hold another's words."""
        ours = self.memory(ticket).get("cells", {}).get(key, {})
        return {h: text for h, text in row.items() if text and h in self._columns and h in ours and ours[h] != _hash(text)}

    def put(self, ticket: str, key: str, cells: Row, memory: dict[str, Any]) -> None:
        """The row stands there with these cells, a person's excepted; `memory` learns what we wrote."""
        number = next((number for number, known in self._keys() if known == key), None)
        number = number or self._last_row() + 1
        ours: dict[str, str] = memory.setdefault("cells", {}).setdefault(key, {})
        for heading, text in cells.items():
            there = self._text(number, self._at[heading])
            wanted = one_line_each(text)
            if there != wanted and (not there or ours.get(heading) == _hash(there)):
                self._write(number, self._at[heading], wanted)
                there = wanted
            # A person may have written what we would: then it is both's.
            ours[heading] = _hash(wanted) if there == wanted else ours.get(heading, "")

    def remember(self, ticket: str, memory: dict[str, Any]) -> None:
        if self._memory.get(ticket) != memory:
            self._memory[ticket] = memory
            self._dirty = True

    def save(self) -> None:
        """The workbook is on the disk, whole, unless there was nothing to write."""
        if not self._dirty:
            return
        self._write_memory()
        data = io.BytesIO()
        self._book.save(data)
        if self.is_stale():
            raise self._refused("file-open", lock=self._path.name)  # somebody saved it while we wrote
        if self._path.exists():
            with self._path.open("r+b"):  # a read-only file is the office's word that it is not to be written
                pass
        write_whole(self._path, data.getvalue())
        self._stamp, self._dirty = self._stamped(), False

    def _data(self) -> bytes | None:
        return self._path.read_bytes() if self._path.exists() else None

    def _stamped(self) -> tuple[int, int] | None:
        if not self._path.exists():
            return None
        status = self._path.stat()
        return status.st_mtime_ns, status.st_size

    def _loaded(self, sheet: str | None) -> Any:
        from openpyxl import Workbook, load_workbook

        if self._before is None:
            book = Workbook()
            book.worksheets[0].title = sheet or "问题清单"
            return book
        try:
            self._refuse_to_lose(self._before)
            return load_workbook(io.BytesIO(self._before), rich_text=True, keep_vba=self._path.suffix.lower() == ".xlsm")
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError) as exc:
            raise self._refused("file-unreadable", reason=one_line(str(exc), 120)) from exc

    def _refuse_to_lose(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            lost = sorted({_named(part) for name in names for part in _WOULD_LOSE if name.startswith(part)})
            sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
            if any(b"<extLst" in parts.read(name) for name in sheets):
                lost.append("extLst")
        if lost:
            raise self._refused("file-would-lose", parts=_listed(lost))

    def _page_of(self, sheet: str | None) -> Any:
        if sheet is None:
            return next(page for page in self._book.worksheets if page.title != _MEMORY)
        if sheet not in self._book.sheetnames:
            raise self._refused("no-sheet", sheet=sheet)
        return self._book[sheet]

    def _headings(self) -> tuple[int, dict[str, int]]:
        """The row of the headings and the column of each; headings that are not there yet are put at the right."""
        found = max(range(1, _HEADER_WITHIN + 1), key=lambda number: (len(self._known(number)), -number))
        known = self._known(found)
        if not known and self._page.max_row > 1:
            found = self._last_row() + 2 if any(self._text(1, c) for c in range(1, self._page.max_column + 1)) else 1
        at = dict(known)
        last = max((c for c in range(1, self._page.max_column + 1) if self._text(found, c)), default=0)
        for heading in self._columns:
            if heading not in at:
                last += 1
                at[heading] = last
                self._write(found, last, heading, heading=True)
        return found, at

    def _known(self, number: int) -> dict[str, int]:
        texts = {self._text(number, column).strip(): column for column in range(self._page.max_column, 0, -1)}
        return {heading: texts[heading] for heading in self._columns if heading in texts}

    def _keys(self) -> Iterator[tuple[int, str]]:
        column = self._at[next(heading for heading, template in self._columns.items() if template == "{key}")]
        for number in range(self._header + 1, self._page.max_row + 1):
            text = self._text(number, column).strip()
            if text.startswith("gouji:"):
                yield number, text

    def _last_row(self) -> int:
        """The last row in which anything stands: a list with formats down to row 1000 is not appended to at 1001."""
        for number in range(self._page.max_row, self._header_or_0(), -1):
            if any(self._text(number, column) for column in range(1, self._page.max_column + 1)):
                return number
        return self._header_or_0()

    def _header_or_0(self) -> int:
        return getattr(self, "_header", 0)

    def _text(self, row: int, column: int) -> str:
        value = self._page.cell(row, column).value
        return "" if value is None else str(value)

    def _write(self, row: int, column: int, text: str, *, heading: bool = False) -> None:
        from openpyxl.styles import Alignment, Font

        cell: Any = self._page.cell(row, column)
        fresh = cell.value is None and not cell.has_style
        cell.value = text
        if text:
            cell.data_type = "s"  # never a formula, whatever it begins with
        if fresh:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if heading:
                cell.font = Font(bold=True)
        if text[:1] and text[0] in _FORMULA:
            cell.quotePrefix = True  # so that it stays text when somebody edits the cell
        self._dirty = True

    def _remembered(self) -> dict[str, dict[str, Any]]:
        if _MEMORY not in self._book.sheetnames:
            return {}
        rows = self._book[_MEMORY].iter_rows(min_row=1, values_only=True)
        return {str(row[0]): _json("".join(str(cell) for cell in row[1:] if cell)) for row in rows if row and row[0]}

    def _write_memory(self) -> None:
        if _MEMORY in self._book.sheetnames:
            del self._book[_MEMORY]
        page = self._book.create_sheet(_MEMORY)
        page.sheet_state = "veryHidden"
        for ticket, memory in self._memory.items():
            text = json.dumps(memory, ensure_ascii=False, sort_keys=True)
            page.append([ticket, *(text[i : i + _LONGEST] for i in range(0, len(text), _LONGEST))])

    def _refused(self, key: str, **values: object) -> FilingFailed:
        said: Words = words(f"trackers.{key}", path=self._path, **values)
        return FilingFailed(said, Kind.AWAY)


def _named(part: str) -> str:
    """What stands in this part of the file, as the words call it."""
    return "signatures" if part.startswith("_") else part.split("/")[1]


def _listed(parts: list[str]) -> Words:
    said = list(dict.fromkeys(words(f"trackers.lost-{part}") for part in parts))
    return Words("、".join(one.zh for one in said), ", ".join(one.en for one in said))


def one_line_each(text: str) -> str:
    """The text as a cell can hold it: its own lines, no signs that XML refuses."""
    return "\n".join(one_line(line, _LONGEST) for line in text.splitlines())[:_LONGEST]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}

"""A DOCX the second way: its main part streamed through expat, one line a table row or paragraph; no tree and no grid."""

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from xml.parsers import expat

from gouji.second.rows import Row, rows_of

_PART = "word/document.xml"
_MOST_BYTES = 32 * 2**20
_WORDS = "wordprocessingml"
# What is struck out, moved away, an older program's rendering of the same, or the reading aid above a word.
_NOT_SHOWN = frozenset({"del", "moveFrom", "Fallback", "rt"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffd"}
_OFF = ("0", "false", "off")


def docx_rows(data: bytes, _pages: Collection[int]) -> Iterator[Row]:
    """The rows of figures of the document; none of one that cannot be read this way."""
    try:
        yield from rows_of(_Scribe().read(_main_part(data)))
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, expat.ExpatError, _TooMuch):
        return


class _TooMuch(Exception):
    """The part is longer, or declares more, than is read a second time."""


def _main_part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
        found = part.read(_MOST_BYTES + 1)
    if len(found) > _MOST_BYTES:
        raise _TooMuch
    return found


class _Scribe:
    """Writes down cell after cell. Each table has an open line of its own, so that tables may stand in tables."""

    def __init__(self) -> None:
        self._done: list[list[str]] = []
        self._open: list[list[str]] = [[]]
        self._hidden = 0
        self._in_text = self._in_properties = self._run_is_hidden = False

    def read(self, part: bytes) -> list[list[str]]:
        """The lines of this part that hold more than blanks."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.Parse(part, True)
        return [line for line in [*self._done, self._open[0]] if any(cell.strip() for cell in line)]

    def _refuse(self, *_: object) -> None:
        raise _TooMuch

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self._hidden or tag in _NOT_SHOWN:
            self._hidden += 1
        elif _WORDS in space:
            self._start_word(tag, attributes)

    def _start_word(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "tbl":
                self._open.append([])
            case "tc":
                self._open[-1].append("")
            case "r":
                self._run_is_hidden = False
            case "rPr":
                self._in_properties = True
            case "vanish" if self._in_properties:
                self._run_is_hidden = not any(name.endswith(" val") and value in _OFF for name, value in attributes.items())
            case "t":
                self._in_text = True
            case _ if tag in _SIGNS and not self._in_properties:
                self._put(_SIGNS[tag])

    def _end(self, name: str) -> None:
        if self._hidden:
            self._hidden -= 1
            return
        match name.rpartition(" ")[2]:
            case "tbl" if len(self._open) > 1:
                self._end_line()
                self._open.pop()
            case "tr":
                self._end_line()
            case "p" if len(self._open) > 1:
                self._put("\n")
            case "p":
                self._end_line()
            case "rPr":
                self._in_properties = False
            case "t":
                self._in_text = False

    def _text(self, text: str) -> None:
        if self._in_text and not self._hidden:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._run_is_hidden and text != "\n":
            return
        if not self._open[-1]:
            self._open[-1].append("")
        self._open[-1][-1] += text

    def _end_line(self) -> None:
        self._done.append([cell.strip() for cell in self._open[-1]])
        self._open[-1] = []

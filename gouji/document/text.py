"""Plain text and Markdown, as tools make them from PDF: rows with tabs or bars, ragged leading cells, broken lines."""

import hashlib
import re
from collections.abc import Iterator

from gouji.document.decode import decode
from gouji.document.model import Block, Cell, Document, Grid, Paragraph
from gouji.place import Place

_HEADING = re.compile(r"^(#{1,6})\s*(.+)$")
_ORDINAL = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d{1,2}[.、．])")
_RULE = re.compile(r"^[\s|:\-–—_=+]+$")
_ENDS = tuple("。；：！？”）.!?:;)>》")
# A line that breaks off in the middle of a sentence is a line's or page's end in the source; shorter ones are titles and signatures.
_SHORTEST_BROKEN_LINE = 20
_LONGEST_HEADING = 40


def read_text(data: bytes, name: str) -> Document:
    """The document in these bytes: tab or bar rows as ragged grids, the rest as paragraphs, places by line."""
    lines = decode(data).splitlines()
    blocks = tuple(_blocks(lines))
    return Document(name, hashlib.sha256(data).hexdigest(), "text", _numbered(blocks))


def _blocks(lines: list[str]) -> Iterator[Block]:
    rows: list[tuple[int, list[str]]] = []
    open_paragraph: Paragraph | None = None
    for number, line in enumerate(lines, 1):
        if cells := _cells(line):
            if open_paragraph:
                yield open_paragraph
                open_paragraph = None
            rows.append((number, cells))
        elif line.strip() and not _RULE.match(line):
            if rows:
                yield _grid(rows)
                rows = []
            paragraph = _paragraph(line, number)
            if open_paragraph and _goes_on(open_paragraph, paragraph):
                open_paragraph = Paragraph(open_paragraph.text + paragraph.text, open_paragraph.place, open_paragraph.level)
            else:
                if open_paragraph:
                    yield open_paragraph
                open_paragraph = paragraph
    if open_paragraph:
        yield open_paragraph
    if rows:
        yield _grid(rows)


def _cells(line: str) -> list[str]:
    """The cells of a row, or none where the line is no row."""
    if _RULE.match(line):
        return []
    if "\t" in line.strip("\n"):
        cells = line.split("\t")
    elif line.count("|") >= 2:
        cells = line.strip().removeprefix("|").split("|")
    else:
        return []
    return [cell.strip() for cell in cells] if any(cell.strip() for cell in cells) else []


def _paragraph(line: str, number: int) -> Paragraph:
    text = line.strip()
    if match := _HEADING.match(text):
        return Paragraph(match[2].strip(), Place(line=number), level=len(match[1]))
    return Paragraph(text, Place(line=number))


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    if before.level or after.level or _ORDINAL.match(after.text) or _is_heading(before.text):
        return False
    return len(before.text) >= _SHORTEST_BROKEN_LINE and not before.text.endswith(_ENDS)


def _is_heading(text: str) -> bool:
    return bool(_ORDINAL.match(text)) and len(text) <= _LONGEST_HEADING and not re.search("[。；：，,]", text)


def _grid(rows: list[tuple[int, list[str]]]) -> Grid:
    cells = (Cell(text, row, column, Place(line=number)) for row, (number, texts) in enumerate(rows) for column, text in enumerate(texts))
    return Grid(tuple(cells), number=0, ragged=True)


def _numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks with grids and paragraphs counted from 1."""
    out: list[Block] = []
    grids = paragraphs = 0
    for block in blocks:
        if isinstance(block, Grid):
            grids += 1
            out.append(Grid(block.cells, grids, block.ragged, block.doubts))
        else:
            paragraphs += 1
            place = Place(line=block.place.line, paragraph=paragraphs)
            out.append(Paragraph(block.text, place, block.level, block.doubts))
    return tuple(out)

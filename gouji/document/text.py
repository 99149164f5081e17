"""Plain text and Markdown, as tools make them from PDF and pages: rows with tabs or bars, ragged leading cells, broken lines."""

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from gouji.document.converted import islands_of, left_out
from gouji.document.decode import decode
from gouji.document.doubts import DRAWN, UNEVEN_ROWS, doubts_of, is_figure, joined
from gouji.document.drawn import Drawn, drawn_in, has_open_tables
from gouji.document.markdown import is_markdown, printed, table_lines
from gouji.document.model import Block, Cell, Document, Grid, Paragraph
from gouji.document.separated import blocks_in, records_in
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

MOST_BYTES = 10 * 2**20
_MOST_CELLS = 100_000
_MOST_PARAGRAPHS = 20_000
_HEADING = re.compile(r"^(#{1,6})\s*(\S.*)$")
_ORDINAL = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d{1,2}[.、．])")
_RULE = re.compile(r"[\s|:\-–—_=+]+")
_BARS = re.compile(r"[\s|]+")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)
_TITLE = re.compile(r".{0,60}信息公开.{0,12}(?:报告|年报)(?:[(（].{0,20}[)）])?")
# A label with figures behind it, parted by blanks, is a row of a table.
_ROW = re.compile(r"[^。，；,;]{1,60}?(?:[ \u3000]+[+\-]?\d[\d.,]{0,15}|[ \u3000]+[/\-—])+")
_WORDS = re.compile(r"(?:[^\s。，；：,;:]{1,14}[ \u3000]+){2,}[^\s。，；：,;:]{1,14}")  # a row of headers
_ENDS = tuple("。；：！？”）.!?:;)>》|")
# A line that breaks off in the middle of a sentence is a line's or page's end in the source; shorter ones are titles and signatures.
_SHORTEST_BROKEN_LINE = 20
_LONGEST_HEADING = 40
# Where so many lines hold one cell and its bar, tables stand one cell a line.
_CELLS_A_LINE = 20
_OPEN_ROWS = 3
# No row of the form has so many cells: the whole report stands in one line, its paragraphs parted by blanks.
_WIDEST_ROW = 60
_LONGEST_CELL = 80
_JOINT = re.compile(r"(?<=[。；！？])\s|\s(?=(?:[一二三四五六]、|[(（][一二三四五六七八九十][)）])\S)|(?<=报告)\s")
_HEADED = re.compile(r"([一二三四五六]、[^\s。，；]{2,40})\s(.*)", re.DOTALL)


def read_text(data: bytes, name: str) -> Document:
    """The document in these bytes: tab or bar rows as ragged grids, the rest as paragraphs, places by line."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    text = decode(data).replace("\x00", "\ufffd")
    if text.count("\t") + text.count("|") > _MOST_CELLS:
        raise UnreadableDocument(words("reading.text-cells", limit=_MOST_CELLS))
    lines = _lines(text)
    records = records_in(lines)
    drawn = Drawn(lines) if records else drawn_in(lines)
    blocks = list(islice(blocks_in(records) if records else _blocks(drawn), _MOST_PARAGRAPHS + 1))
    if len(blocks) > _MOST_PARAGRAPHS:
        raise UnreadableDocument(words("reading.too-long", limit=_MOST_PARAGRAPHS))
    unread = joined(left_out("\n".join(drawn.lines)), (DRAWN,) if has_open_tables(drawn) else ())
    return Document(name, hashlib.sha256(data).hexdigest(), "text", _numbered(blocks), lines=tuple(lines), unread=unread)


def _lines(text: str) -> list[str]:
    """The lines as an editor counts them: an end of a page, which pdftotext writes before the next page's first line, begins none."""
    return [line.replace("\x00", "\f") for line in text.replace("\n\f", "\n\x00").splitlines()]


def _blocks(drawn: Drawn) -> Iterator[Block]:
    lines = drawn.lines
    one_a_line, bordered, closed = _stands_one_a_line(lines), _is_bordered(lines), _is_closed(lines)
    rows_of_markdown, islands, end = table_lines(lines), {**islands_of(lines), **drawn.tables}, 0
    lines = [printed(line) for line in lines] if is_markdown(lines, rows_of_markdown) else lines
    rows: list[tuple[int, list[str]]] = []
    parts: list[Paragraph] = []
    for number, line in enumerate(lines, 1):
        if number in islands:
            yield from (*_joined(parts), *_grid(rows, drawn.loose), *islands[number][1])
            end = islands[number][0]
        if number <= end:
            continue
        in_table = number in rows_of_markdown
        cells = [] if one_a_line and "\t" not in line and not in_table else _cells(line, bordered, closed or not in_table, in_table)
        if cells and len(cells) <= _WIDEST_ROW:
            yield from _joined(parts)
            rows.append((number, cells))
        elif rows and (blank := _blank_row(line, bordered)) and len(blank) == len(rows[-1][1]):
            rows.append((number, blank))
        elif line.strip() and (not _is_rule(line) or (one_a_line and _BARS.fullmatch(line))):
            yield from _grid(rows, drawn.loose)
            for paragraph in _in_pieces(cells, number) if cells else [_paragraph(line, number)]:
                if parts and not _goes_on(parts, paragraph):
                    yield from _joined(parts)
                parts.append(paragraph)
    yield from _joined(parts)
    yield from _grid(rows, drawn.loose)


def _stands_one_a_line(lines: Sequence[str]) -> bool:
    """Whether tables are written one cell a line, each with its bar behind it or on the line before it."""
    single = sum(line.count("|") == 1 and len(line) < 200 for line in lines)
    several = sum(line.count("|") > 1 and not _BARS.fullmatch(line) for line in lines)
    return single >= _CELLS_A_LINE and single > several


def _in_pieces(cells: Sequence[str], number: int) -> Iterator[Paragraph]:
    """A whole report in one line: a short cell with its bar is a paragraph, what was joined by blanks in longer ones is taken apart."""
    for cell in cells:
        if len(cell) <= _LONGEST_CELL:
            yield Paragraph(f"{cell} |".strip(), Place(line=number), doubts=doubts_of(cell))
            continue
        for piece in _JOINT.split(cell):
            heading = _HEADED.match(piece)
            for text in (heading[1], heading[2]) if heading else (piece,):
                yield Paragraph(text.strip(), Place(line=number), doubts=doubts_of(text))


def _is_rule(line: str) -> bool:
    """Whether the line only rules off; a row of single dashes is a row of marks."""
    return bool(_RULE.fullmatch(line)) and ("|" not in line or "--" in line or "-" not in line)


def _is_bordered(lines: Sequence[str]) -> bool:
    """Whether a bar that begins a row is the table's border; it ends a blank cell where rows begin with their labels and end in a bar."""
    return sum(line.count("|") > 1 and line.rstrip().endswith("|") and not line.lstrip().startswith("|") for line in lines) < _OPEN_ROWS


def _is_closed(lines: Sequence[str]) -> bool:
    """Whether a bar at the end of a row is the table's border; where rows end without one, it stands before a blank cell."""
    return sum(line.count("|") > 1 and not line.rstrip().endswith("|") for line in lines) < _OPEN_ROWS


def _cells(line: str, bordered: bool, closed: bool, in_table: bool) -> list[str]:
    """The cells of a row, or none where the line is no row."""
    if _is_rule(line):
        return []
    if "\t" in line.strip("\n"):
        cells = line.split("\t")
    elif in_table or line.count("|") >= 2:
        cells = _BAR.split(line.strip().removeprefix("|") if bordered else line.strip())
        cells = cells[:-1] if closed and cells[-1] == "" else cells
    else:
        return []
    return [_BREAK.sub("\n", cell.replace("\\|", "|")).strip() for cell in cells] if any(cell.strip() for cell in cells) else []


def _blank_row(line: str, bordered: bool) -> list[str]:
    """The cells of a row that prints nothing; none where the line is no row, or only rules off."""
    own = line.strip().removesuffix("|")
    fields = line.strip("\n").split("\t") if "\t" in line else (own.removeprefix("|") if bordered else own).split("|")
    return [""] * len(fields) if len(fields) > 1 and not any(field.strip() for field in fields) else []


def _paragraph(line: str, number: int) -> Paragraph:
    text = line.strip()
    if match := _HEADING.match(text):
        return Paragraph(match[2].strip(), Place(line=number), level=len(match[1]), doubts=doubts_of(text))
    return Paragraph(text, Place(line=number), doubts=doubts_of(text))


def _goes_on(parts: Sequence[Paragraph], after: Paragraph) -> bool:
    """Whether the line is the next of the same paragraph."""
    before = parts[-1]
    if before.level or after.level or _ORDINAL.match(after.text) or (len(parts) == 1 and _is_heading(before.text)):
        return False
    if (
        is_figure(after.text)
        or "|" in after.text
        or _ROW.fullmatch(after.text[:200])
        or _TITLE.fullmatch(before.text[:100])
        or any(_WORDS.fullmatch(line.text[:200]) for line in (before, after))
    ):
        return False
    return (len(parts) > 1 or len(before.text) >= _SHORTEST_BROKEN_LINE) and not before.text.endswith(_ENDS)


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and bool(_ORDINAL.match(text)) and not re.search("[。；：，,]", text)


def _joined(parts: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraph of these lines, if there are any; the list begins anew."""
    if parts:
        doubts = tuple(dict.fromkeys(doubt for part in parts for doubt in part.doubts))
        yield Paragraph("".join(part.text for part in parts), parts[0].place, parts[0].level, doubts)
        parts.clear()


def _grid(rows: list[tuple[int, list[str]]], loose: Collection[int]) -> Iterator[Grid]:
    """The grid of these rows, if there are any, those of `loose` lines in doubt; the list begins anew."""
    if rows:
        yield Grid(
            tuple(
                Cell(text, row, column, Place(line=number), doubts=joined(doubts_of(text), (UNEVEN_ROWS,) if number in loose else ()))
                for row, (number, texts) in enumerate(rows)
                for column, text in enumerate(texts)
            ),
            number=0,
            ragged=True,
        )
        rows.clear()


def _numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
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

"""Blank cells of a text that has one cell a line: an empty line each, where every row of Table 3 has as many lines as it has cells.

LibreOffice writes a table so, an empty line also for each cell that a merged one above goes on in: one before （二）, two before 2. of a
group. Where some row has a line too many or too few nothing is known of any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.document.model import Block, Document, Paragraph
from gouji.place import Place
from gouji.recognition.laidout.bands import Row, layouts_of
from gouji.recognition.laidout.parts import parts_of
from gouji.recognition.laidout.words import lines_of
from gouji.recognition.normal import bare
from gouji.recognition.squared import kind_of

_COLUMNS, _TRACKS = 7, 15
# The empty lines before a label of each kind, for merged cells: where they are written, and where they are not.
_MERGED = ({"一、": 0, "（一）": 1, "1.": 2}, {"一、": 0, "（一）": 0, "1.": 0})
_BLANK = "||"


def with_blank_cells(document: Document) -> Document:
    """The document with a cell for each empty line that is one."""
    stretches = {table: list(_stretches(document, start, stop)) for table, start, stop in parts_of(document)}
    known = _of_applications(stretches.get("applications", []))
    if known is None:
        return document
    others = (_of_disclosure(stretches.get("disclosure", [])), known, _of_proceedings(stretches.get("proceedings", [])))
    return replace(document, blocks=tuple(_with(document.blocks, [number for numbers in others for number in numbers])))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines behind a label up to the next one, of which the kind is known, None at the end."""

    label: str
    numbers: range
    figures: tuple[int, ...]
    before: str | None

    def blanks(self, count: int) -> list[int]:
        """The empty ones of its first lines."""
        return [number for number in self.numbers[:count] if number not in self.figures]

    def holds(self, count: int) -> bool:
        """Whether it has so many lines, and no figure behind them."""
        return len(self.numbers) >= count and all(number in self.numbers[:count] for number in self.figures)


def _stretches(document: Document, start: int, stop: int) -> Iterator[_Stretch]:
    """The part's labels with what is behind them; none where figures stand beside labels or each other."""
    lines = {line.number: line for line in lines_of(document.lines) if start < line.number < stop}
    if any(line.figures and len(line.words) > 1 for line in lines.values()):
        return
    texts = {number: "".join(word.text for word in line.words) for number, line in lines.items()}
    labels = [number for number, line in lines.items() if not line.figures]
    for label, following in zip(labels, [*labels[1:], stop], strict=False):
        numbers = range(label + 1, following)
        kind = kind_of(texts[following]) if following in texts else None
        yield _Stretch(texts[label], numbers, tuple(number for number in numbers if number in lines), kind)


def _of_applications(stretches: Sequence[_Stretch]) -> list[int] | None:
    """The lines of Table 3 that are blank cells; None where its rows are not the form's, or one has not as many lines as cells."""
    rows = [stretch for stretch in stretches if len(stretch.numbers) >= _COLUMNS]
    counts = {sum(isinstance(band, Row) for band in layout.bands) for layout in layouts_of("applications")}
    whole = len(rows) in counts and all(row.holds(_COLUMNS) for row in rows)
    if not whole or any(stretch.figures for stretch in stretches if stretch not in rows):
        return None
    if not any(all(row.before is None or len(row.numbers) == _COLUMNS + merged[row.before] for row in rows) for merged in _MERGED):
        return None
    return [number for row in rows for number in row.blanks(_COLUMNS)]


def _of_disclosure(stretches: Sequence[_Stretch]) -> list[int]:
    """Those of Table 2: of rows that have as many lines as the widest have columns, or as their own have."""
    found: list[int] = []
    for layout in layouts_of("disclosure"):
        rows = [band for band in layout.bands if isinstance(band, Row)]
        widest = max(len(row.columns) for row in rows)
        own = [(row, stretch) for row in rows for stretch in stretches if bare(stretch.label) in row.texts]
        if len(own) == len(rows) and all(_is_row(stretch, len(row.columns), widest) for row, stretch in own):
            found = [number for row, stretch in own for number in stretch.blanks(len(row.columns))]
    return found


def _is_row(stretch: _Stretch, count: int, widest: int) -> bool:
    """Whether it has a line for each column, or for each of the widest row's; behind the last row of all there may be others."""
    return stretch.holds(count) and (stretch.before is None or len(stretch.numbers) in (count, widest))


def _of_proceedings(stretches: Sequence[_Stretch]) -> list[int]:
    """Those of Table 4: of the one row behind its headers."""
    rows = [stretch for stretch in stretches if stretch.figures]
    return rows[0].blanks(_TRACKS) if len(rows) == 1 and rows[0].holds(_TRACKS) else []


def _with(blocks: Sequence[Block], blanks: Sequence[int]) -> Iterator[Block]:
    left = list(blanks)
    for block in blocks:
        line = block.place.line if isinstance(block, Paragraph) else None
        while left and line and line > left[0]:
            yield Paragraph(_BLANK, Place(line=left.pop(0)))
        yield block

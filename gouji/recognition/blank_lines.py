"""Blank cells of a text that has one cell a line: an empty line each, where every row of Table 3 has as many lines as it has cells.

So too those of a web page that has one cell a paragraph: an empty paragraph each. LibreOffice writes a table so, an empty line also for
each cell that a merged one above goes on in: one before （二）, two before 2. of a group. Where some row has a line too many or too few
nothing is known of any. Pages have empty paragraphs for many reasons: there the rows themselves must show that theirs are cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.document.model import Block, Document, Paragraph
from gouji.place import Place
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.laidout.bands import Row, layouts_of
from gouji.recognition.laidout.parts import line_of, parts_of
from gouji.recognition.laidout.words import lines_of
from gouji.recognition.normal import bare
from gouji.recognition.squared import kind_of

_COLUMNS, _TRACKS = 7, 15
# The empty lines before a label of each kind, for merged cells: where they are written, and where they are not.
_MERGED = ({"一、": 0, "（一）": 1, "1.": 2}, {"一、": 0, "（一）": 0, "1.": 0})
_BLANK = "||"
_UNKNOWN = "?"


def with_blank_cells(document: Document) -> Document:
    """The document with a cell for each empty line, or empty paragraph of a page, that is one."""
    lined = document if document.lines else _on_lines(document)
    stretches = {table: list(_stretches(lined, start, stop)) for table, start, stop in parts_of(lined)}
    known = _of_applications(stretches.get("applications", []), is_text=bool(document.lines))
    if known is None:
        return document
    # A page of which Table 3 is full has not shown that it keeps an empty paragraph for a blank cell.
    keeps = bool(document.lines or known)
    disclosure = _of_disclosure(stretches.get("disclosure", [])) if keeps else []
    proceedings = _of_proceedings(stretches.get("proceedings", []), bounded=not keeps)
    return replace(document, blocks=tuple(_with(document, lined, [*disclosure, *known, *proceedings])))


def _on_lines(document: Document) -> Document:
    """A page whose tables all lost their cells, each paragraph on a line and its empty ones between; others as they are."""
    if any(document.grids()) or not any(paragraph.blanks_before for paragraph in document.paragraphs()):
        return document
    lined = _spread(document, 0)
    part = next(((start, stop) for table, start, stop in parts_of(lined) if table == "applications"), (0, 0))
    apart = [one.blanks_before for one in lined.paragraphs() if part[0] < line_of(one) < part[1] and looks_like_figure(one.text)]
    return _spread(document, min(apart, default=0))


def _spread(document: Document, apart: int) -> Document:
    """The paragraphs with their empty lines, where so many empty ones stand behind each paragraph, be it empty itself."""
    lines: list[str] = []
    blocks: list[Block] = []
    for paragraph in document.paragraphs():
        count, over = divmod(paragraph.blanks_before - apart, apart + 1)
        lines += [_UNKNOWN] if over or count < 0 else [""] * count
        lines.append(paragraph.text)
        blocks.append(replace(paragraph, place=Place(line=len(lines))))
    return replace(document, blocks=tuple(blocks), lines=tuple(lines))


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


def _of_applications(stretches: Sequence[_Stretch], *, is_text: bool) -> list[int] | None:
    """The lines of Table 3 that are blank cells; None where its rows are not the form's, or one has not as many lines as cells."""
    rows = [stretch for stretch in stretches if len(stretch.numbers) >= _COLUMNS]
    counts = {sum(isinstance(band, Row) for band in layout.bands) for layout in layouts_of("applications")}
    whole = len(rows) in counts and all(row.holds(_COLUMNS) for row in rows)
    if not whole or any(stretch.figures for stretch in stretches if stretch not in rows):
        return None
    if not any(all(row.before is None or len(row.numbers) == _COLUMNS + merged[row.before] for row in rows) for merged in _MERGED):
        return None
    blanks = [number for row in rows for number in row.blanks(_COLUMNS)]
    return blanks if is_text or not blanks or _are_cells(rows) else None


def _are_cells(rows: Sequence[_Stretch]) -> bool:
    """Whether empty lines stand between figures, or rows of one kind have more and fewer of them, as cells may and no parting does.

    Else one may only end or begin each row, and each have lost a blank cell.
    """
    between = sum(len(row.figures) <= row.figures[-1] - row.figures[0] for row in rows if row.figures)
    counts = {(row.before, len(row.figures)) for row in rows}
    return between > 1 or len(counts) > len({kind for kind, _ in counts})


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


def _of_proceedings(stretches: Sequence[_Stretch], *, bounded: bool) -> list[int]:
    """Those of Table 4: of the one row behind its headers; where it must be bounded, of one whose first and last cell hold figures."""
    rows = [stretch for stretch in stretches if stretch.figures]
    if len(rows) != 1 or not rows[0].holds(_TRACKS):
        return []
    ends = {rows[0].numbers[0], rows[0].numbers[_TRACKS - 1]}
    return rows[0].blanks(_TRACKS) if not bounded or ends <= set(rows[0].figures) else []


def _with(document: Document, lined: Document, blanks: Sequence[int]) -> Iterator[Block]:
    """The blocks with the blank cells between them, on their own lines, or in the place that they follow."""
    left, place = list(blanks), Place()
    for block, at in zip(document.blocks, lined.blocks, strict=True):
        while left and line_of(at) > left[0]:
            number = left.pop(0)
            yield Paragraph(_BLANK, Place(line=number) if document.lines else place)
        yield block
        place = block.place if isinstance(block, Paragraph) else place

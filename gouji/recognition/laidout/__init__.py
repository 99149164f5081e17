"""Tables of a text whose blanks keep the layout of a page, as `pdftotext -layout` writes them: labels and headers torn over lines.

A table is taken only where every word of it is accounted for: torn or not, they must be the form's headers and labels, whole and in its
order, and each row's figures must stand on the lines of its label. What is not so told is left as it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.document.model import Block, Document, Grid
from gouji.recognition.laidout.bands import Head, Layout, Row, layouts_of
from gouji.recognition.laidout.grids import grid_of
from gouji.recognition.laidout.parse import Parsed, parsed
from gouji.recognition.laidout.parts import line_of, parts_of
from gouji.recognition.laidout.settling import in_order
from gouji.recognition.laidout.torn_tracks import torn_tracks
from gouji.recognition.laidout.words import Line, Word, lines_of

_MOST_LINES = 300  # a table torn as far as it can be has half as many


def with_laid_out(document: Document) -> Document:
    """The document with its laid-out tables as grids; as it is where its format keeps no lines, or they print no table whole."""
    if not document.lines:
        return document
    lines = lines_of(document.lines)
    number = max((grid.number for grid in document.grids()), default=0)
    found: list[_Found] = []
    for table, start, stop in parts_of(document):
        own = [line for line in lines if start < line.number < stop]
        if len(own) <= _MOST_LINES and _is_laid_out(document, own) and (one := _table(table, own, number + len(found) + 1)):
            found.append(one)
    return replace(document, blocks=tuple(_with(document.blocks, found))) if found else document


@dataclass(frozen=True, slots=True)
class _Found:
    """A table and the lines that it stands in."""

    grid: Grid
    first: int
    last: int


def _is_laid_out(document: Document, lines: Sequence[Line]) -> bool:
    """Whether figures stand beside their labels or each other, parted by blanks: no tabs, no bars, no cell a line."""
    numbers = {line.number for line in lines}
    apart = any(cell.place.line in numbers for grid in document.grids() for cell in grid.cells)
    printed = [line for line in lines if line.figures]
    flush = sum(len(line.words) == 1 and line.words[0].start == 0 for line in printed)
    return not apart and any(len(line.words) > 1 for line in printed) and 2 * flush <= len(printed)


def _table(table: str, lines: Sequence[Line], number: int) -> _Found | None:
    """The table in these lines; none where figures of the part are left over."""
    for layout, told in _told(table, lines):
        left = any(line.figures for line in lines if line.number > told.last)
        return None if left else _Found(grid_of(layout, told, number), told.first, told.last)
    return _torn(lines, number) if table == "proceedings" else None


def _told(table: str, lines: Sequence[Line]) -> Iterator[tuple[Layout, Parsed]]:
    """The ways of telling the table apart; of Tables 2 and 3 also with their headers' pieces out of order."""
    for layout in layouts_of(table):
        if (told := parsed(layout, lines)) and _heads_in_order(layout, told):
            yield layout, told
    if table != "proceedings":
        for layout in layouts_of(table):
            if (told := parsed(layout, lines, mixed=True)) and _heads_in_order(layout, told):
                yield layout, _with_whole_heads(layout, told)


def _with_whole_heads(layout: Layout, told: Parsed) -> Parsed:
    """The table with each header in one piece, which tells no column where it stands: of two that share a sign either may have had it."""
    heads = {key: (_whole(words, layout.bands[key[0]], key[1]),) for key, words in told.heads.items()}
    return replace(told, heads=heads)


def _whole(words: Sequence[Word], band: Head | Row, stream: int) -> Word:
    signs = sorted("".join(word.bare for word in words))
    names = band.streams[stream].texts if isinstance(band, Head) else ()
    return replace(words[0], text=next(name for name in names if sorted(name) == signs), start=0, stop=0, before=0)


def _torn(lines: Sequence[Line], number: int) -> _Found | None:
    [layout] = layouts_of("proceedings")
    torn = torn_tracks(layout, lines)
    return _Found(grid_of(layout, torn, number), torn.first, torn.last) if torn else None


def _heads_in_order(layout: Layout, told: Parsed) -> bool:
    heads = [(number, band) for number, band in enumerate(layout.bands) if isinstance(band, Head)]
    return all(in_order(head, [told.heads[number, index] for index in range(len(head.streams))]) for number, head in heads)


def _with(blocks: Sequence[Block], found: Sequence[_Found]) -> Iterator[Block]:
    """The blocks with each table in the place of its lines."""
    left = list(found)
    for block in blocks:
        line = line_of(block)
        while left and line > left[0].last:
            yield left.pop(0).grid
        if isinstance(block, Grid) or not any(one.first <= line <= one.last for one in found):
            yield block
    yield from (one.grid for one in left)

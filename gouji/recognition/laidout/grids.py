"""A table that was told apart as a grid: its headers and labels in one piece, its figures under their headers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from gouji.document.doubts import doubts_of, joined
from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.recognition.figures import BY_POSITION
from gouji.recognition.laidout.bands import Head, Layout, Row, Stream
from gouji.recognition.laidout.fitting import fitted
from gouji.recognition.laidout.parse import Parsed
from gouji.recognition.laidout.placing import Marks, placed
from gouji.recognition.laidout.words import Word


def grid_of(layout: Layout, table: Parsed, number: int) -> Grid:
    """The table; the figures of a row of which it is not sure in which columns they stand are in doubt."""
    width = max(len(band.columns) for band in layout.bands if isinstance(band, Row))
    drawn = _Drawn(layout, table, 1 + max((side.level + 1 for side in layout.sides), default=0), width)
    return Grid(tuple(drawn.cells()), number)


class _Drawn:
    """Where each cell comes: first the columns of the labels, then those of the figures."""

    def __init__(self, layout: Layout, table: Parsed, labels: int, width: int) -> None:
        self.layout, self.table, self.labels, self.width = layout, table, labels, width

    def cells(self) -> Iterator[Cell]:
        row, head, rows = 0, 0, 0
        ways = self._ways()
        for number, band in enumerate(self.layout.bands):
            if isinstance(band, Head):
                head = number
                depths = _depths(band.streams)
                yield from self._headers(number, band, depths, row)
                row += max(depths) + 1
            else:
                yield from self._sides(rows, row)
                yield from self._row(number, band, rows, row, self._marks(head, band), ways.get(number, ()))
                row, rows = row + 1, rows + 1

    def _headers(self, number: int, head: Head, depths: Sequence[int], row: int) -> Iterator[Cell]:
        count = max(stream.last for stream in head.streams) + 1
        for index, (stream, depth) in enumerate(zip(head.streams, depths, strict=True)):
            words = self.table.heads[number, index]
            inner = [other for other in head.streams if _within(other, stream)]
            start = 0 if stream.first < 0 else self.labels + stream.first
            stop = self.labels if stream.last < 0 else self.labels + (self.width if stream.last == count - 1 else stream.last + 1)
            down = 1 if inner else max(depths) + 1 - depth
            if stop > start:
                yield Cell(_text(words), row + depth, start, _place(words), down, stop - start, _doubts(words))

    def _sides(self, rows: int, row: int) -> Iterator[Cell]:
        for number, side in enumerate(self.layout.sides):
            if side.first == rows:
                words = self.table.sides[number]
                yield Cell(_text(words), row, side.level, _place(words), side.last - side.first + 1, doubts=_doubts(words))

    def _row(self, number: int, band: Row, rows: int, row: int, marks: Marks, way: Sequence[int]) -> Iterator[Cell]:
        words = self.table.labels.get(number, ())
        figures = self.table.figures.get(number, ())
        if band.texts:
            first = sum(side.first <= rows <= side.last for side in self.layout.sides)
            yield Cell(_text(_in_reading_order(words)), row, first, _place(words), colspan=self.labels - first, doubts=_doubts(words))
        count = len(band.columns)
        own, sure = placed(figures, band.columns, marks, way)
        doubts = () if sure and number not in self.table.disturbed else (BY_POSITION,)
        place = _place([*words, *figures])
        for column, word in enumerate(own):
            span = self.width - column if column == count - 1 else 1
            yield _figure(word, row, self.labels + column, span, place, doubts)

    def _ways(self) -> dict[int, tuple[int, ...]]:
        """The columns in which the figures of each row stand, of which they are known by the others' of their page."""
        found: dict[int, tuple[int, ...]] = {}
        for head, band in enumerate(self.layout.bands):
            below = self._below(head)
            if isinstance(band, Head) and below:
                rows = {number: self.table.figures[number] for number, _ in below if self._is_sure(number)}
                found |= fitted(rows, below[0][1].columns)
        return found

    def _below(self, head: int) -> list[tuple[int, Row]]:
        """The rows that stand under this header, up to the next."""
        bands = list(enumerate(self.layout.bands))[head + 1 :]
        return [(number, band) for number, band in takewhile(lambda one: isinstance(one[1], Row), bands) if isinstance(band, Row)]

    def _is_sure(self, number: int) -> bool:
        return number in self.table.figures and number not in self.table.disturbed

    def _marks(self, head: int, band: Row) -> Marks:
        """The words of the headers, and the figures of the rows under them that have one in each column."""
        rows = [n for n, other in enumerate(self.layout.bands) if isinstance(other, Row) and other.columns is band.columns]
        sure = [self.table.figures[n] for n in rows if self._is_sure(n)]
        whole = [figures for figures in sure if len(figures) == len(band.columns)]
        return Marks([*whole, *_by_line(self.layout.bands[head], head, self.table.heads, len(band.columns))])


def _by_line(band: Head | Row, head: int, heads: Mapping[tuple[int, int], Sequence[Word]], count: int) -> Iterator[list[Word | None]]:
    """The words of each line of headers, by column."""
    streams = band.streams if isinstance(band, Head) else ()
    words = {(word.line, stream.first): word for n, stream in enumerate(streams) if stream.first == stream.last for word in heads[head, n]}
    for line in dict.fromkeys(line for line, _ in words):
        yield [words.get((line, column)) for column in range(count)]


def _depths(streams: Sequence[Stream]) -> list[int]:
    """How many headers stand above each."""
    return [sum(_within(stream, other) for other in streams) for stream in streams]


def _within(one: Stream, other: Stream) -> bool:
    wider = other.last - other.first > one.last - one.first
    return wider and other.first <= one.first and one.last <= other.last


def _figure(word: Word | None, row: int, column: int, span: int, place: Place, doubts: tuple[str, ...]) -> Cell:
    if word is None:
        return Cell("", row, column, place, colspan=span, doubts=doubts)
    return Cell(word.text, row, column, Place(line=word.line), colspan=span, doubts=joined(doubts_of(word.text), doubts))


def _in_reading_order(words: Sequence[Word]) -> list[Word]:
    """The words of a label, its ordinal first, which may stand on another line where its font does; so may the bracket before it."""
    return sorted(words, key=lambda word: not word.is_ordinal and not word.is_bracket)


def _text(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)


def _place(words: Sequence[Word]) -> Place:
    return Place(line=words[0].line)


def _doubts(words: Iterable[Word]) -> tuple[str, ...]:
    return doubts_of(_text(words))

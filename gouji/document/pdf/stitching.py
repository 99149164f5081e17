"""Slices that go on over page breaks become one grid, with its columns on the edges common to all of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gouji.document.doubts import SPLIT_ROW, UNMAPPED_FONT, is_figure, joined
from gouji.document.model import Cell, Grid
from gouji.document.pdf.frame import Box
from gouji.document.pdf.hollow import without_hollow_rows
from gouji.document.pdf.lattice import THINNEST, nearest
from gouji.document.pdf.repeats import is_repeated
from gouji.document.pdf.slices import Slice, Square
from gouji.place import Place

_SAME_OUTER_EDGE = 3.0
_SAME_COLUMN = 3.0
_FEWEST_EDGES = 5
_FEWEST_WORDS = 3
_MARKS = frozenset("无空零〇Oo")
_NONE = frozenset("/／\\＼-－—–―")  # what else of one sign may be the end of a label
_WORDS, _FIGURES, _BOTH = (True, False), (False, True), (True, True)  # what a row has: words, figures
_NUMBERED = re.compile(r"(?:\d+|[一二三四五六七])[.．、]|[（(][一二三四五六七][)）]")
Shown = Callable[[int, Box], Place]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A square on its way into the grid, rows counted through the whole table."""

    page: int
    square: Square
    row: int
    rowspan: int

    @property
    def end(self) -> int:
        return self.row + self.rowspan

    @property
    def text(self) -> str:
        return self.square.text


def goes_on(above: Slice, below: Slice) -> bool:
    """Whether the lower slice, on the next page, has the outer edges of the upper (the number of columns often differs) or its columns."""
    return all(abs(above.box[side] - below.box[side]) <= _SAME_OUTER_EDGE for side in (0, 2)) or has_columns_of(above, below)


def has_columns_of(above: Slice, below: Slice) -> bool:
    """Whether all edges of one, or all but one, are edges of the other: a cell that goes over the whole page may have no rule there."""
    fewer, more = sorted((above.edges, below.edges), key=len)
    same = sum(any(abs(edge - other) <= _SAME_COLUMN for other in more) for edge in fewer)
    return same >= max(len(fewer) - 1, _FEWEST_EDGES)


def stitch(slices: Sequence[Slice], number: int, shown: Shown) -> Grid:
    """One grid out of the slices of one table, top down. `shown` says where a box of a page is seen."""
    pieces = _pieces(slices[0], 0)
    for before, part in pairwise(slices):
        fresh = _without_header(pieces, part)
        rows = max(piece.end for piece in pieces)
        below = _renumbered(fresh, rows)
        if below:
            is_cut = before.cut_below and part.cut_above and len(fresh) == len(part.squares)
            pieces = _joined_at(pieces, below, rows, is_cut=is_cut)
    return Grid(tuple(_cells(_trusted(without_hollow_rows(pieces)), shown)), number)


def _pieces(part: Slice, offset: int) -> list[_Piece]:
    return [_Piece(part.page, square, square.row + offset, square.rowspan) for square in part.squares]


def _renumbered(pieces: Sequence[_Piece], offset: int) -> list[_Piece]:
    first = min((piece.row for piece in pieces), default=0)
    return [replace(piece, row=piece.row - first + offset) for piece in pieces]


def _without_header(above: Sequence[_Piece], part: Slice) -> list[_Piece]:
    """The slice's pieces without the rows that repeat those at the table's top."""
    below = _pieces(part, 0)
    last = max(piece.end for piece in below)
    repeated = 0
    while repeated < last and (head := _header(below, repeated)) and is_repeated(_header(above, repeated), head):
        repeated += 1
    if repeated == last or any(piece.row < repeated < piece.end for piece in below):
        return below
    return [piece for piece in below if piece.row >= repeated]


def _header(pieces: Iterable[_Piece], row: int) -> list[Square]:
    """What begins in this row, left to right; none where the row holds figures or nothing: such a row is no header."""
    begun = sorted((p.square for p in pieces if p.row == row), key=lambda square: square.box[0])
    texts = [_flat(square.text) for square in begun]
    return [] if not any(texts) or any(is_figure(text) for text in texts) else begun


def _flat(text: str) -> str:
    return "".join(text.split())


def _joined_at(above: list[_Piece], below: list[_Piece], seam: int, *, is_cut: bool) -> list[_Piece]:
    """Both halves together: a row cut by the page's end is made whole, merged cells that go on become one.

    `is_cut` says that the rules between which the row stands lie off both pages.
    """
    last, first = _row(above, seam - 1, ends=True), _row(below, seam, ends=False)
    pairs = _pairs(last, first)
    if (is_cut and len(pairs) == len(first) == len(last)) or _is_rest_of_row(last, first, pairs):
        return _with_rest(above, below, seam, pairs)
    if _is_rest_of_figures(last, first, pairs):
        doubted = {up: _doubted(up) for up, down in pairs if down.text}
        return _with_rest([doubted.get(p, p) for p in above], below, seam, [(doubted.get(up, up), down) for up, down in pairs])
    if _may_be_rest(last, first, pairs):
        above = [_doubted(p) if p in last else p for p in above]
        below = [_doubted(p) if p in first else p for p in below]
        pairs = _pairs(_row(above, seam - 1, ends=True), _row(below, seam, ends=False))
    merged = {up: down for up, down in pairs if _is_one_merged(up, down) and not _is_header(above, up)}
    kept = [piece for piece in below if piece not in merged.values()]
    return [_spanning(piece, merged[piece]) if piece in merged else piece for piece in above] + kept


def _row(pieces: Iterable[_Piece], row: int, *, ends: bool) -> list[_Piece]:
    """The pieces that end, or begin, in this row, left to right."""
    chosen = (p for p in pieces if (p.end - 1 if ends else p.row) == row)
    return sorted(chosen, key=lambda p: p.square.box[0])


def _pairs(above: Sequence[_Piece], below: Sequence[_Piece]) -> list[tuple[_Piece, _Piece]]:
    """Pieces on both sides of the seam with the same left and right edge."""
    return [(up, down) for up in above for down in below if _same_column(up.square.box, down.square.box)]


def _same_column(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= _SAME_COLUMN and abs(one[2] - other[2]) <= _SAME_COLUMN


def _is_rest_of_row(last: Sequence[_Piece], first: Sequence[_Piece], pairs: Sequence[tuple[_Piece, _Piece]]) -> bool:
    """Whether the row below is the rest of the row above, which the page's end cut.

    Either a numbered label goes on below without a number of its own, above empty figure cells; or the figures of a
    label stand below it, where the label's own cell is empty; or words stand under words, cell for cell: no header repeats its columns.
    What might also be a blank row of its own is left alone.
    """
    if len(pairs) < len(first) or len(first) < 3:
        return False
    if _shape(first) == _shape(last) == _WORDS:
        return sum(bool(up.text and down.text) for up, down in pairs[1:]) >= _FEWEST_WORDS or _goes_on_alone(last, first, pairs)
    if _shape(first) == _WORDS and _shape(last) == _BOTH:
        return bool(_NUMBERED.match(_label(last))) and not _NUMBERED.match(_label(first))
    return _shape(first) == _FIGURES and _shape(last) == _WORDS and not any(up.text and down.text for up, down in pairs)


def _is_rest_of_figures(last: Sequence[_Piece], first: Sequence[_Piece], pairs: Sequence[tuple[_Piece, _Piece]]) -> bool:
    """Whether below a row of figures alone, as Table 4 has one, some of the same cells go on: the last digits of a number, or its unit."""
    if _shape(last) != _FIGURES or len(pairs) < len(first) or len(first) < _FEWEST_WORDS:
        return False
    under = [up for up, down in pairs if down.text]
    return 0 < len(under) < len(first) and all(up.text for up in under)


def _goes_on_alone(last: Sequence[_Piece], first: Sequence[_Piece], pairs: Sequence[tuple[_Piece, _Piece]]) -> bool:
    """Whether a numbered label goes on below without a number of its own, and all figure cells beside both halves are blank."""
    blank = sum(not up.text and not down.text for up, down in pairs)
    under = [up.text for up, down in pairs if down.text]
    numbered = bool(_NUMBERED.match(_label(last))) and not _NUMBERED.match(_label(first))
    return numbered and len(under) == 1 and bool(under[0]) and blank == len(pairs) - 1 >= _FEWEST_WORDS


def _label(row: Sequence[_Piece]) -> str:
    """The words nearest to the figures."""
    return next((flat for piece in reversed(row) if len(flat := _flat(piece.text)) > 1 and not is_figure(flat)), "")


def _may_be_rest(last: Sequence[_Piece], first: Sequence[_Piece], pairs: Sequence[tuple[_Piece, _Piece]]) -> bool:
    """Whether of two labels at a page's end only one has figures: one row that was cut, or two of which one is blank.

    A number before the lower label makes it a row of its own; words above its figures or marks are a header. Figures without
    a label below a row that has both may be the last digits of those above.
    """
    if (_shape(last), _shape(first)) == (_BOTH, _FIGURES):
        return len(first) >= 3
    if len(first) < 3 or (_shape(last), _shape(first)) not in ((_WORDS, _BOTH), (_BOTH, _WORDS)):
        return False
    headed = any(up.text and down.text and is_figure(up.text) != is_figure(down.text) for up, down in pairs)
    return not headed and not _stands_under_header(last, first) and not _NUMBERED.match(_label(first))


def _stands_under_header(above: Sequence[_Piece], below: Sequence[_Piece]) -> bool:
    """Whether figures or marks stand under cells of words, of whatever width: above the rest of a row its figures' cells are empty.

    One such cell tells where labels stand under each other; else two, since a rule that is missing may have made a label wider.
    """
    values = [piece for piece in below[1:] if (flat := _flat(piece.text)) in _NONE or is_figure(flat)]
    over = {up for up in above[1:] for piece in values if _is_middle_under(up.square.box, piece.square.box)}
    heads = sum(up.rowspan == 1 and _has_words(up) for up in over)
    return heads >= (1 if _same_column(above[0].square.box, below[0].square.box) and _are_labels(above[0], below[0]) else 2)


def _is_middle_under(upper: Box, lower: Box) -> bool:
    return upper[0] < (lower[0] + lower[2]) / 2 < upper[2]


def _are_labels(*pieces: _Piece) -> bool:
    return all(piece.rowspan == 1 and _has_words(piece) for piece in pieces)


def _has_words(piece: _Piece) -> bool:
    flat = _flat(piece.text)
    return len(flat) > 1 and not is_figure(flat)


def _shape(row: Sequence[_Piece]) -> tuple[bool, bool]:
    """Whether a row has words, and whether it has figures or marks in its last cells."""
    values = [bool(_flat(piece.text)) for piece in row]
    figures = [flat for piece in row if (flat := _flat(piece.text)) and (is_figure(flat) or _is_mark(flat)) and piece.rowspan == 1]
    has_words = any((flat := _flat(p.text)) and not is_figure(flat) and not _is_mark(flat) for p in row)
    return has_words, bool(figures) or (not has_words and any(values))


def _is_mark(text: str) -> bool:
    """Whether one sign stands for a figure; a lone character else is the rest of a label."""
    return len(text) == 1 and (not text.isalpha() or text in _MARKS)


def _with_rest(above: list[_Piece], below: list[_Piece], seam: int, pairs: Sequence[tuple[_Piece, _Piece]]) -> list[_Piece]:
    rests = dict(pairs)
    whole = [_together(piece, rests[piece]) if piece in rests else piece for piece in above]
    kept = [replace(piece, row=piece.row - 1) for piece in below if piece not in rests.values()]
    return whole + kept


def _together(up: _Piece, down: _Piece) -> _Piece:
    """The piece with its rest, counted among the rows above; the place is that of the half which is printed."""
    rowspan = up.rowspan + down.rowspan - 1
    if not up.text and down.text:
        return replace(down, row=up.row, rowspan=rowspan)
    text = "\n".join(half for half in (up.text, down.text) if half)
    doubted = joined(up.square.doubts, down.square.doubts)
    return replace(up, square=replace(up.square, text=text, doubts=doubted), rowspan=rowspan)


def _doubted(piece: _Piece) -> _Piece:
    return replace(piece, square=replace(piece.square, doubts=joined(piece.square.doubts, (SPLIT_ROW,))))


def _is_one_merged(up: _Piece, down: _Piece) -> bool:
    """Whether a merged cell goes on below: two figures never do, each stands in a row of its own."""
    if up.rowspan == 1 and down.rowspan == 1:
        return False
    return not (up.text and down.text) and not any(is_figure(half.text) for half in (up, down))


def _is_header(pieces: Iterable[_Piece], one: _Piece) -> bool:
    """Whether the piece stands among words alone, no blank cell and no figure: what is blank below it is a figure left blank."""
    texts = [_flat(piece.text) for piece in pieces if piece.row < one.end and piece.end > one.row]
    return bool(one.text) and len(texts) > _FEWEST_WORDS and all(texts) and not any(is_figure(t) or _is_mark(t) for t in texts)


def _spanning(up: _Piece, down: _Piece) -> _Piece:
    doubted = joined(up.square.doubts, down.square.doubts)
    printed = up if up.text or not down.text else down
    return _Piece(printed.page, replace(printed.square, doubts=doubted), up.row, up.rowspan + down.rowspan)


def _trusted(pieces: Sequence[_Piece]) -> Iterable[_Piece]:
    """The same pieces; on a page with a font that does not say what its glyphs mean no figure of the table is sure.

    Such fonts give other digits for digits, and not each of them is flagged.
    """
    unmapped = {piece.page for piece in pieces if UNMAPPED_FONT in piece.square.doubts}
    for piece in pieces:
        if piece.page in unmapped and piece.text and UNMAPPED_FONT not in piece.square.doubts:
            yield replace(piece, square=replace(piece.square, doubts=(*piece.square.doubts, UNMAPPED_FONT)))
        else:
            yield piece


def _cells(pieces: Iterable[_Piece], shown: Shown) -> Iterable[Cell]:
    pieces = sorted(pieces, key=lambda p: (p.row, p.square.box[0]))
    edges = _common_edges(side for piece in pieces for side in (piece.square.box[0], piece.square.box[2]))
    for piece in pieces:
        first, last = nearest(edges, piece.square.box[0]), nearest(edges, piece.square.box[2])
        place = shown(piece.page, piece.square.box)
        yield Cell(piece.text, piece.row, first, place, piece.rowspan, max(last - first, 1), piece.square.doubts, piece.square.confidence)


def _common_edges(sides: Iterable[float]) -> list[float]:
    """The edges of columns; those nearer than any cell is wide are one, drawn by row or as the borders of two cells."""
    edges: list[list[float]] = []
    for side in sorted(sides):
        if edges and side - edges[-1][-1] < THINNEST and side - edges[-1][0] <= 2 * _SAME_COLUMN:
            edges[-1].append(side)
        else:
            edges.append([side])
    return [sum(group) / len(group) for group in edges]

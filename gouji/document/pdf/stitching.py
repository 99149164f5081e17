"""Slices that go on over page breaks become one grid, with its columns on the edges common to all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from gouji.document.doubts import UNMAPPED_FONT, is_figure, joined
from gouji.document.model import Cell, Grid
from gouji.document.pdf.frame import Box
from gouji.document.pdf.hollow import without_hollow_rows
from gouji.document.pdf.lattice import THINNEST, nearest
from gouji.document.pdf.pieces import Piece
from gouji.document.pdf.repeats import is_repeated
from gouji.document.pdf.seams import is_header, is_one_merged, is_rest_of_figures, is_rest_of_row, may_be_rest, paired
from gouji.document.pdf.slices import Slice, Square
from gouji.place import Place

_SAME_OUTER_EDGE = 3.0
_SAME_COLUMN = 3.0
_FEWEST_EDGES = 5
Shown = Callable[[int, Box], Place]


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


def _pieces(part: Slice, offset: int) -> list[Piece]:
    return [Piece(part.page, square, square.row + offset, square.rowspan) for square in part.squares]


def _renumbered(pieces: Sequence[Piece], offset: int) -> list[Piece]:
    first = min((piece.row for piece in pieces), default=0)
    return [replace(piece, row=piece.row - first + offset) for piece in pieces]


def _without_header(above: Sequence[Piece], part: Slice) -> list[Piece]:
    """The slice's pieces without the rows that repeat those at the table's top."""
    below = _pieces(part, 0)
    last = max(piece.end for piece in below)
    repeated = 0
    while repeated < last and (head := _header(below, repeated)) and is_repeated(_header(above, repeated), head):
        repeated += 1
    if repeated == last or any(piece.row < repeated < piece.end for piece in below):
        return below
    return [piece for piece in below if piece.row >= repeated]


def _header(pieces: Iterable[Piece], row: int) -> list[Square]:
    """What begins in this row, left to right; none where the row holds figures or nothing: such a row is no header."""
    begun = sorted((piece for piece in pieces if piece.row == row), key=lambda piece: piece.square.box[0])
    headers = any(piece.flat for piece in begun) and not any(is_figure(piece.flat) for piece in begun)
    return [piece.square for piece in begun] if headers else []


def _joined_at(above: list[Piece], below: list[Piece], seam: int, *, is_cut: bool) -> list[Piece]:
    """Both halves together: a row cut by the page's end is made whole, merged cells that go on become one.

    `is_cut` says that the rules between which the row stands lie off both pages.
    """
    last, first = _row(above, seam - 1, ends=True), _row(below, seam, ends=False)
    pairs = paired(last, first)
    if (is_cut and len(pairs) == len(first) == len(last)) or is_rest_of_row(last, first, pairs):
        return _with_rest(above, below, seam, pairs)
    if is_rest_of_figures(last, first, pairs):
        doubted = {up: up.doubted for up, down in pairs if down.text}
        return _with_rest([doubted.get(p, p) for p in above], below, seam, [(doubted.get(up, up), down) for up, down in pairs])
    if may_be_rest(last, first, pairs):
        above = [p.doubted if p in last else p for p in above]
        below = [p.doubted if p in first else p for p in below]
        pairs = paired(_row(above, seam - 1, ends=True), _row(below, seam, ends=False))
    merged = {up: down for up, down in pairs if is_one_merged(up, down) and not is_header(above, up)}
    kept = [piece for piece in below if piece not in merged.values()]
    return [_spanning(piece, merged[piece]) if piece in merged else piece for piece in above] + kept


def _row(pieces: Iterable[Piece], row: int, *, ends: bool) -> list[Piece]:
    """The pieces that end, or begin, in this row, left to right."""
    chosen = (p for p in pieces if (p.end - 1 if ends else p.row) == row)
    return sorted(chosen, key=lambda p: p.square.box[0])


def _with_rest(above: list[Piece], below: list[Piece], seam: int, pairs: Sequence[tuple[Piece, Piece]]) -> list[Piece]:
    rests = dict(pairs)
    whole = [_together(piece, rests[piece]) if piece in rests else piece for piece in above]
    kept = [replace(piece, row=piece.row - 1) for piece in below if piece not in rests.values()]
    return whole + kept


def _together(up: Piece, down: Piece) -> Piece:
    """The piece with its rest, counted among the rows above; the place is that of the half which is printed."""
    rowspan = up.rowspan + down.rowspan - 1
    if not up.text and down.text:
        return replace(down, row=up.row, rowspan=rowspan)
    text = "\n".join(half for half in (up.text, down.text) if half)
    doubted = joined(up.square.doubts, down.square.doubts)
    return replace(up, square=replace(up.square, text=text, doubts=doubted), rowspan=rowspan)


def _spanning(up: Piece, down: Piece) -> Piece:
    doubted = joined(up.square.doubts, down.square.doubts)
    printed = up if up.text or not down.text else down
    return Piece(printed.page, replace(printed.square, doubts=doubted), up.row, up.rowspan + down.rowspan)


def _trusted(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """The same pieces; on a page with a font that does not say what its glyphs mean no figure of the table is sure.

    Such fonts give other digits for digits, and not each of them is flagged.
    """
    unmapped = {piece.page for piece in pieces if UNMAPPED_FONT in piece.square.doubts}
    for piece in pieces:
        if piece.page in unmapped and piece.text and UNMAPPED_FONT not in piece.square.doubts:
            yield replace(piece, square=replace(piece.square, doubts=(*piece.square.doubts, UNMAPPED_FONT)))
        else:
            yield piece


def _cells(pieces: Iterable[Piece], shown: Shown) -> Iterable[Cell]:
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

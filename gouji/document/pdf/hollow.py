"""Rows of a stitched table that a page's end drew and nobody prints: browsers part a row at the cell beside it, and the rest is hollow."""

from collections.abc import Sequence
from dataclasses import replace

from gouji.document.pdf.pieces import Piece

_FEWEST = 3
_SAME_EDGE = 3.0


def without_hollow_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without each row in which only blank cells begin, or a lone label, under a row that goes on into it with all it prints.

    Such a row is one with that above; a blank cell that goes on below begins there, and the label takes the place of the blank cell
    above it. Where one printed cell of the row above ends, the rows are two; where hardly any is printed, also where a blank one ends.
    """
    kept = list(pieces)
    for row in sorted({piece.row for piece in pieces}, reverse=True):
        own = [piece for piece in kept if piece.row == row]
        above = [piece for piece in kept if piece.row == row - 1]
        printed = [piece for piece in above if piece.text]
        many = len(printed) >= _FEWEST
        if not printed or len(above) < _FEWEST or any(piece.end <= row for piece in (printed if many else above)):
            continue
        if not any(piece.text for piece in own):
            kept = [_up(piece, row) for piece in kept if piece.row != row or piece.rowspan > 1]
        elif many and len(own) == 1 and (blank := _blank_over(own[0], kept)):
            kept = [_labelled(piece, own[0]) if piece is blank else _up(piece, row) for piece in kept if piece is not own[0]]
    return kept


def _blank_over(label: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The one cell that ends above the label, where it is blank, begins in the row above and is no wider."""
    x0, _, x1, _ = label.square.box
    ended = [piece for piece in pieces if piece.end == label.row and piece.row == label.row - 1]
    if label.rowspan > 1 or len(ended) != 1 or ended[0].text:
        return None
    inside = x0 - _SAME_EDGE <= ended[0].square.box[0] and ended[0].square.box[2] <= x1 + _SAME_EDGE
    return ended[0] if inside else None


def _labelled(blank: Piece, label: Piece) -> Piece:
    x0, top, x1, _ = blank.square.box
    square = replace(label.square, box=(x0, top, x1, label.square.box[3]))
    return replace(blank, square=square)


def _up(piece: Piece, gone: int) -> Piece:
    if piece.row > gone:
        return replace(piece, row=piece.row - 1)
    return replace(piece, rowspan=piece.rowspan - 1) if piece.end > gone else piece

"""Rows of a stitched table that a page's end drew and nobody prints: browsers part a row at the cell beside it, and the rest is hollow."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

_FEWEST = 3


class _Placed(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def rowspan(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


P = TypeVar("P", bound=_Placed)


def without_hollow_rows(pieces: Sequence[P]) -> list[P]:
    """The pieces without each row in which only blank cells begin, under a row that goes on into it with every cell it prints.

    Such a row is one with that above. Where one printed cell of the row above ends, the rows are two.
    """
    kept = list(pieces)
    for row in sorted({piece.row for piece in pieces}, reverse=True):
        own = [piece for piece in kept if piece.row == row]
        above = [piece for piece in kept if piece.row == row - 1 and piece.text]
        hollow = all(not piece.text and piece.rowspan == 1 for piece in own)
        if hollow and len(above) >= _FEWEST and all(piece.end > row for piece in above):
            kept = [_up(piece, row) for piece in kept if piece.row != row]
    return kept


def _up(piece: P, gone: int) -> P:
    if piece.row > gone:
        return replace(piece, row=piece.row - 1)  # type: ignore[type-var]
    return replace(piece, rowspan=piece.rowspan - 1) if piece.end > gone else piece  # type: ignore[type-var]

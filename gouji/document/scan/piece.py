"""A piece of print in a cell."""

from dataclasses import dataclass

from gouji.document.scan.strokes import Strokes


@dataclass(frozen=True, slots=True)
class Piece:
    """Print of one line that no wide blank parts; `top` is where it begins in its cell, in pixels."""

    line: int
    top: int
    strokes: Strokes
